"""`claimx evaluate`: how good the claims of a folder are."""

from pathlib import Path
from typing import Annotated

import typer

from claimx.corpus import evaluate as evaluate_folder


def evaluate(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="A folder of documents with gold/ beside them.")
    ],
) -> None:
    """Score the claims of a folder against its gold claims."""
    tally = evaluate_folder(folder)
    typer.echo(f"{tally.gold} gold claims, {tally.returned} returned, {tally.paired} paired")
    for name, figure in tally.figures().items():
        typer.echo(f"{name:<12}{figure:.3f}")
