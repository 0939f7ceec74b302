"""What a quantity has from the one before it: "500 miles (800 km)", "rose 3% to $84"."""

import re
from dataclasses import replace

from claimx.model import Quantity

_OPEN = re.compile(r"\s?\(\s?(?:or\s|about\s|around\s|US\s)?|\s?/\s?|;\s")
_CLOSED = re.compile(r"\s?[);/,]")
# "up 9% to $84", "$3.1 million, down 9.2%": both say how the same thing stands.
_ONWARD = re.compile(
    r"\s(?:to|at|from|versus|against)\s(?:the\s|just\s|about\s|around\s|over\s)?"
    r"|;\s(?:and\s)?"
    r"|,\s(?:up|down)\s(?:from\s|by\s|about\s|around\s|nearly\s|almost\s)?(?:the\s|an?\s)?",
    re.IGNORECASE,
)
# "grew 1.1% in the quarter, 3.8% year on year": the verb goes on.
_LISTED = re.compile(
    r"(?:\s(?:in|over|during|for)\s[^,.;:()]{1,30})?(?:,|\s?and|,\s?and|\s?or|,\s?but)\s(?:by\s)?",
    re.IGNORECASE,
)
_SUSPENDED = re.compile(r"-(?:,|\s(?:and|or|to)\b)")
_LONGEST_GAP = 6
_BOUNDS = ("~", ">", ">=", "<", "<=")


def continued(text: str, first: Quantity, second: Quantity) -> Quantity:
    """The second quantity with what it shares with the one before it."""
    gap = text[first.end : second.start]
    if _converts(text, first, second, gap):
        return _conversion(first, second)
    units = {first.unit, second.unit}
    paired = gap == ", " and len(units) == 2 and None not in units  # "$1m to $2m, 99 days"
    measures = units != {None} and first.counted is None and second.counted is None
    if measures and (paired or _ONWARD.fullmatch(gap)):
        return replace(second, of=first.of or second.of)
    alike = first.unit == second.unit is not None and second.change is None
    if alike and first.change and "range" not in second.comparator and _LISTED.fullmatch(gap):
        return replace(second, change=first.change, of=first.of or second.of)
    return second


def _converts(text: str, first: Quantity, second: Quantity, gap: str) -> bool:
    if not _OPEN.fullmatch(gap) or not _CLOSED.match(text, second.end):
        return False
    if not gap.strip().startswith("(") and "conversion" not in first.rules:
        return False
    units = {first.unit, second.unit}
    return (
        second.unit is not None
        and len(units) == 2
        and first.counted is None
        and "percentage" not in units
    )


def _conversion(first: Quantity, second: Quantity) -> Quantity:
    low, high, comparator = second.low, second.high, second.comparator
    if comparator == "=" and first.comparator in _BOUNDS:
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


def suspended(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """The quantities, with "four-" of "four- and six-seat" counting seats too."""
    shared = list(quantities)
    for index in range(len(shared) - 2, -1, -1):
        first, second = shared[index], shared[index + 1]
        near = second.start - first.end <= _LONGEST_GAP
        if near and first.counted is None and second.counted and _SUSPENDED.match(text, first.end):
            shared[index] = replace(first, counted=second.counted, of=second.of)
    return shared
