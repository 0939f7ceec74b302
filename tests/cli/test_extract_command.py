"""`claimx extract`: one text in, claims out, words on standard error."""

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest

from claimx.model.schema import json_schema
from command import run

_TEXT = "At least 40 homes burned last month, the fire service said."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "fire.txt"
    path.write_text(_TEXT, encoding="utf-8")
    return path


def test_a_pipe_gets_json_lines(path: Path) -> None:
    ran = run("extract", path, "--published", "2025-03-10")
    (row,) = ran.rows()
    assert (ran.code, ran.err) == (0, "")
    assert row["document"]["id"] == "fire"
    assert row["document"]["published"] == "2025-03-10"
    assert row["claim"]["quantity"]["low"] == 40
    assert row["claim"]["date"]["first"] == "2025-02-01"
    jsonschema.validate(row["claim"], json_schema())


def test_standard_input_is_a_text() -> None:
    ran = run("extract", "-", stdin=_TEXT.encode())
    assert [row["document"]["id"] for row in ran.rows()] == ["standard input"]


def test_metadata_beside_the_file_date_it_and_the_option_wins(path: Path) -> None:
    path.with_name("metadata.csv").write_text("file,published\nfire.txt,2024-06-01\n")
    (row,) = run("extract", path).rows()
    assert row["claim"]["date"]["first"] == "2024-05-01"
    (row,) = run("extract", path, "--published", "2025-03-10").rows()
    assert row["claim"]["date"]["first"] == "2025-02-01"


def test_csv_and_table(path: Path) -> None:
    written = run("extract", path, "--format", "csv").out
    (row,) = csv.DictReader(io.StringIO(written.removeprefix("\ufeff")))
    assert row["quantity_text"] == "At least 40"
    assert "At least 40" in run("extract", path, "--format", "table").out


def test_lines_are_documents_and_a_broken_one_costs_no_other(tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl"
    path.write_text(f"{json.dumps({'text': _TEXT})}\n{{\n{json.dumps({'text': _TEXT})}\n")
    ran = run("extract", path)
    assert [row["document"]["id"] for row in ran.rows()] == ["wire:1", "wire:3"]
    assert ran.code == 1
    assert ran.err.startswith(f"{path}:2: is no JSON (")


def test_own_words_are_read(path: Path, tmp_path: Path) -> None:
    words = tmp_path / "mine.toml"
    words.write_text('[[number]]\nname = "gross"\nvalue = 144\nrole = "scale"\nforms = ["gross"]\n')
    path.write_text("The shop sold 2 gross pencils on Monday.")
    (row,) = run("extract", path, "--lexicon", words).rows()
    assert row["claim"]["quantity"]["low"] == 288


@pytest.mark.parametrize(
    ("stdin", "message"),
    [
        (b"", "standard input: holds no text"),
        (b"caf\xe9", "standard input: is not UTF-8 (byte 0xe9 at 3); save it as UTF-8"),
    ],
)
def test_what_cannot_be_read_fails(stdin: bytes, message: str) -> None:
    ran = run("extract", "-", stdin=stdin)
    assert (ran.code, ran.out, ran.err) == (1, "", f"{message}\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere.txt"], "nowhere.txt: there is no such file"),
        (["."], ".: there is no such file"),
        (["-", "--published", "Monday"], "published: 'Monday' is no date; give a datetime.date"),
        (["-", "--lexicon", "no.toml"], "no.toml: the lexicon file cannot be read ("),
    ],
)
def test_wrong_usage_is_told_in_one_sentence(arguments: list[str], message: str) -> None:
    ran = run("extract", *arguments, stdin=_TEXT.encode())
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"claimx: {message}")
    assert ran.err.count("\n") == 1


def test_an_unknown_option_is_wrong_usage() -> None:
    ran = run("extract", "-", "--colour")
    assert (ran.code, ran.out) == (2, "")
    assert "No such option: --colour" in ran.err
