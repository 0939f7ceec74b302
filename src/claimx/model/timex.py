"""When: a time expression in TIMEX3, and the calendar period that dates a claim."""

from dataclasses import dataclass
from datetime import date

from claimx.model.vocabulary import TimexMod, TimexType


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A time expression with its TIMEX3 type, value and mod (TimeML 1.2.1).

    `first` and `last` are the calendar days that the value covers, both included; None where the
    expression has no place in the calendar ("three weeks", "recently") or cannot be anchored.
    """

    text: str
    start: int
    end: int
    type: TimexType
    value: str
    mod: TimexMod | None = None
    first: date | None = None
    last: date | None = None
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A calendar period, `first` to `last`, both included, and the expression that gives it.

    The expression is the whole of it: "since the invasion began", "from 2015 to 2019", "by 2030".
    `text`, `start` and `end` are None where the context gives the period and no words do.
    `timex` is the TIMEX3 value of the expression's own time.
    """

    text: str | None
    start: int | None
    end: int | None
    first: date
    last: date
    timex: str | None = None
    rules: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise ValueError(f"period {self.text!r}: first {self.first} is after last {self.last}")
