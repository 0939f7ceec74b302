"""Joins two readings that give one range: "5 to 10 km", "between $3bn and $5bn", "8 – 10 years"."""

import re
from collections.abc import Callable
from dataclasses import replace

from claimx.quantities.readings import Reading

_DASH = r"[-\u2010\u2011–—−]"
_ABOUT = r"(?:about|around|nearly|some|just|over|more than|almost|as much as|perhaps|maybe|even)\s+"
_DASHED = re.compile(rf"\s?{_DASH}\s?|\s?{_DASH}?to{_DASH}")
_WORDED = re.compile(
    rf"{_DASH}?\s+(?P<word>to|or|and|through|until)(?:\s+|{_DASH})(?P<about>{_ABOUT})?",
    re.IGNORECASE,
)
_OPENER = re.compile(r"\b(?P<word>between|from)\s+(?:\w+\s+)?$", re.IGNORECASE)
_FAR = re.compile(
    rf"(?P<between>(?:[^.;:()?!\n]|(?<=\d)[.:](?=\d)){{0,70}}?)\s(?P<word>to|and)\s+(?:{_ABOUT})?",
    re.IGNORECASE,
)
_OPENER_INSIDE = re.compile(r"\b(?:from|between)\b", re.IGNORECASE)
_BY = re.compile(r"\b(?:by|up|down)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_SCORING = re.compile(
    r"\b(?:wins?|won|beat(?:s|en)?|los[et]|lost|defeat\w*|dr[ae]wn?|tied?|lead|led|leading|victory|scor\w+|half"
    r"|final|match|game|goal\w*|down|up|ahead|triumph\w*|thrash\w*|aggregate|sets?)\b",
    re.IGNORECASE,
)

_Joiner = Callable[[str, Reading, Reading], Reading | None]


def join_ranges(text: str, readings: list[Reading]) -> list[Reading]:
    """The readings with ranges joined, in text order; a dash binds before "to"."""
    return _joined(text, _joined(text, readings, _dashed), _worded)


def _joined(text: str, readings: list[Reading], joiner: _Joiner) -> list[Reading]:
    joined: list[Reading] = []
    for reading in readings:
        spread = None
        if joined and _may_join(joined[-1], reading):
            spread = joiner(text, joined[-1], reading)
        if spread is None:
            joined.append(reading)
        else:
            joined[-1] = spread
    return joined


def _may_join(first: Reading, second: Reading) -> bool:
    return (
        first.comparator == "="
        and second.comparator in ("=", "range")
        and first.end <= second.start
        and "score" not in first.rules
    )


def _dashed(text: str, first: Reading, second: Reading) -> Reading | None:
    """As in "5-10 km", "from 20 – 25%"."""
    if not _DASHED.fullmatch(text, first.end, second.start):
        return None
    if _names_own_unit(first) and second.unit is None:
        return None  # "12% - 340 people - were ill"
    if first.form == "fraction" and _names_own_unit(second):
        return None  # "nearly four in 10 — 38 percent — did"
    first, second = _share(first, second)
    if not _same_unit(first, second) or not first.value < second.value:
        return None
    return _spread(first, second, first.start, "range")


def _worded(text: str, first: Reading, second: Reading) -> Reading | None:
    """As in "5 to 10 km", "one or two", "between 5% and 6%", "from $36 at nine to $35"."""
    joint = _WORDED.fullmatch(text, first.end, second.start)
    opener = _OPENER.search(text, max(0, first.start - 24), first.start)
    opening = opener["word"].lower() if opener else ""
    if joint is None:
        return _far(text, first, second, opener)
    word = joint["word"].lower()
    first_alone, second_alone = first, second
    first, second = _share(first, second)
    if not _same_unit(first, second) or first.value == second.value:
        return None
    if opening == "between":
        allowed = word in ("and", "to")
    elif opening == "from":
        allowed = word in ("to", "through", "until")
    elif word == "or":
        allowed = _is_choice(first_alone, second_alone)
    else:
        allowed = word in ("to", "through") and not _is_movement(text, first_alone, second_alone)
    if not allowed or (first.value > second.value and opening != "from"):
        return None
    if opener is not None and word != "or":
        return _spread(first, second, opener.start(), f"{opening}-range")
    return _spread(first, second, first.start, "range")


def _is_choice(first: Reading, second: Reading) -> bool:
    """As in "one or two points" is one value, "49 percent or 27 percent" are two claims."""
    if _names_own_unit(first):
        return False
    return 0 < second.value - first.value <= max(10.0, first.value)


def _names_own_unit(first: Reading) -> bool:
    return first.unit is not None and first.unit.start >= first.last


def _is_movement(text: str, first: Reading, second: Reading) -> bool:
    """As in "rose by 3 to 10" tells the change and the level, "fell by 1 to 2 degrees" a range."""
    if first.unit is not None and first.unit.kind == "share" and second.unit is None:
        return True  # "rose 1.8 percent to 811,819"
    one_unit_for_both = (first.unit is None) != (second.unit is None)
    return not one_unit_for_both and bool(_BY.search(text, max(0, first.start - 30), first.start))


def _far(
    text: str, first: Reading, second: Reading, opener: re.Match[str] | None
) -> Reading | None:
    """As in "from $36 at nine to $35": the two ends apart, of the same unit."""
    if opener is None or first.unit is None:
        return None
    far = _FAR.fullmatch(text, first.end, second.start)
    word = opener["word"].lower()
    if far is None or (far["word"].lower() == "to") != (word == "from"):
        return None
    first, second = _share(first, second)
    if _OPENER_INSIDE.search(far["between"]) or not _same_unit(first, second):
        return None
    return _spread(first, second, opener.start(), f"{word}-range")


def _share(first: Reading, second: Reading) -> tuple[Reading, Reading]:
    """Gives an end the unit and the scale that only the other end names."""
    if first.unit is None and second.unit is not None and second.unit.start >= second.last - 1:
        factor = second.unit.factor
        first = replace(
            first, unit=second.unit, low=first.value * factor, high=first.value * factor
        )
    elif second.unit is None and first.unit is not None:
        second = replace(second, unit=first.unit)
    if first.scale == 1.0 < second.scale and first.value <= second.value / second.scale:
        value = first.value * second.scale
        first = replace(first, low=value, high=value, scale=second.scale)
    return first, second


def _same_unit(first: Reading, second: Reading) -> bool:
    one = first.unit.name if first.unit else None
    other = second.unit.name if second.unit else None
    return one == other


def _spread(first: Reading, second: Reading, start: int, rule: str) -> Reading:
    low, high = sorted((first.value, second.value if second.high is None else second.high))
    return replace(
        first,
        start=start,
        end=second.end,
        last=second.last,
        low=low,
        high=high,
        comparator="range",
        unit=second.unit or first.unit,
        scale=second.scale,
        rules=(*first.rules, rule),
    )


def mark_scores(text: str, readings: list[Reading]) -> list[Reading]:
    """Marks "2-1" and "0 – 0" as scores, a quantity for each side."""
    marked = list(readings)
    for index in range(len(readings) - 1):
        first, second = readings[index], readings[index + 1]
        if not (_is_score(first) and _is_score(second)):
            continue
        if not _DASHED.fullmatch(text, first.end, second.start):
            continue
        around = text[max(0, first.start - 60) : second.end + 60]
        if first.value >= second.value or _SCORING.search(around):
            marked[index] = replace(first, rules=(*first.rules, "score"))
            marked[index + 1] = replace(second, rules=(*second.rules, "score"))
    return marked


def _is_score(reading: Reading) -> bool:
    return reading.unit is None and reading.form == "digits" and reading.value in range(200)
