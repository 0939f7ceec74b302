"""Rules for times that are counted from another: "two weeks ago", "the next day", "last month"."""

from datetime import date

from claimx.timexes.grammar import Match, Rule
from claimx.timexes.numbers import number_of
from claimx.timexes.reading import (
    Context,
    Reader,
    Reading,
    date_reading,
    mod_of,
    unknown_value,
)
from claimx.timexes.values import Span, days_of, shift, shifted, value_at

# The grain at which a time so many units away is told: "a decade ago" is a year.
_GRAINS = {"E": "Y", "C": "Y", "L": "Y", "F": "W"}
# What must have been told for "that month", "the same day" to say which.
_FINER = {"D": "D", "W": "D W", "M": "D M", "Q": "Q M D", "Y": "Y M D Q H S"}


def relative_rules() -> tuple[Rule[Reader], ...]:
    """The rules, the more telling first."""
    return (
        Rule("ago", "APPROX? COUNT:count MORE? UNIT:unit (?: OR [A WORD CARDINAL] )? AGO", _ago),
        Rule(
            "earlier",
            """APPROX? COUNT:count MORE? UNIT:unit (?: [EARLIER LATER]:direction
            | BEFORE:direction2 (?= [OTHER COMMA BREAK] ) | AFTER:direction3 (?= COMMA ) )""",
            _earlier,
        ),
        Rule(  # not where the day itself follows: "the day before, on Nov. 9"
            "day-before",
            "THE UNIT:unit BEFORE (?! COMMA ON? [MONTH DAYNUM WEEKDAY] )",
            _day_before,
        ),
        Rule(
            "year-ago",
            "THE? YEARAGO DASH? (?: ORDINAL:quarter DASH? )? [UNIT PERIOD]?",
            _year_ago,
        ),
        Rule(
            "calendar-unit",
            """MOD (?: THE:the? [LAST NEXT COMING CURRENT PAST]:rel | THE [PREVIOUS FOLLOWING]:told
            | THIS:this [PAST COMING]? ) FULL? FISCAL? UNIT:unit""",
            _calendar_unit,
        ),
        Rule(
            "same-period",
            """THE SAME [PERIOD UNIT]:unit [OF IN A FROM]?
            (?: YEAR:year | LAST UNIT | UNIT [AGO EARLIER] )""",
            _same_period,
        ),
        Rule("new-year", "MOD THE NEW UNIT:unit", _new_year),
        Rule("told-unit", "MOD (?: THE SAME | THAT SAME? ) UNIT:unit", _told_unit),
        Rule("the-unit", "MOD THE FULL? FISCAL? UNIT:unit", _the_unit),
    )


def is_plural(match: Match, name: str) -> bool:
    """Whether the word of the group ends in "s"."""
    return match.surface(name).lower().endswith("s")


def _ago(match: Match, context: Context) -> Reading | None:
    unit, count = match.value("unit"), number_of(match.lexemes, *match.span("count"))
    if count is None:
        return Reading("DATE", "PAST_REF")
    if unit.startswith("T"):
        return Reading("DURATION", f"PT{count:g}{unit[1]}")
    if unit == "Y" and count == 1:
        reported = context.reported(match)
        if reported:
            return date_reading(shifted(reported, -1, "Y"))
    return _away(context.published, -int(count), unit)


def _earlier(match: Match, context: Context) -> Reading | None:
    unit, count = match.value("unit"), number_of(match.lexemes, *match.span("count"))
    direction = int(match.value("direction", match.value("direction2") or "1"))
    told = context.mentioned(match)
    if count is None or unit.startswith("T") or (told is None and direction > 0):
        return None
    if unit == "Y" and count == 1 and direction < 0:
        told = context.reported(match) or told
    if unit == "Y" and told:
        moved = shifted(told, direction * int(count), "Y")
        return date_reading(moved[:4] if moved and context.narrative else moved)
    return _away(context.reference(match), direction * int(count), unit)


def _away(base: date | None, count: int, unit: str) -> Reading | None:
    grain = _GRAINS.get(unit, unit)
    day = shift(base, count, unit) if base else None
    if base is None:
        return Reading("DATE", unknown_value(grain))
    return date_reading(value_at(day, grain)) if day else None


