"""The kinds of lexicon entries that the timexes room reads."""

from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeWord:
    """A word of the time grammar: the role it plays there and what it means in that role.

    A form that is written with a capital is only read where the text has one ("May", "March").
    `doubtful` forms are other words as often, and need a context that makes them time.
    """

    name: str
    forms: tuple[str, ...]
    role: str
    value: str = ""
    doubtful: bool = False
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeCue:
    """Words that stand around time expressions and tell how to read them."""

    name: str
    forms: tuple[str, ...]
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday:
    """A feast or fixed occasion: a day in the year, or a number of days from Easter Sunday.

    `day` is "12-25" for a fixed day or "11-4-4" for the fourth (third part) Thursday (4) of
    November; "-1" for the third part is the last one. `easter` counts days from Easter.
    """

    name: str
    forms: tuple[str, ...]
    day: str | None = None
    easter: int | None = None
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A well-known event with its days, and the wording that names it.

    `context` are words of which the document must have one, where the wording alone does not say
    which event is meant ("the invasion"). An event without `last` has a beginning only. "Since"
    counts from its first day, or from its last where `since` says so.
    """

    name: str
    forms: tuple[str, ...]
    first: date
    last: date | None = None
    since: Literal["first", "last"] = "first"
    context: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()


KINDS: dict[str, type] = {
    "time_word": TimeWord,
    "time_cue": TimeCue,
    "holiday": Holiday,
    "event": Event,
}
