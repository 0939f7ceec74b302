"""TIMEX3 values as days, and values some units away."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.timexes.values import (
    add_months,
    days_of,
    easter,
    shift,
    shifted,
    unit_of,
    value_at,
    weekday_from,
    yearly_day,
)

_DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31))
_UNITS = st.sampled_from(["D", "W", "WE", "M", "Q", "H", "Y", "E", "C"])


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("202", "2020-01-01", "2029-12-31"),
        ("20", "2000-01-01", "2099-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-Q3", "2024-07-01", "2024-09-30"),
        ("2024-H1", "2024-01-01", "2024-06-30"),
        ("2024-WI", "2024-12-01", "2025-02-28"),
        ("2024-W46", "2024-11-11", "2024-11-17"),
        ("2024-W46-WE", "2024-11-16", "2024-11-17"),
        ("2024-11-12", "2024-11-12", "2024-11-12"),
        ("2024-11-12TMO", "2024-11-12", "2024-11-12"),
    ],
)
def test_days_of_a_value(value: str, first: str, last: str) -> None:
    assert days_of(value) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "value", ["", "2023-02-29", "2024-13", "2023-W53", "XXXX-11", "P3D", "PAST_REF", "0000"]
)
def test_values_without_days(value: str) -> None:
    assert days_of(value) is None


@given(day=_DAYS, unit=_UNITS)
def test_a_value_covers_its_day(day: date, unit: str) -> None:
    value = value_at(day, unit)
    days = days_of(value)
    assert unit_of(value) == unit
    assert days is not None
    assert days[0] <= day + timedelta(6 if unit == "WE" else 0)
    assert day <= days[1]


@given(day=_DAYS, count=st.integers(-2000, 2000), unit=_UNITS)
def test_shift_stays_in_the_calendar(day: date, count: int, unit: str) -> None:
    moved = shift(day, count, unit)
    assert moved is None or (moved > day) == (count > 0 and moved != day)


@pytest.mark.parametrize(
    ("value", "moved"),
    [
        ("2024-Q3", "2023-Q3"),
        ("2024-SU", "2023-SU"),
        ("2024-02-29", "2023-02-28"),
        ("2024", "2023"),
        ("PAST_REF", None),
    ],
)
def test_a_year_before(value: str, moved: str | None) -> None:
    assert shifted(value, -1, "Y") == moved


def test_months_end_with_their_own_last_day() -> None:
    assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("direction", "day"), [(0, "2024-11-12"), (-1, "2024-11-05"), (1, "2024-11-19")]
)
def test_weekday_from_its_own_day(direction: int, day: str) -> None:
    assert weekday_from(date(2024, 11, 12), 2, direction) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        ("12-25", "2024-12-25"),
        ("11-4-4", "2024-11-28"),
        ("5-1--1", "2024-05-27"),
        ("11-1-1+1", "2024-11-05"),
    ],
)
def test_yearly_days(rule: str, day: str) -> None:
    assert yearly_day(rule, 2024) == date.fromisoformat(day)


@pytest.mark.parametrize("day", ["2000-04-23", "2016-03-27", "2024-03-31", "2025-04-20"])
def test_easter(day: str) -> None:
    assert easter(int(day[:4])) == date.fromisoformat(day)
