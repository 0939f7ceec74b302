"""`claimx lexicon check`: whether a lexicon file can be used, and what is in it."""

import tomllib
from pathlib import Path
from typing import Annotated, Protocol

import typer

from claimx.lexicon import KINDS, load_lexicon


class _Named(Protocol):
    name: str


app = typer.Typer(no_args_is_help=True)


@app.callback()
def _lexicon() -> None:
    """Own words over the shipped ones."""


@app.command()
def check(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="A lexicon file (TOML).")],
) -> None:
    """Check a lexicon file against the format, and tell what it adds, replaces and removes."""
    load_lexicon([path])
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    for kind, names in tables.pop("remove", {}).items():
        _tell("removed", kind, names)
    for kind, entries in tables.items():
        known: tuple[_Named, ...] = load_lexicon().of(KINDS[kind])
        shipped = {entry.name for entry in known}
        names = [entry["name"] for entry in entries]
        _tell("replaced", kind, [name for name in names if name in shipped])
        _tell("added", kind, [name for name in names if name not in shipped])


def _tell(what: str, kind: str, names: list[str]) -> None:
    if names:
        typer.echo(f"{what} {kind}: {', '.join(names)}")
