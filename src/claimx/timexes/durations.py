"""Rules for durations, sets and references: "three weeks", "every Thursday", "recently"."""

import re
from datetime import timedelta

from claimx.model import TimexMod
from claimx.timexes.explicit import mod_of
from claimx.timexes.grammar import Match, Rule
from claimx.timexes.numbers import number_of
from claimx.timexes.reading import Context, Reader, Reading
from claimx.timexes.relative import is_plural
from claimx.timexes.values import Span, shift

_APPROX = "(?:APPROX:approx)?"


def duration_rules() -> tuple[Rule[Reader], ...]:
    """The rules, the more telling first."""
    table: tuple[tuple[str, str, Reader], ...] = (
        ("each-weekday", "EACH WEEKDAY:weekday(?:DAYPART:part)?", _each_weekday),
        ("each-weekday", "WEEKDAYS:weekday", _each_weekday),
        ("each-month", "EACH MONTH:month", _each_month),
        ("each-unit", "EACH (?:OTHER)?UNIT:unit", _each_unit),
        ("frequency", "FREQUENCY:frequency", _frequency),
        (
            "running-duration",
            rf"(?:(?:THE)?[LAST PAST PREVIOUS NEXT COMING]:rel |THE FOLLOWING:after )COUNT:count(?:OF)?UNIT:unit",
            _running,
        ),
        ("recent-units", "[RECENT COMING PAST]UNIT:unit", _vague_units),
        ("compound-duration", f"{_APPROX}COUNT:count DASH UNIT:unit(?!DASH?OLD)", _duration),
        (
            "duration",
            rf"{_APPROX}(?:THE)?(?:ORDINAL)?COUNT:count MORE?UNIT:unit(?:AND A:half HALF)?(?!DASH?OLD|OLD)",
            _duration,
        ),
        ("bare-units", "UNIT:unit(?!DASH?OLD)", _bare_units),
        ("reference", "REF:ref", _reference),
        ("now", "NOW:ref", _reference),
        ("the-past", "THE PAST:ref(?=[OTHER COMMA BREAK IN OF])", _the_past),
        ("recent", "[CURRENT RECENT]:ref", _adjective),
    )
    return tuple(Rule(name, pattern, read) for name, pattern, read in table)


def duration_value(count: float | None, unit: str) -> str:
    """The TIMEX3 value of so many units: ``duration_value(2.5, "Y")`` is P2Y6M."""
    times = {"E": 10, "C": 100, "L": 1000}
    if (count, unit) == (1, "E"):
        return "P1E"
    if count is None:
        return f"P{'T' if unit[0] == 'T' else ''}X{unit[-1]}"
    if unit in times:
        count, unit = count * times[unit], "Y"
    if unit == "F":
        count, unit = count * 2, "W"
    if unit == "WE":
        count, unit = count * 2, "D"
    whole, part = divmod(count, 1)
    smaller = {"Y": (12, "M"), "TH": (60, "M"), "TM": (60, "S")}.get(unit)
    prefix = "PT" if unit[0] == "T" else "P"
    if part and smaller:
        rest = f"{round(part * smaller[0])}{smaller[1]}"
        return f"{prefix}{int(whole)}{unit[-1]}{rest}" if whole else f"{prefix}{rest}"
    return f"{prefix}{count:g}{unit[-1]}"


_APPROX_MODS: dict[str, TimexMod] = {
    "APPROX": "APPROX",
    "MORE_THAN": "MORE_THAN",
    "LESS_THAN": "LESS_THAN",
    "EQUAL_OR_MORE": "EQUAL_OR_MORE",
    "EQUAL_OR_LESS": "EQUAL_OR_LESS",
}


def _each_weekday(match: Match, context: Context) -> Reading | None:  # noqa: ARG001
    return Reading(
        "SET",
        f"XXXX-WXX-{match.value('weekday')}"
        + (f"T{match.value('part')}" if match.has("part") else ""),
    )


