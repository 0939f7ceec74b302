"""Where data and words go: data to a file or standard output, words to standard error."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

import typer

from claimx.corpus import Failure
from claimx.errors import InputError
from claimx.exporters import EXPORTERS
from claimx.model import Extraction


class FileFormat(StrEnum):
    """The formats for files."""

    jsonl = "jsonl"
    csv = "csv"


class Format(StrEnum):
    """The formats for standard output."""

    table = "table"
    jsonl = "jsonl"
    csv = "csv"


def say(words: str) -> None:
    """Tell the person at the terminal something, on standard error."""
    typer.echo(words, err=True)


def done(outcomes: Iterable[Extraction | Failure], failures: list[Failure]) -> Iterator[Extraction]:
    """The extractions; the failures among them are told and added to `failures`."""
    for outcome in outcomes:
        if isinstance(outcome, Failure):
            say(f"{outcome.place}: {outcome.reason}")
            failures.append(outcome)
        else:
            yield outcome


def write_to_stdout(extractions: Iterable[Extraction], chosen: Format | None) -> None:
    """Write in the chosen format; else a table on a terminal, JSON Lines in a pipe."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    name = chosen or (Format.table if sys.stdout.isatty() else Format.jsonl)
    EXPORTERS[name](extractions, sys.stdout)


@contextmanager
def replacing(path: Path) -> Iterator[TextIO]:
    """A stream for a new file that takes the place of `path` only when all of it is written.

    A device ("/dev/null") is written to as it is. InputError says why a path cannot be written.
    """
    if path.is_dir():
        raise InputError(f"{path}: is a folder; name a file")
    device = path.exists() and not path.is_file()
    final = path if device else path.resolve()
    part = final if device else final.with_name(f".{final.name}.{os.getpid()}.part")
    try:
        part.parent.mkdir(parents=True, exist_ok=True)
        with part.open("w", encoding="utf-8", newline="") as stream:
            yield stream
        if not device:
            part.replace(final)
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error.strerror}") from error
    finally:
        if not device:
            with suppress(OSError):
                part.unlink()
