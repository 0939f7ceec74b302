"""For when a quantity holds: the period of its own sentence that dates it.

Nearest is not enough. "The mayor said on Monday that 40 homes burned" dates the saying; a period in
another clause dates that clause; a period at the head of a sentence frames all of it.
"""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from claimx.model import Attribution, Mention, Period, Quantity, Source

from .reading import Reading, Sentence, ancestors, clause_verb

_CLAUSE_EDGE = re.compile(
    r"[;:]|[—–]\s|,?\s(?:and|but|while|although|though|whereas|as|after|before|because|when)\s"
    r"|,\s(?:which|who|with|up from|down from|compared)\b",
    re.IGNORECASE,
)
_CONTRAST = re.compile(
    r"\b(?:from|compared (?:with|to)|than|versus|against|up from|down from)\b[^,;.]*$",
    re.IGNORECASE,
)
_DATELINE_END = re.compile(r"\s*(?:\([^)]{2,30}\)\s*)?[-–—:]")
_NOW = re.compile(r"now|currently|today|at present", re.IGNORECASE)
# "a 240 km border" has no date, "moved 5 km on Monday" has: a length needs a date in its own clause.
_STATIC_UNITS = frozenset(["kilometre", "mile", "metre", "foot", "hectare", "acre", "square metre"])
_STATIC_THRESHOLD = 3.0
_ADJACENT = 25


@dataclass(frozen=True, slots=True)
class DatedWords:
    """A period with what the sentence around it says: where it hangs and what it dates."""

    period: Period
    start: int
    end: int
    sentence: Sentence
    governor: Token
    fronted: bool


class DateLinker:
    """The periods of one document, asked quantity by quantity."""

    def __init__(
        self,
        reading: Reading,
        periods: Sequence[Period],
        attributions: Sequence[Attribution],
        tellings: Container[str],
    ) -> None:
        self._reading = reading
        self._tellings = tellings
        self._cues = {
            reading.token_at(one.cue.start).i for one in attributions if one.cue is not None
        }
        self._by_sentence: dict[int, list[DatedWords]] = {}
        for period in periods:
            if period.start is None or period.end is None:
                continue
            dated = self._dated_words(period, period.start, period.end)
            if not self._is_dateline(dated):
                self._by_sentence.setdefault(dated.sentence.index, []).append(dated)

    def in_sentence(self, index: int) -> Sequence[DatedWords]:
        """The periods of a sentence, datelines left out."""
        return self._by_sentence.get(index, ())

    def dates_a_saying(self, dated: DatedWords, attribution: Attribution | None = None) -> bool:
        """Whether a period says when something was said, not when it happened."""
        if dated.governor.i in self._cues or dated.governor.lower_ in self._tellings:
            return True
        if attribution is None:
            return False
        if any(piece.start <= dated.start < piece.end for piece in attribution.content):
            return False
        told = [*attribution.sources, *((attribution.cue,) if attribution.cue else ())]
        return any(self._touches(dated, mention) for mention in told)

    def _touches(self, dated: DatedWords, mention: Source | Mention) -> bool:
        """Whether at most two words stand between a period and who tells, in one sentence."""
        if mention.end < dated.sentence.start or mention.start >= dated.sentence.end:
            return False
        between = self._reading.text[min(mention.end, dated.end) : max(mention.start, dated.start)]
        return len(between.split()) <= 2 and not re.search(r"[,;]", between)

    def own(
        self, quantity: Quantity, attribution: Attribution | None
    ) -> tuple[DatedWords | None, str]:
        """The period of the quantity's own sentence that dates it, and the rule that says so."""
        reading = self._reading
        candidates = [
            dated
            for dated in self.in_sentence(reading.sentence_at(quantity.start).index)
            if not self.dates_a_saying(dated, attribution)
            and not dated.start <= quantity.start < dated.end
        ]
        if not candidates:
            return None, "no-date"
        scores = [self._score(dated, quantity, candidates) for dated in candidates]
        score = max(scores)
        best = candidates[scores.index(score)]
        if score <= (_STATIC_THRESHOLD if quantity.unit in _STATIC_UNITS else 0):
            return None, "no-date"
        return best, "date-in-clause" if score >= 2 else "date-in-sentence"

    def saying(self, quantity: Quantity, attribution: Attribution | None) -> DatedWords | None:
        """The period that says when the quantity was told."""
        sentence = self._reading.sentence_at(quantity.start)
        return next(
            (d for d in self.in_sentence(sentence.index) if self.dates_a_saying(d, attribution)),
            None,
        )

    def _score(
        self, dated: DatedWords, quantity: Quantity, candidates: Sequence[DatedWords]
    ) -> float:
        reading = self._reading
        before = dated.start < quantity.start
        between = reading.text[dated.end : quantity.start] if before else ""
        between = between or reading.text[quantity.end : dated.start]
        edges = len(_CLAUSE_EDGE.findall(between))
        score = 1.5 - 0.7 * edges - len(between) / 200
        head = reading.head_of(quantity.start, quantity.end)
        verb = clause_verb(head)
        if dated.governor.i == verb.i:
            score += 2
        elif any(token.i == dated.governor.i for token in (head, *ancestors(head))):
            score += 1
        elif any(token.i == head.i for token in ancestors(dated.governor)):
            score += 1.5
        elif dated.governor.tag_.startswith("N") and clause_verb(dated.governor).i != verb.i:
            score -= 1
        if not before and not edges and len(between) <= _ADJACENT:
            score += 1
        if dated.fronted and not any(
            dated.start < other.start < quantity.start for other in candidates
        ):
            score += 1 + 0.5 * edges
        if _CONTRAST.search(between):
            score -= 1.0 if before else 1.5
        if is_now(dated.period):
            score -= 0.5
        return score

    def _dated_words(self, period: Period, start: int, end: int) -> DatedWords:
        reading = self._reading
        sentence = reading.sentence_at(start)
        head = reading.head_of(start, end)
        governor = head.head
        if governor.tag_ in ("IN", "TO") and governor.head.i != governor.i:
            governor = governor.head
        before = reading.text[sentence.start : start].strip(" \"'“‘").split()
        return DatedWords(period, start, end, sentence, governor, fronted=len(before) <= 3)

    def frame(self, index: int) -> DatedWords | None:
        """The period that opens a sentence and frames what it and the next ones tell."""
        return next((dated for dated in self.in_sentence(index) if dated.fronted), None)

    def _is_dateline(self, dated: DatedWords) -> bool:
        reading, sentence = self._reading, dated.sentence
        if reading.published is None or dated.period.first != reading.published:
            return False
        if dated.period.first != dated.period.last:
            return False
        line = reading.text[sentence.start : sentence.end]
        if sentence.heading and len(line.split()) <= 10 and any(c.isdigit() for c in line):
            return True
        opening = dated.start - sentence.start <= 40 and sentence.index <= 4
        return opening and _DATELINE_END.match(reading.text, dated.end) is not None


def is_now(period: Period) -> bool:
    """Whether a period is a mere "now": it dates a level, not an event that goes on."""
    return _NOW.fullmatch(period.text or "") is not None
