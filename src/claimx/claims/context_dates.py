"""Dates that the context gives: the event that a document reports, and what neighbours say.

"At least 12 people died when the dam broke on Sunday. ... Some 300 homes were destroyed": no words
date the homes, and yet a careful reader knows their day. Each period that the context offers comes
with the features by which `DateChooser` weighs it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from claimx.lexicon import Lexicon
from claimx.lexicon.claim_words import Fieldwork, Happening, Loss, RunningWar, Survey
from claimx.model import Mention, Period, Quantity

from .carried_dates import LONGEST_EVENT, carried_dates
from .compared_dates import compared_dates
from .comparison_roles import role_of
from .draft import Draft
from .link_dates import STATIC_UNITS, DatedWords, DateLinker, Offer, Told, is_now
from .noun_phrases import event_verb
from .phrases import phrase_pattern
from .reading import Reading, clause_verb
from .tense import tense_of

_LEAD_SENTENCES = 6
# "Two of the dead", "half of them": a part of what was just told.
_PART = re.compile(r"\s(?:\w+\s)?(?:of|in) (?:the|them|those|these|whom|which|its|their)\b")
_SURVEY_LEAD = 3  # sentences: a document that opens with a survey tells of it further down
_RECENT = timedelta(days=10)
_AROUND = 90
_LONGEST_QUOTE = 800
_LEAST_WAR_LOSS = 1000
_WHOLE_REPORT = 0.6
_SHARE_UNITS = frozenset(["percentage", "percentage point"])


@dataclass(frozen=True, slots=True)
class ReportedEvent:
    """The event that a document's lead dates, and whether the document tells of little else."""

    period: Period
    is_all: bool


