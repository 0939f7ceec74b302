"""A number with its unit: what the later steps join, bound and place in the sentence."""

import re
from dataclasses import dataclass, replace

from claimx.model import Comparator
from claimx.quantities.numerals import Numeral
from claimx.quantities.units import UnitReader, UnitReading

_PEOPLE = re.compile(
    r"\s+(?:people|men|women|children|of\s|[a-z]+s\b|[a-z]+\s+(?:and\s+[a-z]+\s+)?[a-z]+s\b)", re.I
)
_AFTER_SUM = re.compile(
    r"\s(?:US|U\.S\.|USD|Cdn|Canadian|Australian|NZ|HK)(?=[\s.,;)]|$)(?!\s[A-Z])"
)
_ARTICLE_BETWEEN = re.compile(r"\s+(?:an?|of\s+an?)(?=\s)", re.I)
_OF = re.compile(r"\s+of(?=\s)")


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


def read_measure(text: str, numeral: Numeral, units: UnitReader) -> Reading:
    """A numeral with the unit beside it."""
    start, end, value, scale = numeral.start, numeral.end, numeral.value, numeral.scale
    unit = units.before(text, start)
    if unit is not None:
        factor, end = units.scale_after(text, end) if scale == 1.0 else (1.0, end)
        value, scale = value * factor, scale * factor
        tail = _AFTER_SUM.match(text, end)
        end = tail.end() if tail else end
        start = unit.start
        if (
            text[start - 1 : start] in "-−"
            and start
            and (start < 2 or text[start - 2] in " (")
            and value > 0
        ):
            start, value = start - 1, -value
        after = units.after(text, end, value, scaled=scale >= 1e6)
        if (
            after is not None
            and after.currency == unit.currency
            and after.kind == "currency"
            and after.end > end
        ):
            end = after.end
        return _reading(numeral, start, end, value, scale, unit)
    lettered = units.million_code(text, start, end)
    if lettered is not None:
        return _reading(
            numeral, min(start, lettered.start), max(end, lettered.end), value * 1e6, 1e6, lettered
        )
    if numeral.tentative == "m" and text[end - 2 : end - 1] != " " and not _PEOPLE.match(text, end):
        metre = units.after(text, end - 1, value / 1e6, scaled=False)
        if metre is not None:
            plain = replace(numeral, value=value / 1e6, scale=1.0, end=end - 1)
            return _reading(plain, start, metre.end, plain.value, 1.0, metre)
    unit = units.after(text, end, value, scaled=scale >= 1e6)
    part = numeral.form == "fraction" or any(sign in text[start:end] for sign in "/⁄½¼¾⅓⅔")
    if unit is None and (part or scale != 1.0):
        bridge = _ARTICLE_BETWEEN.match(text, end)
        if bridge:
            unit = units.after(text, bridge.end(), value, scaled=False)
            if unit is not None and unit.kind == "currency":
                unit = None
    if unit is None and numeral.form == "vague":
        bridge_of = _OF.match(text, end)
        if bridge_of:
            unit = units.after(text, bridge_of.end(), value, scaled=scale >= 1e6)
    if unit is None and scale != 1.0:
        unit = _of_the(text, end, units)
        if unit is not None:
            return _reading(numeral, start, end, value, scale, unit)
    if unit is None:
        return _reading(numeral, start, end, value, scale, None)
    factor, stop = (
        units.scale_after(text, unit.end)
        if unit.kind == "currency" and scale == 1.0
        else (1.0, unit.end)
    )
    return _reading(numeral, start, stop, value * factor * unit.factor, scale * factor, unit)


_OF_THE = re.compile(r"\s+of\s+(?:the|its|their|his|her)\s+(?:[A-Za-z$€£]{0,3})\s?[\d.,]+(?:\s?(?:million|billion|trillion|bn|mn?|tn))?")


def _of_the(text: str, end: int, units: UnitReader) -> UnitReading | None:
    """The unit left out in "280 million of the 1.5 billion shekels"."""
    match = _OF_THE.match(text, end)
    unit = units.after(text, match.end(), 0.0, scaled=True) if match else None
    return replace(unit, start=end, end=end) if unit is not None and unit.kind == "currency" else None


def _reading(
    numeral: Numeral, start: int, end: int, value: float, scale: float, unit: UnitReading | None
) -> Reading:
    vague = numeral.form == "vague"
    return Reading(
        start=start,
        end=end,
        first=numeral.start,
        last=numeral.end,
        low=value,
        high=None if vague else value,
        form=numeral.form,
        scale=scale,
        comparator="vague" if vague else "=",
        unit=unit,
        rules=(
            f"number-in-{numeral.form}" if numeral.form in ("digits", "words") else numeral.form,
        ),
    )


_SUSPENDED = re.compile(r"-(?:,|\s(?:and|or|to)\b)")


def share_suspended(text: str, readings: list[Reading]) -> list[Reading]:
    """Gives "four-, five- and six-inch" the unit of the last of them."""
    shared = list(readings)
    for index in range(len(readings) - 2, -1, -1):
        reading, following = shared[index], shared[index + 1]
        if reading.unit is None and following.unit is not None and _SUSPENDED.match(text, reading.end):
            if following.start - reading.end <= 6:
                shared[index] = replace(reading, unit=replace(following.unit, start=reading.end, end=reading.end))
    return shared


_PARTS = {
    ("foot", "inch"): 12, ("year", "month"): 12, ("pound-mass", "ounce"): 16, ("stone", "pound-mass"): 14,
    ("hour", "minute"): 60, ("minute", "second"): 60, ("week", "day"): 7, ("dollar", "cent"): 100, ("euro", "cent"): 100,
    ("pound sterling", "penny"): 100, ("chinese yuan", "mao"): 10, ("degree", "minute"): 60, ("day", "hour"): 24,
}  # fmt: skip
_AND = re.compile(r",?\s?(?:and\s)?\s?", re.I)


def join_parts(text: str, readings: list[Reading]) -> list[Reading]:
    """ "5 ft 2 in", "five years and nine months", "15 dollars 50" as one quantity each."""
    joined: list[Reading] = []
    for reading in readings:
        part = _part(text, joined[-1], reading) if joined else None
        if part is None:
            joined.append(reading)
        else:
            joined[-1] = part
    return joined


def _part(text: str, whole: Reading, part: Reading) -> Reading | None:
    if whole.unit is None or whole.low is None or part.low is None or part.start < whole.end:
        return None
    gap = text[whole.end : part.start]
    if len(gap) > 6 or not _AND.fullmatch(gap) or "vague" in (whole.comparator, part.comparator):
        return None
    if part.unit is None:
        cents = (
            whole.unit.kind == "currency"
            and whole.unit.end > whole.last
            and "," not in gap
            and "and" not in gap
        )
        if not (
            cents
            and part.scale == whole.scale == 1.0
            and part.form != "fraction"
            and 10 <= part.low < 100
            and part.low % 1 == 0
        ):
            return None
        if part.form == "words" and re.match(
            r"\s+(?:hundred|times)", text[part.end : part.end + 10]
        ):
            return None
        size = 100
    else:
        size = _PARTS.get((whole.unit.name, part.unit.name), 0)
        if not size or part.low >= size:
            return None
    value = whole.low + part.low / size
    return replace(
        whole, end=part.end, last=part.last, low=value, high=value, rules=(*whole.rules, "parts")
    )
