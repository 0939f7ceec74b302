"""Quantities told in parts, "five years and nine months", and units told once for several."""

import re
from dataclasses import replace

from claimx.quantities.readings import Reading
from claimx.quantities.units import UnitReader

_SIZES = {
    ("foot", "inch"): 12,
    ("year", "month"): 12,
    ("pound-mass", "ounce"): 16,
    ("stone", "pound-mass"): 14,
    ("day", "hour"): 24,
    ("week", "day"): 7,
    ("hour", "minute"): 60,
    ("minute", "second"): 60,
    ("degree", "minute"): 60,
    ("dollar", "cent"): 100,
    ("euro", "cent"): 100,
    ("pound sterling", "penny"): 100,
    ("chinese yuan", "mao"): 10,
}
_JOINT = re.compile(r",?\s?(?:and\s)?\s?", re.IGNORECASE)
_INCHES = re.compile(r"\s?in\b(?!\s+(?:the|a|his|her|their|its)\b)", re.IGNORECASE)
_COUNTED = re.compile(r"\s+(?:hundred|times)")
_AND_A_HALF = re.compile(r"\b(?P<number>an?)\s(?P<unit>[a-z]+)\s+and\s+$", re.IGNORECASE)
_SUSPENDED = re.compile(r"-(?:,|\s(?:and|or|to)\b)")
_LONGEST_GAP = 6


def join_parts(text: str, readings: list[Reading]) -> list[Reading]:
    """As in "5 ft 2 in", "five years and nine months", "15 dollars 50" as one quantity each."""
    joined: list[Reading] = []
    for reading in readings:
        whole = _whole(text, joined[-1], reading) if joined else None
        if whole is None:
            joined.append(reading)
        else:
            joined[-1] = whole
    return joined


def _whole(text: str, whole: Reading, part: Reading) -> Reading | None:
    gap = text[whole.end : part.start]
    if whole.unit is None or len(gap) > _LONGEST_GAP or not _JOINT.fullmatch(gap):
        return None
    if "vague" in (whole.comparator, part.comparator):
        return None
    size, end = _size(text, whole, part, gap)
    if not size or part.value >= size:
        return None
    value = whole.value + part.value / size
    return replace(
        whole, end=end, last=part.last, low=value, high=value, rules=(*whole.rules, "parts")
    )


def _size(text: str, whole: Reading, part: Reading, gap: str) -> tuple[int, int]:
    """How many of the part make one of the whole, 0 where it is none; and where the part ends."""
    name = whole.unit.name if whole.unit else ""
    if part.unit is not None:
        return _SIZES.get((name, part.unit.name), 0), part.end
    inches = _INCHES.match(text, part.end) if name == "foot" else None
    if inches is not None:
        return _SIZES["foot", "inch"], inches.end()
    if gap.strip() or not _is_sum(whole) or not _is_coins(text, part):
        return 0, part.end
    return 100, part.end


def _is_sum(whole: Reading) -> bool:
    unit = whole.unit
    return (
        unit is not None
        and unit.kind == "currency"
        and unit.end > whole.last
        and whole.scale == 1.0
    )


def _is_coins(text: str, part: Reading) -> bool:
    """As in "15 dollars 50", not "three thousand dollars two hundred times"."""
    plain = part.form in ("digits", "words") and part.scale == 1.0 and part.value in range(10, 100)
    return plain and not _COUNTED.match(text, part.end)


def read_halves(text: str, readings: list[Reading], units: UnitReader) -> list[Reading]:
    """As in "a year and a half": one and a half of the unit before it."""
    return [_with_unit(text, reading, units) for reading in readings]


def _with_unit(text: str, reading: Reading, units: UnitReader) -> Reading:
    if reading.form != "fraction" or reading.unit is not None:
        return reading
    before = _AND_A_HALF.search(text, max(0, reading.start - 24), reading.start)
    unit = units.word(before["unit"]) if before else None
    if before is None or unit is None:
        return reading
    value = 1 + reading.value
    placed = replace(unit, start=before.start("unit"), end=before.end("unit"))
    return replace(
        reading,
        start=before.start(),
        first=before.start(),
        low=value,
        high=value,
        form="words",
        unit=placed,
        rules=(*reading.rules, "parts"),
    )


def share_suspended(text: str, readings: list[Reading]) -> list[Reading]:
    """Gives "four-, five- and six-inch" the unit of the last of them."""
    shared = list(readings)
    for index in range(len(readings) - 2, -1, -1):
        reading, following = shared[index], shared[index + 1]
        if reading.unit is not None or following.unit is None:
            continue
        if following.start - reading.end <= _LONGEST_GAP and _SUSPENDED.match(text, reading.end):
            unit = replace(following.unit, start=reading.end, end=reading.end)
            shared[index] = replace(reading, unit=unit)
    return shared
