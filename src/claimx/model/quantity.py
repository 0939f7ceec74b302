"""How much: a number with its bound, unit, direction and denominator."""

from dataclasses import dataclass

from claimx.model.mention import Mention
from claimx.model.vocabulary import Change, Comparator


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """One quantity as it stands in the text, with its closed interval of values.

    `low` and `high` are scaled ("$4.5 million" is 4500000.0) and equal for a point or approximate
    value; the side that a bound leaves open is None. `unit` is the singular unit name, None for
    a bare count, whose counted noun phrase is then `counted`. `currency` is the unit's ISO 4217
    code and `ucum` its UCUM code, where there is one. `of` is what is measured. `rules` names the
    rules that made the quantity, in the order in which they fired.
    """

    text: str
    start: int
    end: int
    low: float | None
    high: float | None
    comparator: Comparator = "="
    unit: str | None = None
    currency: str | None = None
    ucum: str | None = None
    counted: Mention | None = None
    change: Change | None = None
    per: str | None = None
    of: Mention | None = None
    rules: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.low is None and self.high is None:
            raise ValueError(f"quantity {self.text!r} at {self.start} has neither low nor high")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"quantity {self.text!r}: low {self.low} is above high {self.high}")
