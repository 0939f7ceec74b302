"""The records keep their invariants, and a publication date is read from what people write."""

from datetime import UTC, date, datetime

import pytest

from claimx.errors import InputError
from claimx.model import Period, Quantity, published_date


def test_a_quantity_has_a_bound() -> None:
    with pytest.raises(ValueError, match=r"'40' at 3 has neither low nor high"):
        Quantity(text="40", start=3, end=5, low=None, high=None)


def test_a_quantity_is_no_empty_interval() -> None:
    with pytest.raises(ValueError, match=r"low 9\.0 is above high 5\.0"):
        Quantity(text="9 to 5", start=0, end=6, low=9.0, high=5.0, comparator="range")


def test_a_period_does_not_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="2025-03-09 is after last 2025-03-08"):
        Period(text=None, start=None, end=None, first=date(2025, 3, 9), last=date(2025, 3, 8))


@pytest.mark.parametrize(
    "value",
    [
        "2025-03-09",
        "20250309",
        "2025-03-09T23:30:00+02:00",
        "2025-03-09 08:15",
        date(2025, 3, 9),
        datetime(2025, 3, 9, 12, tzinfo=UTC),
    ],
)
def test_published_is_a_day(value: date | str) -> None:
    assert published_date(value) == date(2025, 3, 9)


@pytest.mark.parametrize("value", [None, ""])
def test_published_may_be_absent(value: str | None) -> None:
    assert published_date(value) is None


@pytest.mark.parametrize("value", ["9 March", "2025-13-01", "2025-03-09 at noon"])
def test_what_is_no_date_is_refused_with_the_value(value: str) -> None:
    with pytest.raises(InputError, match=f"published: '{value}' is no date; give"):
        published_date(value)


@pytest.mark.parametrize("value", ["0001-01-01", date(9999, 12, 31)])
def test_a_year_without_news_is_refused(value: date | str) -> None:
    with pytest.raises(InputError, match="is no day of news; give a year from 1500 to 2999"):
        published_date(value)
