"""What a frame is told of the text, and the days that a time expression has within it."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from claimx.lexicon.time_words import Event
from claimx.model import Period, Timex
from claimx.timexes.grammar import Match
from claimx.timexes.tense import Tenses
from claimx.timexes.values import Span, add_months, unit_of

DAY = timedelta(1)
PREPOSITION = "[IN ON AT OVER FOR WITHIN THROUGHOUT DURING]"
NEAR = 300  # characters: figures of a period follow it at most so far away


@dataclass(frozen=True, slots=True)
class FrameContext:
    """What a frame may know: publication date, all time expressions, and the events named."""

    published: date | None
    timexes: Sequence[Timex]
    event: Callable[[str], Event | None]
    text: str
    tenses: Tenses
    found: Sequence[Period]
    cues: Mapping[str, frozenset[str]]

    def same_sentence(self, one: int, other: int) -> bool:
        """Whether two characters stand in the same sentence."""
        return self.tenses.sentence(one) == self.tenses.sentence(other)

    def timex(self, match: Match, name: str) -> Timex:
        """The time expression that is the group."""
        return self.timexes[int(match.value(name))]


Frame = Callable[[Match, FrameContext], Span | None]


def own_days(timex: Timex) -> Span | None:
    """The days of an expression; its first or last third where it says "early" or "late"."""
    if timex.first is None or timex.last is None:
        return None
    first, last = timex.first, timex.last
    if timex.mod not in {"START", "MID", "END"} or first == last:
        return first, last
    if timex.mod != "MID" and not EARLY_OR_LATE.search(timex.text):  # "the end of 2023" is a day
        return (first, first) if timex.mod == "START" else (last, last)
    unit = unit_of(timex.value)
    if unit == "M":
        ends = {"START": (1, 10), "MID": (11, 20), "END": (21, last.day)}[timex.mod]
        return first.replace(day=ends[0]), first.replace(day=ends[1])
    if unit in {"Y", "E"}:
        months = _MONTHS[unit, timex.mod]
        end = add_months(first, months[1]) - DAY
        return add_months(first, months[0]), end
    return first, last


EARLY_OR_LATE = re.compile(r"\b(?:early|late|earlier|later)\b", re.IGNORECASE)
# Months from the start: a year's early and late parts are its outer quarters, a decade's thirds.
_MONTHS = {
    ("Y", "START"): (0, 3),
    ("Y", "MID"): (3, 9),
    ("Y", "END"): (9, 12),
    ("E", "START"): (0, 48),
    ("E", "MID"): (36, 84),
    ("E", "END"): (72, 120),
}
