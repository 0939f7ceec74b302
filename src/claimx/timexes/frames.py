"""Rules for the frames around time expressions: "since ...", "from ... to ...", "so far ..."."""

import re
from datetime import date

from claimx.timexes.comparisons import comparison_frames, is_bare_base, months_before
from claimx.timexes.eras import event_frames
from claimx.timexes.fiscal import whole_days
from claimx.timexes.frame import DAY, EARLY_OR_LATE, PREPOSITION, Frame, FrameContext, own_days
from claimx.timexes.grammar import Match, Rule
from claimx.timexes.pieces import length_of, piece_frames
from claimx.timexes.values import Span, days_of, shift, unit_of


def frame_rules() -> tuple[Rule[Frame], ...]:
    """The rules, the more telling first."""
    return (
        *event_frames(),
        Rule("since-record", "SINCE THE? (?: EDGE OF )? [IN ON AT]? TIMEX:time", _since_record),
        Rule("since-record", "[IN OVER FOR] TIMEX:time", _record_in),
        Rule("since", "SINCE THE? (?: EDGE OF )? [IN ON AT]? [TIMEX CLOCKTIME]:time", _since),
        Rule(
            "since",
            "SINCE [WORD THE ITS A OF IN BEGAN ENDED POSSESSIVE]{1,7} [IN ON]? TIMEX:time",
            _since,
        ),
        Rule(
            "since",
            """SINCE [WORD THE ITS A OF IN TO FROM WITH ORDINAL BEGAN ENDED POSSESSIVE]{1,15}
            [IN ON] TIMEX:time""",
            _since,
        ),
        Rule(
            "overnight",
            """NIGHTTIME INTO? [ON FROM]? TIMEX:one
            (?: [AND DASH TO COMMA]? [INTO TO]? TIMEX:other )?""",
            _overnight,
        ),
        Rule("by-end", "BY THE? EDGE:edge OF [THE ITS] UNIT:unit", _by_edge),
        *piece_frames(),
        Rule(
            "from-to",
            f"""(?: FOR THE PERIOD )? (?: FROM | {PREPOSITION} )? THE? APPROX? TIMEX:one
            [TO UNTIL THROUGH DASH APPROX] THE? TIMEX:other""",
            _from_to,
        ),
        Rule("between", "BETWEEN APPROX? TIMEX:one AND APPROX? TIMEX:other", _from_to),
        Rule(
            "neighbours",
            f"{PREPOSITION}? TIMEX:one (?: COMMA? AND | OR ) [IN ON TO]? TIMEX:other",
            _neighbours,
        ),
        Rule("so-far", "SOFAR [IN OF]? TIMEX:time", _so_far),
        Rule("so-far", "IN? TIMEX:time SOFAR", _so_far),
        Rule("year-to-date", "IN? THE? YEARTODATE", _year_to_date),
        *comparison_frames(),
        Rule("by", "BY THE? [TIMEX CLOCKTIME]:time", _by),
        Rule("until", "UNTIL TIMEX:time", _until),
        Rule("as-of", "[ASOF THROUGH] TIMEX:time", _own),
        Rule("in-a-day", "IN LENGTH:length", _in_a_day),
        Rule("within", "WITHIN LENGTH:length", _within),
        Rule("own", f"{PREPOSITION}? THE? [TIMEX NIGHTTIME]:time", _own),
    )


def _own(match: Match, context: FrameContext) -> Span | None:
    timex = context.timex(match, "time")
    days, published = whole_days(timex, context), context.published
    if is_bare_base(timex, context.text):
        return None
    if base := months_before(timex, context):
        return base
    if days and published and days[0] <= published < days[1] and _EARLIER_IN.match(timex.text):
        return days[0], published
    return days


_EARLIER_IN = re.compile(r"earlier in\b", re.IGNORECASE)


def _since(match: Match, context: FrameContext) -> Span | None:
    days = own_days(context.timex(match, "time"))
    return (days[0], context.published) if days and context.published else None


def _since_record(match: Match, context: FrameContext) -> Span | None:
    """The time since something was last so ("the highest since 2009"): nothing is counted in it."""
    start = match.lexemes.starts[match.first]
    return _since(match, context) if _tells_record(context, start, 60) else None


