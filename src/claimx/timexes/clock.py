"""Rules for times of day: "10:35 a.m.", "9 a.m. EDT Tuesday", "noon Thursday"."""

import re
from datetime import date

from claimx.timexes.explicit import is_ahead, month_day
from claimx.timexes.grammar import Match, Rule
from claimx.timexes.reading import Context, Reader, Reading, offset_of
from claimx.timexes.values import days_of, weekday_from

_AROUND = "(?:APPROX)?"
_DAY = "(?:(?:ZONE)?COMMA?(?:(?:ON)?WEEKDAY:weekday|DEICTIC:deictic|(?:ON)?MONTH:month DAY:day(?:COMMA?YEAR:year)?)|(?:ZONE)?)?"


def clock_rules() -> tuple[Rule[Reader], ...]:
    """The rules, the more telling first."""
    table: tuple[tuple[str, str, Reader], ...] = (
        ("clock-time", rf"{_AROUND}[CLOCK DAYNUM]:clock MERIDIEM:half{_DAY}", _clock),
        ("clock-time", rf"{_AROUND}[CLOCK]:clock{_DAY}", _clock),
        ("noon", rf"{_AROUND}DAYPART:part{_DAY}", _noon),
    )
    return tuple(Rule(name, pattern, read) for name, pattern, read in table)


def _clock(match: Match, context: Context) -> Reading | None:
    hours, _, minutes = match.surface("clock").partition(":")
    hour = int(re.sub(r"\D", "", hours))
    if match.has("half"):
        hour = hour % 12 + int(match.value("half"))
    minutes = minutes[:2] or "00"
    if hour > 24 or int(minutes) > 59:
        return None
    if not match.has("half") and match.lexemes.surface(match.at("clock")).count(":") > 1:
        return None  # "3:07:35" is an elapsed time
    return _timed(match, context, f"T{hour:02}:{minutes}")


def _noon(match: Match, context: Context) -> Reading | None:
    part = match.value("part")
    if ":" not in part:
        return None
    return _timed(match, context, f"T{part}")


def _timed(match: Match, context: Context, time: str) -> Reading:
    day = _day(match, context)
    return Reading("TIME", f"{day.isoformat() if day else 'XXXX-XX-XX'}{time}")


def _day(match: Match, context: Context) -> date | None:
    if context.published and match.has("weekday"):
        weekday = int(match.value("weekday"))
        ahead = is_ahead(match, context)
        ahead = ahead and context.published.isoweekday() != weekday
        return weekday_from(context.published, weekday, int(ahead))
    if match.has("month"):
        named = month_day(match, context)
        days = named.days() if named else None
        return days[0] if days else None
    told = context.mentioned(offset_of(match), "D", sentences=1)
    days = days_of(told) if told else None
    return days[0] if days else context.published
