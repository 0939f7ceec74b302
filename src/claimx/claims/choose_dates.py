"""Which period dates a claim: all that its text offers, weighed against each other.

Every candidate, and the choice of no date at all, scores the sum of its features' weights; the
best one wins, and the softmax of the scores says how sure the choice is. The weights are learnt
from annotated news by `training/dates.py`.
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from importlib.resources import files
from typing import Protocol

from claimx.lexicon import Lexicon
from claimx.lexicon.claim_words import Telling
from claimx.model import Attribution, Period

from .context_dates import ContextDater
from .draft import Draft
from .link_dates import STATIC_UNITS, DateLinker, Told
from .phrases import by_form
from .reading import Reading


@dataclass(frozen=True, slots=True)
class Candidate:
    """A period that may date a claim (None: no date), why, and the features of the link."""

    period: Period | None
    rule: str
    features: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """The chosen period, the rule that offered it, and how likely it is right."""

    period: Period | None
    rule: str
    probability: float


class Chooser(Protocol):
    """What picks one of the candidates for a claim's date."""

    def choose(self, candidates: Sequence[Candidate]) -> Choice:
        """The candidate that dates the claim."""


class DateChooser:
    """Weighs the candidates for a claim's date by learnt weights."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._weights = weights

    def choose(self, candidates: Sequence[Candidate]) -> Choice:
        """The likeliest candidate."""
        weights = self._weights
        scores = [sum(weights.get(name, 0.0) for name in one.features) for one in candidates]
        best = max(range(len(scores)), key=scores.__getitem__)
        total = sum(math.exp(score - scores[best]) for score in scores)
        chosen = candidates[best]
        return Choice(chosen.period, chosen.rule, 1 / total)


def shipped_weights() -> dict[str, float]:
    """The weights of the candidates' features, as learnt."""
    path = files("claimx.claims") / "date_weights.json"
    weights: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))
    return weights


class Dater:
    """Dates the claims of a document."""

    def __init__(self, lexicon: Lexicon, chooser: Chooser) -> None:
        self._context = ContextDater(lexicon)
        self._tellings = frozenset(by_form(lexicon.of(Telling)))
        self._chooser = chooser

    def date(
        self,
        reading: Reading,
        drafts: Sequence[Draft],
        periods: Sequence[Period],
        attributions: Sequence[Attribution],
    ) -> list[Choice]:
        """The choice for each draft of a claim, in their order.

        The headline is dated last: what it counts is told with its day in the text below.
        """
        dates = DateLinker(reading, periods, attributions, self._tellings)
        event = self._context.event_of(reading, dates)
        told = [self._context.told(reading, draft) for draft in drafts]
        choices: dict[int, Choice] = {}
        others: list[Told] = []
        for index in self.order(reading, drafts):
            candidates = _candidates(reading, told[index], others, dates, self._context, event)
            choices[index] = self._chooser.choose(candidates)
            others.append(replace(told[index], period=choices[index].period))
        return [choices[index] for index in range(len(told))]

    def order(self, reading: Reading, drafts: Sequence[Draft]) -> list[int]:
        """The order in which drafts are dated: the text, then the headline."""
        headline = reading.headline
        end = headline.end if headline else 0
        return sorted(range(len(drafts)), key=lambda index: drafts[index].quantity.start < end)


def _candidates(
    reading: Reading,
    told: Told,
    others: Sequence[Told],
    dates: DateLinker,
    context: ContextDater,
    event: Period | None,
) -> list[Candidate]:
    """No date, and every period that a claim's sentence or context offers.

    A period that is offered twice ("in 2020" before the number, and by the claim before) is one
    candidate with the features of both.
    """
    offered: dict[tuple[date, date], Candidate] = {}
    own = [
        (dated.period, _own_rule(features), features) for dated, features in dates.candidates(told)
    ]
    carried = [
        (replace(period, text=None, start=None, end=None), rule, features)
        for period, rule, features in context.candidates(reading, told, others, dates, event)
    ]
    for period, rule, features in (*own, *carried):
        key = (period.first, period.last)
        known = offered.get(key)
        if known is None:
            offered[key] = Candidate(period, rule, tuple(features))
        else:
            both = tuple(dict.fromkeys((*known.features, *features)))
            offered[key] = replace(known, features=both)
    return [_no_date(told, others, event, bool(own)), *offered.values()]


def _own_rule(features: Sequence[str]) -> str:
    if "saying" in features:
        return "date-of-the-saying"
    in_clause = {"own-same-verb", "own-inside", "own-same-clause"}.intersection(features)
    return "date-in-clause" if in_clause else "date-in-sentence"


def _no_date(told: Told, others: Sequence[Told], event: Period | None, has_own: bool) -> Candidate:
    features = ["none", f"none-{told.tense}", f"none-{told.stance}"]
    if told.quantity.unit in STATIC_UNITS:
        features.append("none-static")
    if told.happening:
        features.append("none-happening-in-event" if event else "none-happening")
    if told.sentence.heading:
        features.append("none-heading")
    if has_own:
        features.append("none-though-offered")
    if told.quantity.unit is None and told.quantity.counted is None:
        features.append("none-bare")
    before = next((one for one in reversed(others) if one.sentence is told.sentence), None)
    if before is not None and before.period is None:
        features.append("none-like-sibling")
    return Candidate(None, "no-date", tuple(features))
