"""A number with its unit: what the later steps join, bound and place in the sentence."""

import re
from dataclasses import dataclass, replace

from claimx.model import Comparator
from claimx.quantities.number_grammar import Numeral
from claimx.quantities.unit_contexts import LENGTH, near
from claimx.quantities.units import UnitReader, UnitReading

_AFTER_SUM = re.compile(
    r"\s(?:US|U\.S\.|USD|Cdn|Canadian|Australian|NZ|HK)(?=[\s.,;)]|$)(?!\s[A-Z])"
)
_PERCENT_OF = re.compile(r"(?:^|[.;:]\s)per\s?cent\s+of\s+$", re.IGNORECASE)  # "Percent of 10"
_PART_OF = re.compile(r"\s+(?:an?|of\s+an?)(?=\s)", re.IGNORECASE)
_PERCENT_OF = re.compile(r"(?:^|[.;:]\s)per\s?cent\s+of\s+$", re.IGNORECASE)  # "Percent of 10"
_OF = re.compile(r"\s+of(?=\s)")
_OF_THE = re.compile(
    r"\s+of\s+(?:the|its|their|his|her)\s+[A-Za-z$€£]{0,3}\s?[\d.,]+(?:\s?(?:million|billion|trillion|bn|mn?|tn))?"
)
_PEOPLE = re.compile(r"\s+(?:people|men|women|children|[a-z]{3,}s\b)")
_LOOSELY = re.compile(r"(?:-plus|\+|[\s-]odd|\s+or\s+(?:more|so|fewer|less))(?=[\s-])")
_ORDINAL = re.compile(r"(?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s?", re.IGNORECASE)
_FRACTION_SIGNS = frozenset("/⁄½⅓⅔¼¾⅛")


@dataclass(frozen=True, slots=True)
class Reading:
    """One quantity as far as its own words tell: interval, bound and unit.

    `first` and `last` are where its number begins and ends, `start` and `end` the whole extent.
    """

    start: int
    end: int
    first: int
    last: int
    low: float | None
    high: float | None
    form: str
    scale: float = 1.0
    comparator: Comparator = "="
    unit: UnitReading | None = None
    rules: tuple[str, ...] = ()

    @property
    def value(self) -> float:
        """The value of a point, the lower bound of a range."""
        return self.low if self.low is not None else self.high or 0.0


def read_measure(text: str, numeral: Numeral, units: UnitReader, floor: int = 0) -> Reading:
    """A numeral with the unit beside it; what stands before `floor` belongs to another number."""
    if numeral.form == "multiple":
        return _reading(numeral, numeral.start, numeral.end, units.named("times"))
    front = units.before(text, numeral.start)
    if front is not None and front.start >= floor:
        return _sum(text, numeral, front, units)
    if _PERCENT_OF.search(text, max(0, numeral.start - 14), numeral.start):
        return _reading(numeral, numeral.start, numeral.end, units.named("percentage"))
    lettered = units.million_code(text, numeral.start, numeral.end)
    if lettered is not None:
        start, end = min(numeral.start, lettered.start), max(numeral.end, lettered.end)
        return _reading(
            replace(numeral, value=numeral.value * 1e6, scale=1e6), start, end, lettered
        )
    people = _PEOPLE.match(text, numeral.end)
    if numeral.tentative == "m" and not people and near(LENGTH, text, (numeral.start, numeral.end)):
        metres = replace(numeral, value=numeral.value / 1e6, scale=1.0, end=numeral.end - 1)
        unit = units.after(text, metres.end, metres.value, scaled=False)
        if unit is not None:
            return _reading(metres, numeral.start, unit.end, unit)
    unit = _unit_after(text, numeral, units)
    if unit is None:
        return _reading(numeral, numeral.start, numeral.end, None)
    factor, end = unit.factor, max(unit.end, numeral.end)
    if unit.kind == "currency" and numeral.scale == 1.0:
        factor, end = units.scale_after(text, end)
    scaled = replace(numeral, value=numeral.value * factor, scale=numeral.scale * factor)
    return _reading(scaled, numeral.start, end, unit)


def _sum(text: str, numeral: Numeral, front: UnitReading, units: UnitReader) -> Reading:
    """As in "US$4.5m", "$75 million US", "$-50.8bn", "-$3"."""
    factor, end = (
        units.scale_after(text, numeral.end) if numeral.scale == 1.0 else (1.0, numeral.end)
    )
    value, start = numeral.value * factor, front.start
    tail = _AFTER_SUM.match(text, end)
    end = tail.end() if tail else end
    if re.search(r"(?:^|[\s(])[-−]$", text[max(0, start - 2) : start]) and value > 0:
        start, value = start - 1, -value
    after = units.after(text, end, value, scaled=numeral.scale >= 1e6)
    if after is not None and after.kind == "currency" and after.currency == front.currency:
        end = max(end, after.end)
    return _reading(replace(numeral, value=value, scale=numeral.scale * factor), start, end, front)


def _unit_after(text: str, numeral: Numeral, units: UnitReader) -> UnitReading | None:
    """The unit right after a number, or behind "a", "of a", "of", "-plus"."""
    end, scaled = numeral.end, numeral.scale >= 1e6
    unit = units.after(text, end, numeral.value, scaled=scaled)
    if unit is not None:
        ordinal = numeral.form == "fraction" and _ORDINAL.search(text, numeral.start, end)
        return None if ordinal and unit.kind == "time" else unit  # "a fifth year"
    if (
        numeral.form == "fraction"
        or numeral.scale != 1.0
        or _FRACTION_SIGNS & set(text[numeral.start : end])
    ):
        bridge = _PART_OF.match(text, end)
        unit = units.after(text, bridge.end(), numeral.value, scaled=False) if bridge else None
        if unit is not None and unit.kind != "currency":
            return unit
    if numeral.form == "vague" and (bridge := _OF.match(text, end)):
        return units.after(text, bridge.end(), numeral.value, scaled=scaled)
    if bridge := _LOOSELY.match(text, end):
        return units.after(text, bridge.end(), numeral.value, scaled=scaled)
    if numeral.scale != 1.0 and (bridge := _OF_THE.match(text, end)):
        unit = units.after(text, bridge.end(), 0.0, scaled=True)
        if unit is not None and unit.kind == "currency":
            return replace(unit, start=end, end=end)  # "280 million of the 1.5 billion shekels"
    return None


def _reading(numeral: Numeral, start: int, end: int, unit: UnitReading | None) -> Reading:
    vague = numeral.form == "vague"
    return Reading(
        start=start,
        end=end,
        first=numeral.start,
        last=numeral.end,
        low=numeral.value,
        high=None if vague else numeral.value,
        form=numeral.form,
        scale=numeral.scale,
        comparator="vague" if vague else "=",
        unit=unit,
        rules=(
            f"number-in-{numeral.form}" if numeral.form in ("digits", "words") else numeral.form,
        ),
    )
