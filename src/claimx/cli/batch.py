"""`claimx batch`: the claims of a folder, in one file."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from claimx.cli.options import Lexicons
from claimx.cli.output import FileFormat, done, replacing, say
from claimx.corpus import Failure, count_documents, find_files, read_files, run
from claimx.errors import InputError
from claimx.exporters import EXPORTERS
from claimx.model import Extraction


def batch(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="A folder of .txt and .jsonl files.")
    ],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="OUT", help="The claims file.")],
    output_format: Annotated[
        FileFormat | None,
        typer.Option("--format", help="csv where OUT ends in .csv, else jsonl, where not given."),
    ] = None,
    workers: Annotated[
        int, typer.Option(min=1, help="How many processes read at the same time.")
    ] = 1,
    lexicon: Lexicons = None,
) -> None:
    """Write the claims of all documents of a folder to one file, in the order of their paths.

    A metadata.jsonl or metadata.csv beside the texts may say of each "id" or "file" when it was
    "published", its "title", "url" and "outlet".
    """
    paths = find_files(folder)
    if folder.resolve() in output.resolve().parents:
        raise InputError(f"{output}: lies among the documents; write the claims elsewhere")
    chosen = output_format or (FileFormat.csv if output.suffix == ".csv" else FileFormat.jsonl)
    failures: list[Failure] = []
    tally = _Tally()
    outcomes = run(read_files(paths, folder), lexicons=lexicon or (), workers=workers)
    try:
        with replacing(output) as stream, _progress() as progress:
            shown = progress.track(outcomes, total=count_documents(paths), description="Reading")
            EXPORTERS[chosen](tally.counted(done(shown, failures)), stream)
    except KeyboardInterrupt as error:
        say(f"interrupted; {output} is as it was")
        raise typer.Exit(130) from error
    failed = f", {len(failures)} failed" if failures else ""
    say(f"{output}: {tally.claims} claims of {tally.documents} documents{failed}")
    raise typer.Exit(1 if failures else 0)


class _Tally:
    """How many documents and claims have been written."""

    def __init__(self) -> None:
        self.documents = 0
        self.claims = 0

    def counted(self, extractions: Iterable[Extraction]) -> Iterator[Extraction]:
        for extraction in extractions:
            self.documents += 1
            self.claims += len(extraction.claims)
            yield extraction


def _progress() -> Progress:
    """A bar on standard error; none where that is no terminal."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    return Progress(
        *columns, TimeRemainingColumn(), console=console, disable=not console.is_terminal
    )
