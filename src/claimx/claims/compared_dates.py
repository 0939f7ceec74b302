"""Dates that a comparison gives, told or understood.

"Revenue rose 15% to $2.17 billion from $1.89 billion": the sentence before told the quarter, and
with what it is compared. The level belongs to the quarter, the base to the one a year before, and
the change spans both.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from claimx.model import Period

from .comparison_roles import is_base
from .link_dates import DatedWords, DateLinker, Offer, Told
from .reading import Reading

_DAY = timedelta(days=1)
_REACH = 5
_LEAST = timedelta(days=26)
_MOST = timedelta(days=370)
_OLDEST = timedelta(days=400)
_ELLIPTIC = re.compile(
    r"\b(?:to|at|was|were)\s(?:[^\W\d]+\s){0,2}\W?\d\S*(?:\s[^\W\d]+)?,?\s"
    r"(?:(?:up|down|compared|[^\W\d]+ed)\s)?(?:from|with|against)\s(?:[^\W\d]+\s){0,2}\W?\d"
)


@dataclass(frozen=True, slots=True)
class _Report:
    """The period that figures are reported for, how far back it was told, and if with a base."""

    period: Period
    distance: int
    base_told: bool


def compared_dates(reading: Reading, told: Told, dates: DateLinker) -> Iterator[Offer]:
    """The reported period, for a base the one a year before, for a change both together."""
    if told.stance == "forecast":
        return
    report = _report(reading, told, dates)
    if report is None or (told.role == "plain" and not report.base_told):
        return
    place = "here" if report.distance == 0 else "before" if report.distance == 1 else "further"
    base = "base-told" if report.base_told else "base-untold"
    for name, period in _periods(report.period, told):
        link = f"compared-{name}-{told.role}"
        features = [link, f"{link}-{base}", f"{link}-{base}-{place}", f"{link}-{place}"]
        if report.distance and _is_elliptic(reading, told):
            features.append(f"{link}-elliptic")
        yield period, f"compared-{name}", features


def _periods(reported: Period, told: Told) -> Iterator[tuple[str, Period]]:
    yield "reported", reported
    first = _year_before(reported.first)
    if told.role == "base":
        last = _year_before(reported.last + _DAY) - _DAY
        yield "base", Period(text=None, start=None, end=None, first=first, last=last)
    if told.role == "change":
        yield "span", Period(text=None, start=None, end=None, first=first, last=reported.last)


def _is_elliptic(reading: Reading, told: Told) -> bool:
    """Whether a sentence has level and base, and leaves their times to the one before."""
    sentence = told.sentence
    return _ELLIPTIC.search(reading.text, sentence.start, sentence.end) is not None


def _report(reading: Reading, told: Told, dates: DateLinker) -> _Report | None:
    index, base_told = told.sentence.index, False
    for distance in range(min(_REACH, index) + 1):
        here = dates.in_sentence(index - distance)
        base_told = base_told or any(is_base(one.period) for one in here)
        reported = [one for one in here if _may_be_reported(one, reading.published)]
        if reported:
            before = [one for one in reported if one.start < told.quantity.start]
            return _Report((before or reported)[-1].period, distance, base_told)
    return None


def _may_be_reported(dated: DatedWords, published: date | None) -> bool:
    """Whether a period is a month, quarter or year of late that figures are given for."""
    period = dated.period
    if published is None or is_base(period) or period.first > published:
        return False
    return _LEAST <= period.last - period.first <= _MOST and published - period.last < _OLDEST


def _year_before(day: date) -> date:
    is_leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if is_leap_day else day.day)
