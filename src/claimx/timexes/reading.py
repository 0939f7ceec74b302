"""What a rule makes of a match, and what it may know of the text around it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from claimx.model import TimexMod, TimexType
from claimx.timexes.grammar import Match
from claimx.timexes.tense import Tenses
from claimx.timexes.values import Span, days_of, unit_of


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
    """The text so far: publication date, the dates mentioned, and the tenses of its verbs."""

    published: date | None
    tenses: Tenses
    day_first: bool = False
    narrative: bool = False
    mentions: list[tuple[int, str]] = field(default_factory=list)

    def mention(self, offset: int, value: str) -> None:
        """Take note of a date, so that later ones can be read against it."""
        self.mentions.append((offset, value))

    def mentioned(
        self, offset: int, units: str = "", *, sentences: int = 3, year: int | None = None
    ) -> str | None:
        """The last date mentioned of one of these units and that year, so many sentences back."""
        here = self.tenses.sentence(offset)
        for place, value in reversed(self.mentions):
            if here - self.tenses.sentence(place) > sentences:
                return None
            if place < offset and (
                (not units or unit_of(value) in units.split())
                and (year is None or value.startswith(str(year)))
            ):
                return value
        return None

    def reported(self, offset: int) -> str | None:
        """The period that figures are given for here: a quarter, month, half or day told."""
        year = self.published.year if self.published else None
        return (
            self.mentioned(offset, "Q", sentences=1, year=year)
            or self.mentioned(offset, "H M D", sentences=1, year=year)
            or self.mentioned(offset, "Q", sentences=3, year=year)
        )

    def reference(self, offset: int) -> date | None:
        """The day against which "the next day" is read: the last date told, else publication."""
        told = self.mentioned(offset, sentences=40 if self.narrative else 4)
        days = days_of(told) if told else None
        return days[0] if days else self.published


Reader = Callable[[Match, Context], Reading | None]


def offset_of(match: Match) -> int:
    """The character where a match begins."""
    return match.lexemes.starts[match.first]
