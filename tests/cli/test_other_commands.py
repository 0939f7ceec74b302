"""The smaller commands, and the help of all."""

import csv
import io
import json
from pathlib import Path

import pytest

import claimx
from claimx.exporters import write_jsonl
from claimx.model import Extraction
from claimx.model.schema import json_schema
from command import run

_WORD = '[[number]]\nname = "my-gross"\nvalue = 144\nrole = "scale"\nforms = ["gross"]\n'


@pytest.fixture
def claims(tmp_path: Path, extraction: Extraction) -> Path:
    path = tmp_path / "claims.jsonl"
    with path.open("w", encoding="utf-8") as stream:
        write_jsonl([extraction], stream)
    return path


def test_export_gives_the_same_lines_back(claims: Path) -> None:
    assert run("export", claims).out == claims.read_text(encoding="utf-8")


def test_export_gives_csv_and_table(claims: Path) -> None:
    written = run("export", claims, "--format", "csv").out
    (row,) = csv.DictReader(io.StringIO(written.removeprefix("\ufeff")))
    assert row["document_title"] == "Fire in Alder, again"
    assert "Alder Fire Service" in run("export", claims, "--format", "table").out


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "claims.jsonl: cannot be read: No such file or directory"),
        (b"\xff", "claims.jsonl: is not UTF-8; give a file that claimx wrote"),
        (b"{}\n", "claims.jsonl: line 1 is no claim that claimx wrote as JSON Lines"),
    ],
)
def test_export_names_what_it_cannot_read(
    claims: Path, content: bytes | None, message: str
) -> None:
    claims.unlink() if content is None else claims.write_bytes(content)
    ran = run("export", claims)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err


def test_schema_is_the_schema_of_a_claim() -> None:
    assert json.loads(run("schema").out) == json_schema()


def test_lexicon_check_tells_what_a_file_holds(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    own = _WORD.replace("my-gross", "million") + _WORD + _WORD.replace("my-gross", "my-dozen")
    path.write_text(f'{own}[remove]\nnumber = ["dozen"]\n')
    ran = run("lexicon", "check", path)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "removed number: dozen",
        "replaced number: million",
        "added number: my-gross, my-dozen",
    ]


def test_lexicon_check_tells_what_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(_WORD.replace("role", "rule"))
    ran = run("lexicon", "check", path)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"claimx: {path}: number 'my-gross': unknown key 'rule'; allowed: ")


_FIRE = "On Monday 40 homes burned, the fire service said."


def test_explain_tells_how_a_claim_was_made(tmp_path: Path) -> None:
    ran = run("explain", _FIRE, "--published", "2025-03-12")
    assert (ran.code, ran.err) == (0, "")
    assert "[40]" in ran.out
    assert "2025-03-10" in ran.out
    path = tmp_path / "the fire.txt"
    path.write_text(_FIRE)
    assert run("explain", path, "--published", "2025-03-12") == ran
    assert run("explain", "-", "--published", "2025-03-12", stdin=_FIRE.encode()) == ran


@pytest.mark.parametrize(
    ("source", "code", "message"),
    [
        ("nowhere.txt", 2, "claimx: nowhere.txt: there is no such file\n"),
        ("caf\udce9 au lait", 1, "text: is not UTF-8 (byte 0xe9 at 3); save it as UTF-8\n"),
        ("-", 1, "standard input: holds no text\n"),
    ],
)
def test_explain_names_what_it_cannot_read(source: str, code: int, message: str) -> None:
    ran = run("explain", source)
    assert (ran.code, ran.out, ran.err) == (code, "", message)


def test_evaluate_tells_the_figures(tmp_path: Path) -> None:
    (tmp_path / "gold").mkdir()
    (tmp_path / "fire.txt").write_text("The fire burned 40 homes.")
    gold = {"context": "burned 40 homes", "quantity": "40", "low": 40, "high": 40}
    gold |= {"comparator": "=", "sources": [], "date": None}
    (tmp_path / "gold" / "fire.json").write_text(json.dumps({"claims": [gold]}))
    ran = run("evaluate", tmp_path)
    assert ran.out.splitlines()[:2] == [
        "1 gold claims, 1 returned, 1 paired",
        "detection   1.000",
    ]


def test_version() -> None:
    assert run("--version").out == f"claimx {claimx.__version__}\n"


@pytest.mark.parametrize(
    "command",
    ["", "extract", "batch", "export", "explain", "evaluate", "schema", "lexicon", "lexicon check"],
)
def test_every_command_has_help(command: str) -> None:
    ran = run(*command.split(), "--help")
    assert ran.code == 0
    assert f"claimx {command}".strip() in ran.out
