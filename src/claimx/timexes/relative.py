"""Rules for times that are read from the publication date or from the last time told."""

from datetime import date

from claimx.timexes.explicit import date_reading, is_ahead, mod_of
from claimx.timexes.grammar import Match, Rule
from claimx.timexes.numbers import number_of
from claimx.timexes.reading import Context, Reader, Reading, offset_of
from claimx.timexes.values import Span, days_of, shift, shifted, value_at, weekday_from

_MOD = (
    r"(?:(?:THE)?[EARLY MID]:mod [DASH IN]?|(?:THE)?EDGE:edge OF(?:THE)?|[EARLIER LATER](?:IN)?)?"
)
_APPROX = "(?:APPROX:approx)?"


def relative_rules() -> tuple[Rule[Reader], ...]:
    """The rules, the more telling first."""
    table: tuple[tuple[str, str, Reader], ...] = (
        (
            "weekday",
            rf"{_MOD}(?:(?:THE)?(?:[LAST NEXT THIS COMING PAST]:rel|[PREVIOUS FOLLOWING]:told)[PAST COMING]?)?"
            r"(?:EARLY:mod2)?WEEKDAY:weekday(?:DAYPART:part)?",
            _weekday,
        ),
        ("deictic-day", rf"{_MOD}(?:DEICTIC:day)(?:DAYPART:part)?", _deictic),
        ("tonight", rf"{_MOD}TONIGHT", _tonight),
        ("overnight", "OVERNIGHT", _overnight),
        ("day-part", rf"{_MOD}[THIS LAST]:rel DAYPART:part", _day_part),
        (
            "told-day-part",
            r"(?:THE (?:SAME|[NEXT FOLLOWING PREVIOUS]:told)|THAT(?:SAME)?)DAYPART:part",
            _told_day_part,
        ),
        (
            "ago",
            rf"{_APPROX}COUNT:count MORE?UNIT:unit(?:OR[A WORD CARDINAL])?AGO:direction",
            _ago,
        ),
        (
            "earlier",
            rf"{_APPROX}COUNT:count MORE?UNIT:unit(?:[EARLIER LATER]:direction|BEFORE:before(?=[OTHER COMMA BREAK])|AFTER:after(?=COMMA))",
            _earlier,
        ),
        (
            "year-ago",
            r"(?:THE)?YEARAGO(?:DASH)?(?:ORDINAL:ordinal DASH?)?[UNIT PERIOD]?",
            _year_ago,
        ),
        (
            "calendar-unit",
            rf"{_MOD}(?:(?:THE:the)?(?:[LAST NEXT COMING CURRENT PAST]:rel|[PREVIOUS FOLLOWING]:told)|THIS:this [PAST COMING]?)FULL?(?:FISCAL:fiscal)?UNIT:unit",
            _calendar_unit,
        ),
        (
            "same-period",
            r"THE SAME [PERIOD UNIT]:unit [OF IN A FROM]?(?:YEAR:year|LAST UNIT|UNIT [AGO EARLIER])",
            _same_period,
        ),
        ("new-year", rf"{_MOD}THE NEW UNIT:unit", _new_year),
        ("told-unit", rf"{_MOD}(?:THE SAME|THAT SAME?)UNIT:unit", _told_unit),
    )
    return tuple(Rule(name, pattern, read) for name, pattern, read in table)


def is_plural(match: Match, name: str) -> bool:
    """Does the word of the group end in "s"?"""
    return match.surface(name).lower().endswith("s")


def _unknown(unit: str) -> str:
    return {
        "D": "XXXX-XX-XX",
        "W": "XXXX-WXX",
        "WE": "XXXX-WXX-WE",
        "M": "XXXX-XX",
        "Q": "XXXX-QX",
    }.get(unit, "XXXX")


