"""What a rule makes of a match, and what it may know of the text around it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from claimx.model import TimexMod, TimexType
from claimx.timexes.grammar import Match
from claimx.timexes.tense import Tenses
from claimx.timexes.values import Span, days_of, unit_of

_MODS: dict[str, TimexMod] = {"START": "START", "MID": "MID", "END": "END"}


# A year told before: "26 July of the same year", "in May the following year".
TOLD_YEAR = (
    """(?: COMMA? OF? [THE THAT]? [SAME FOLLOWING NEXT PREVIOUS THAT]:that UNIT:that_unit )"""
)
_COMPARED_FROM = re.compile(r"\b(?:up|down) from\b[^.;]*$")


@dataclass(frozen=True, slots=True)
class Reading:
    """A TIMEX3 type and value; `span` where the days are not those of the value."""

    type: TimexType
    value: str
    mod: TimexMod | None = None
    span: Span | None = None

    def days(self) -> Span | None:
        """The days that are read here, None if they have no place in the calendar."""
        return self.span or (days_of(self.value) if self.type in {"DATE", "TIME"} else None)


@dataclass(slots=True)
class Context:
    """The text so far: publication date, the dates mentioned, and the tenses of its verbs.

    `cues` are the lexicon's lists of words around time expressions. In a `narrative`, history told
    long after, a month belongs to the year told last.
    """

    published: date | None
    tenses: Tenses
    cues: Mapping[str, frozenset[str]]
    day_first: bool = False
    narrative: bool = False
    mentions: list[tuple[int, str]] = field(default_factory=list)

    def mention(self, offset: int, value: str) -> None:
        """Take note of a date, so that later ones can be read against it."""
        self.mentions.append((offset, value))

    def mentioned(
        self, match: Match, units: str = "", *, sentences: int = 4, year: int | None = None
    ) -> str | None:
        """The last date mentioned of one of these units and that year, so many sentences back."""
        here = self.tenses.sentence(match.offset)
        reach = 40 if self.narrative else sentences
        for place, value in reversed(self.mentions):
            if here - self.tenses.sentence(place) > reach:
                return None
            if (not units or unit_of(value) in units.split()) and (
                year is None or value.startswith(str(year))
            ):
                return value
        return None

    def that_year(self, match: Match, told: str) -> str:
        """The year told, the one after or before it: "in March of that year", "the next year"."""
        return f"{int(told[:4]) + int(match.value('that')):04}"

    def year_set(self, match: Match) -> str:
        """The year that the passage has just set where no publication is known, else XXXX.

        "In 2018 it moved. In March ...", but not "the fourth strike since 2018 began in March".
        """
        here, text = self.tenses.sentence(match.offset), match.lexemes.text
        for place, value in reversed(self.mentions):
            unit = unit_of(value)
            if unit not in {"Y", "M", "D"}:
                continue
            sets = unit != "Y" or text[max(0, place - 3) : place].lower() == "in "
            return value[:4] if sets and here - self.tenses.sentence(place) <= 1 else "XXXX"
        return "XXXX"

    def reported(self, match: Match) -> str | None:
        """The period of this year that figures are given for here: a quarter, month or day told."""
        year = self.published.year if self.published else None
        return (
            self.mentioned(match, "Q", sentences=1, year=year)
            or self.mentioned(match, "H M D", sentences=1, year=year)
            or self.mentioned(match, "Q", sentences=3, year=year)
        )

    def reference(self, match: Match) -> date | None:
        """The day against which "the next day" is read: the last date told, else publication."""
        told = self.mentioned(match)
        days = days_of(told) if told else None
        return days[0] if days else self.published

    def lies(self, match: Match) -> int:
        """1 where the time lies ahead, -1 behind, by its tense or a word like "until" before it."""
        before = match.lexemes.before(match.first)
        if before in self.cues["ahead"]:
            return 1
        if _COMPARED_FROM.search(match.lexemes.text, max(0, match.offset - 50), match.offset):
            return -1  # "up from 29% in October"
        if match.has("month") and self.tenses.modifies_noun(match.last_offset):
            return 0  # "a June deadline" says nothing of when it was given
        direction = self.tenses.direction(match.offset)
        return 1 if direction == 0 and before in self.cues["deadline"] else direction

    def is_ahead(self, match: Match) -> bool:
        """Whether the time lies ahead."""
        return self.lies(match) > 0


Reader = Callable[[Match, Context], Reading | None]


def mod_of(match: Match) -> TimexMod | None:
    """START, MID or END where the match has "early", "mid-" or "the end of"."""
    return _MODS.get(match.value("mod") or match.value("part_mod") or match.value("edge"))


def date_reading(value: str | None, mod: TimexMod | None = None) -> Reading | None:
    """A DATE with that value; None where the calendar has no such day."""
    if value is None or not ("X" in value or days_of(value)):
        return None
    return Reading("DATE", value, mod)


def unknown_value(unit: str) -> str:
    """The value of a unit that nothing anchors: ``unknown_value("M")`` is XXXX-XX."""
    values = {
        "D": "XXXX-XX-XX",
        "W": "XXXX-WXX",
        "WE": "XXXX-WXX-WE",
        "M": "XXXX-XX",
        "Q": "XXXX-QX",
    }
    return values.get(unit, "XXXX")
