"""Frames that compare with another period: "year-on-year", "from a year earlier"."""

import re

from claimx.model import Period, Timex
from claimx.timexes.frame import DAY, NEAR, Frame, FrameContext
from claimx.timexes.grammar import Match, Rule
from claimx.timexes.values import Span, days_of, shift, shifted, unit_of

_COMPARISONS = frozenset(("earlier", "ago", "year-ago", "same-period"))
_YEARS_AWAY = re.compile(r"(?!a year|one year)(?:[\w-]+ )+(?:ago|earlier)\b", re.IGNORECASE)


def comparison_frames() -> tuple[Rule[Frame], ...]:
    """The rules, the more telling first."""
    return (
        Rule("same-period", "[OVER IN DURING FOR]? THE SAME PERIOD", _same_period),
        Rule("year-on-year", "YEARONYEAR", _year_on_year),
        Rule("more-than", "TIMEX:time", _more_than),
        Rule("compared", "(?: COMPARED [WITH TO]? | FROM | THAN ) IN? THE? TIMEX:time", _compared),
        Rule("compared", "APPROX:than IN THE? TIMEX:time", _more_than_in),
    )


def is_bare_base(timex: Timex, text: str) -> bool:
    """Whether nothing says what is compared with the base: "rose 4% from a year earlier"."""
    compared = _COMPARED.search(text, max(0, timex.start - 15), timex.start)
    return (
        (compared is not None or is_more_than_base(timex, text))
        and timex.rules[0] in _COMPARISONS
        and not _YEARS_AWAY.match(timex.text)
    )


def is_more_than_base(timex: Timex, text: str) -> bool:
    """Whether an amount is told as more than a base: "$74 million more than a year ago"."""
    lead = text[max(0, timex.start - 40) : timex.start]
    return _MORE_THAN.match(timex.text) is not None and _AMOUNT.search(lead) is not None


_MORE_THAN = re.compile(r"(?:more|less) than (?:a|one) year\b", re.IGNORECASE)
_AMOUNT = re.compile(r"\d[\d.,]*(?:%|[\s-](?:[^\W\d]+\s){0,2})\s?$")


def months_before(timex: Timex, context: FrameContext) -> Span | None:
    """The same months of the year before: "for the nine months ..., from $9 million a year ago".

    The expression itself refers to the quarter or year told before.
    """
    if timex.rules[0] not in _COMPARISONS or _YEARS_AWAY.match(timex.text):
        return None
    told = _part_told(context, timex.start)
    return _year_before(told) if told else None


def _part_told(context: FrameContext, place: int) -> Period | None:
    """The part of a year that the sentence has just told: "in the first nine months"."""
    told = context.found[-1] if context.found else None
    if told is None or told.start is None or told.rules[0] not in _PARTS_OF_YEAR:
        return None
    return told if context.same_sentence(told.start, place) else None


def _year_before(told: Period) -> Span | None:
    first, end = shift(told.first, -1, "Y"), shift(told.last + DAY, -1, "Y")
    return (first, end - DAY) if first and end else None


_PARTS_OF_YEAR = frozenset(("first-units", "up-to", "part-of"))
_COMPARED = re.compile(r"\b(?:from|than|with|versus|compared to)\s$", re.IGNORECASE)


def _same_period(match: Match, context: FrameContext) -> Span | None:
    """The period found last: "the army lost 300 men over the same period"."""
    before = [period for period in context.found if period.start is not None]
    near = before and match.offset - (before[-1].end or 0) < NEAR
    return (before[-1].first, before[-1].last) if near else None


def _year_on_year(match: Match, context: FrameContext) -> Span | None:
    if part := _part_told(context, match.offset):
        before = _year_before(part)
        return (before[0], part.last) if before else None
    told = _told(match, context)
    base = shifted(told.value, -1, "Y") if told else None
    days = days_of(base) if base else None
    return (days[0], told.last) if days and told and told.last else None


def _more_than(match: Match, context: FrameContext) -> Span | None:
    is_base = is_more_than_base(context.timex(match, "time"), context.text)
    return _year_on_year(match, context) if is_base else None


def _more_than_in(match: Match, context: FrameContext) -> Span | None:
    """Base to reported: "40,000 more than in September 2023"."""
    return _compared(match, context) if match.value("than").endswith("_THAN") else None


def _compared(match: Match, context: FrameContext) -> Span | None:
    """From the base to the period reported: "from a year earlier"."""
    timex = context.timex(match, "time")
    if timex.rules[0] not in _COMPARISONS:
        return _base_to_reported(match, context, timex)
    return None if _YEARS_AWAY.match(timex.text) else _year_on_year(match, context)


def _base_to_reported(match: Match, context: FrameContext, base: Timex) -> Span | None:
    """From the base told to the reported period: "compared with December 2023"."""
    lead = context.text[max(0, match.offset - 20) : match.offset]
    if base.last is None or base.first is None:
        return None
    if match.text.lower().startswith("from") and not _CHANGE.search(lead):
        return None
    told = _told(match, context)
    if told is None or told.last is None:
        return None
    later = told.last > base.last and unit_of(told.value) == unit_of(base.value)
    return (base.first, told.last) if later else None


_CHANGE = re.compile(r"(?:%|\bper ?cent|\bpoints)\s$")


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
    near = [timex for timex in before if start - timex.end < NEAR]
    return max(near or before[-1:] or here[:1], key=lambda timex: str(timex.last), default=None)
