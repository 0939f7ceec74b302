"""CSV: stable columns, several values in a cell, and nothing that a spreadsheet would run."""

import csv
import io
from dataclasses import replace

import pytest

from claimx.exporters import write_csv
from claimx.exporters.csv import COLUMNS, column_name
from claimx.model import Extraction, Mention


def _rows(extraction: Extraction) -> list[dict[str, str]]:
    stream = io.StringIO()
    write_csv([extraction], stream)
    written = stream.getvalue()
    assert written.startswith("\ufeff"), "without the mark a spreadsheet does not read UTF-8"
    return list(csv.DictReader(io.StringIO(written.removeprefix("\ufeff"), newline="")))


def test_a_row_is_a_claim(extraction: Extraction) -> None:
    (row,) = _rows(extraction)
    assert row == {
        "schema_version": "1",
        "document_id": "north/fire",
        "document_title": "Fire in Alder, again",
        "document_published": "2025-03-10",
        "document_url": "https://example.org/fire",
        "document_outlet": "Alder Post",
        "claim_id": "c-1",
        "quantity_text": "At least 40",
        "quantity_start": "0",
        "quantity_end": "11",
        "quantity_low": "40.0",
        "quantity_high": "",
        "quantity_comparator": ">=",
        "quantity_unit": "",
        "quantity_currency": "",
        "quantity_ucum": "",
        "quantity_counted_text": "homes",
        "quantity_change": "",
        "quantity_per": "",
        "of_text": "homes burned",
        "sources_text": "the fire service; Radio Alder",
        "sources_name": "Alder Fire Service; ",
        "sources_kind": "government; media",
        "sources_role": "origin; relay",
        "sources_cue": "told; told",
        "sources_inherited": "False; False",
        "sources_wikidata": "; ",
        "date_text": "on Sunday",
        "date_first": "2025-03-09",
        "date_last": "2025-03-09",
        "date_timex": "2025-03-09",
        "stance": "stated",
        "confidence": "0.87",
        "rules": "at-least; told",
        "sentence_text": "At least 40 homes burned on Sunday, the fire service told Radio Alder.",
    }


def test_column_names_are_unique() -> None:
    assert len({column_name(path) for path in COLUMNS}) == len(COLUMNS)


def test_what_is_unknown_is_an_empty_cell(extraction: Extraction) -> None:
    (claim,) = extraction.claims
    bare = replace(claim, of=None, date=None, sources=())
    (row,) = _rows(replace(extraction, claims=(bare,)))
    assert {row["of_text"], row["date_first"], row["sources_text"]} == {""}


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+1", "-5%", "@here", "\tx"])
def test_text_is_no_formula(extraction: Extraction, text: str) -> None:
    (claim,) = extraction.claims
    odd = replace(claim, of=Mention(text=text, start=12, end=24))
    (row,) = _rows(replace(extraction, claims=(odd,)))
    assert row["of_text"] == f"'{text}"


def test_numbers_stay_numbers(extraction: Extraction) -> None:
    (claim,) = extraction.claims
    cold = replace(claim, quantity=replace(claim.quantity, low=-5.0, high=-5.0, comparator="="))
    (row,) = _rows(replace(extraction, claims=(cold,)))
    assert (row["quantity_low"], row["quantity_comparator"]) == ("-5.0", "=")


def test_line_breaks_and_quotes_stay_in_their_cell(extraction: Extraction) -> None:
    (claim,) = extraction.claims
    odd = replace(claim, sentence=replace(claim.sentence, text='He said:\n"40, or so"'))
    (row,) = _rows(replace(extraction, claims=(odd,)))
    assert row["sentence_text"] == 'He said:\n"40, or so"'
