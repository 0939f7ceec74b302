"""Which period dates a claim: all that its text offers, weighed against each other.

Every candidate, and the choice of no date at all, scores the sum of its features' weights; the
best one wins, and the softmax of the scores says how sure the choice is. The weights are learnt
from annotated news by `training/dates.py`.
"""

import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files
from typing import Protocol

from claimx.lexicon import Lexicon
from claimx.lexicon.claim_words import Telling
from claimx.model import Attribution, Period

from .context_dates import ContextDater, ReportedEvent
from .draft import Draft
from .link_dates import STATIC_UNITS, DateLinker, Offer, Told
from .phrases import by_form
from .reading import Reading, Sentence

# Earlier claims that may lend a claim their date: more than an article has, and few enough that a
# page of thousands of numbers is read in linear time.
_REMEMBERED = 100


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
        numbers = [draft.quantity for draft in drafts]
        dates = DateLinker(reading, periods, attributions, self._tellings, numbers)
        told = [self._context.told(reading, draft) for draft in drafts]
        event = self._context.event_of(reading, dates, told)
        choices: dict[int, Choice] = {}
        others: list[Told] = []
        for index in self.order(reading, drafts):
            recent = others[-_REMEMBERED:]
            carried = self._context.candidates(reading, told[index], recent, dates, event)
            own = tuple(dates.candidates(told[index]))
            rival = _rival(own)
            beside = [
                (period, rule, (*features, f"context-{rival}"))
                for period, rule, features in carried
            ]
            against = (*_no_date(told[index], recent, event), f"none-{rival}")
            nothing = Candidate(None, "no-date", against)
            offered = _merged((*own, *beside))
            choice = self._chooser.choose([nothing, *offered])
            choices[index] = _in_own_words(choice, told[index].sentence)
            others.append(replace(told[index], period=choices[index].period))
        return [choices[index] for index in range(len(told))]

    def order(self, reading: Reading, drafts: Sequence[Draft]) -> list[int]:
        """The order in which drafts are dated: the text, then the headline."""
        headline = reading.headline
        end = headline.end if headline else 0
        return sorted(range(len(drafts)), key=lambda index: drafts[index].quantity.start < end)


def _in_own_words(choice: Choice, sentence: Sentence) -> Choice:
    """A choice whose period keeps its words only where they stand in the claim's sentence."""
    period = choice.period
    if period is None or period.start is None or sentence.start <= period.start < sentence.end:
        return choice
    return replace(choice, period=replace(period, text=None, start=None, end=None))


def _rival(own: Sequence[Offer]) -> str:
    """What the claim's own sentence has for it: a period of its clause, of another, or none."""
    rules = {rule for _, rule, features in own if "record" not in features}
    for rule in ("date-in-clause", "date-in-sentence", "date-of-the-saying"):
        if rule in rules:
            return rule
    return "nothing-own"


def _merged(offers: Iterable[Offer]) -> Iterable[Candidate]:
    """One candidate for each period, with the features of all that offer it.

    "In 2020" may stand before the number and date the claim before as well; the first offer, which
    is the one of the claim's own sentence, names the rule.
    """
    merged: dict[object, Candidate] = {}
    for period, rule, features in offers:
        key = (period.first, period.last)
        known = merged.get(key, Candidate(period, rule, ()))
        merged[key] = replace(known, features=tuple(dict.fromkeys((*known.features, *features))))
    return merged.values()


def _no_date(told: Told, others: Sequence[Told], event: ReportedEvent | None) -> Iterator[str]:
    """What speaks for leaving a claim without a date."""
    yield from ("none", f"none-{told.tense}", f"none-{told.stance}")
    if told.quantity.unit in STATIC_UNITS:
        yield "none-static"
    if told.happening:
        yield "none-happening-in-event" if event else "none-happening"
    if told.sentence.heading:
        yield "none-heading"
    if told.quantity.unit is None and told.quantity.counted is None:
        yield "none-bare"
    if told.part:
        yield "none-part"
    if told.quoted:
        yield f"none-quoted-{told.tense}"
    yield f"none-role-{told.role}"
    unit = told.quantity.unit
    yield f"none-{'count' if unit is None else 'share' if unit == 'percentage' else 'measure'}"
    before = next((one for one in reversed(others) if one.sentence is told.sentence), None)
    if before is not None and before.period is None:
        yield "none-like-sibling"
