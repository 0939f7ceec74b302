"""Frames that cut a piece out of a time: "the second week of March", "the 12 months to June"."""

import re
from datetime import date

from claimx.model import Timex
from claimx.timexes.fiscal import whole_days
from claimx.timexes.frame import DAY, PREPOSITION, Frame, FrameContext, own_days
from claimx.timexes.grammar import Match, Rule
from claimx.timexes.values import Span, add_months, shift, unit_of, weekday_from

_WHICH = re.compile(r"\b(?:first|last|final)\b", re.IGNORECASE)
_LENGTH = re.compile(r"P(\d+)([A-Z])")


def piece_frames() -> tuple[Rule[Frame], ...]:
    """The rules, the more telling first."""
    return (
        Rule(
            "part-of",
            f"""{PREPOSITION}? [THE ITS]?
            (?: ORDINAL:which FULL:full? UNIT:unit | FINAL UNIT:last ) [OF IN] TIMEX:time""",
            _nth_unit,
        ),
        Rule("part-of", f"{PREPOSITION}? [TIMEX LENGTH]:part OF TIMEX:time", _part_of),
        Rule(
            "up-to",
            f"""{PREPOSITION}? THE? [LENGTH TIMEX]:part
            (?: THAT? ENDED | TO | THROUGH ) TIMEX:time""",
            _up_to,
        ),
        Rule("first-units", f"{PREPOSITION}? THE? LENGTH:part", _first_units),
    )


def _nth_unit(match: Match, context: FrameContext) -> Span | None:
    """One unit of a time: "the second week of March", "the final month of 2023"."""
    whole = whole_days(context.timex(match, "time"), context)
    unit = match.value("unit") or match.value("last")
    number = int(re.sub(r"\D", "", match.value("which")) or 0) if match.has("which") else -1
    if whole and unit == "W" and match.has("full"):  # from its first Monday on
        whole = weekday_from(whole[0] - DAY, 1, 1), whole[1]
    return _piece(whole, number, 1, unit) if whole else None


def _part_of(match: Match, context: FrameContext) -> Span | None:
    """Some units of a time: "the first three quarters of 2025", "the last month of last year"."""
    part, whole = context.timex(match, "part"), whole_days(context.timex(match, "time"), context)
    which = _WHICH.search(part.text)
    if whole is None or which is None:
        return None
    count, unit = length_of(part)
    return _piece(whole, 1 if which[0].lower() == "first" else -1, count, unit) if unit else None


def _up_to(match: Match, context: FrameContext) -> Span | None:
    """So many units up to a time: "in the 12 months to June", "the year ended March 31"."""
    part, end = context.timex(match, "part"), own_days(context.timex(match, "time"))
    count, unit = length_of(part)
    if end is None or unit not in {"D", "W", "M", "Q", "Y"}:
        return None
    after = end[1] + DAY
    first = shift(after, -count, unit)
    return (first, end[1]) if first and first < end[0] else None


def _first_units(match: Match, context: FrameContext) -> Span | None:
    """The first units of a year: the last one that has them behind it at publication."""
    part, published = context.timex(match, "part"), context.published
    count, unit = length_of(part)
    told = "first" in part.text.lower() or _is_reported(match, part, context)
    if not told or published is None or unit not in {"M", "Q"}:
        return None
    first = date(published.year, 1, 1)
    end = shift(first, count, unit)
    if end and add_months(end, -1) > published:
        first, end = (
            date(published.year - 1, 1, 1),
            shift(first, count - 12 // (3 if unit == "Q" else 1), unit),
        )
    return (first, end - DAY) if end and end > first else None


def _is_reported(match: Match, part: Timex, context: FrameContext) -> bool:
    """Whether months are those up to the quarter reported: "For the nine months, ..."."""
    lead = context.text[match.offset : part.end]
    return _MONTHS_REPORTED.fullmatch(lead) is not None and any(
        unit_of(timex.value) == "Q" for timex in context.timexes if timex.start < part.start
    )


_MONTHS_REPORTED = re.compile(r"for the (?:six|nine|6|9) months", re.IGNORECASE)


def length_of(timex: Timex) -> tuple[int, str | None]:
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
        days = (first, end - DAY) if first and end else None
    else:
        end = whole[1] + DAY
        first = shift(end, -count, unit)
        days = (first, whole[1]) if first else None
    return days if days and whole[0] <= days[0] and days[1] <= whole[1] else None
