"""Scores the claims of a folder against gold claims in its `gold/` folder.

A gold file `gold/flood.json` belongs to `flood.txt`: `{"doc": "flood", "published": ..., "claims":
[...]}`, each claim with the fields of the annotation guidelines, placed by `context`, a stretch
that occurs once in the text, and `quantity` in it.
"""

import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Self

from claimx.corpus.documents import Failure
from claimx.corpus.reader import find_files, read_files
from claimx.corpus.runner import run
from claimx.errors import InputError
from claimx.model import Claim, Document, Extraction, Source, published_date

_Raw = Mapping[str, Any]
_PHRASE_GLUE = frozenset(["a", "an", "and", "at", "by", "for", "in", "of", "on", "s", "the", "to"])


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldClaim:
    """A claim as a careful reader annotated it, placed in the text."""

    start: int
    end: int
    raw: _Raw

    @property
    def optional(self) -> bool:
        """Whether finding it counts neither way."""
        return bool(self.raw.get("optional"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Counts of claims: annotated, returned, paired, and on the pairs what is right."""

    gold: int = 0
    returned: int = 0
    paired: int = 0
    attributed: int = 0
    value: int = 0
    sources: int = 0
    date: int = 0

    def __add__(self, other: Self) -> "Tally":
        return Tally(
            **{f.name: getattr(self, f.name) + getattr(other, f.name) for f in fields(self)}
        )

    def figures(self) -> dict[str, float]:
        """Detection and attributed F1, and the share of pairs whose value, sources, date are right.

        A claim is attributed where all three are right.
        """
        both = max(1, self.gold + self.returned)
        pairs = max(1, self.paired)
        return {
            "detection": 2 * self.paired / both,
            "attributed": 2 * self.attributed / both,
            "value": self.value / pairs,
            "sources": self.sources / pairs,
            "date": self.date / pairs,
        }


def evaluate(folder: Path) -> Tally:
    """The tally of a folder's documents that have gold claims.

    InputError names a gold file that is broken or has no document.
    """
    gold = {path.stem: path for path in sorted((folder / "gold").glob("*.json"))}
    if not gold:
        raise InputError(f"{folder / 'gold'}: holds no gold file; give <document>.json files")
    documents = [
        document
        for document in read_files(find_files(folder), folder)
        if isinstance(document, Document) and document.id in gold
    ]
    if missing := gold.keys() - {document.id for document in documents}:
        raise InputError(f"{gold[min(missing)]}: there is no readable document of that name")
    return sum((_tally(outcome, gold) for outcome in run(documents)), start=Tally())


def _tally(outcome: Extraction | Failure, gold: Mapping[str, Path]) -> Tally:
    if isinstance(outcome, Failure):
        raise InputError(f"{outcome.place}: {outcome.reason}")
    document = outcome.document
    path = gold[document.id or ""]
    return score(read_gold(path, document.text), outcome.claims, document)


def read_gold(path: Path, text: str) -> list[GoldClaim]:
    """The gold claims of a file, placed in their text."""
    try:
        raws = json.loads(path.read_text(encoding="utf-8"))["claims"]
        return [_placed(raw, text) for raw in raws]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(f"{path}: {error!r}") from error


def _placed(raw: _Raw, text: str) -> GoldClaim:
    context, quantity = raw["context"], raw["quantity"]
    if text.count(context) != 1 or context.count(quantity) != 1:
        raise ValueError(f"{quantity!r} in {context!r} does not stand once in the text")
    start = text.index(context) + context.index(quantity)
    return GoldClaim(start=start, end=start + len(quantity), raw=raw)


def score(gold: Sequence[GoldClaim], claims: Sequence[Claim], document: Document) -> Tally:
    """The tally of one document: claims pair with gold where their quantities overlap."""
    pairs = list(_pairs(gold, claims))
    counted = [(one, claim) for one, claim in pairs if not one.optional]
    verdicts = [_verdict(one.raw, claim, document) for one, claim in counted]
    free = sum(_overlaps_optional(claim, gold) for claim in claims) - sum(
        _overlaps_optional(claim, gold) for _, claim in counted
    )
    return Tally(
        gold=sum(not one.optional for one in gold),
        returned=len(claims) - free,
        paired=len(counted),
        attributed=sum(all(verdict.values()) for verdict in verdicts),
        **{
            name: sum(verdict[name] for verdict in verdicts)
            for name in ("value", "sources", "date")
        },
    )


def _overlap(gold: GoldClaim, claim: Claim) -> int:
    return min(gold.end, claim.quantity.end) - max(gold.start, claim.quantity.start)


def _overlaps_optional(claim: Claim, gold: Iterable[GoldClaim]) -> bool:
    return any(one.optional and _overlap(one, claim) > 0 for one in gold)


def _pairs(gold: Sequence[GoldClaim], claims: Sequence[Claim]) -> Iterator[tuple[GoldClaim, Claim]]:
    """Gold and claims one to one, those with the same value first, then the larger overlap."""
    links = sorted(
        (not _value_right(one.raw, claim), -_overlap(one, claim), g, c)
        for g, one in enumerate(gold)
        for c, claim in enumerate(claims)
        if _overlap(one, claim) > 0
    )
    gold_taken: set[int] = set()
    claims_taken: set[int] = set()
    for *_, g, c in links:
        if g not in gold_taken and c not in claims_taken:
            gold_taken.add(g)
            claims_taken.add(c)
            yield gold[g], claims[c]


def _verdict(raw: _Raw, claim: Claim, document: Document) -> dict[str, bool]:
    return {
        "value": _value_right(raw, claim),
        "sources": _sources_right(raw["sources"], claim.sources),
        "date": _date_right(raw["date"], claim, document),
    }


def _value_right(raw: _Raw, claim: Claim) -> bool:
    """Whether the bounds agree; of a vague number ("dozens") only the lower one is told."""
    vague = raw["comparator"] == "vague"
    return _same(raw["low"], claim.quantity.low) and (
        vague or _same(raw["high"], claim.quantity.high)
    )


def _same(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return math.isclose(one, other, rel_tol=2e-3, abs_tol=1e-9)


def _sources_right(gold: Iterable[_Raw], sources: Iterable[Source]) -> bool:
    """Whether all are there, and no other; a relay ("told the BBC") may be left out."""
    left = list(sources)
    for raw in gold:
        found = next((source for source in left if _is_source(raw, source)), None)
        if found is not None:
            left.remove(found)
        elif raw.get("role") != "relay":
            return False
    return not left


def _is_source(raw: _Raw, source: Source) -> bool:
    return any(
        _alike(name, other)
        for name in (raw["name"], raw["mention"])
        for other in (source.name, source.text)
    )


def _alike(name: str, other: str | None) -> bool:
    """Whether most words of the shorter name stand in the other."""
    mine, theirs = _words(name), _words(other or "")
    return len(mine & theirs) >= max(1, 0.6 * min(len(mine), len(theirs)))


def _words(name: str) -> set[str]:
    found = re.findall(r"\w+", name.replace(".", "").lower())
    return {word.removesuffix("s") for word in found} - _PHRASE_GLUE


def _date_right(raw: _Raw | None, claim: Claim, document: Document) -> bool:
    """Whether first and last day agree; where a reader cannot tell, publication day is no fault."""
    period = (claim.date.first, claim.date.last) if claim.date else None
    if raw is None:
        published = published_date(document.published)
        return period is None or period == (published, published)
    return period == (published_date(raw["start"]), published_date(raw["end"]))
