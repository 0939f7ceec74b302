"""Who is compared with whom: the roles of numbers and periods in "to $5 from $4 a year earlier"."""

import re
from typing import Literal

from claimx.model import Period, Quantity

from .reading import Reading, Sentence

Role = Literal["base", "level", "change", "plain"]

# The number of "from $100 million", and the second of "from $100 million, or $2.03 a share".
_BASE = re.compile(
    r"\b(?:from|than|against|versus|compared (?:with|to))\s+(?:[^\W\d]+\s+){0,4}[^\w\s]?"
    r"(?:[^\s,;]*\d[^,;]{0,25}, or )?$",
    re.IGNORECASE,
)
# "£9bn more than in the same period", "207,000 fewer than a year earlier".
_DIFFERENCE = re.compile(
    r"(?:\s[^\W\d]+){0,3}\s(?:more|fewer|less|higher|lower|above|below)\s(?:[^\W\d]+\s){0,3}than\b",
    re.IGNORECASE,
)
_LEVEL = re.compile(r"\b(?:to|at)\s+(?:[^\W\d]+\s+){0,3}[^\w\s]?$", re.IGNORECASE)
_BASE_RULES = frozenset(("earlier", "ago", "year-ago", "same-period"))
_SPAN_RULES = frozenset(("year-on-year", "compared", "more-than"))
_LEAD = 90


def role_of(reading: Reading, sentence: Sentence, quantity: Quantity) -> Role:
    """Whether a number is the change of a comparison, its base, the level reached, or none."""
    if quantity.change or _DIFFERENCE.match(reading.text, quantity.end):
        return "change"
    lead = reading.text[max(sentence.start, quantity.start - _LEAD) : quantity.start]
    if _BASE.search(lead):
        return "base"
    return "level" if _LEVEL.search(lead) else "plain"


def is_base(period: Period) -> bool:
    """Whether a period is what others are compared with: "a year earlier"."""
    return not _BASE_RULES.isdisjoint(period.rules)


def is_span(period: Period) -> bool:
    """Whether a period runs from a base to what is reported: "year on year"."""
    return not _SPAN_RULES.isdisjoint(period.rules)
