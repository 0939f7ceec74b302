"""The table for people."""

import io
from dataclasses import replace
from datetime import date

import pytest

from claimx.exporters import write_table
from claimx.exporters.table import describe_period, describe_quantity
from claimx.model import Change, Comparator, Extraction, Period, Quantity


def _written(extraction: Extraction) -> str:
    stream = io.StringIO()
    write_table([extraction], stream)
    return stream.getvalue()


def test_a_claim_is_shown_with_its_document(extraction: Extraction) -> None:
    written = _written(extraction)
    for shown in (
        "Fire in Alder, again, Alder Post, 2025-03-10",
        "At least 40",
        "homes burned",
        "Alder Fire Service",
        "via Radio Alder",
        "2025-03-09",
        "87%",
    ):
        assert shown in written


def test_a_stance_is_told_where_it_is_no_statement(extraction: Extraction) -> None:
    (claim,) = extraction.claims
    forecast = replace(claim, stance="forecast")
    assert "forecast" in _written(replace(extraction, claims=(forecast,)))
    assert "stated" not in _written(extraction)


def test_a_document_without_claims_is_not_shown(extraction: Extraction) -> None:
    assert _written(replace(extraction, claims=())) == ""


def test_brackets_in_a_text_are_no_markup(extraction: Extraction) -> None:
    titled = replace(extraction.document, title="[bold]Fire[/bold]")
    assert "[bold]Fire[/bold]" in _written(replace(extraction, document=titled))


@pytest.mark.parametrize(
    ("low", "high", "comparator", "unit", "per", "change", "shown"),
    [
        (40.0, None, ">=", None, None, None, ">= 40"),
        (4.5e6, 4.5e6, "~", "dollar", "day", "up", "~ 4,500,000 dollar per day up"),
        (None, 3.2, "<", "percentage", None, None, "< 3.2 percentage"),
        (5.0, 10.0, "range", "kilometre", None, None, "5 to 10 kilometre"),
        (712345678.0, 712345678.0, "=", None, None, None, "712,345,678"),
        (1 / 3, 1 / 3, "=", None, None, None, "0.3333"),
    ],
)
def test_describe_quantity(  # noqa: PLR0913, PLR0917  a row of the table above
    low: float | None,
    high: float | None,
    comparator: Comparator,
    unit: str | None,
    per: str | None,
    change: Change | None,
    shown: str,
) -> None:
    quantity = Quantity(
        text="?",
        start=0,
        end=1,
        low=low,
        high=high,
        comparator=comparator,
        unit=unit,
        per=per,
        change=change,
    )
    assert describe_quantity(quantity) == shown


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        (date(2025, 3, 9), date(2025, 3, 9), "2025-03-09"),
        (date(2024, 2, 1), date(2024, 2, 29), "2024-02"),
        (date(2024, 1, 1), date(2024, 12, 31), "2024"),
        (date(2025, 1, 1), date(2025, 3, 31), "2025-01-01 to 2025-03-31"),
        (date(2024, 2, 1), date(2024, 2, 28), "2024-02-01 to 2024-02-28"),
        (date(2024, 1, 1), date(2025, 1, 31), "2024-01-01 to 2025-01-31"),
        (date(9999, 1, 1), date(9999, 12, 31), "9999"),
    ],
)
def test_describe_period(first: date, last: date, shown: str) -> None:
    assert describe_period(Period(text=None, start=None, end=None, first=first, last=last)) == shown
