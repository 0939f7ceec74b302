"""A second measure in brackets: "500 miles (800 km)" tells one thing twice."""

import re
from dataclasses import replace

from claimx.model import Quantity

_OPEN = re.compile(r"\s?\(\s?(?:or\s|about\s|around\s|US\s)?|\s?/\s?|;\s")
_CLOSED = re.compile(r"\s?[);/,]")


def conversion(text: str, first: Quantity, second: Quantity) -> Quantity:
    """The second quantity with the bound, change and measured thing of the one it converts."""
    if not _converts(text, first, second):
        return second
    low, high = second.low, second.high
    comparator = second.comparator
    if comparator == "=" and first.comparator in ("~", ">", ">=", "<", "<="):
        comparator = first.comparator
        low = None if comparator in ("<", "<=") else low
        high = None if comparator in (">", ">=") else high
    return replace(
        second,
        low=low,
        high=high,
        comparator=comparator,
        change=second.change or first.change,
        per=second.per or first.per,
        of=first.of,
        rules=(*second.rules, "conversion"),
    )


def _converts(text: str, first: Quantity, second: Quantity) -> bool:
    gap = text[first.end : second.start]
    if not _OPEN.fullmatch(gap) or not _CLOSED.match(text, second.end):
        return False
    if (gap.strip()[:1] != "(") and "conversion" not in first.rules:
        return False
    return second.unit is not None and first.unit != second.unit and first.counted is None and not ({first.unit, second.unit} & {"percentage"})