def _each_month(match: Match, context: Context) -> Reading | None:  # noqa: ARG001
    return Reading("SET", f"XXXX-{match.value('month')}")


def _each_unit(match: Match, context: Context) -> Reading | None:  # noqa: ARG001
    return Reading("SET", duration_value(1, match.value("unit")))


def _frequency(match: Match, context: Context) -> Reading | None:  # noqa: ARG001
    return Reading("SET", match.value("frequency"))


def _running(match: Match, context: Context) -> Reading | None:
    unit, count = match.value("unit"), number_of(match.lexemes, *match.groups.span("count"))
    span = None
    if count and context.published:
        span = _span(context, int(match.value("rel") or match.value("after")), max(1, int(count)), unit)
    return Reading(
        "DURATION", duration_value(count, unit), _APPROX_MODS.get(match.value("approx")), span
    )


def _span(context: Context, direction: int, count: int, unit: str) -> Span | None:
    """So many units up to publication, that day included, or from the day after it on."""
    published = context.published
    if published is None:
        return None
    if unit == "TH":
        count, unit = max(1, (count + 23) // 24), "D"
        first = shift(published, -count, "D")
        return (first, published) if first and direction < 0 else None
    if unit[0] == "T":
        return None
    far = shift(published, direction * count, unit)
    if far is None:
        return None
    day = timedelta(1)
    return (far + day, published) if direction < 0 else (published + day, far)


def _vague_units(match: Match, context: Context) -> Reading | None:  # noqa: ARG001
    surface = match.surface("unit").lower()
    return (
        Reading("DURATION", duration_value(None, match.value("unit")))
        if surface.endswith("s")
        else None
    )


def _duration(match: Match, context: Context) -> Reading | None:  # noqa: ARG001
    count = number_of(match.lexemes, *match.groups.span("count"))
    if match.has("half") and count is not None:
        count += 0.5
    unit = match.value("unit")
    if unit == "WE" or (unit == "Q" and is_plural(match, "unit") and _is_fraction(match)):
        return None
    if match.surface("count").lower() in {"a", "an"} and _is_rate(match):
        return None
    return Reading(
        "DURATION",
        duration_value(count, match.value("unit")),
        _APPROX_MODS.get(match.value("approx")),
    )


def _is_fraction(match: Match) -> bool:
    return (
        "-"
        in match.lexemes.text[match.lexemes.starts[match.first] : match.lexemes.ends[match.end - 1]]
    )


def _is_rate(match: Match) -> bool:
    """ "$1.76 a year", "four flights a week": what comes before is counted for each unit."""
    before = match.lexemes.text[: match.lexemes.starts[match.first]].rstrip()[-12:]
    return bool(
        re.search(r"\d[\d.,]*$|(?:million|billion|thousand|times|once|twice|hours)$", before)
    )


def _bare_units(match: Match, context: Context) -> Reading | None:  # noqa: ARG001
    surface = match.surface("unit").lower()
    if not surface.endswith("s") or match.value("unit") == "WE":
        return None
    return Reading("DURATION", duration_value(None, match.value("unit")))


def _the_past(match: Match, context: Context) -> Reading | None:  # noqa: ARG001
    return Reading("DATE", "PAST_REF")


def _reference(match: Match, context: Context) -> Reading | None:
    value = match.value("ref")
    following = (
        match.lexemes.surface(match.end).lower() if match.end < len(match.lexemes.roles) else ""
    )
    if value == "FUTURE_REF" and following in {"as", "after", "before"}:
        return None
    span = (
        (context.published, context.published)
        if value == "PRESENT_REF" and context.published
        else None
    )
    return Reading("DATE", value, mod_of(match), span)


def _adjective(match: Match, context: Context) -> Reading | None:  # noqa: ARG001
    present = match.surface("ref").lower() == "current"
    return Reading("DATE", "PRESENT_REF" if present else "PAST_REF")
