"""JSON Lines: what a row holds, and that it is read back as it was written."""

import io
import json
from dataclasses import replace
from datetime import date

import pytest

from claimx.errors import InputError
from claimx.exporters import read_jsonl, write_jsonl
from claimx.model import Extraction


def _written(*extractions: Extraction) -> str:
    stream = io.StringIO()
    write_jsonl(extractions, stream)
    return stream.getvalue()


def test_a_row_has_version_document_and_claim(extraction: Extraction) -> None:
    (line,) = _written(extraction).splitlines()
    row = json.loads(line)
    assert row == {
        "schema_version": 1,
        "document": {
            "id": "north/fire",
            "title": "Fire in Alder, again",
            "published": "2025-03-10",
            "url": "https://example.org/fire",
            "outlet": "Alder Post",
        },
        "claim": extraction.claims[0].to_dict(),
    }


def test_every_claim_has_a_line_of_its_own_whatever_its_text(extraction: Extraction) -> None:
    (claim,) = extraction.claims
    odd = replace(claim, sentence=replace(claim.sentence, text="first\nsecond\u2028third\x85"))
    lines = _written(replace(extraction, claims=(odd, claim))).split("\n")
    assert [bool(line) for line in lines] == [True, True, False]


def test_a_date_is_written_as_iso(extraction: Extraction) -> None:
    dated = replace(extraction.document, published=date(2025, 3, 10))
    assert _written(replace(extraction, document=dated)) == _written(extraction)


def test_what_was_written_is_read_back(extraction: Extraction) -> None:
    bare = replace(extraction, document=replace(extraction.document, text="", id="b"))
    written = _written(replace(extraction, claims=extraction.claims * 2), bare)
    first, second = read_jsonl(io.StringIO(written))
    assert first.claims == extraction.claims * 2
    assert first.document == replace(extraction.document, text="")
    assert second == bare


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"text": "40 homes burned"}', "line 2 is no claim that claimx wrote as JSON Lines"),
        ("[]", "line 2 is no claim"),
        ("{", "line 2 is no claim"),
    ],
)
def test_a_line_that_is_no_claim_is_named(extraction: Extraction, line: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        list(read_jsonl(io.StringIO(f"{_written(extraction)}{line}\n")))


def test_a_wrong_field_is_named(extraction: Extraction) -> None:
    broken = _written(extraction).replace('"low": 40.0', '"low": "forty"')
    with pytest.raises(InputError, match=r"line 1: Claim: quantity\.low: "):
        list(read_jsonl(io.StringIO(broken)))


def test_another_version_is_refused(extraction: Extraction) -> None:
    newer = _written(extraction).replace('"schema_version": 1', '"schema_version": 2')
    with pytest.raises(InputError, match="line 1: schema_version is 2; this claimx reads 1"):
        list(read_jsonl(io.StringIO(newer)))
