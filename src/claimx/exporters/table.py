"""A table for people: the claims of each document, as wide as the terminal."""

from calendar import monthrange
from collections.abc import Iterable
from typing import TextIO

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from claimx.model import Claim, Document, Extraction, Period, Quantity, Source

_WIDTH = 120  # where there is no terminal to ask


def write_table(extractions: Iterable[Extraction], stream: TextIO) -> None:
    """Write a table for each document that has claims."""
    console = Console(file=stream, width=None if stream.isatty() else _WIDTH)
    for extraction in extractions:
        if extraction.claims:
            console.print(_table(extraction))


def _table(extraction: Extraction) -> Table:
    title = Text(_heading(extraction.document), style="bold")
    table = Table(title=title, title_justify="left", box=SIMPLE_HEAD, expand=True)
    for heading in ("Quantity", "Value", "Of what", "Who says so"):
        table.add_column(heading, ratio=1, overflow="fold")
    table.add_column("For when", no_wrap=True)
    table.add_column("Sure", no_wrap=True, justify="right")
    for claim in extraction.claims:
        table.add_row(*(Text(cell) for cell in _cells(claim)))
    return table


def _heading(document: Document) -> str:
    facts = (document.title or document.id, document.outlet, document.published)
    return ", ".join(str(fact) for fact in facts if fact)


def _cells(claim: Claim) -> tuple[str, ...]:
    return (
        _one_line(claim.quantity.text),
        _value(claim),
        _one_line(claim.of.text) if claim.of else "",
        "\n".join(_source(source) for source in claim.sources),
        describe_period(claim.date).replace(" to ", " to\n") if claim.date else "",
        f"{claim.confidence:.0%}",
    )


def _value(claim: Claim) -> str:
    value = describe_quantity(claim.quantity)
    return value if claim.stance == "stated" else f"{value}\n{claim.stance}"


def describe_quantity(quantity: Quantity) -> str:
    """A quantity in figures: "over $4.5 million a day" -> "> 4,500,000 dollar per day"."""
    low, high = quantity.low, quantity.high
    bounds = [f"{round(bound, 4):,.15g}" for bound in (low, high) if bound is not None]
    value = bounds[0] if low == high else " to ".join(bounds)
    sign = None if quantity.comparator in {"=", "range"} else quantity.comparator
    per = f"per {quantity.per}" if quantity.per else None
    parts = (sign, value, quantity.unit, per, quantity.change)
    return " ".join(part for part in parts if part)


def _source(source: Source) -> str:
    name = _one_line(source.name or source.text)
    return f"via {name}" if source.role == "relay" else name


def describe_period(period: Period) -> str:
    """A period in figures: a day "2025-03-09", a month "2025-03", a year "2025", or two days."""
    first, last = period.first, period.last
    if first == last:
        return first.isoformat()
    whole_months = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    if whole_months and first.isoformat()[:7] == last.isoformat()[:7]:
        return first.isoformat()[:7]
    if whole_months and (first.year, first.month, last.month) == (last.year, 1, 12):
        return first.isoformat()[:4]
    return f"{first} to {last}"


def _one_line(text: str) -> str:
    return " ".join(text.split())