def _tells_record(context: FrameContext, end: int, reach: int) -> bool:
    """Whether a superlative stands before, or other words of a record: "not seen since 2009"."""
    found = _RECORD.search(context.text, max(0, end - reach), end)
    return found is not None and (
        found["best"] is None or context.tenses.token(found.start("best")).tag_ in _SUPERLATIVES
    )


_SUPERLATIVES = frozenset(("JJS", "RBS"))  # "the rest" and "the west" are not
_RECORD = re.compile(
    r"""\b(?:(?<![Aa]t\ )(?P<best>(?!latest)(?:most(?!\ of)|least|worst|best|\w+est))\b[^.;:]*
    |first(?:\s[\w-]+){0,5}\s|(?:seen|high|low|any\ \w+)\s)$""",
    re.VERBOSE,
)


def _record_in(match: Match, context: FrameContext) -> Span | None:
    """The time in which nothing was so before: "its lowest level in the past two years"."""
    timex, start = context.timex(match, "time"), match.lexemes.starts[match.first]
    if length_of(timex)[1] not in {"M", "Q", "Y", "E"} or timex.last != context.published:
        return None
    return own_days(timex) if _tells_record(context, start, 25) else None


def _from_to(match: Match, context: FrameContext) -> Span | None:
    one, other = own_days(context.timex(match, "one")), own_days(context.timex(match, "other"))
    if one is None or other is None:
        return None
    if other[1] < one[0] == one[1] <= other[1] + 7 * DAY:  # "from Monday to Wednesday", on Tuesday
        return one[0] - 7 * DAY, other[1]
    return one[0], other[1]


def _neighbours(match: Match, context: FrameContext) -> Span | None:
    one, other = own_days(context.timex(match, "one")), own_days(context.timex(match, "other"))
    return (one[0], other[1]) if one and other and one[1] + DAY == other[0] else None


def _overnight(match: Match, context: FrameContext) -> Span | None:
    """The night before "overnight Saturday"; the one in "overnight Thursday into Friday"."""
    one = own_days(context.timex(match, "one"))
    if one is None or one[0] != one[1]:
        return None
    if not match.has("other"):
        return one[0] - DAY, one[1]
    other = own_days(context.timex(match, "other"))
    return (one[0], other[1]) if other and other[0] == other[1] else None


def _by_edge(match: Match, context: FrameContext) -> Span | None:
    """The target's year: "by the end of the decade" is 2030, said in 2024."""
    length = {"E": 10, "C": 100}.get(match.value("unit"))
    if length is None or match.value("edge") != "END" or context.published is None:
        return None
    return days_of(str((context.published.year // length + 1) * length))


def _so_far(match: Match, context: FrameContext) -> Span | None:
    days = own_days(context.timex(match, "time"))
    return (days[0], context.published) if days and context.published else None


def _year_to_date(match: Match, context: FrameContext) -> Span | None:  # noqa: ARG001  every rule takes both
    published = context.published
    return (date(published.year, 1, 1), published) if published else None


def _by(match: Match, context: FrameContext) -> Span | None:
    """A target's own time: "by the end of 2030" is the year 2030."""
    timex = context.timex(match, "time")
    if timex.mod == "END" and timex.first and timex.last and not EARLY_OR_LATE.search(timex.text):
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
    day = _day_told(context, timex.start) or context.published - DAY
    return day, day


def _within(match: Match, context: FrameContext) -> Span | None:
    """From publication on, where the verb looks ahead: "will be met within two years"."""
    timex = context.timex(match, "length")
    count, unit = length_of(timex)
    if context.published is None or unit is None or context.tenses.direction(timex.start) <= 0:
        return None
    end = shift(context.published, count, unit)
    return (context.published, end) if end else None


def _day_told(context: FrameContext, place: int) -> date | None:
    """The day of "in a single day": one told in the sentence, or the one after a "day before".

    "1,950 troops in a single day. This follows 1,770 the day before, on November 11."
    """
    days = [t for t in context.timexes if t.first and t.first == t.last and unit_of(t.value) == "D"]
    near = [t for t in days if context.same_sentence(t.start, place)]
    if near:
        return near[0].first
    after = [
        t.last + DAY
        for t in days
        if t.last and _DAY_BEFORE.search(context.text, max(0, t.start - 30), t.start)
    ]
    return after[0] if after else None


_DAY_BEFORE = re.compile(r"\b(?:the (?:day before|previous day)|a day earlier),?\s(?:on\s)?$")
