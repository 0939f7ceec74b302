"""CSV: a claim in each row, for spreadsheets and data frames.

A column is named for its place in JSON Lines, without "claim" and joined by "_": `claim.of.text` is
`of_text`. What a claim has several of (sources, rules) stands in one cell, parted by "; ".
"""

import csv
from collections.abc import Iterable, Mapping
from typing import TextIO

from claimx.exporters.jsonl import rows
from claimx.model import Extraction

COLUMNS = (
    "schema_version",
    "document.id",
    "document.title",
    "document.published",
    "document.url",
    "document.outlet",
    "claim.id",
    "claim.quantity.text",
    "claim.quantity.start",
    "claim.quantity.end",
    "claim.quantity.low",
    "claim.quantity.high",
    "claim.quantity.comparator",
    "claim.quantity.unit",
    "claim.quantity.currency",
    "claim.quantity.ucum",
    "claim.quantity.counted.text",
    "claim.quantity.change",
    "claim.quantity.per",
    "claim.of.text",
    "claim.sources.text",
    "claim.sources.name",
    "claim.sources.kind",
    "claim.sources.role",
    "claim.sources.cue",
    "claim.sources.inherited",
    "claim.sources.wikidata",
    "claim.date.text",
    "claim.date.first",
    "claim.date.last",
    "claim.date.timex",
    "claim.stance",
    "claim.confidence",
    "claim.rules",
    "claim.sentence.text",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_CLOSED = ("claim.quantity.comparator",)


def write_csv(extractions: Iterable[Extraction], stream: TextIO) -> None:
    """Write a header and a row for each claim, so that a spreadsheet reads it as UTF-8 text."""
    stream.write("\ufeff")
    writer = csv.writer(stream)
    writer.writerow(column_name(path) for path in COLUMNS)
    for extraction in extractions:
        for row in rows(extraction):
            writer.writerow(_cell(path, row) for path in COLUMNS)


def column_name(path: str) -> str:
    """The column of a place in JSON Lines: "claim.of.text" -> "of_text"."""
    return path.replace("claim.id", "claim_id").removeprefix("claim.").replace(".", "_")


def _cell(path: str, row: object) -> object:
    value = _value(row, path.split("."))
    if isinstance(value, str) and value.startswith(_FORMULA) and path not in _CLOSED:
        return f"'{value}"  # a spreadsheet would run "=..." in a news text as a formula
    return value


def _value(plain: object, keys: list[str]) -> object:
    if isinstance(plain, list):
        return "; ".join(_shown(_value(part, keys)) for part in plain)
    if not keys or not isinstance(plain, Mapping):
        return plain
    return _value(plain[keys[0]], keys[1:])


def _shown(value: object) -> str:
    return "" if value is None else str(value)
