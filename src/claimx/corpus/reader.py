"""Reads documents from files: `.txt` is one document, `.jsonl` one in each line."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from claimx.corpus.documents import Failure, decode, parse_document
from claimx.corpus.metadata import METADATA_FILES, Metadata, read_metadata
from claimx.errors import InputError
from claimx.model import Document

_SUFFIXES = (".txt", ".jsonl")


def find_files(folder: Path) -> tuple[Path, ...]:
    """The `.txt` and `.jsonl` files below a folder, sorted; InputError where there are none."""
    if not folder.is_dir():
        raise InputError(f"{folder}: there is no such folder")
    paths = tuple(sorted(path for path in folder.rglob("*") if _is_input(path, folder)))
    if not paths:
        raise InputError(f"{folder}: the folder holds no .txt or .jsonl file")
    return paths


def _is_input(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    metadata = path.name in METADATA_FILES
    return path.suffix.lower() in _SUFFIXES and not hidden and not metadata and path.is_file()


def count_documents(paths: Iterable[Path]) -> int:
    """How many documents the files hold, broken ones included."""
    return sum(_count_lines(path) if _has_lines(path) else 1 for path in paths)


def _has_lines(path: Path) -> bool:
    return path.suffix.lower() == ".jsonl"


def _count_lines(path: Path) -> int:
    try:
        with path.open("rb") as lines:
            return max(1, sum(1 for line in lines if line.strip()))
    except OSError:
        return 1


def read_files(paths: Iterable[Path], folder: Path) -> Iterator[Document | Failure]:
    """The documents of files below a folder, in their order, with what metadata files say of them.

    A document without an id is known by its path: "north/flood" for `north/flood.txt`, and
    "wire:3" for the third line of `wire.jsonl`.
    """
    known: dict[Path, Metadata] = {}
    for path in paths:
        if path.parent not in known:
            known[path.parent] = read_metadata(path.parent)
            yield from known[path.parent].failures
        name = path.relative_to(folder).with_suffix("").as_posix()
        yield from _read(path, name, known[path.parent])


def read_bytes(raw: bytes, *, place: str) -> Document | Failure:
    """The one document that bytes of text are."""
    return _sound(place, partial(_text_document, raw, Metadata(), (place,)))


def _read(path: Path, name: str, metadata: Metadata) -> Iterator[Document | Failure]:
    read = _read_lines if _has_lines(path) else _read_text
    try:
        yield from read(path, name, metadata)
    except OSError as error:
        yield Failure(place=str(path), reason=f"cannot be read: {error.strerror}")


def _read_text(path: Path, name: str, metadata: Metadata) -> Iterator[Document | Failure]:
    names = (name, path.name, path.stem)
    yield _sound(str(path), partial(_text_document, path.read_bytes(), metadata, names))


def _sound(place: str, read: Callable[[], Document]) -> Document | Failure:
    try:
        return read()
    except InputError as error:
        return Failure(place=place, reason=str(error))


def _read_lines(path: Path, name: str, metadata: Metadata) -> Iterator[Document | Failure]:
    empty = True
    with path.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                empty = False
                read = partial(_json_document, line, metadata, f"{name}:{number}")
                yield _sound(f"{path}:{number}", read)
    if empty:
        yield Failure(place=str(path), reason="holds no text")


def _text_document(raw: bytes, metadata: Metadata, names: Sequence[str]) -> Document:
    """The document; its metadata go by any of its names, and it is known by the first."""
    return parse_document({**metadata.of(*names), "text": decode(raw)}, known_as=names[0])


def _json_document(line: bytes, metadata: Metadata, name: str) -> Document:
    row = _json_object(decode(line))
    own = {name: value for name, value in row.items() if value is not None}
    return parse_document({**metadata.of(str(row.get("id"))), **own}, known_as=name)


def _json_object(line: str) -> dict[str, object]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(f"is no JSON ({error})") from error
    if not isinstance(row, dict):
        raise InputError("is no JSON object; give one with a 'text' on each line")
    return row
