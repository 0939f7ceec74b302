"""`claimx extract`: the claims of one file."""

from typing import Annotated

import typer

from claimx.cli.options import Lexicons, Published
from claimx.cli.output import Format, done, write_to_stdout
from claimx.cli.reading import dated, read_source
from claimx.corpus import Failure, run


def extract(
    source: Annotated[
        str, typer.Argument(metavar="FILE", help="A .txt or .jsonl file; - is standard input.")
    ],
    published: Published = None,
    output_format: Annotated[
        Format | None,
        typer.Option("--format", help="A table on a terminal, else jsonl, where not given."),
    ] = None,
    lexicon: Lexicons = None,
) -> None:
    """Print the claims of a text."""
    failures: list[Failure] = []
    outcomes = run(dated(read_source(source), published), lexicons=lexicon or ())
    write_to_stdout(done(outcomes, failures), output_format)
    raise typer.Exit(1 if failures else 0)
