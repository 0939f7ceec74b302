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
Workers = Annotated[int, typer.Option(min=1, help="How many processes read at the same time.")]
