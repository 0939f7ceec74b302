"""How likely a claim is right: the probability that value, sources and date all are.

Each field has a logistic model over what the rooms say of it; a fourth turns the three into one
probability. The weights are learnt from annotated news by `training/confidence.py`, on documents
whose dates were chosen without them.
"""

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from typing import Literal

from claimx.model import Attribution, FieldConfidence, Quantity

from .choose_dates import Choice
from .draft import Draft
from .reading import Reading, Sentence

Field = Literal["value", "sources", "date"]
Features = Mapping[str, float]

_LEAST, _MOST = 0.01, 0.99
_NEXT = 3
_SHORT = 60
_SURE = 0.9


class Assessor:
    """Tells how sure the fields of a claim are."""

    def __init__(self) -> None:
        weights = files("claimx.claims") / "confidence_weights.json"
        self._weights: dict[str, dict[str, float]] = json.loads(weights.read_text(encoding="utf-8"))

    def assess(
        self,
        reading: Reading,
        draft: Draft,
        choice: Choice,
        attributions: Sequence[Attribution],
    ) -> tuple[float, FieldConfidence]:
        """The confidence of a claim and of its three attributing fields."""
        features = field_features(reading, draft, choice, attributions)
        fields = {name: self._probability(name, features[name]) for name in features}
        whole = self._probability("all", whole_features(fields))
        confidences = FieldConfidence(
            value=fields["value"], sources=fields["sources"], date=fields["date"]
        )
        return whole, confidences

    def _probability(self, model: str, features: Features) -> float:
        weights = self._weights.get(model, {})
        score = sum(weights.get(name, 0.0) * size for name, size in features.items())
        return round(min(max(1 / (1 + math.exp(-score)), _LEAST), _MOST), 3)


def field_features(
    reading: Reading, draft: Draft, choice: Choice, attributions: Sequence[Attribution]
) -> dict[Field, Features]:
    """What speaks for and against each field."""
    return {
        "value": dict.fromkeys(_value(draft.quantity), 1.0),
        "sources": _with_size(_sources(reading, draft, attributions), _trust(draft.attribution)),
        "date": _with_size(_date(draft, choice), log_odds(choice.probability)),
    }


def whole_features(fields: Mapping[Field, float]) -> Features:
    """What the three fields' probabilities say of the whole."""
    return {"any": 1.0, **{name: log_odds(probability) for name, probability in fields.items()}}


def log_odds(probability: float) -> float:
    """The log odds of a probability, kept within reason."""
    bounded = min(max(probability, _LEAST), _MOST)
    return math.log(bounded / (1 - bounded))


def _with_size(names: Iterator[str], size: float) -> Features:
    return {**dict.fromkeys(names, 1.0), "size": size}


def _trust(attribution: Attribution | None) -> float:
    return log_odds(attribution.confidence) if attribution else 0.0


def _value(quantity: Quantity) -> Iterator[str]:
    yield "any"
    yield f"comparator-{quantity.comparator}"
    yield "measure" if quantity.unit else "count" if quantity.counted else "bare"
    if quantity.change:
        yield "change"
    if not any(character.isdigit() for character in quantity.text):
        yield "words"
    yield from quantity.rules


def _sources(reading: Reading, draft: Draft, attributions: Sequence[Attribution]) -> Iterator[str]:
    yield "any"
    start = draft.quantity.start
    sentence = reading.sentence_at(start)
    attribution = draft.attribution
    if attribution is None:
        yield "silent"
        if sentence.heading:
            yield "silent-heading"
        yield from _silence(reading, sentence, attributions)
        return
    yield f"quotation-{attribution.quotation}"
    yield from (f"rule-{rule}" for rule in attribution.rules)
    if len(attribution.sources) > 1:
        yield "several"
    if any(source.inherited for source in attribution.sources):
        yield "inherited"
    if any(source.name is None for source in attribution.sources):
        yield "unnamed"
    kinds = {source.kind or "unknown" for source in attribution.sources}
    yield from (f"kind-{kind}" for kind in sorted(kinds))


def _silence(
    reading: Reading, sentence: Sentence, attributions: Sequence[Attribution]
) -> Iterator[str]:
    """Who speaks around a number that nobody is said to vouch for."""
    contents = [piece for one in attributions for piece in one.content]
    if not contents:
        yield "silent-document"
    if any(one.cue and sentence.start <= one.cue.start < sentence.end for one in attributions):
        yield "silent-cue-here"
    if any(piece.start < sentence.start <= piece.end + _NEXT for piece in contents):
        yield "silent-cue-before"
    paragraph = sentence.paragraph
    if any(reading.sentence_at(piece.start).paragraph == paragraph for piece in contents):
        yield "silent-cue-in-paragraph"
    if sentence.end - sentence.start < _SHORT:
        yield "silent-short"
    if reading.text[sentence.start] in "\"'“‘" or reading.text[sentence.end - 1] in "\"'”’":
        yield "silent-quoted"


def _date(draft: Draft, choice: Choice) -> Iterator[str]:
    yield "any"
    yield f"by-{choice.rule}"
    yield f"stance-{draft.stance}"
    yield "count" if draft.quantity.unit is None else "measure"
    if choice.period is None:
        yield "none-sure" if choice.probability > _SURE else "none-unsure"
    if choice.period is None:
        return
    days = (choice.period.last - choice.period.first).days
    yield "one-day" if days == 0 else "days" if days < 8 else "months" if days < 120 else "long"
    yield from (f"rule-{rule}" for rule in choice.period.rules)