def _day_before(match: Match, context: Context) -> Reading | None:
    unit = match.value("unit")
    following = context.tenses.token(match.last_offset + 2).tag_
    if unit not in {"D", "W", "M", "Y"} or following not in _AFTER_BEFORE:
        return None  # "the week before the vote"
    return _away(_reference(match, context, unit), -1, unit)


_AFTER_BEFORE = frozenset(("", ".", ",", ":", "CC", "VBD", "VBZ", "VBP", "MD"))


def _reference(match: Match, context: Context, unit: str) -> date | None:
    """The day of the last time told as finely as the unit, else publication."""
    told = context.mentioned(match, "" if context.narrative else _FINER.get(unit, ""))
    days = days_of(told) if told else None
    return days[0] if days else context.published


def _year_ago(match: Match, context: Context) -> Reading | None:
    """The reported period, a year before: "year-earlier", "the year-ago quarter"."""
    published = context.published
    if match.has("quarter") and published:
        return date_reading(f"{published.year - 1:04}-Q{match.value('quarter')[:1]}")
    told = context.reported(match) or context.mentioned(
        match, "Q H M", year=published.year if published else None
    )
    return date_reading(shifted(told, -1, "Y")) if told else _away(published, -1, "Y")


def _calendar_unit(match: Match, context: Context) -> Reading | None:
    """Monday to Sunday for "last week", the day after the one told for "the next day"."""
    unit, relation = match.value("unit"), match.value("rel") or match.value("this")
    if unit.startswith("T") or is_plural(match, "unit"):
        return None
    told = match.has("told") or (match.has("the") and match.surface("rel").lower() == "next")
    base = _reference(match, context, unit) if told else context.published
    count = int(match.value("told") or relation)
    if unit in {"E", "C"} and match.has("rel") and match.surface("rel").lower() == "past":
        count = 0  # most of "the past decade" lies in the decade that goes on
    day = shift(base, count, unit) if base else None
    if base is None or day is None:
        return Reading("DATE", unknown_value(unit), mod_of(match))
    value = value_at(day, {"F": "W", "L": "C"}.get(unit, unit))
    return Reading("DATE", value, mod_of(match), _rolling(match, base, unit))


def _rolling(match: Match, base: date, unit: str) -> Span | None:
    """Days up to or from publication: "the past week", "the last year", "the next decade"."""
    relation = match.surface("rel").lower() if match.has("rel") else ""
    if relation == "next":
        first, last = shift(base, 1, "D"), shift(base, 1, unit)
        return (first, last) if unit == "E" and first and last else None
    if relation != "past" and not (relation == "last" and (unit == "E" or match.has("the"))):
        return None
    before = shift(base, -1, unit)
    first = shift(before, 1, "D") if before else None
    return (first, base) if first and first <= base else None


def _same_period(match: Match, context: Context) -> Reading | None:
    """What was told, in that year: "the same period of 2022", "the same month last year"."""
    unit = match.value("unit")
    told = context.mentioned(match, unit if unit in {"W", "M"} else "Q M H")
    told = told or (context.mentioned(match, "Y") if unit not in {"W", "M"} else None)
    if told is None:
        return None
    return date_reading((match.value("year") or f"{int(told[:4]) - 1:04}") + told[4:])


def _new_year(match: Match, context: Context) -> Reading | None:
    """The year after the time told, else after publication: "the new year"."""
    base = context.reference(match)
    if match.value("unit") != "Y" or base is None:
        return None
    return date_reading(f"{base.year + 1:04}", mod_of(match))


def _told_unit(match: Match, context: Context) -> Reading | None:
    unit = match.value("unit")
    told = context.mentioned(match, _FINER[unit]) if unit in _FINER else None
    days = days_of(told) if told else None
    if days is None or is_plural(match, "unit"):
        return None
    return date_reading(value_at(days[0], unit), mod_of(match))


def _the_unit(match: Match, context: Context) -> Reading | None:
    """Publication's own unit, after a word that asks for it: "for the year"."""
    unit = match.value("unit")
    base = context.reference(match) if context.narrative else context.published
    if unit not in {"Y", "M", "W"} or base is None or is_plural(match, "unit"):
        return None
    led = match.lexemes.before(match.first) in context.cues["before-the-unit"]
    bare = match.text.lower().startswith("the ") and mod_of(match) is None
    return date_reading(value_at(base, unit), mod_of(match)) if led or not bare else None
