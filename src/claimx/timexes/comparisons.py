"""Frames that compare with another period: "year-on-year", "from a year earlier"."""

import re

from claimx.model import Timex
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
        Rule("compared", "(?: COMPARED [WITH TO]? | FROM | THAN ) IN? THE? TIMEX:time", _compared),
    )


def is_bare_base(timex: Timex, text: str) -> bool:
    """Whether nothing says what is compared with the base: "rose 4% from a year earlier"."""
    compared = _COMPARED.search(text, max(0, timex.start - 15), timex.start)
    return (
        compared is not None
        and timex.rules[0] in _COMPARISONS
        and not _YEARS_AWAY.match(timex.text)
    )


def months_before(timex: Timex, context: FrameContext) -> Span | None:
    """The same months of the year before: "for the nine months ..., from $9 million a year ago".

    The expression itself refers to the quarter or year told before.
    """
    found = context.found
    if not found or timex.rules[0] not in _COMPARISONS or _YEARS_AWAY.match(timex.text):
        return None
    told = found[-1]
    near = told.start is not None and context.same_sentence(told.start, timex.start)
    if told.rules[0] not in _PARTS_OF_YEAR or not near:
        return None
    first, end = shift(told.first, -1, "Y"), shift(told.last + DAY, -1, "Y")
    return (first, end - DAY) if first and end else None


_PARTS_OF_YEAR = frozenset(("first-units", "up-to"))
_COMPARED = re.compile(r"\b(?:from|than|with|versus|compared to)\s$", re.IGNORECASE)


def _same_period(match: Match, context: FrameContext) -> Span | None:
    """The period found last: "the army lost 300 men over the same period"."""
    before = [period for period in context.found if period.start is not None]
    near = before and match.offset - (before[-1].end or 0) < NEAR
    return (before[-1].first, before[-1].last) if near else None


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
