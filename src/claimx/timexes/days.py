"""Rules for dates that name a day of a month: "Nov. 10-12", "12/11/2024", "the night of 3 May"."""

import re

from claimx.timexes.grammar import Match, Rule
from claimx.timexes.reading import TOLD_YEAR, Context, Reader, Reading, date_reading, mod_of
from claimx.timexes.values import days_of, unit_of, value_at

_WEEKDAY = "(?: [THIS LAST NEXT THE]? COMING? WEEKDAY DAYPART? COMMA? THE? | LAST )?"
_YEAR = f"""(?: [COMMA OF IN DASH]? YEAR:year (?!PERCENT) | [LAST THIS NEXT]:rel UNIT:unit
    | {TOLD_YEAR} )?"""
_COMMA_YEAR = "(?: COMMA? YEAR:year )?"


def day_rules() -> tuple[Rule[Reader], ...]:
    """The rules, the more telling first."""
    return (
        Rule("iso-date", "ISO:iso", _iso),
        Rule("numeric-date", "NUMERIC:date", _numeric),
        Rule(
            "month-day",
            f"{_WEEKDAY} MOD MONTH:month DAY:day (?!PERCENT|CLOCK|MERIDIEM) {_YEAR}",
            month_day,
        ),
        Rule(
            "part-of-day",
            f"""THE? EARLY? DAYPART:part OF (?: WEEKDAY COMMA? )? THE?
            (?: MONTH:month DAY:day | DAY:day2 MONTH:month2 ) {_COMMA_YEAR}""",
            _part_of_day,
        ),
        Rule("day-month", f"{_WEEKDAY} MOD THE? DAY:day OF? MONTH:month {_YEAR}", month_day),
        Rule("day-of-range", f"(?<= MONTH DAY [DASH AND TO OR] ) DAY:day {_COMMA_YEAR}", _next_day),
        Rule(
            "day-before-range",
            f"DAY:day (?= [DASH AND TO OR] DAY MONTH:month {_COMMA_YEAR} )",
            month_day,
        ),
        Rule(
            "told-month-day",
            "(?<=ON) THE ORDINAL:day (?= [COMMA OTHER AND A THE ITS] )",
            _told_month_day,
        ),
        Rule("week-of", f"THE UNIT:week OF MONTH:month DAY:day {_COMMA_YEAR}", _week_of),
    )


def month_day(match: Match, context: Context) -> Reading | None:
    """The reading of a month and day, with or without a year."""
    value = _value(match, context)
    return date_reading(value, mod_of(match)) if value else None


def _value(match: Match, context: Context) -> str | None:
    """The value of "May 3" (groups month, day, year) or "3 May" (month2, day2, year2)."""
    month, day = (
        match.value("month", match.value("month2")),
        match.value("day", match.value("day2")),
    )
    number = int(re.sub(r"\D", "", day) or 0)
    if not 1 <= number <= 31:
        return None
    year = match.value("year", match.value("year2")) or _year_of(match, context, int(month), number)
    return f"{year}-{month}-{number:02}"


def _year_of(match: Match, context: Context, month: int, day: int) -> str:
    """The year of a month and day without one, XXXX where nothing anchors it."""
    published = context.published
    told = context.mentioned(match, "Y M D S")
    if told and match.value("that_unit") == "Y":
        return context.that_year(match, told)
    if told and context.narrative:
        return narrative_year(told, month)
    if published is None:
        return context.year_set(match)
    if match.value("unit") == "Y":
        return str(published.year + int(match.value("rel")))
    gap = (month - published.month) * 30 + day - published.day
    return str(published.year + _years_away(gap, context.lies(match)))


def _years_away(gap: int, direction: int) -> int:
    """Years from publication to a day that lies `gap` days from publication's date in its year.

    Reports look back some months more often than ahead, and hardly ahead by half a year.
    """
    if gap < 0:
        return int((direction > 0 and gap < -30) or (direction == 0 and gap < -240))
    return -int((direction < 0 and gap > 60) or (direction == 0 and gap > 120))


def narrative_year(told: str, month: int) -> str:
    """The year of the date told last; the next one where the tale moves on from its end."""
    days = days_of(told)
    moves_on = days and unit_of(told) != "Y" and days[0].month - month >= 8
    return str(int(told[:4]) + 1) if moves_on else told[:4]


def _iso(match: Match, context: Context) -> Reading | None:  # noqa: ARG001  every rule takes both
    return date_reading(match.value("iso")[:10])


def _numeric(match: Match, context: Context) -> Reading | None:
    one, other, last = re.split(r"[/.-]", match.value("date"))
    if len(one) == 4:
        return date_reading(f"{one}-{int(other):02}-{int(last):02}")
    if int(one) > 31 or int(other) > 31:
        return None
    day_first = int(one) > 12 or (context.day_first and int(other) <= 12)
    day, month = (one, other) if day_first else (other, one)
    year = last if len(last) == 4 else _full_year(int(last), context)
    return date_reading(f"{year}-{int(month):02}-{int(day):02}")


def _full_year(short: int, context: Context) -> str:
    """The year of two digits: at most twenty years ahead of publication."""
    now = context.published.year if context.published else 2030
    year = now // 100 * 100 + short
    return str(year - 100 if year > now + 20 else year)


def _part_of_day(match: Match, context: Context) -> Reading | None:
    value = _value(match, context)
    return Reading("TIME", f"{value}T{match.value('part')}") if value else None


def _next_day(match: Match, context: Context) -> Reading | None:
    """The second day of "Nov. 10-12", in the month told just before."""
    told = context.mentioned(match, "D", sentences=1)
    number = int(re.sub(r"\D", "", match.value("day")) or 0)
    if told is None:
        return None
    return date_reading(f"{match.value('year') or told[:4]}-{told[5:7]}-{number:02}")


def _told_month_day(match: Match, context: Context) -> Reading | None:
    """The day of the month told before: "on the 15th"."""
    told = context.mentioned(match, "D M")
    if told is None or not match.surface("day")[0].isdigit():
        return None
    return date_reading(f"{told[:7]}-{int(match.surface('day')[:-2]):02}")


def _week_of(match: Match, context: Context) -> Reading | None:
    """The week of a day: "the week of March 6"."""
    named = month_day(match, context)
    days = named.days() if named else None
    return date_reading(value_at(days[0], "W")) if days and match.value("week") == "W" else None
