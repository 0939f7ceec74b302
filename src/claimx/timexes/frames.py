"""Rules for the frames around time expressions: "since ...", "from ... to ...", "so far ..."."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from claimx.lexicon.time_words import Event
from claimx.model import Period, Timex
from claimx.timexes.grammar import Match, Rule
from claimx.timexes.numbers import number_of
from claimx.timexes.values import Span, add_months, days_of, shift, shifted, unit_of, weekday_from

_DAY = timedelta(1)
_PREPOSITION = "[IN ON AT OVER FOR WITHIN THROUGHOUT DURING]"
_EVENT = """(?: THE | ITS | WORD | POSSESSIVE | DASH | FULL ){0,5} EVENT:event
    (?: BEGAN:began | [OF IN] WORD | POSSESSIVE )?"""


@dataclass(frozen=True, slots=True)
class FrameContext:
    """What a frame may know: publication date, all time expressions, and the events named."""

    published: date | None
    timexes: Sequence[Timex]
    event: Callable[[str], Event | None]
    text: str
    sentences: Sequence[int]
    found: Sequence[Period]

    def same_sentence(self, one: int, other: int) -> bool:
        """Whether two characters stand in the same sentence."""
        return bisect_right(self.sentences, one) == bisect_right(self.sentences, other)

    def timex(self, match: Match, name: str) -> Timex:
        """The time expression that is the group."""
        return self.timexes[int(match.value(name))]


Frame = Callable[[Match, FrameContext], Span | None]


def frame_rules() -> tuple[Rule[Frame], ...]:
    """The rules, the more telling first."""
    table: tuple[tuple[str, str, Frame], ...] = (
        (
            "since-event",
            rf"SINCE (?:(?:THE)?EDGE:edge OF)?{_EVENT}(?:[IN ON]TIMEX:time)?",
            _since_event,
        ),
        ("since-record", r"SINCE (?:THE)?(?:EDGE OF)?[IN ON AT]?TIMEX:time", _since_record),
        ("since", r"SINCE (?:THE)?(?:EDGE OF)?[IN ON AT]?[TIMEX CLOCKTIME]:time", _since),
        (
            "since",
            r"SINCE [WORD THE ITS A OF IN BEGAN ENDED POSSESSIVE]{1,7}[IN ON]?TIMEX:time",
            _since,
        ),
        (
            "part-of-event",
            rf"IN?(?:THE|ITS)?ORDINAL:ordinal (?:COUNT:count)?UNIT:unit OF {_EVENT}",
            _part_of_event,
        ),
        ("during-event", rf"[IN OVER THROUGH THROUGHOUT DURING]:lead {_EVENT}", _during_event),
        (
            "overnight",
            """NIGHTTIME INTO? [ON FROM]? TIMEX:one
            (?: [AND DASH TO COMMA]? [INTO TO]? TIMEX:other )?""",
            _overnight,
        ),
        ("by-end", "BY(?:THE)?EDGE:edge OF(?:THE|ITS)UNIT:unit", _by_edge),
        (
            "part-of",
            f"""{_PREPOSITION}? [THE ITS]?
            (?: ORDINAL:which FULL:full? UNIT:unit | FINAL UNIT:last ) [OF IN] TIMEX:time""",
            _nth_unit,
        ),
        ("part-of", rf"{_PREPOSITION}?[TIMEX LENGTH]:part OF TIMEX:time", _part_of),
        (
            "up-to",
            f"""{_PREPOSITION}? THE? [LENGTH TIMEX]:part
            (?: THAT? ENDED | TO | THROUGH ) TIMEX:time""",
            _up_to,
        ),
        ("first-units", rf"{_PREPOSITION}?(?:THE)?LENGTH:part", _first_units),
        (
            "from-to",
            f"""(?: FOR THE PERIOD )? (?: FROM | {_PREPOSITION} )? THE? APPROX? TIMEX:one
            [TO UNTIL THROUGH DASH APPROX] THE? TIMEX:other""",
            _from_to,
        ),
        ("between", r"BETWEEN APPROX?TIMEX:one AND APPROX?TIMEX:other", _from_to),
        (
            "neighbours",
            rf"{_PREPOSITION}?TIMEX:one (?:COMMA?AND|OR)[IN ON TO]? TIMEX:other",
            _neighbours,
        ),
        ("so-far", r"SOFAR [IN OF]?TIMEX:time", _so_far),
        ("so-far", r"IN?TIMEX:time SOFAR", _so_far),
        ("year-to-date", "IN?(?:THE)?YEARTODATE", _year_to_date),
        ("same-period", "[OVER IN DURING FOR]? THE SAME PERIOD", _same_period),
        ("year-on-year", r"YEARONYEAR", _year_on_year),
        ("compared", r"(?:COMPARED(?:WITH|TO)?|FROM|THAN)IN?(?:THE)?TIMEX:time", _compared),
        ("by", r"BY (?:THE)?[TIMEX CLOCKTIME]:time", _by),
        ("until", r"UNTIL TIMEX:time", _until),
        ("as-of", r"(?:ASOF|THROUGH)TIMEX:time", _own),
        ("in-a-day", r"IN LENGTH:length", _in_a_day),
        ("own", rf"{_PREPOSITION}?(?:THE)?[TIMEX NIGHTTIME]:time", _own),
    )
    return tuple(Rule(name, pattern, read) for name, pattern, read in table)


def own_days(timex: Timex) -> Span | None:
    """The days of an expression; its first or last third where it says "early" or "late"."""
    if timex.first is None or timex.last is None:
        return None
    first, last = timex.first, timex.last
    if timex.mod not in {"START", "MID", "END"} or first == last:
        return first, last
    if timex.mod != "MID" and not _EARLY.search(timex.text):  # "the end of 2023" is a day
        return (first, first) if timex.mod == "START" else (last, last)
    unit = unit_of(timex.value)
    if unit == "M":
        ends = {"START": (1, 10), "MID": (11, 20), "END": (21, last.day)}[timex.mod]
        return first.replace(day=ends[0]), first.replace(day=ends[1])
    if unit in {"Y", "E"}:
        months = _MONTHS[unit, timex.mod]
        end = add_months(first, months[1]) - _DAY
        return add_months(first, months[0]), end
    return first, last


_EARLY = re.compile(r"\b(?:early|late|earlier|later)\b", re.IGNORECASE)
# Months from the start: a year's early and late parts are its outer quarters, a decade's thirds.
_MONTHS = {
    ("Y", "START"): (0, 3),
    ("Y", "MID"): (3, 9),
    ("Y", "END"): (9, 12),
    ("E", "START"): (0, 48),
    ("E", "MID"): (36, 84),
    ("E", "END"): (72, 120),
}


def _own(match: Match, context: FrameContext) -> Span | None:
    return own_days(context.timex(match, "time"))


def _since(match: Match, context: FrameContext) -> Span | None:
    days = own_days(context.timex(match, "time"))
    return (days[0], context.published) if days and context.published else None


def _since_record(match: Match, context: FrameContext) -> Span | None:
    """The time since something was last so ("the highest since 2009"): nothing is counted in it."""
    start = match.lexemes.starts[match.first]
    return (
        _since(match, context) if _RECORD.search(context.text, max(0, start - 60), start) else None
    )


_RECORD = re.compile(r"\b(?:first|most|least|worst|best|\w+est)\b[^.;:]*$")


def _since_event(match: Match, context: FrameContext) -> Span | None:
    """The time since an event; a time told with it is right ("since the war began in 2014")."""
    event = context.event(match.surface("event"))
    told = own_days(context.timex(match, "time")) if match.has("time") else None
    if context.published is None or (event is None and told is None):
        return None
    if event and (told is None or told[0] <= event.first <= told[1]):
        return _since_day(match, event), context.published
    return (told[0], context.published) if told else None


def _since_day(match: Match, event: Event) -> date:
    """The day from which "since" counts: "since World War II" from its end."""
    ended = event.since == "last" and not match.has("began") and match.value("edge") != "START"
    return event.last if ended and event.last else event.first


def _during_event(match: Match, context: FrameContext) -> Span | None:
    """The time of an event: "in the war", "during World War II"; not "a shift in fighting"."""
    wording = match.surface("event")
    bare = match.at("event") - match.at("lead") == 1
    if bare and (
        wording.islower() or (match.surface("lead").lower() == "in" and " " not in wording)
    ):
        return None
    event = context.event(wording)
    last = event.last or context.published if event else None
    return (event.first, last) if event and last else None


def _part_of_event(match: Match, context: FrameContext) -> Span | None:
    event = context.event(match.surface("event"))
    if event is None or match.value("ordinal") != "1":
        return None
    count = number_of(match.lexemes, *match.groups.span("count")) if match.has("count") else 1
    end = shift(event.first, int(count or 0), match.value("unit"))
    return (event.first, end - _DAY) if end and end > event.first else None


def _from_to(match: Match, context: FrameContext) -> Span | None:
    one, other = own_days(context.timex(match, "one")), own_days(context.timex(match, "other"))
    if one is None or other is None:
        return None
    if other[1] < one[0] == one[1] <= other[1] + 7 * _DAY:  # "from Monday to Wednesday", on Tuesday
        return one[0] - 7 * _DAY, other[1]
    return one[0], other[1]


def _neighbours(match: Match, context: FrameContext) -> Span | None:
    one, other = own_days(context.timex(match, "one")), own_days(context.timex(match, "other"))
    return (one[0], other[1]) if one and other and one[1] + _DAY == other[0] else None


def _overnight(match: Match, context: FrameContext) -> Span | None:
    """The night before "overnight Saturday"; the one in "overnight Thursday into Friday"."""
    one = own_days(context.timex(match, "one"))
    if one is None or one[0] != one[1]:
        return None
    if not match.has("other"):
        return one[0] - _DAY, one[1]
    other = own_days(context.timex(match, "other"))
    return (one[0], other[1]) if other and other[0] == other[1] else None


def _by_edge(match: Match, context: FrameContext) -> Span | None:
    """The target's year: "by the end of the decade" is 2030, said in 2024."""
    length = {"E": 10, "C": 100}.get(match.value("unit"))
    if length is None or match.value("edge") != "END" or context.published is None:
        return None
    return days_of(str((context.published.year // length + 1) * length))


def _nth_unit(match: Match, context: FrameContext) -> Span | None:
    """One unit of a time: "the second week of March", "the final month of 2023"."""
    whole = own_days(context.timex(match, "time"))
    unit = match.value("unit") or match.value("last")
    number = int(re.sub(r"\D", "", match.value("which")) or 0) if match.has("which") else -1
    if whole and unit == "W" and match.has("full"):  # from its first Monday on
        whole = weekday_from(whole[0] - _DAY, 1, 1), whole[1]
    return _piece(whole, number, 1, unit) if whole else None


def _part_of(match: Match, context: FrameContext) -> Span | None:
    """Some units of a time: "the first three quarters of 2025", "the last month of last year"."""
    part, whole = context.timex(match, "part"), own_days(context.timex(match, "time"))
    which = _WHICH.search(part.text)
    if whole is None or which is None:
        return None
    count, unit = _length(part)
    return _piece(whole, 1 if which[0].lower() == "first" else -1, count, unit) if unit else None


_WHICH = re.compile(r"\b(?:first|last|final)\b", re.IGNORECASE)
_LENGTH = re.compile(r"P(\d+)([A-Z])")


def _length(timex: Timex) -> tuple[int, str | None]:
    """Number and unit of a duration, one unit of a date."""
    found = _LENGTH.fullmatch(timex.value)
    if found:
        return int(found[1]), found[2]
    return 1, unit_of(timex.value)


def _piece(whole: Span, number: int, count: int, unit: str) -> Span | None:
    """So many units within a span, from the number-th unit on, or the last ones for -1."""
    if number > 0:
        first = shift(whole[0], number - 1, unit)
        end = shift(first, count, unit) if first else None
        days = (first, end - _DAY) if first and end else None
    else:
        end = whole[1] + _DAY
        first = shift(end, -count, unit)
        days = (first, whole[1]) if first else None
    return days if days and whole[0] <= days[0] and days[1] <= whole[1] else None


def _up_to(match: Match, context: FrameContext) -> Span | None:
    """So many units up to a time: "in the 12 months to June", "the year ended March 31"."""
    part, end = context.timex(match, "part"), own_days(context.timex(match, "time"))
    count, unit = _length(part)
    if end is None or unit not in {"D", "W", "M", "Q", "Y"}:
        return None
    after = end[1] + _DAY
    first = shift(after, -count, unit)
    return (first, end[1]) if first and first < end[0] else None


def _first_units(match: Match, context: FrameContext) -> Span | None:
    """The first units of a year: the last one that has them behind it at publication."""
    part, published = context.timex(match, "part"), context.published
    count, unit = _length(part)
    if "first" not in part.text.lower() or published is None or unit not in {"M", "Q"}:
        return None
    first = date(published.year, 1, 1)
    end = shift(first, count, unit)
    if end and add_months(end, -1) > published:
        first, end = (
            date(published.year - 1, 1, 1),
            shift(first, count - 12 // (3 if unit == "Q" else 1), unit),
        )
    return (first, end - _DAY) if end and end > first else None


def _so_far(match: Match, context: FrameContext) -> Span | None:
    days = own_days(context.timex(match, "time"))
    return (days[0], context.published) if days and context.published else None


_NEAR = 300  # characters: figures of a period follow it at most so far away


def _same_period(match: Match, context: FrameContext) -> Span | None:
    """The period found last: "the army lost 300 men over the same period"."""
    before = [period for period in context.found if period.start is not None]
    near = before and match.offset - (before[-1].end or 0) < _NEAR
    return (before[-1].first, before[-1].last) if near else None


def _year_to_date(match: Match, context: FrameContext) -> Span | None:  # noqa: ARG001  every rule takes both
    published = context.published
    return (date(published.year, 1, 1), published) if published else None


def _told(match: Match, context: FrameContext) -> Timex | None:
    """The quarter, month or year that is reported: told in the sentence, or last before it."""
    start = match.lexemes.starts[match.first]
    told = [
        timex
        for timex in context.timexes
        if timex.first
        and unit_of(timex.value) in {"Q", "M", "H", "Y"}
        and timex.rules[0] not in _COMPARISONS
        and (context.published is None or timex.first <= context.published)
    ]
    outside = [t for t in told if t.end <= start or t.start > match.last_offset]
    here = [timex for timex in outside if context.same_sentence(timex.start, start)]
    before = [timex for timex in here or outside if timex.end <= start]
    near = [timex for timex in before if start - timex.end < _NEAR]
    return max(near or before[-1:] or here[:1], key=lambda timex: str(timex.last), default=None)


def _year_on_year(match: Match, context: FrameContext) -> Span | None:
    told = _told(match, context)
    base = shifted(told.value, -1, "Y") if told else None
    days = days_of(base) if base else None
    return (days[0], told.last) if days and told and told.last else None


def _compared(match: Match, context: FrameContext) -> Span | None:
    """From the base to the period reported: "from a year earlier"."""
    timex = context.timex(match, "time")
    if timex.rules[0] not in _COMPARISONS:
        return _base_to_reported(match, context, timex)
    return None if _YEARS_AWAY.match(timex.text) else _year_on_year(match, context)


def _base_to_reported(match: Match, context: FrameContext, base: Timex) -> Span | None:
    """From the base told to the reported period: "compared with December 2023"."""
    told = None if match.text.lower().startswith("from") else _told(match, context)
    if told is None or told.last is None or base.first is None or base.last is None:
        return None
    later = told.last > base.last and unit_of(told.value) == unit_of(base.value)
    return (base.first, told.last) if later else None


_COMPARISONS = frozenset(("earlier", "ago", "year-ago", "same-period"))
_YEARS_AWAY = re.compile(r"(?!a year|one year)(?:[\w-]+ )+(?:ago|earlier)\b", re.IGNORECASE)


def _by(match: Match, context: FrameContext) -> Span | None:
    """A target's own time: "by the end of 2030" is the year 2030."""
    timex = context.timex(match, "time")
    if timex.mod == "END" and timex.first and timex.last and not _EARLY.search(timex.text):
        return timex.first, timex.last
    return own_days(timex)


def _until(match: Match, context: FrameContext) -> Span | None:
    days = own_days(context.timex(match, "time"))
    if days and context.published and context.published < days[0]:
        return context.published, days[1]
    return days


def _in_a_day(match: Match, context: FrameContext) -> Span | None:
    timex = context.timex(match, "length")
    if timex.value not in {"P1D", "PT24H"} or context.published is None:
        return None
    day = _day_told(context, timex.start) or context.published - _DAY
    return day, day


def _day_told(context: FrameContext, place: int) -> date | None:
    """The day of "in a single day": one told in the sentence, or the one after a "day before".

    "1,950 troops in a single day. This follows 1,770 the day before, on November 11."
    """
    days = [t for t in context.timexes if t.first and t.first == t.last and unit_of(t.value) == "D"]
    near = [t for t in days if context.same_sentence(t.start, place)]
    if near:
        return near[0].first
    after = [
        t.last + _DAY
        for t in days
        if t.last and _DAY_BEFORE.search(context.text, max(0, t.start - 30), t.start)
    ]
    return after[0] if after else None


_DAY_BEFORE = re.compile(r"\b(?:the (?:day before|previous day)|a day earlier),?\s(?:on\s)?$")