def _weekday(match: Match, context: Context) -> Reading | None:
    weekday = int(match.value("weekday"))
    if context.published is None and not match.has("told"):
        return Reading("DATE", f"XXXX-WXX-{weekday}", mod_of(match))
    base = context.reference(offset_of(match)) if match.has("told") else context.published
    if base is None:
        return Reading("DATE", f"XXXX-WXX-{weekday}", mod_of(match))
    day = weekday_from(base, weekday, _weekday_direction(match, context, base, weekday))
    return with_part(match, day)


def _weekday_direction(match: Match, context: Context, base: date, weekday: int) -> int:
    if match.has("told"):
        return int(match.value("told"))
    if match.has("rel") and match.value("rel") != "0":
        return int(match.value("rel"))
    if base.isoweekday() == weekday:
        return 0
    ahead = is_ahead(match, context)
    return 1 if ahead else 0


def with_part(match: Match, day: date) -> Reading | None:
    """A day, or the morning, afternoon, evening or night of it."""
    if not match.has("part"):
        return date_reading(day.isoformat(), mod_of(match))
    part = match.value("part")
    if is_plural(match, "part"):
        return Reading("SET", f"XXXX-WXX-{day.isoweekday()}T{part}")
    return Reading("TIME", f"{day.isoformat()}T{part}", mod_of(match))


def _deictic(match: Match, context: Context) -> Reading | None:
    if context.published is None:
        return Reading("DATE", "XXXX-XX-XX", mod_of(match))
    day = shift(context.published, int(match.value("day")), "D")
    return with_part(match, day) if day else None


def _tonight(match: Match, context: Context) -> Reading | None:
    if context.published is None:
        return Reading("TIME", "XXXX-XX-XXTNI")
    return Reading("TIME", f"{context.published.isoformat()}TNI", mod_of(match))


def _overnight(match: Match, context: Context) -> Reading | None:  # noqa: ARG001  every rule takes both
    """The night before publication, whose days are both the day before and publication's."""
    if context.published is None:
        return Reading("TIME", "XXXX-XX-XXTNI")
    before = shift(context.published, -1, "D")
    if before is None:
        return None
    return Reading("TIME", f"{before.isoformat()}TNI", span=(before, context.published))


def _day_part(match: Match, context: Context) -> Reading | None:
    if context.published is None:
        return Reading("TIME", f"XXXX-XX-XXT{match.value('part')}")
    day = shift(context.published, int(match.value("rel")), "D")
    return with_part(match, day) if day else None


def _told_day_part(match: Match, context: Context) -> Reading | None:
    base = context.reference(offset_of(match))
    day = shift(base, int(match.value("told", "0")), "D") if base else None
    return with_part(match, day) if day else None


def _ago(match: Match, context: Context) -> Reading | None:
    unit, count = match.value("unit"), number_of(match.lexemes, *match.groups.span("count"))
    if count is None:
        return Reading("DATE", "PAST_REF")
    if unit.startswith("T"):
        return Reading("DURATION", f"PT{count:g}{unit[1]}")
    base = context.published
    if unit == "Y" and count == 1:
        told = context.reported(offset_of(match))
        moved = shifted(told, -1, "Y") if told else None
        if moved:
            return date_reading(moved)
    return _away(base, -int(count), unit)


def _away(base: date | None, count: int, unit: str) -> Reading | None:
    grain = {"E": "Y", "C": "Y", "L": "Y", "F": "W", "WE": "WE"}.get(unit, unit)
    if base is None:
        return Reading("DATE", _unknown(grain))
    day = shift(base, count, unit)
    return date_reading(value_at(day, grain)) if day else None


def _earlier(match: Match, context: Context) -> Reading | None:
    unit, count = match.value("unit"), number_of(match.lexemes, *match.groups.span("count"))
    if count is None or unit.startswith("T"):
        return None
    direction = int(match.value("direction") or match.value("before") or match.value("after"))
    told = context.mentioned(offset_of(match), sentences=40 if context.narrative else 4)
    if told is None and direction > 0:
        return None  # later than what?
    if unit == "Y" and count == 1 and direction < 0:
        told = context.reported(offset_of(match)) or told
    if told and unit == "Y":
        moved = shifted(told, direction * int(count), "Y")
        if moved:
            return date_reading(moved)
    return _away(context.reference(offset_of(match)), direction * int(count), unit)


