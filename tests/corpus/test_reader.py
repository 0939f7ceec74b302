"""Reading documents: what a sound file gives, and what is said of a broken one."""

import json
from datetime import date
from pathlib import Path

import pytest

from claimx.corpus import Failure, count_documents, find_files, read_bytes, read_files
from claimx.errors import InputError
from claimx.model import Document


def _write(folder: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def _read(folder: Path) -> list[Document | Failure]:
    return list(read_files(find_files(folder), folder))


def _lines(*rows: object) -> str:
    return "".join(f"{json.dumps(row)}\n" for row in rows)


def test_documents_come_in_the_order_of_their_paths(tmp_path: Path) -> None:
    _write(
        tmp_path,
        {
            "wire.jsonl": _lines({"text": "Two."}, {"id": 7, "text": "Three."}),
            "a/late.txt": "One.",
            "z.TXT": "Four.",
        },
    )
    read = _read(tmp_path)
    assert [(one.id, one.text) for one in read if isinstance(one, Document)] == [
        ("a/late", "One."),
        ("wire:1", "Two."),
        ("7", "Three."),
        ("z", "Four."),
    ]
    assert count_documents(find_files(tmp_path)) == len(read)


def test_other_and_hidden_files_are_no_documents(tmp_path: Path) -> None:
    _write(tmp_path, {"a.txt": "One.", "gold/a.json": "{}", ".git/b.txt": "x", ".c.txt": "x"})
    assert find_files(tmp_path) == (tmp_path / "a.txt",)


def test_a_line_says_all_of_its_document(tmp_path: Path) -> None:
    row = {
        "text": "Forty homes burned.",
        "id": "x",
        "title": "Fire",
        "published": "2025-03-10T08:00:00Z",
        "url": "https://example.org",
        "outlet": "Post",
        "author": "not asked for",
    }
    _write(tmp_path, {"a.jsonl": _lines(row)})
    assert _read(tmp_path) == [
        Document(
            text="Forty homes burned.",
            id="x",
            title="Fire",
            published=date(2025, 3, 10),
            url="https://example.org",
            outlet="Post",
        )
    ]


def test_the_text_is_kept_as_it_stands_without_the_byte_order_mark(tmp_path: Path) -> None:
    text = "\u201cForty\u201d\u00a0homes\r\nburned.\n"
    _write(tmp_path, {"a.txt": text.encode("utf-8-sig")})
    (document,) = _read(tmp_path)
    assert isinstance(document, Document)
    assert document.text == text


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("metadata.jsonl", _lines({"id": "a", "published": "2025-03-10", "outlet": "Post"})),
        ("metadata.jsonl", _lines({"file": "a.txt", "published": "2025-03-10", "outlet": "Post"})),
        ("metadata.csv", "file,published,outlet\na.txt,2025-03-10,Post\n"),
        ("metadata.csv", "\ufeffid,outlet,published\r\na,Post,2025-03-10\r\n"),
    ],
)
def test_metadata_beside_a_text_dates_it(tmp_path: Path, name: str, content: str) -> None:
    _write(tmp_path, {"sub/a.txt": "One.", f"sub/{name}": content})
    (document,) = _read(tmp_path)
    assert isinstance(document, Document)
    assert (document.published, document.outlet) == (date(2025, 3, 10), "Post")
    assert document.title is None


