"""A table for people: the claims of each document, as wide as the terminal."""

from collections.abc import Iterable
from typing import TextIO

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
    table = Table(title=Text(_heading(extraction.document)), title_justify="left", expand=True)
    for heading, ratio in (("How much", 3), ("Of what", 4), ("Who says so", 4), ("For when", 2)):
        table.add_column(heading, ratio=ratio, overflow="fold")
    table.add_column("Stance")
    table.add_column("Sure", justify="right")
    for claim in extraction.claims:
        table.add_row(*(Text(cell) for cell in _cells(claim)))
    return table


def _heading(document: Document) -> str:
    facts = (document.title or document.id, document.outlet, document.published)
    return ", ".join(str(fact) for fact in facts if fact)


def _cells(claim: Claim) -> tuple[str, ...]:
    return (
        f"{_one_line(claim.quantity.text)}\n{describe(claim.quantity)}",
        _one_line(claim.of.text) if claim.of else "",
        "\n".join(_source(source) for source in claim.sources),
        _period(claim.date),
        claim.stance,
        f"{claim.confidence:.0%}",
    )


def describe(quantity: Quantity) -> str:
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


def _period(period: Period | None) -> str:
    if period is None:
        return ""
    if period.first == period.last:
        return period.first.isoformat()
    return f"{period.first} to {period.last}"


def _one_line(text: str) -> str:
    return " ".join(text.split())
