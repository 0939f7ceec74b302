"""The closed vocabularies of the records: strings that are the same in Python, JSON and CSV."""

from typing import Literal

Comparator = Literal["=", "~", ">", ">=", "<", "<=", "range", "vague"]
Change = Literal["up", "down"]
Stance = Literal["stated", "estimated", "forecast", "hypothetical", "denied"]
Role = Literal["origin", "relay"]
CueSense = Literal["report", "plan", "attitude"]
Quotation = Literal["direct", "indirect", "mixed"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
TimexMod = Literal[
    "BEFORE",
    "AFTER",
    "ON_OR_BEFORE",
    "ON_OR_AFTER",
    "LESS_THAN",
    "MORE_THAN",
    "EQUAL_OR_LESS",
    "EQUAL_OR_MORE",
    "START",
    "MID",
    "END",
    "APPROX",
]
SourceKind = Literal[
    "military",
    "government",
    "intelligence",
    "organisation",
    "company",
    "media",
    "poll",
    "document",
    "person",
    "group",
    "anonymous",
]
