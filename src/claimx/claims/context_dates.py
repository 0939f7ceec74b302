"""Dates that the context gives: the event that a document reports, and what neighbours say.

"At least 12 people died when the dam broke on Sunday. ... Some 300 homes were destroyed": no words
date the homes, and yet a careful reader knows their day.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from claimx.lexicon import Lexicon
from claimx.lexicon.claim_words import Happening, Loss, RunningWar
from claimx.model import Period, Quantity, Stance

from .link_dates import DatedWords, DateLinker, is_now
from .phrases import phrase_pattern
from .reading import Reading, clause_verb
from .tense import Tense, tense_of

_LEAD_SENTENCES = 6
_RECENT = timedelta(days=10)
_LONGEST_EVENT = timedelta(days=4)
_CARRY_SENTENCES = 2
_SHORTEST_REPORT = timedelta(days=27)
_LONGEST_REPORT = timedelta(days=366)
_SMALL_FIGURE = 10
_LEAST_WAR_LOSS = 1000
_AROUND = 90
_MEASURED_IN_PASSING = frozenset(["kilometre", "mile", "metre", "hectare", "acre", "square metre"])


@dataclass(frozen=True, slots=True)
class Told:
    """A claim so far: its quantity, sentence, tense, stance and the period found for it."""

    quantity: Quantity
    sentence: int
    tense: Tense
    stance: Stance
    happening: bool
    period: Period | None


class ContextDater:
    """Dates claims by what the rest of their document says."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._happening = phrase_pattern(lexicon.of(Happening))
        self._loss = phrase_pattern(lexicon.of(Loss))
        self._wars = lexicon.of(RunningWar)

    def told(
        self, reading: Reading, quantity: Quantity, stance: Stance, period: Period | None
    ) -> Told:
        """What the context rules need to know of one claim."""
        verb = clause_verb(reading.head_of(quantity.start, quantity.end))
        return Told(
            quantity=quantity,
            sentence=reading.sentence_at(quantity.start).index,
            tense=tense_of(verb),
            stance=stance,
            happening=self._is_happening(reading, quantity),
            period=period,
        )

    def event_of(self, reading: Reading, dates: DateLinker) -> Period | None:
        """The period of the one dated event that the document's lead reports, if there is one."""
        published = reading.published
        if published is None:
            return None
        for sentence in reading.sentences[:_LEAD_SENTENCES]:
            if not self._happening.search(reading.text, sentence.start, sentence.end):
                continue
            for dated in dates.in_sentence(sentence.index):
                if is_now(dated.period):
                    continue
                if self._is_event_period(dated, published) and not dates.dates_a_saying(dated):
                    return dated.period
        return None

    def goes_on(self, told: Told, period: Period, event: Period | None) -> bool:
        """Whether "now" only says that an event's count goes on ("127 have now died")."""
        return is_now(period) and told.happening and told.tense == "perfect" and event is not None

    def date(
        self,
        reading: Reading,
        told: Told,
        earlier: Sequence[Told],
        dates: DateLinker,
        event: Period | None,
        saying: Period | None,
    ) -> tuple[Period | None, str]:
        """The period that the context gives a claim without its own, and the rule that found it."""
        if same := _same_figure(told, earlier):
            return _from_context(same), "same-figure-dated"
        if told.stance == "forecast":
            aim = _same_forecast(told, earlier)
            return (_from_context(aim), "forecast-carried") if aim else (None, "no-date")
        if told.stance == "hypothetical":
            return None, "no-date"
        if war := self._war_losses(reading, told, saying):
            return war, "losses-since-the-war-began"
        if told.happening:
            period, rule = self._event(reading, told, earlier, dates, event)
            if period is not None:
                return period, rule
        elif levels := _reported_levels(told, earlier):
            return _from_context(levels), "report-period-carried"
        if told.quantity.unit in _MEASURED_IN_PASSING:
            return None, "no-date"
        if saying is not None and (saying.last == reading.published or not told.happening):
            return saying, "date-of-the-saying"
        return None, "no-date"

    def _event(
        self,
        reading: Reading,
        told: Told,
        earlier: Sequence[Told],
        dates: DateLinker,
        event: Period | None,
    ) -> tuple[Period | None, str]:
        near = _running_event(told, earlier)
        if near is not None and event is not None and event.first <= near.first:
            near = None
        if near is None and (frame := _frame(reading, told, dates)):
            return _from_context(frame.period), "frame-carried"
        period = near or event
        if period is None:
            return None, "no-date"
        return _until(
            period, told, reading.published
        ), "event-carried" if near else "document-event"

    def _is_happening(self, reading: Reading, quantity: Quantity) -> bool:
        if quantity.unit in _MEASURED_IN_PASSING:
            return False
        sentence = reading.sentence_at(quantity.start)
        start = max(sentence.start, quantity.start - _AROUND)
        end = min(sentence.end, quantity.end + _AROUND)
        return self._happening.search(reading.text, start, end) is not None

    def _war_losses(self, reading: Reading, told: Told, saying: Period | None) -> Period | None:
        """Losses told in the perfect are added up from a war's first day to the day of telling."""
        quantity = told.quantity
        added_up = told.tense in ("perfect", "present") or (told.tense == "past" and saying)
        large = quantity.unit == "percentage" or not 1 <= (quantity.low or 0) < _LEAST_WAR_LOSS
        if reading.published is None or not added_up or not large:
            return None
        sentence = reading.sentences[told.sentence]
        words = reading.text[sentence.start : sentence.end]
        start = max(quantity.start - _AROUND // 2, sentence.start)
        if not self._loss.search(reading.text, start, min(quantity.end + _AROUND, sentence.end)):
            return None
        last = min(saying.last, reading.published) if saying else reading.published
        for war in self._wars:
            named = all(word in reading.text for word in war.words)
            if named and war.first < last and any(word in words for word in war.words):
                return Period(text=None, start=None, end=None, first=war.first, last=last)
        return None

    def _is_event_period(self, dated: DatedWords, published: date) -> bool:
        period = dated.period
        return (
            published - _RECENT <= period.first
            and period.last <= published
            and period.last - period.first <= _LONGEST_EVENT
        )


def _same_figure(told: Told, earlier: Sequence[Told]) -> Period | None:
    """The period of the same number of the same unit, told before."""
    a = told.quantity
    size = a.low if a.low is not None else a.high
    if (size or 0) <= _SMALL_FIGURE:
        return None
    for one in earlier:
        b = one.quantity
        if one.period and (a.low, a.high, a.unit) == (b.low, b.high, b.unit):
            return one.period
    return None


def _same_forecast(told: Told, earlier: Sequence[Told]) -> Period | None:
    """The period of an earlier forecast in this sentence, or of one about the same thing."""
    for one in reversed(earlier):
        if (
            one.stance != "forecast"
            or one.period is None
            or one.quantity.unit != told.quantity.unit
        ):
            continue
        if one.sentence == told.sentence or _of_words(one) & _of_words(told):
            return one.period
    return None


def _of_words(told: Told) -> set[str]:
    of = told.quantity.of
    return {word.lower() for word in of.text.split() if len(word) > 3} if of else set()


def _reported_levels(told: Told, earlier: Sequence[Told]) -> Period | None:
    """The month, quarter or year of the figures just before, which a report goes on telling."""
    if told.tense != "past" or not earlier:
        return None
    last = earlier[-1]
    if told.sentence - last.sentence > 1 or last.period is None or last.stance == "forecast":
        return None
    length = last.period.last - last.period.first
    return last.period if _SHORTEST_REPORT <= length <= _LONGEST_REPORT else None


def _frame(reading: Reading, told: Told, dates: DateLinker) -> DatedWords | None:
    """The period that opened the sentence before, in the same paragraph."""
    if told.sentence == 0:
        return None
    here, before = reading.sentences[told.sentence], reading.sentences[told.sentence - 1]
    return dates.frame(before.index) if here.paragraph == before.paragraph else None


def _running_event(told: Told, earlier: Sequence[Told]) -> Period | None:
    """The event of the sentences just before, which the claim goes on telling."""
    for one in reversed(earlier):
        if told.sentence - one.sentence > _CARRY_SENTENCES:
            return None
        if one.happening and one.period and one.period.last - one.period.first <= _LONGEST_EVENT:
            return one.period
    return None


def _until(period: Period, told: Told, published: date | None) -> Period:
    """An event's count that goes on ("have died", "are missing") runs up to publication."""
    running = told.tense in ("perfect", "present") and published is not None
    last = published if running and published is not None else period.last
    return replace(_from_context(period), last=max(last, period.last))


def _from_context(period: Period) -> Period:
    return replace(period, text=None, start=None, end=None)