def test_a_line_wins_over_metadata(tmp_path: Path) -> None:
    _write(
        tmp_path,
        {
            "a.jsonl": _lines({"id": "x", "text": "One.", "title": "Own", "outlet": None}),
            "metadata.jsonl": _lines({"id": "x", "title": "Other", "outlet": "Post"}),
        },
    )
    (document,) = _read(tmp_path)
    assert isinstance(document, Document)
    assert (document.title, document.outlet) == ("Own", "Post")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"caf\xe9", "is not UTF-8 (byte 0xe9 at 3); save it as UTF-8"),
        (b"", "holds no text"),
        (b" \n\t", "holds no text"),
    ],
)
def test_a_broken_text_is_named_and_the_rest_goes_on(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    _write(tmp_path, {"a.txt": content, "b.txt": "One."})
    failure, document = _read(tmp_path)
    assert failure == Failure(place=f"{tmp_path}/a.txt", reason=reason)
    assert isinstance(document, Document)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"text": "One."', "is no JSON ("),
        (b"[" * 100_000, "is no JSON ("),
        (b'["One."]', "is no JSON object; give one with a 'text' on each line"),
        (b"{}", "holds no text"),
        (b'{"text": 5}', "text: 5 is no string"),
        (b'{"text": "One.", "title": ["x"]}', "title: ['x'] is no string"),
        (b'{"text": "One.", "published": "10 March"}', "published: '10 March' is no date"),
        (b'{"text": "One. \\ud83d"}', "text: holds half a surrogate pair at 5; remove it"),
        (b'{"text": "caf\xe9"}', "is not UTF-8 (byte 0xe9 at 13)"),
    ],
)
def test_a_broken_line_is_named_and_the_rest_goes_on(
    tmp_path: Path, line: bytes, reason: str
) -> None:
    _write(tmp_path, {"a.jsonl": b'{"text": "One."}\n\n' + line + b'\n{"text": "Two."}'})
    first, failure, last = _read(tmp_path)
    assert isinstance(failure, Failure)
    assert failure.place == f"{tmp_path}/a.jsonl:3"
    assert failure.reason.startswith(reason)
    assert [one.id for one in (first, last) if isinstance(one, Document)] == ["a:1", "a:4"]


def test_an_empty_file_of_lines_is_named(tmp_path: Path) -> None:
    _write(tmp_path, {"a.jsonl": "\n"})
    assert _read(tmp_path) == [Failure(place=f"{tmp_path}/a.jsonl", reason="holds no text")]
    assert count_documents(find_files(tmp_path)) == 1


def test_a_file_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    path = tmp_path / "gone.txt"
    assert list(read_files([path], tmp_path)) == [
        Failure(place=str(path), reason="cannot be read: No such file or directory")
    ]


@pytest.mark.parametrize(
    ("name", "content", "failure"),
    [
        ("metadata.jsonl", b"{}", ":1: names no document; give its 'id' or its 'file'"),
        ("metadata.jsonl", b"\n{", ":2: is no JSON object on one line"),
        ("metadata.jsonl", b"\xff", ": is not UTF-8 (byte 0xff at 0); save it as UTF-8"),
        ("metadata.csv", b"name,published\na,2025-03-10\n", ":2: names no document; give its"),
    ],
)
def test_broken_metadata_is_named_once(
    tmp_path: Path, name: str, content: bytes, failure: str
) -> None:
    _write(tmp_path, {"a.txt": "One.", "b.txt": "Two.", name: content})
    failed, *documents = _read(tmp_path)
    assert isinstance(failed, Failure)
    assert f"{failed.place}: {failed.reason}".startswith(f"{tmp_path}/{name}{failure}")
    assert [isinstance(document, Document) for document in documents] == [True, True]


def test_a_document_that_metadata_misdates_is_not_read_undated(tmp_path: Path) -> None:
    _write(tmp_path, {"a.txt": "One.", "metadata.csv": "id,published\na,10.3.2025\n"})
    (failure,) = _read(tmp_path)
    assert isinstance(failure, Failure)
    assert failure.place == f"{tmp_path}/a.txt"
    assert failure.reason.startswith(
        f"{tmp_path}/metadata.csv:2: published: '10.3.2025' is no date; give"
    )


def test_a_folder_must_be_there_and_hold_documents(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nowhere: there is no such folder"):
        find_files(tmp_path / "nowhere")
    with pytest.raises(InputError, match=r"the folder holds no \.txt or \.jsonl file"):
        find_files(tmp_path)


def test_bytes_are_one_document() -> None:
    assert read_bytes(b"One.", place="input") == Document(text="One.", id="input")
    assert read_bytes(b"", place="input") == Failure(place="input", reason="holds no text")
