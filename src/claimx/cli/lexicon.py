"""`claimx lexicon check`: whether a lexicon file can be used, and what is in it."""

import tomllib
from pathlib import Path
from typing import Annotated

import typer

from claimx.lexicon import load_lexicon

app = typer.Typer(no_args_is_help=True, help="Own words over the shipped ones.")


@app.callback()
def _lexicon() -> None:
    """Own words over the shipped ones."""


@app.command()
def check(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="A lexicon file (TOML).")],
) -> None:
    """Check a lexicon file against the format, and tell what it adds and removes."""
    load_lexicon([path])
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    removed = tables.pop("remove", {})
    for kind, entries in tables.items():
        typer.echo(f"{kind}: {', '.join(entry['name'] for entry in entries)}")
    for kind, names in removed.items():
        typer.echo(f"removed {kind}: {', '.join(names)}")
