"""Rules for days told from publication: "Friday", "late yesterday", "last night", "overnight"."""

from datetime import date

from claimx.timexes.grammar import Match, Rule
from claimx.timexes.reading import Context, Reader, Reading, date_reading, mod_of
from claimx.timexes.values import shift, weekday_from


def deictic_rules() -> tuple[Rule[Reader], ...]:
    """The rules, the more telling first."""
    return (
        Rule(
            "weekday",
            """MOD (?: THE? (?: [LAST NEXT THIS COMING PAST]:rel | [PREVIOUS FOLLOWING]:told )
            [PAST COMING]? )? (?: EARLY:part_mod )? WEEKDAY:weekday DAYPART:part?""",
            _weekday,
        ),
        Rule("deictic-day", "MOD DEICTIC:day DAYPART:part?", _day),
        Rule("tonight", "MOD TONIGHT:part", _day),
        Rule("overnight", "OVERNIGHT", _overnight),
        Rule("day-part", "MOD [THIS LAST]:day DAYPART:part", _day),
        Rule("day-part", "MID DASH? DAYPART:part DEICTIC:day?", _day),
        Rule(
            "told-day-part",
            "(?: THE (?: SAME | [NEXT FOLLOWING PREVIOUS]:told ) | THAT SAME? ) DAYPART:part",
            _told_day_part,
        ),
    )


def _weekday(match: Match, context: Context) -> Reading | None:
    weekday = int(match.value("weekday"))
    following = match.lexemes.after(match.end)
    if following in context.cues["paper"] and not match.lexemes.surface(match.end).islower():
        return None  # "the Sunday Times"
    base = context.reference(match) if match.has("told") else context.published
    if match.has("part") and match.surface("part").endswith("s"):
        return Reading("SET", f"XXXX-WXX-{weekday}T{match.value('part')}")
    if base is None:
        return Reading("DATE", f"XXXX-WXX-{weekday}", mod_of(match))
    return _with_part(match, weekday_from(base, weekday, _direction(match, context, weekday)))


def _direction(match: Match, context: Context, weekday: int) -> int:
    """Bare weekdays name publication's own day, or the last before it, or the next by the verb."""
    named = int(match.value("told") or match.value("rel") or 0)
    if named:
        return named
    own = context.published is not None and context.published.isoweekday() == weekday
    return int(not own and context.is_ahead(match))


def _day(match: Match, context: Context) -> Reading | None:
    away = int(match.value("day", "0"))
    day = shift(context.published, away, "D") if context.published else None
    return _with_part(match, day)


def _overnight(match: Match, context: Context) -> Reading | None:  # noqa: ARG001  every rule takes both
    """The night before publication, whose days are the day before and publication's own."""
    before = shift(context.published, -1, "D") if context.published else None
    if before is None or context.published is None:
        return Reading("TIME", "XXXX-XX-XXTNI")
    return Reading("TIME", f"{before.isoformat()}TNI", span=(before, context.published))


def _told_day_part(match: Match, context: Context) -> Reading | None:
    base = context.reference(match)
    return _with_part(match, shift(base, int(match.value("told", "0")), "D") if base else None)


def _with_part(match: Match, day: date | None) -> Reading | None:
    """A day, or the morning, afternoon, evening or night of it."""
    value = day.isoformat() if day else "XXXX-XX-XX"
    if match.has("part"):
        return Reading("TIME", f"{value}T{match.value('part')}", mod_of(match))
    return date_reading(value, mod_of(match))
