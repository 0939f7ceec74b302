"""Arithmetic on TIMEX3 date values: the days that a value covers, and values some units away.

A date value is a string of TimeML: "2024" (year), "202" (decade), "20" (century), "2024-11",
"2024-Q3", "2024-H1", "2024-SU" (season), "2024-W46", "2024-W46-WE" (weekend), "2024-11-12", each
with an optional time of day after a day ("2024-11-12TMO").
"""

import re
from calendar import monthrange
from datetime import date, timedelta

Span = tuple[date, date]

_MONTHS_IN = {"M": 1, "Q": 3, "H": 6, "Y": 12, "E": 120, "C": 1200, "L": 12000}
_DAYS_IN = {"D": 1, "W": 7, "WE": 7, "F": 14}
_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # meteorological, winter into the next year
_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T.*)?)?"
    r"|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)"
    r"|W(?P<week>\d\d)(?P<weekend>-WE)?))?"
    r"|(?P<decade>\d{3})|(?P<century>\d\d)"
)


def days_of(value: str) -> Span | None:
    """First and last day that a date value covers; None where it has no place in the calendar.

    >>> days_of("2024-Q3")
    (datetime.date(2024, 7, 1), datetime.date(2024, 9, 30))
    """
    found = _VALUE.fullmatch(value)
    if not found:
        return None
    try:
        return _days(found)
    except (ValueError, OverflowError):  # no such day, week or year
        return None


def _days(found: re.Match[str]) -> Span:
    for name, zeros in (("decade", "0"), ("century", "00")):
        if found[name]:
            nines = zeros.replace("0", "9")
            return date(int(found[name] + zeros), 1, 1), date(int(found[name] + nines), 12, 31)
    year = int(found["year"])
    if found["day"]:
        day = date(year, int(found["month"]), int(found["day"]))
        return day, day
    if found["week"]:
        monday = date.fromisocalendar(year, int(found["week"]), 1)
        return monday + timedelta(5 if found["weekend"] else 0), monday + timedelta(6)
    if found["month"]:
        return _months(year, int(found["month"]), 1)
    if found["quarter"]:
        return _months(year, int(found["quarter"]) * 3 - 2, 3)
    if found["half"]:
        return _months(year, int(found["half"]) * 6 - 5, 6)
    if found["season"]:
        return _months(year, _SEASON_MONTHS[found["season"]], 3)
    return date(year, 1, 1), date(year, 12, 31)


def _months(year: int, month: int, count: int) -> Span:
    first = date(year, month, 1)
    last = add_months(first, count - 1)
    return first, last.replace(day=monthrange(last.year, last.month)[1])


def unit_of(value: str) -> str | None:
    """The unit of a date value: D, W, WE, M, Q, H, S (season), Y, E (decade), C (century)."""
    found = _VALUE.fullmatch(value)
    if not found:
        return None
    if found["weekend"]:
        return "WE"
    names = {
        "day": "D",
        "week": "W",
        "month": "M",
        "quarter": "Q",
        "half": "H",
        "season": "S",
        "decade": "E",
        "century": "C",
    }
    return next((unit for name, unit in names.items() if found[name]), "Y")


def value_at(day: date, unit: str) -> str:
    """The value of the unit that a day lies in: 2024-11-12 in units of "Q" is 2024-Q4."""
    if unit in {"W", "WE", "F"}:
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}" + ("-WE" if unit == "WE" else "")
    if unit == "M":
        return f"{day.year:04}-{day.month:02}"
    if unit == "Q":
        return f"{day.year:04}-Q{(day.month + 2) // 3}"
    if unit == "H":
        return f"{day.year:04}-H{(day.month + 5) // 6}"
    if unit in {"Y", "E", "C"}:
        return f"{day.year:04}"[: {"Y": 4, "E": 3, "C": 2}[unit]]
    return day.isoformat()


def shift(day: date, count: int, unit: str) -> date | None:
    """The day that lies `count` units from a day; None outside of the calendar."""
    try:
        if unit in _DAYS_IN:
            return day + timedelta(days=count * _DAYS_IN[unit])
        return add_months(day, count * _MONTHS_IN[unit]) if unit in _MONTHS_IN else day
    except (ValueError, OverflowError):
        return None


def add_months(day: date, count: int) -> date:
    """The same day of another month, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def shifted(value: str, count: int, unit: str) -> str | None:
    """A value some units away, at its own grain: one year before 2024-Q3 is 2023-Q3."""
    days, grain = days_of(value), unit_of(value)
    if days is None or grain is None:
        return None
    if grain == "S":
        year = int(value[:4]) + count * _MONTHS_IN.get(unit, 0) // 12
        return f"{year:04}{value[4:]}" if 0 < year <= date.max.year else None
    if grain in {"W", "WE"}:  # their Mondays are in the ISO year that names them on Thursdays
        moved = shift(days[1] - timedelta(3), count, unit)
    else:
        moved = shift(days[0], count, unit)
    return value_at(moved, grain) if moved else None


def weekday_from(day: date, weekday: int, direction: int) -> date:
    """The nearest day with that weekday (Monday is 1): before (-1), after (1), or the day itself.

    With direction 0 the day itself or the last before it.
    """
    back = (day.isoweekday() - weekday) % 7
    if direction > 0:
        return day + timedelta((weekday - day.isoweekday()) % 7 or 7)
    return day - timedelta(back if direction == 0 else back or 7)


def easter(year: int) -> date:
    """Easter Sunday of a year in the Western churches (the anonymous Gregorian algorithm)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def yearly_day(rule: str, year: int) -> date:
    """The day of a year that a holiday's rule names: "12-25", "11-4-4", "5-1--1", "11-1-1+1"."""
    month, weekday, count, after = _yearly(rule)
    if weekday is None:
        return date(year, month, count)
    if count < 0:
        last = date(year, month, monthrange(year, month)[1])
        return weekday_from(last, weekday, 0) + timedelta(7 * (count + 1) + after)
    first = weekday_from(date(year, month, 1) - timedelta(1), weekday, 1)
    return first + timedelta(7 * (count - 1) + after)


def _yearly(rule: str) -> tuple[int, int | None, int, int]:
    body, _, after = rule.partition("+")
    parts = body.split("-", 2)
    if len(parts) == 2:
        return int(parts[0]), None, int(parts[1]), 0
    return int(parts[0]), int(parts[1]), int(parts[2]), int(after or 0)
