"""Rules for times of day: "10:35 a.m.", "9 a.m. EDT Tuesday", "2042 UTC", "noon Thursday"."""

from datetime import date

from claimx.timexes.days import month_day
from claimx.timexes.grammar import Match, Rule
from claimx.timexes.reading import Context, Reader, Reading
from claimx.timexes.values import days_of, shift, weekday_from

_TIME = "APPROX? (?: [CLOCK DAYNUM]:hour MERIDIEM:half | CLOCK:clock | DAYPART:part )"
_DAY = """ZONE? COMMA? (?: ON? WEEKDAY:weekday | DEICTIC:deictic
    | ON? MONTH:month DAY:day (?: COMMA? YEAR:year )?
    | ON? DAY:day2 MONTH:month2 (?: COMMA? YEAR:year2 )? )"""


def clock_rules() -> tuple[Rule[Reader], ...]:
    """The rules, the more telling first."""
    return (
        Rule("clock-time-of-day", f"{_TIME} {_DAY}", _clock),
        Rule("clock-time", f"{_TIME} ZONE?", _clock),
    )


def _clock(match: Match, context: Context) -> Reading | None:
    time = match.value("part") if match.has("part") else _hours(match)
    if time is None or ":" not in time:
        return None
    day = _day(match, context)
    return Reading("TIME", f"{day.isoformat() if day else 'XXXX-XX-XX'}T{time}")


def _hours(match: Match) -> str | None:
    """Hours and minutes of the clock; None for an elapsed time ("3:07:35") or no such hour."""
    surface = match.surface("hour" if match.has("hour") else "clock")
    if len(surface) == 4 and surface.isdigit():  # "2042 UTC"
        surface = f"{surface[:2]}:{surface[2:]}"
    hours, _, minutes = surface.partition(":")
    hour, minute = int(hours), int(minutes[:2] or 0)
    if match.has("half"):
        hour = hour % 12 + int(match.value("half"))
    elif surface.count(":") > 1:
        return None
    return f"{hour:02}:{minute:02}" if hour <= 24 and minute < 60 else None


def _day(match: Match, context: Context) -> date | None:
    """The day named with the time, else the one told in the sentence, else publication's."""
    published = context.published
    if published is None and (match.has("weekday") or match.has("deictic")):
        return None
    if published and match.has("weekday"):
        weekday = int(match.value("weekday"))
        ahead = published.isoweekday() != weekday and context.is_ahead(match)
        return weekday_from(published, weekday, int(ahead))
    if published and match.has("deictic"):
        return shift(published, int(match.value("deictic")), "D")
    named = month_day(match, context) if match.has("month") or match.has("month2") else None
    days = named.days() if named else days_of(context.mentioned(match, "D", sentences=1) or "")
    return days[0] if days else published