def _day_before(match: Match, context: Context) -> Reading | None:
    unit = match.value("unit")
    return _away(context.reference(offset_of(match)), -1, unit) if unit in {"D", "W", "M", "Y"} else None


def _year_ago(match: Match, context: Context) -> Reading | None:
    if match.value("ordinal") and context.published:
        return date_reading(f"{context.published.year - 1}-Q{match.value('ordinal')[:1]}")
    told = context.reported(offset_of(match)) or context.mentioned(
        offset_of(match),
        "Q M H",
        sentences=4,
        year=context.published.year if context.published else None,
    )
    moved = shifted(told, -1, "Y") if told else None
    if moved:
        return date_reading(moved)
    return _away(context.published, -1, "Y")


def _calendar_unit(match: Match, context: Context) -> Reading | None:
    unit = match.value("unit")
    if unit.startswith("T") or is_plural(match, "unit"):
        return None
    if match.has("told") and not match.has("the"):
        return None  # "following years of decline"
    told = match.has("told") or (match.has("the") and match.surface("rel").lower() == "next")
    count = int(match.value("told") or match.value("rel") or match.value("this"))
    base = context.reference(offset_of(match)) if told else context.published
    if base is None:
        return Reading("DATE", _unknown(unit), mod_of(match))
    if (
        unit in {"E", "C"}
        and match.surface("rel" if match.has("rel") else "unit").lower() == "past"
    ):
        count = 0  # most of "the past decade" is the decade that goes on
    day = shift(base, count, unit)
    grain = {"F": "W", "L": "C"}.get(unit, unit)
    return (
        Reading("DATE", value_at(day, grain), mod_of(match), _rolling(match, base, unit))
        if day
        else None
    )


def _rolling(match: Match, base: date, unit: str) -> Span | None:
    """ "the past week" runs up to the publication day, "last week" is Monday to Sunday."""
    relation = match.surface("rel").lower() if match.has("rel") else ""
    decade = unit == "E" and relation in {"last", "next"}
    if not decade and relation != "past" and not (relation == "last" and match.has("the")):
        return None
    if relation == "next":
        return _ahead(base, unit)
    first = shift(base, -1, unit)
    following = shift(first, 1, "D") if first else None
    return (following, base) if following and following <= base else None


def _ahead(base: date, unit: str) -> Span | None:
    first, last = shift(base, 1, "D"), shift(base, 1, unit)
    return (first, last) if first and last else None


def _same_period(match: Match, context: Context) -> Reading | None:
    """ "the same period of 2022", "the same month last year": what was told, in that year."""
    offset = offset_of(match)
    told = context.mentioned(offset, "Q M H", sentences=4) or context.mentioned(offset, "Y")
    if told is None:
        return None
    year = match.value("year") or f"{int(told[:4]) - 1:04}"
    return date_reading(year + told[4:])


def _new_year(match: Match, context: Context) -> Reading | None:
    """ "the new year": the one after the time told, else after publication."""
    base = context.reference(offset_of(match))
    if match.value("unit") != "Y" or base is None:
        return None
    return date_reading(f"{base.year + 1:04}", mod_of(match))


def _told_unit(match: Match, context: Context) -> Reading | None:
    unit = match.value("unit")
    finer = {"D": "D", "W": "D W", "M": "D M", "Q": "Q M D", "Y": "Y M D Q H S"}.get(unit, "")
    told = context.mentioned(offset_of(match), finer, sentences=12 if context.narrative else 4)
    days = days_of(told) if told else None
    if not finer or days is None or is_plural(match, "unit"):
        return None
    return date_reading(value_at(days[0], {"F": "W", "L": "C"}.get(unit, unit)), mod_of(match))
