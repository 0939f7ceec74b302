"""`claimx extract`: the claims of one file."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from claimx.cli.options import Lexicons
from claimx.cli.output import Format, done, write_to_stdout
from claimx.corpus import Failure, read_bytes, read_files, run
from claimx.errors import InputError
from claimx.model import Document, published_date


def extract(
    source: Annotated[
        str, typer.Argument(metavar="FILE", help="A .txt or .jsonl file; - is standard input.")
    ],
    published: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help='The publication date, "2024-11-12"; it wins over others.'
        ),
    ] = None,
    output_format: Annotated[
        Format | None,
        typer.Option("--format", help="A table on a terminal, else jsonl, where not given."),
    ] = None,
    lexicon: Lexicons = None,
) -> None:
    """Print the claims of a text."""
    failures: list[Failure] = []
    documents = _dated(_read(source), published_date(published))
    write_to_stdout(done(run(documents, lexicons=lexicon or ()), failures), output_format)
    raise typer.Exit(1 if failures else 0)


def _read(source: str) -> Iterator[Document | Failure]:
    if source == "-":
        return iter([read_bytes(sys.stdin.buffer.read(), place="standard input")])
    path = Path(source)
    if not path.is_file():
        raise InputError(f"{path}: there is no such file")
    return read_files([path], path.parent)


def _dated(
    documents: Iterator[Document | Failure], published: date | None
) -> Iterator[Document | Failure]:
    for document in documents:
        if published and isinstance(document, Document):
            yield replace(document, published=published)
        else:
            yield document
