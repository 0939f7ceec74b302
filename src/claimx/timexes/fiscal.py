"""Financial years: from which month they run tells the country that a text is about."""

import re
from datetime import date

from claimx.model import Timex
from claimx.timexes.frame import DAY, FrameContext, own_days
from claimx.timexes.values import Span, shift

_FINANCIAL_YEAR = re.compile(r"financial year$", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:last|previous)\b", re.IGNORECASE)
_AFTER = re.compile(r"\b(?:next|coming|following)\b", re.IGNORECASE)
_FIRST_MONTHS = {"april-years": 4, "july-years": 7}


def whole_days(timex: Timex, context: FrameContext) -> Span | None:
    """The days of an expression, those of "the current financial year" by the country's custom."""
    published = context.published
    if published is None or not _FINANCIAL_YEAR.search(timex.text):
        return own_days(timex)
    month = _first_month(context)
    if month is None:
        return own_days(timex)
    away = bool(_AFTER.search(timex.text)) - bool(_BEFORE.search(timex.text))
    away -= published.month < month
    first = shift(date(published.year, month, 1), away, "Y")
    end = shift(first, 1, "Y") if first else None
    return (first, end - DAY) if first and end else None


def _first_month(context: FrameContext) -> int | None:
    """The month in which the financial years of the countries named begin, if they agree."""
    words = set(re.findall(r"[^\W\d]+", context.text.lower()))
    months = [month for name, month in _FIRST_MONTHS.items() if words & context.cues[name]]
    return months[0] if len(months) == 1 else None
