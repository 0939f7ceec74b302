"""Options that several commands have."""

from pathlib import Path
from typing import Annotated

import typer

Lexicons = Annotated[
    list[Path] | None,
    typer.Option(
        "--lexicon", metavar="FILE", help="Own words over the shipped ones (TOML); repeatable."
    ),
]
Published = Annotated[
    str | None,
    typer.Option(
        metavar="DATE", help='The publication date, "2024-11-12"; it wins over other dates.'
    ),
]
