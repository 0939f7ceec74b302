"""Rules for durations: "three weeks", "the past 24 hours", "recent months", "a two-day meeting"."""

import re
from datetime import timedelta

from claimx.model import TimexMod
from claimx.timexes.grammar import Match, Rule
from claimx.timexes.numbers import number_of
from claimx.timexes.reading import Context, Reader, Reading
from claimx.timexes.relative import is_plural
from claimx.timexes.values import Span, shift

_MODS: dict[str, TimexMod] = {
    "APPROX": "APPROX",
    "MORE_THAN": "MORE_THAN",
    "LESS_THAN": "LESS_THAN",
    "EQUAL_OR_MORE": "EQUAL_OR_MORE",
    "EQUAL_OR_LESS": "EQUAL_OR_LESS",
}
# "$1.76 a year", "four flights a week": what comes before is counted for each unit.
_RATE = re.compile(r"(?:\d[\d.,]*|million|billion|thousand|times|once|twice|hours)\s*$")


def duration_rules() -> tuple[Rule[Reader], ...]:
    """The rules, the more telling first."""
    return (
        Rule(
            "running-duration",
            """(?: THE? [LAST PAST PREVIOUS NEXT COMING]:rel | THE FOLLOWING:after )
            COUNT:count OF? UNIT:unit""",
            _running,
        ),
        Rule("vague-duration", "[RECENT COMING PAST] UNIT:unit", _plural_units),
        Rule(  # without the article of the noun that follows: "a two-day meeting"
            "duration",
            "APPROX:mod? [VAGUE CARDINAL NUMBER DAYNUM]:count DASH UNIT:unit (?! DASH? OLD )",
            _duration,
        ),
        Rule(
            "duration",
            """APPROX:mod? THE? ORDINAL? COUNT:count MORE? UNIT:unit (?: AND A:half HALF )?
            (?! DASH? OLD )""",
            _duration,
        ),
        Rule("vague-duration", "UNIT:unit (?! DASH? OLD )", _plural_units),
    )


def duration_value(count: float | None, unit: str) -> str:
    """The TIMEX3 value of so many units.

    >>> duration_value(2.5, "Y")
    'P2Y6M'
    """
    prefix = "PT" if unit[0] == "T" else "P"
    if count is None:
        return f"{prefix}X{unit[-1]}"
    if (count, unit) == (1, "E"):
        return "P1E"
    times, unit = {"E": (10, "Y"), "C": (100, "Y"), "L": (1000, "Y"), "F": (2, "W")}.get(
        unit, (1, unit)
    )
    whole, part = divmod(count * times, 1)
    smaller = {"Y": (12, "M"), "TH": (60, "M"), "TM": (60, "S")}.get(unit)
    if part and smaller:
        rest = f"{round(part * smaller[0])}{smaller[1]}"
        return f"{prefix}{int(whole)}{unit[-1]}{rest}" if whole else f"{prefix}{rest}"
    return f"{prefix}{count * times:g}{unit[-1]}"


def _running(match: Match, context: Context) -> Reading | None:
    unit, count = match.value("unit"), number_of(match.lexemes, *match.span("count"))
    direction = int(match.value("rel") or match.value("after"))
    told = context.narrative or not count  # "the next nine months" are not those to come
    span = None if told else _span(context, direction, max(1, int(count or 1)), unit)
    return Reading("DURATION", duration_value(count, unit), span=span)


def _span(context: Context, direction: int, count: int, unit: str) -> Span | None:
    """So many units up to publication, that day included, or from the day after it on."""
    published, day = context.published, timedelta(1)
    if published is None or unit in {"TM", "TS"}:
        return None
    if unit == "TH":  # "the past 24 hours" began on the day before
        first = shift(published, -((count + 23) // 24), "D")
        return (first, published) if first and direction < 0 else None
    far = shift(published, direction * count, unit)
    if far is None:
        return None
    return (far + day, published) if direction < 0 else (published + day, far)


def _duration(match: Match, context: Context) -> Reading | None:  # noqa: ARG001  every rule takes both
    unit, count = match.value("unit"), number_of(match.lexemes, *match.span("count"))
    if unit == "WE" or (unit == "Q" and is_plural(match, "unit") and "-" in match.text):
        return None  # "three-quarters" is a share
    before = match.lexemes.text[max(0, match.offset - 12) : match.offset]
    if match.surface("count").lower() in {"a", "an"} and _RATE.search(before):
        return None
    if match.has("half") and count is not None:
        count += 0.5
    return Reading("DURATION", duration_value(count, unit), _MODS.get(match.value("mod")))


def _plural_units(match: Match, context: Context) -> Reading | None:  # noqa: ARG001
    if not is_plural(match, "unit") or match.value("unit") == "WE":
        return None
    return Reading("DURATION", duration_value(None, match.value("unit")))
