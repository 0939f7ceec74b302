"""`claimx batch`: a folder in, one claims file out, whole or not at all."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import claimx
from claimx.model import Claim
from command import run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Documents in two files and a folder below, dated by metadata."""
    folder = tmp_path / "news"
    (folder / "north").mkdir(parents=True)
    (folder / "north" / "fire.txt").write_text("The fire burned 40 homes last month.")
    (folder / "wire.jsonl").write_text(
        '{"text": "The flood killed 3 people."}\n{"id": "w2", "text": "The vote cost $5 million."}'
    )
    (folder / "north" / "metadata.jsonl").write_text(
        '{"file": "fire.txt", "published": "2025-03-10", "title": "Fire"}'
    )
    return folder


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_one_file_in_the_order_of_paths(folder: Path) -> None:
    out = folder.parent / "made" / "claims.jsonl"
    ran = run("batch", folder, "-o", out)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == f"{out}: 3 claims of 3 documents\n"
    rows = _rows(out)
    assert [row["document"]["id"] for row in rows] == ["north/fire", "wire:1", "w2"]
    assert rows[0]["claim"]["date"]["first"] == "2025-02-01"
    assert [path.name for path in out.parent.iterdir()] == ["claims.jsonl"]


def test_workers_give_the_same_file(folder: Path) -> None:
    one, two = folder.parent / "1.jsonl", folder.parent / "2.jsonl"
    run("batch", folder, "-o", one)
    assert run("batch", folder, "-o", two, "--workers", 2).code == 0
    assert one.read_bytes() == two.read_bytes()


@pytest.mark.parametrize(("name", "arguments"), [("c.csv", []), ("c.txt", ["--format", "csv"])])
def test_csv(folder: Path, name: str, arguments: list[str]) -> None:
    out = folder.parent / name
    run("batch", folder, "-o", out, *arguments)
    with out.open(encoding="utf-8-sig", newline="") as stream:
        assert [row["document_id"] for row in csv.DictReader(stream)] == [
            "north/fire",
            "wire:1",
            "w2",
        ]


def test_a_document_that_fails_is_named_and_the_rest_is_done(folder: Path) -> None:
    (folder / "bad.txt").write_bytes(b"\xff\xfe")
    (folder / "empty.txt").write_bytes(b"")
    out = folder.parent / "claims.jsonl"
    ran = run("batch", folder, "-o", out)
    assert ran.code == 1
    assert ran.err.splitlines() == [
        f"{folder}/bad.txt: is not UTF-8 (byte 0xff at 0); save it as UTF-8",
        f"{folder}/empty.txt: holds no text",
        f"{out}: 3 claims of 3 documents, 2 failed",
    ]
    assert len(_rows(out)) == 3


@pytest.mark.parametrize("before", [None, "as it was"])
def test_an_interrupted_run_leaves_the_file_as_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch, before: str | None
) -> None:
    out = folder.parent / "claims.jsonl"
    if before:
        out.write_text(before)

    def pipe(*_: object, **__: object) -> Iterator[list[Claim]]:
        raise KeyboardInterrupt
        yield []

    monkeypatch.setattr(claimx, "pipe", pipe)
    ran = run("batch", folder, "-o", out)
    assert (ran.code, ran.err) == (130, f"interrupted; {out} is as it was\n")
    assert sorted(path.name for path in folder.parent.iterdir()) == sorted(
        ["news"] + ["claims.jsonl"] * bool(before)
    )
    assert not before or out.read_text() == before


def test_a_device_is_written_to_and_stays_one(folder: Path) -> None:
    assert run("batch", folder, "-o", "/dev/null").code == 0
    assert Path("/dev/null").is_char_device()


def test_wrong_usage_is_told_in_one_sentence(folder: Path) -> None:
    empty = folder.parent / "empty"
    empty.mkdir()
    (folder.parent / "file").write_text("")
    claims = folder.parent / "claims.jsonl"
    for arguments, message in (
        (["nowhere", "-o", claims], "nowhere: there is no such folder"),
        ([empty, "-o", claims], f"{empty}: the folder holds no .txt or .jsonl file"),
        ([folder, "-o", empty], f"{empty}: is a folder; name a file"),
        ([folder, "-o", folder / "c.jsonl"], f"{folder}/c.jsonl: lies among the documents; write"),
        ([folder, "-o", claims.with_name("file") / "c.csv"], f"{folder.parent}/file/c.csv: cannot"),
        ([folder, "-o", claims, "--lexicon", "no.toml"], "no.toml: the lexicon file cannot be"),
    ):
        ran = run("batch", *arguments)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith(f"claimx: {message}")
        assert ran.err.count("\n") == 1
    assert not claims.exists()
