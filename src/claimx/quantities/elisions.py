"""Units told once for two numbers: "to 41 euros from 55", "$1.1bn this year and 2bn the next"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimx.model import Quantity

_BASE = re.compile(  # what brings in the number that another one is measured against
    r"(?:\s(?:in|on|at|last|this)\s[A-Za-z ]{1,20})?,?\s(?:(?:up|down|higher|lower)\s)?"
    r"(?:from|against|versus|compared\s(?:with|to))\s(?:about\s|around\s|nearly\s|just\s|over\s)?",
    re.IGNORECASE,
)
# No sum: "gave $2 million to feed 1.5 million in the north".
_JOINED = re.compile(
    r"(?:[^.;!?\n]|\.(?=\d)){0,80}(?:,|\b(?:and|or|to|from|at|of|the|than|with))\s"
    r"(?:about\s|around\s|nearly\s|just\s|over\s|another\s)?",
    re.IGNORECASE,
)
_SCALED = re.compile(r"\d\s?(?:million|billion|trillion|bn|mn?|tn)\b", re.IGNORECASE)
_NOTHING_COUNTED = re.compile(
    r"\s*(?:[.,;:)–—]|$)|\s+(?:a|an|per|in|on|at|by|for|to|from|last|the|this|next|and|or|but|earlier"
    r"|previously|annually|before|after|over|during|between|since|until|expected|forecast|predicted"
    r"|budgeted|pledged|promised|raised|spent|paid)\b(?!\s+of\b)",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\s?[(\[](?:up|down)\s", re.IGNORECASE)  # "24% (down 3)"
_MOST_APART = 20.0  # times: "41 euros from 55" tells two prices, "41 euros from 3,000" does not


def elided(text: str, quantities: Sequence[Quantity]) -> Iterator[Quantity]:
    """The quantities, with the unit that a bare number shares with the one before it."""
    before: Quantity | None = None
    for quantity in quantities:
        shared = _sharing(text, before, quantity) if before else quantity
        yield shared
        before = shared


def _sharing(text: str, first: Quantity, second: Quantity) -> Quantity:
    if first.unit is None or second.unit is not None or second.counted is not None:
        return second
    if not _NOTHING_COUNTED.match(text, second.end):
        return second
    if first.unit == "percentage" and _BRACKETED.fullmatch(text, first.end, second.start):
        return replace(second, unit="percentage point", rules=(*second.rules, "unit-before"))
    if not _is_base(text, first, second) and not _is_sum(text, first, second):
        return second
    return replace(
        second,
        unit=first.unit,
        currency=first.currency,
        ucum=first.ucum,
        rules=(*second.rules, "unit-before"),
    )


def _is_base(text: str, first: Quantity, second: Quantity) -> bool:
    """As in "to 41 euros from 55": a level and the one before it; "rose 3% from 84" is none."""
    if first.change or not second.text[-1].isdigit():
        return False
    one, other = first.low or first.high or 0.0, second.low or second.high or 0.0
    near = 0 < one < other * _MOST_APART and other < one * _MOST_APART
    return near and _BASE.fullmatch(text, first.end, second.start) is not None


def _is_sum(text: str, first: Quantity, second: Quantity) -> bool:
    """As in "$1.1 billion this year and 2 billion the next"."""
    return (
        first.currency is not None
        and _SCALED.search(first.text) is not None
        and _SCALED.search(second.text) is not None
        and _JOINED.fullmatch(text, first.end, second.start) is not None
    )
