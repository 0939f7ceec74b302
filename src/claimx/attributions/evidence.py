"""How likely a draft is an attribution: features of cue, source and content, and their weights."""

import json
import math
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from .quotations import Quotations
from .reading import Extent, Reading
from .scope import Draft

_SHARE = re.compile(r"\d\s?(?:%|per ?cent)")
_DIGIT = re.compile(r"\d")
_AUXILIARIES = ("aux", "auxpass", "neg", "mark", "agent", "prt", "dative")
_QUANTITIES = {"percent", "%", "half", "third", "majority", "number", "million", "thousand"}
_SHARES = {"percent", "%", "cent", "half", "majority", "respondents", "surveyed", "polled"}
# Rules of leads that hold wherever their content has a number.
_SURE = (
    "foretold",
    "name-before",
    "rejected-report",
    "told-a-poll",
    "told-figure",
    "trailing-publication",
    "within-publication",
)


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of features, trained by `training/attributions.py` on annotated news."""

    intercept: float
    thresholds: Mapping[str, float]
    weights: Mapping[str, float]

    def confidence(self, seen: Iterable[str]) -> float:
        """The probability that a draft with these features is an attribution."""
        score = self.intercept + sum(self.weights.get(feature, 0.0) for feature in seen)
        return 1 / (1 + math.exp(-score))

    def accept(self, reading: Reading, draft: Draft) -> bool:
        """Whether a draft with its confidence is to be an attribution."""
        cue = draft.lead.cue
        sure = cue.figures or draft.lead.rule in _SURE
        if sure and has_number(reading, draft):
            return True
        return draft.confidence >= self.thresholds[cue.sense]


@cache
def load_weights() -> Weights:
    """The weights that are shipped with the room."""
    raw = json.loads((files(__package__) / "weights.json").read_text(encoding="utf-8"))
    return Weights(raw["intercept"], raw["thresholds"], raw["weights"])


def has_number(reading: Reading, draft: Draft) -> bool:
    """Whether there is a number in digits in the content of a draft."""
    return any(_DIGIT.search(reading.text, start, end) for start, end in draft.spans)


def features(
    reading: Reading,
    quotations: Quotations,
    draft: Draft,
    outer: Draft | None,
    published: Collection[str],
) -> list[str]:
    """What speaks for and against a draft, as names of features.

    `outer` is the draft in whose content its cue stands, if any; `published` are the nouns for
    what speaks for its maker ("poll", "report").
    """
    lead = draft.lead
    place, cue = lead.place, lead.cue
    tag, dep = reading.tags[place], reading.deps[place]
    rule = draft.rules[0]
    seen = [
        f"cue={cue.name}",
        f"cue={cue.name} {rule}",
        f"cue={cue.name} {tag}",
        f"sense={cue.sense} {rule}",
        f"lead={lead.rule}",
        f"rule={rule}",
        f"lead={lead.rule} {rule}",
        f"tag={tag} {rule}",
        f"dep={dep}",
        f"dep={dep} {rule}",
        f"dep={dep} {cue.sense}",
        f"outer={outer.lead.cue.sense if outer else None}",
        f"outer={outer.rules[0] if outer else None} {rule}",
        f"more={len(draft.rules) > 1}",
        f"sources={min(len(lead.sources), 3)}",
    ]
    seen += [
        f"{reading.deps[kid]}={reading.words[kid]}"
        for kid in reading.kids[place]
        if reading.deps[kid] in _AUXILIARIES
    ]
    seen += _around_cue(reading, lead.extent, cue.sense)
    seen += _source(reading, lead.sources[0], cue.name, published)
    seen += _content(reading, quotations, draft)
    return seen


def _around_cue(reading: Reading, extent: Extent, sense: str) -> list[str]:
    before = reading.words[extent[0] - 1] if extent[0] else "<start>"
    after = reading.words[extent[1]] if extent[1] < len(reading.words) else "<end>"
    return [f"before={before}", f"after={after}", f"after={after} {sense}"]


def _source(reading: Reading, extent: Extent, cue: str, published: Collection[str]) -> list[str]:
    first, end = extent
    tags = reading.tags[first:end]
    words = reading.words[first:end]
    head = _head(tags)
    kind = tags[head]
    seen = [
        f"source tag={kind}",
        f"source first={words[0]}",
        f"source length={min(end - first, 8)}",
        f"source number={_is_counted(tags, words)}",
        f"source quantity={not _QUANTITIES.isdisjoint(words)}",
        f"source tag={kind} {cue}",
        f"source published={words[head] in published}",
        f"source published={words[head] in published} {cue}",
    ]
    if not kind.startswith("NNP"):
        seen.append(f"source={words[head]}")
    return seen


def is_share(reading: Reading, extent: Extent) -> bool:
    """Whether the speakers are a share of those asked: "60% of tenants", "four in ten", "most"."""
    first, end = extent
    words, tags = reading.words[first:end], reading.tags[first:end]
    if words[0] == "most" or not _SHARES.isdisjoint(words):
        return True
    counted = [
        place for place, tag in enumerate(tags) if tag == "CD" and not _is_year(words[place])
    ]
    if counted and any(tag.startswith("NN") for tag in tags[: counted[0]]):
        return False  # "a survey of women aged 18 to 29"
    if counted and (counted[-1] == len(words) - 1 or words[counted[-1] + 1] == "of"):
        return True
    return len(counted) > 1 and counted[1] == counted[0] + 2 and words[counted[0] + 1] == "in"


def _is_counted(tags: Sequence[str], words: Sequence[str]) -> bool:
    """Whether the speakers are a number of people ("60% say"); a year is no count."""
    return any(tag == "CD" and not _is_year(word) for tag, word in zip(tags, words, strict=True))


def _is_year(word: str) -> bool:
    return word.isdigit() and len(word) == 4


def _head(tags: Sequence[str]) -> int:
    """The last noun before the first preposition, or the last token."""
    stop = next(
        (place for place, tag in enumerate(tags) if tag in ("IN", "WDT", "VBN") and place),
        len(tags),
    )
    nouns = [place for place in range(stop) if tags[place][:1] in "NPW"]
    return nouns[-1] if nouns else len(tags) - 1


def _content(reading: Reading, quotations: Quotations, draft: Draft) -> list[str]:
    cue = reading.starts[draft.lead.place]
    first, last = draft.spans[0], draft.spans[-1]
    size = sum(end - start for start, end in draft.spans)
    quoted = any(quotations.touching(span) for span in draft.spans)
    side = "after" if first[0] > cue else "before" if last[1] <= cue else "both"
    sense = draft.lead.cue.sense
    counts = has_number(reading, draft)
    share = any(_SHARE.search(reading.text, start, end) for start, end in draft.spans)
    opens = reading.text[first[0] : last[1]].split(maxsplit=1)[0].lower()
    return [
        f"share={share} {sense}",
        f"opens={opens}",
        f"opens={opens} {sense}",
        f"counts={counts} {sense}",
        f"counts={counts} {draft.lead.cue.name}",
        f"counts={counts} {draft.rules[0]}",
        f"side={side}",
        f"side={side} {draft.rules[0]} {sense}",
        f"size={min(int(math.log2(size + 1)), 10)}",
        f"size={min(int(math.log2(size + 1)), 10)} {sense}",
        f"quoted={quoted} {sense}",
        f"quoted={quoted} {draft.lead.cue.name}",
        f"cue quoted={quotations.at(cue) is not None}",
        f"cue quoted={quotations.at(cue) is not None} {sense}",
        f"headline={quotations.paragraph(cue) == 0}",
    ]
