"""Joins two readings that give one range: "5 to 10 km", "between $3bn and $5bn", "8 – 10 years"."""

import re
from dataclasses import replace

from claimx.quantities.modifiers import ModifierReader
from claimx.quantities.readings import Reading

_DASH = r"[-\u2010\u2011–—−]"
_JOINT = re.compile(
    rf"\s?(?P<dash>{_DASH}(?:to{_DASH})?)\s?|{_DASH}?\s+(?P<word>to|or|and|through|until|up to)(?:\s+|{_DASH})(?P<even>even\s+|perhaps\s+|maybe\s+|more than\s+|as much as\s+|around\s+|about\s+|nearly\s+|almost\s+|just\s+|over\s+)?|{_DASH}?\s?to{_DASH}",
    re.I,
)
_BETWEEN = re.compile(r"\b(?P<word>between|from)\s+(?:\w+\s+){0,1}$", re.I)
_FAR = re.compile(
    r"(?P<between>(?:[^.;:()?!\n]|(?<=\d)[.:](?=\d)){0,70}?)\s(?:to|and)\s+(?:about\s+|around\s+|nearly\s+|some\s+|just\s+|over\s+|more than\s+|almost\s+)?",
    re.I,
)
_BY = re.compile(r"\b(?:by|up|down)\s+(?:\w+\s+){0,2}$", re.I)
_SCORE = re.compile(
    r"\b(?:win|wins|won|beat|beats|beaten|lost|los[est]|lose|defeat\w*|draw|drew|drawn|tied?|lead|led|leading|victory|score\w*|half|final|match|game|goal\w*|down|up|ahead|triumph\w*|thrash\w*|aggregate|sets?)\b",
    re.I,
)


def join_ranges(text: str, readings: list[Reading], modifiers: ModifierReader) -> list[Reading]:
    """The readings with ranges joined, in text order."""
    joined: list[Reading] = []
    for reading in readings:
        spread = _range(text, joined[-1], reading, modifiers) if joined else None
        if spread is None:
            joined.append(reading)
        else:
            joined[-1] = spread
    return joined


def _range(text: str, first: Reading, second: Reading, modifiers: ModifierReader) -> Reading | None:
    if "vague" in (first.comparator, second.comparator) or "score" in first.rules:
        return None
    if first.low is None or second.low is None or second.start < first.end:
        return None
    gap = text[first.end : second.start]
    joint = _JOINT.fullmatch(gap)
    opener = _BETWEEN.search(text, max(0, first.start - 24), first.start)
    opening = opener["word"].lower() if opener else ""
    if joint is None:
        return _far_range(text, first, second, opener, gap)
    word = (joint["word"] or "").lower()
    if joint["even"] and word != "or" and not opening:
        return None
    if word == "and" and opening != "between":
        return None
    if opening == "between" and word not in ("and", "to", ""):
        return None
    first, second = _share(first, second, text)
    if not _same_unit(first, second):
        return None
    low, high = first.value, second.value
    if word == "or" and not (
        0 < high - low <= max(10.0, low) and (not joint["even"] or first.unit)
    ):
        return None
    if (
        word == "or"
        and first.unit is not None
        and first.unit.end > first.last
        and second.unit
        and second.unit.start != first.unit.start
        and first.unit.end <= second.start
    ):
        return None  # "49 percent or 27 percent": two claims
    if low > high and opening != "from":
        return None
    if low == high:
        return None
    if (
        word == "to"
        and opening == ""
        and _BY.search(text, max(0, first.start - 30), first.start)
        and (first.unit is None) == (second.unit is None)
        and (
            first.unit is None
            or (
                first.unit.start < second.start
                and second.unit
                and second.unit.start > first.unit.start
            )
        )
    ):
        return None  # "rose by 3 to 10"
    start = first.start
    rule = "range"
    if opener is not None and (opening == "between" or word in ("to", "through", "until", "up to")):
        start, rule = opener.start(), f"{opening}-range"
    return _spread(first, second, start, rule)


def _far_range(
    text: str, first: Reading, second: Reading, opener: re.Match[str] | None, gap: str
) -> Reading | None:
    """ "from $36 at nine to $35": the two ends apart, of the same unit."""
    far = _FAR.fullmatch(gap)
    if opener is None or far is None or first.unit is None:
        return None
    word = opener["word"].lower()
    if (" to" in gap[-24:].lower()) != (word == "from") or re.search(
        r"\b(?:from|between)\b", far["between"], re.I
    ):
        return None
    first, second = _share(first, second, text)
    if first.unit is None or second.unit is None or first.unit.name != second.unit.name:
        return None
    return _spread(first, second, opener.start(), f"{word}-range")


def _share(first: Reading, second: Reading, text: str) -> tuple[Reading, Reading]:
    """Gives an end the unit and the scale that only the other end names."""
    if first.unit is None and second.unit is not None and second.unit.start >= second.last - 1:
        first = replace(
            first, unit=second.unit, low=_times(first.low, second), high=_times(first.high, second)
        )
    elif second.unit is None and first.unit is not None:
        second = replace(second, unit=first.unit)
    elif first.unit is None and second.unit is not None and text[second.start] in "$€£":
        return first, second
    if (
        first.scale == 1.0
        and second.scale > 1.0
        and first.low is not None
        and second.low is not None
    ):
        mantissa = second.low / second.scale
        if first.low <= mantissa or (
            first.low < 1000
            and first.low / 10 <= mantissa
            and first.unit
            and first.unit.kind == "share"
        ):
            first = replace(
                first,
                low=first.low * second.scale,
                high=first.low * second.scale,
                scale=second.scale,
            )
    return first, second


def _times(value: float | None, second: Reading) -> float | None:
    factor = second.unit.factor if second.unit else 1.0
    return None if value is None else value * factor


def _same_unit(first: Reading, second: Reading) -> bool:
    one = first.unit.name if first.unit else None
    other = second.unit.name if second.unit else None
    return one == other


def _spread(first: Reading, second: Reading, start: int, rule: str) -> Reading:
    low, high = sorted((first.value, second.value))
    return replace(
        first, start=start, end=max(second.end, first.end), last=second.last, low=low, high=high,
        comparator="range", unit=second.unit or first.unit, scale=second.scale, rules=(*first.rules, rule),
    )  # fmt: skip


def split_scores(text: str, readings: list[Reading]) -> list[Reading]:
    """Marks "2-1" and "0 – 0" as scores, a quantity for each side."""
    marked = list(readings)
    for index in range(len(readings) - 1):
        first, second = readings[index], readings[index + 1]
        if first.unit or second.unit or first.form != "digits" or second.form != "digits":
            continue
        if not re.fullmatch(rf"\s?{_DASH}\s?", text[first.end : second.start]):
            continue
        if (
            first.value % 1
            or second.value % 1
            or not 0 <= first.value < 200
            or not 0 <= second.value < 200
        ):
            continue
        near = text[max(0, first.start - 60) : second.end + 60]
        if first.value >= second.value or _SCORE.search(near):
            marked[index] = replace(first, rules=(*first.rules, "score"))
            marked[index + 1] = replace(second, rules=(*second.rules, "score"))
    return marked