class ContextDater:
    """Offers periods for a claim from what the rest of its document says."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._happening = phrase_pattern(lexicon.of(Happening))
        self._loss = phrase_pattern(lexicon.of(Loss))
        self._wars = lexicon.of(RunningWar)
        self._survey = phrase_pattern(lexicon.of(Survey))
        self._fieldwork = phrase_pattern(lexicon.of(Fieldwork))

    def told(self, reading: Reading, draft: Draft) -> Told:
        """What the date rules need to know of one claim."""
        quantity = draft.quantity
        head = reading.noun_of(quantity.start, quantity.end)
        verb = clause_verb(head)
        sentence = reading.sentence_at(quantity.start)
        return Told(
            quantity=quantity,
            sentence=sentence,
            verb=verb,
            head=head,
            tense=tense_of(event_verb(head) or verb),
            stance=draft.stance,
            happening=self._is_happening(reading, quantity),
            attribution=draft.attribution,
            measure=_words(quantity.of),
            part=_PART.match(reading.text, quantity.end) is not None,
            quoted=_is_quoted(reading.text, quantity.start),
            role=role_of(reading, sentence, quantity),
        )

    def event_of(
        self, reading: Reading, dates: DateLinker, told: Sequence[Told]
    ) -> ReportedEvent | None:
        """The one dated event that the document's lead reports, if there is one."""
        published = reading.published
        if published is None:
            return None
        for sentence in reading.sentences[:_LEAD_SENTENCES]:
            if not self._happening.search(reading.text, sentence.start, sentence.end):
                continue
            for dated in dates.in_sentence(sentence.index):
                if is_now(dated.period) or dates.dates_a_saying(dated):
                    continue
                if _is_event_period(dated, published):
                    share = sum(one.happening for one in told) / max(len(told), 1)
                    return ReportedEvent(dated.period, is_all=share >= _WHOLE_REPORT)
        return None

    def candidates(
        self,
        reading: Reading,
        told: Told,
        others: Sequence[Told],
        dates: DateLinker,
        event: ReportedEvent | None,
    ) -> Iterator[Offer]:
        """The periods that the context offers, each with its rule and features.

        `others` are the claims dated so far, in text order.
        """
        yield from carried_dates(reading, told, others, dates)
        yield from compared_dates(reading, told, dates)
        if war := self._war_losses(reading, told, dates):
            yield war, "losses-since-the-war-began", ["war-losses", f"war-{told.tense}"]
        yield from self._survey_dates(reading, told, dates)
        if event is not None:
            yield from _event(reading, told, event)

    def _survey_dates(self, reading: Reading, told: Told, dates: DateLinker) -> Iterator[Offer]:
        """The days on which a survey was taken, told anywhere, for its shares."""
        if told.quantity.unit not in _SHARE_UNITS:
            return
        source = told.attribution and any(
            self._survey.search(one.name or one.text) for one in told.attribution.sources
        )
        if told.attribution and not source:
            return
        field = self._field_period(reading, dates)
        if field is None:
            return
        named = self._survey.search(reading.text, told.sentence.start, told.sentence.end)
        lead = reading.sentences[:_SURVEY_LEAD][-1].end
        topic = self._survey.search(reading.text, 0, lead)
        kinds = [f"survey-{told.tense}", f"survey-{told.role}"]
        if source or named:
            kinds += ["survey", "survey-source" if source else "survey-named"]
        elif topic:
            kinds += ["survey-topic"]
        else:
            return
        yield field, "survey-days", kinds

    def _field_period(self, reading: Reading, dates: DateLinker) -> Period | None:
        for sentence in reading.sentences:
            dated = dates.in_sentence(sentence.index)
            if not dated or not self._survey.search(reading.text, sentence.start, sentence.end):
                continue
            for one in dated:
                lead = max(one.start - _AROUND, sentence.start)
                if self._fieldwork.search(reading.text, lead, one.start):
                    return one.period
        return None

    def _is_happening(self, reading: Reading, quantity: Quantity) -> bool:
        if quantity.unit in STATIC_UNITS:
            return False
        sentence = reading.sentence_at(quantity.start)
        start = max(sentence.start, quantity.start - _AROUND)
        end = min(sentence.end, quantity.end + _AROUND)
        return self._happening.search(reading.text, start, end) is not None

    def _war_losses(self, reading: Reading, told: Told, dates: DateLinker) -> Period | None:
        """Losses told in the perfect are added up from a war's first day to the day of telling."""
        quantity, sentence, published = told.quantity, told.sentence, reading.published
        said = [
            dated.period
            for dated in dates.in_sentence(sentence.index)
            if dates.dates_a_saying(dated, told.attribution)
        ]
        added_up = told.tense in ("perfect", "present") or (told.tense == "past" and said)
        large = quantity.unit == "percentage" or not 1 <= (quantity.low or 0) < _LEAST_WAR_LOSS
        if published is None or not added_up or not large:
            return None
        start = max(quantity.start - _AROUND // 2, sentence.start)
        if not self._loss.search(reading.text, start, min(quantity.end + _AROUND, sentence.end)):
            return None
        last = min(said[0].last, published) if said else published
        words = reading.text[sentence.start : sentence.end]
        for war in self._wars:
            named = all(word in reading.text for word in war.words)
            if named and war.first < last and any(word in words for word in war.words):
                return Period(text=None, start=None, end=None, first=war.first, last=last)
        return None


def _words(of: Mention | None) -> frozenset[str]:
    return (
        frozenset(word.lower() for word in of.text.split() if len(word) > 3) if of else frozenset()
    )


def _is_quoted(text: str, place: int) -> bool:
    """Whether a quotation is open at a place of its paragraph."""
    lead = text[max(0, place - _LONGEST_QUOTE) : place].rpartition("\n")[2]
    return lead.rfind("“") > lead.rfind("”") or lead.count('"') % 2 == 1


def _is_event_period(dated: DatedWords, published: date) -> bool:
    period = dated.period
    recent = published - _RECENT <= period.first and period.last <= published
    return recent and period.last - period.first <= LONGEST_EVENT


def _event(reading: Reading, told: Told, event: ReportedEvent) -> Iterator[Offer]:
    """The document's event, and the event up to publication for counts that go on."""
    kind = "happening" if told.happening else "figure"
    kind = "static" if told.quantity.unit in STATIC_UNITS else kind
    shared = [f"{kind}-{told.tense}", f"{kind}-{told.stance}"]
    if told.sentence.heading:
        shared.append(f"{kind}-heading")
    shared.append(f"{kind}-in-report" if event.is_all else f"{kind}-in-passing")
    period = event.period
    yield period, "document-event", ["event", *(f"event-{feature}" for feature in shared)]
    published = reading.published
    if published is not None and period.last < published:
        running = replace(period, last=published)
        yield running, "event-goes-on", ["going-on", *(f"going-on-{feature}" for feature in shared)]
