"""The command `claimx`: its parts, and how it tells what went wrong.

Exit codes: 0 all done, 1 some documents failed (each is named, the rest is done), 2 wrong usage or
configuration, 130 interrupted.
"""

import sys
from typing import Annotated

import typer

import claimx
from claimx.cli import batch, evaluate, explain, export, extract, lexicon, schema
from claimx.cli.output import say
from claimx.errors import ClaimxError


def _version(asked: bool) -> None:  # noqa: FBT001  typer's callback signature
    if asked:
        typer.echo(f"claimx {claimx.__version__}")
        raise typer.Exit


app = typer.Typer(no_args_is_help=True, pretty_exceptions_enable=False)
app.command()(extract.extract)
app.command()(batch.batch)
app.command()(export.export)
app.command()(explain.explain)
app.command()(evaluate.evaluate)
app.command()(schema.schema)
app.add_typer(lexicon.app, name="lexicon")


@app.callback()
def claimx_command(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Read news and find every numeric claim: how much, of what, who says so, and for when."""


def main() -> None:
    """Run the command; an error of claimx is told in one sentence."""
    try:
        app(prog_name="claimx")
    except ClaimxError as error:
        say(f"claimx: {error}")
        sys.exit(2)
