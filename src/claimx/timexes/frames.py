"""Rules for the frames around time expressions: "since ...", "from ... to ...", "so far ..."."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from claimx.lexicon.time_words import Event
from claimx.model import Timex
from claimx.timexes.grammar import Match, Rule
from claimx.timexes.numbers import number_of
from claimx.timexes.values import Span, days_of, shift, shifted, unit_of

_DAY = timedelta(1)
_ARTICLE = "(?:THE|ITS)?"
_EVENT = rf"{_ARTICLE}(?:(?:WORD|POSSESSIVE|DASH|FULL){{0,4}})EVENT:event(?:BEGAN|OF WORD|IN WORD)?"


@dataclass(frozen=True, slots=True)
class FrameContext:
    """What a frame may know: publication date, all time expressions, and the events named."""

    published: date | None
    timexes: Sequence[Timex]
    event: Callable[[str], Event | None]

    def timex(self, match: Match, name: str) -> Timex:
        """The time expression that is the group."""
        return self.timexes[int(match.value(name))]


Frame = Callable[[Match, FrameContext], Span | None]


def frame_rules() -> tuple[Rule[Frame], ...]:
    """The rules, the more telling first."""
    table: tuple[tuple[str, str, Frame], ...] = (
        ("since-event", rf"SINCE (?:{_ARTICLE}EDGE OF)?{_EVENT}(?:IN TIMEX)?", _since_event),
        ("since", r"SINCE (?:THE)?(?:EDGE OF)?(?:IN|ON|AT)?TIMEX:time", _since),
        ("part-of-event", rf"IN?{_ARTICLE}ORDINAL:ordinal COUNT:count UNIT:unit OF {_EVENT}", _part_of_event),
        ("part-of-event", rf"IN?{_ARTICLE}ORDINAL:ordinal UNIT:unit OF {_EVENT}", _part_of_event),
        ("during-event", rf"(?:IN|OVER|THROUGH|THROUGHOUT){_EVENT}", _during_event),
        ("from-to", r"(?:FOR THE PERIOD)?FROM?TIMEX:one (?:TO|UNTIL|THROUGH|DASH) (?:THE)?TIMEX:other", _from_to),
        ("between", r"BETWEEN TIMEX:one AND TIMEX:other", _from_to),
        ("neighbours", r"[IN ON OVER DURING FOR]?TIMEX:one (?:AND|OR|COMMA AND)[IN ON TO]? TIMEX:other", _neighbours),
        ("so-far", r"SOFAR [IN OF]?TIMEX:time|TIMEX:time2 SOFAR", _so_far),
        ("year-on-year", r"YEARONYEAR", _year_on_year),
        ("compared", r"(?:COMPARED(?:WITH|TO)?|FROM|THAN)(?:THE)?TIMEX:time", _compared),
        ("by", r"BY (?:THE)?TIMEX:time", _by),
        ("until", r"UNTIL TIMEX:time", _until),
        ("as-of", r"(?:ASOF|THROUGH)TIMEX:time", _own),
        ("in-a-day", r"[IN WITHIN OVER]LENGTH:length", _in_a_day),
        ("own", r"[IN ON AT OVER FOR WITHIN THROUGHOUT DURING]?(?:THE)?TIMEX:time", _own),
    )
    return tuple(Rule(name, pattern, read) for name, pattern, read in table)


def own_days(timex: Timex) -> Span | None:
    """The days of an expression; its first or last third where it says "early" or "late"."""
    if timex.first is None or timex.last is None:
        return None
    return timex.first, timex.last


def _own(match: Match, context: FrameContext) -> Span | None:
    return own_days(context.timex(match, "time"))


def _since(match: Match, context: FrameContext) -> Span | None:
    days = own_days(context.timex(match, "time"))
    return (days[0], context.published) if days and context.published else None


def _since_event(match: Match, context: FrameContext) -> Span | None:
    event = context.event(match.surface("event"))
    return (event.first, context.published) if event and context.published else None


def _during_event(match: Match, context: FrameContext) -> Span | None:
    event = context.event(match.surface("event"))
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
    return (one[0], other[1]) if one and other and one[0] <= other[1] else None


def _neighbours(match: Match, context: FrameContext) -> Span | None:
    one, other = own_days(context.timex(match, "one")), own_days(context.timex(match, "other"))
    return (one[0], other[1]) if one and other and one[1] + _DAY == other[0] else None


def _so_far(match: Match, context: FrameContext) -> Span | None:
    days = own_days(context.timex(match, "time" if match.has("time") else "time2"))
    return (days[0], context.published) if days and context.published else None


def _told(match: Match, context: FrameContext) -> Timex | None:
    """The last quarter, month or year told before the match."""
    start = match.lexemes.starts[match.first]
    before = [t for t in context.timexes if t.end <= start and unit_of(t.value) in {"Q", "M", "H", "Y"}]
    return before[-1] if before else None


def _year_on_year(match: Match, context: FrameContext) -> Span | None:
    told = _told(match, context)
    base = shifted(told.value, -1, "Y") if told else None
    days = days_of(base) if base else None
    return (days[0], told.last) if days and told and told.last else None


def _compared(match: Match, context: FrameContext) -> Span | None:
    timex = context.timex(match, "time")
    if timex.rules[0] not in {"earlier", "ago", "year-ago", "same-period"}:
        return None
    told = _told(match, context)
    days = own_days(timex)
    return (days[0], told.last) if days and told and told.last and told.last > days[1] else None


def _by(match: Match, context: FrameContext) -> Span | None:
    return own_days(context.timex(match, "time"))


def _until(match: Match, context: FrameContext) -> Span | None:
    days = own_days(context.timex(match, "time"))
    if days and context.published and context.published < days[0]:
        return context.published, days[1]
    return days


def _in_a_day(match: Match, context: FrameContext) -> Span | None:
    timex = context.timex(match, "length")
    if timex.value not in {"P1D", "PT24H"} or context.published is None:
        return None
    day = context.published - _DAY
    return day, day
