"""Documents from what a person names on the command line."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from claimx.corpus import Failure, read_bytes, read_files
from claimx.errors import InputError
from claimx.model import Document, published_date


def read_source(source: str) -> Iterator[Document | Failure]:
    """The documents of a file, or of standard input ("-")."""
    if source == "-":
        return iter([read_bytes(sys.stdin.buffer.read(), place="standard input")])
    path = Path(source)
    if not path.is_file():
        raise InputError(f"{path}: there is no such file")
    return read_files([path], path.parent)


def dated(
    documents: Iterable[Document | Failure], published: str | None
) -> Iterator[Document | Failure]:
    """The documents with one publication date for all, where one is given."""
    day = published_date(published)
    for document in documents:
        if day and isinstance(document, Document):
            yield replace(document, published=day)
        else:
            yield document
