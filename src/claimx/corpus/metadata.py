"""What a metadata file says of the texts beside it.

`metadata.jsonl` and `metadata.csv` name a document by its `id` or its `file`, and give its
`published`, `title`, `url` and `outlet`.
"""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from claimx.corpus.documents import FACTS, Failure, decode
from claimx.errors import InputError
from claimx.model import published_date

METADATA_FILES = ("metadata.jsonl", "metadata.csv")

_Facts = Mapping[str, Any]


@dataclass(slots=True)
class Metadata:
    """The facts of a folder's documents by id and by file name, and the lines that are no facts."""

    facts: dict[str, _Facts | InputError] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)

    def of(self, *names: str) -> _Facts:
        """What is known of the document that goes by one of these names.

        InputError says that its date is none: undated, its "last month" would be left unread.
        """
        facts = next((self.facts[name] for name in names if name in self.facts), {})
        if isinstance(facts, InputError):
            raise facts
        return facts


def read_metadata(folder: Path) -> Metadata:
    """What the metadata files of a folder say; nothing where there are none."""
    metadata = Metadata()
    for path in (folder / name for name in METADATA_FILES):
        if path.is_file():
            _read(path, metadata)
    return metadata


def _read(path: Path, metadata: Metadata) -> None:
    try:
        text = decode(path.read_bytes())
        for number, row in _json_rows(text) if path.suffix == ".jsonl" else _csv_rows(text):
            _add(metadata, f"{path}:{number}", row)
    except (InputError, OSError, csv.Error) as error:
        metadata.failures.append(Failure(place=str(path), reason=str(error)))


def _json_rows(text: str) -> Iterator[tuple[int, object]]:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield number, _json(line)


def _json(line: str) -> object:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _csv_rows(text: str) -> Iterator[tuple[int, object]]:
    reader = csv.DictReader(io.StringIO(text, newline=""))
    for row in reader:
        yield reader.line_num, row


def _add(metadata: Metadata, place: str, row: object) -> None:
    if not isinstance(row, dict):
        metadata.failures.append(Failure(place=place, reason="is no JSON object on one line"))
        return
    names = [str(row[key]) for key in ("id", "file") if row.get(key) not in (None, "")]
    if not names:
        metadata.failures.append(
            Failure(place=place, reason="names no document; give its 'id' or its 'file'")
        )
    for name in names:
        metadata.facts[name] = _facts(place, row)


def _facts(place: str, row: _Facts) -> _Facts | InputError:
    try:
        published_date(row.get("published"))
    except InputError as error:
        return InputError(f"{place}: {error}")
    return {fact: row.get(fact) for fact in FACTS}
