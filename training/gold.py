"""Gold claims as the trainers read them: documents with what is right for each quantity."""

import html
import json
import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from claimx.model import Period, Quantity, Source

_ENOUGH = 0.6
_BODY = re.compile(r"<TEXT>(.*)</TEXT>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_STOP_WORDS = frozenset(["a", "an", "the", "of", "in", "on", "at", "for", "by", "and", "mr", "mrs"])


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """One gold claim: where its quantity stands, and the fields as the file has them."""

    start: int
    end: int
    fields: dict[str, Any]

    @property
    def days(self) -> tuple[date, date] | None:
        """First and last day of the period that dates the claim; None where it has no date."""
        raw = self.fields.get("date")
        return (date.fromisoformat(raw["start"]), date.fromisoformat(raw["end"])) if raw else None

    def is_dated_by(self, period: Period | None, published: date) -> bool:
        """Whether a period is the gold's; where the gold has none, the publication day will do."""
        days = (period.first, period.last) if period else None
        if self.days is None:
            return days is None or days == (published, published)
        return days == self.days


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """An annotated text."""

    name: str
    text: str
    published: date
    claims: tuple[GoldClaim, ...]

    def at(self, start: int, end: int) -> GoldClaim | None:
        """The gold claim whose quantity overlaps a stretch."""
        return next((one for one in self.claims if one.start < end and start < one.end), None)

    def periods(self) -> tuple[Period, ...]:
        """The periods that the gold names by their words, where these stand nearest the claim."""
        found: dict[int, Period] = {}
        for claim in self.claims:
            words, days = (claim.fields.get("date") or {}).get("text"), claim.days
            if not words or days is None or words not in self.text:
                continue
            places = [
                index for index in range(len(self.text)) if self.text.startswith(words, index)
            ]
            start = min(places, key=lambda place: abs(place - claim.start))
            end = start + len(words)
            found[start] = Period(text=words, start=start, end=end, first=days[0], last=days[1])
        return tuple(found.values())


def read_gold(pairs: list[Path]) -> list[GoldDocument]:
    """The documents of pairs of folders: texts, gold, texts, gold, ...

    Texts are looked for in subfolders too. Gold that says `reflowed` counts its characters in the
    text with its lines joined to paragraphs.
    """
    folders = zip(pairs[::2], pairs[1::2], strict=True)
    return [document for texts, gold in folders for document in _read_folder(texts, gold)]


def _read_folder(texts: Path, gold: Path) -> Iterator[GoldDocument]:
    places = {path.stem: path for path in texts.rglob("*.t*") if path.suffix in (".txt", ".tml")}
    for path in sorted(gold.glob("*.json")):
        raw = json.loads(path.read_text(encoding="utf-8"))
        text = _read_text(places[raw["doc"]])
        if raw.get("reflowed"):
            text = _reflowed(text)
        claims = tuple(_claim(text, fields) for fields in raw["claims"])
        yield GoldDocument(raw["doc"], text, date.fromisoformat(raw["published"]), claims)


def _read_text(path: Path) -> str:
    """The plain text of a `.txt` file, or of the TEXT of a TimeML file."""
    if path.suffix == ".txt":
        return path.read_text(encoding="utf-8")
    marked = _BODY.search(path.read_text(encoding="utf-8"))
    return html.unescape(_TAG.sub("", marked[1])) if marked else ""


def _reflowed(text: str) -> str:
    """A text with a line for each paragraph: wires were wrapped at a column and indented."""
    paragraphs = re.split(r"\n\s*\n|\n(?=\s{3,})", text.strip())
    return "\n\n".join(" ".join(lines.split()) for lines in paragraphs if lines.strip())


def _claim(text: str, fields: dict[str, Any]) -> GoldClaim:
    quantity, context = fields["quantity"], fields.get("context", "")
    start = fields.get("start", text.find(context) + context.find(quantity))
    return GoldClaim(start, start + len(quantity), fields)


def value_is_right(claim: GoldClaim, quantity: Quantity) -> bool:
    """Whether a quantity has the gold's bounds."""
    sides = [("low", quantity.low)]
    if claim.fields["comparator"] != "vague":
        sides.append(("high", quantity.high))
    return all(_same_number(claim.fields[name], found) for name, found in sides)


def source_is_right(claim: GoldClaim, sources: Iterable[Source]) -> bool:
    """Whether every source is the gold's, and none is missing but a relay."""
    left = list(sources)
    for gold in claim.fields["sources"]:
        names = [_words(gold["name"]), _words(gold["mention"])]
        match = next((one for one in left if _is_same(one, names)), None)
        if match is not None:
            left.remove(match)
        elif gold.get("role") != "relay":
            return False
    return not left


def _is_same(source: Source, names: list[set[str]]) -> bool:
    found = [_words(source.name), _words(source.text)]
    return any(len(a & b) >= _ENOUGH * min(len(a), len(b)) for a in found for b in names if a and b)


def _words(phrase: str | None) -> set[str]:
    plain = (phrase or "").lower().replace("’s", "").replace("'s", "").replace(".", "")
    return set(re.findall(r"[\w&]+", plain)) - _STOP_WORDS


def _same_number(gold: float | None, found: float | None) -> bool:
    if gold is None or found is None:
        return gold is found
    return math.isclose(gold, found, rel_tol=2e-3, abs_tol=1e-9)
