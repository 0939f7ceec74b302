"""Reads documents from files: `.txt` is one document, `.jsonl` one in each line."""

import json
from collections.abc import Iterable, Iterator, Mapping
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
    return path.suffix in _SUFFIXES and not hidden and not metadata and path.is_file()


def count_documents(paths: Iterable[Path]) -> int:
    """How many documents the files hold, broken ones included."""
    return sum(1 if path.suffix == ".txt" else _count_lines(path) for path in paths)


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
        yield from read_file(path, known_as=name, metadata=known[path.parent])


def read_file(
    path: Path, *, known_as: str | None = None, metadata: Metadata | None = None
) -> Iterator[Document | Failure]:
    """The documents of one file; one that cannot be read is a failure, and the rest goes on."""
    known_as = known_as or path.stem
    metadata = metadata or Metadata()
    read = _read_lines if path.suffix == ".jsonl" else _read_text
    try:
        yield from read(path, known_as, metadata)
    except OSError as error:
        yield Failure(place=str(path), reason=f"cannot be read: {error.strerror}")


def read_bytes(raw: bytes, *, place: str) -> Document | Failure:
    """The one document that bytes of text are."""
    return _document(raw, {}, place=place, known_as=place)


def _read_text(path: Path, known_as: str, metadata: Metadata) -> Iterator[Document | Failure]:
    facts = metadata.of(path.name, path.stem, known_as)
    yield _document(path.read_bytes(), facts, place=str(path), known_as=known_as)


def _document(
    raw: bytes, facts: Mapping[str, object], *, place: str, known_as: str
) -> Document | Failure:
    try:
        return parse_document({**facts, "text": decode(raw)}, known_as=known_as)
    except InputError as error:
        return Failure(place=place, reason=str(error))


def _read_lines(path: Path, known_as: str, metadata: Metadata) -> Iterator[Document | Failure]:
    empty = True
    with path.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                empty = False
                yield _json_document(line, metadata, f"{path}:{number}", f"{known_as}:{number}")
    if empty:
        yield Failure(place=str(path), reason="holds no text")


def _json_document(
    line: bytes, metadata: Metadata, place: str, known_as: str
) -> Document | Failure:
    try:
        row = _json_object(decode(line))
        own = {name: value for name, value in row.items() if value is not None}
        return parse_document({**metadata.of(str(row.get("id"))), **own}, known_as=known_as)
    except InputError as error:
        return Failure(place=place, reason=str(error))


def _json_object(line: str) -> dict[str, object]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(f"is no JSON ({error})") from error
    if not isinstance(row, dict):
        raise InputError("is no JSON object; give one with a 'text' on each line")
    return row
