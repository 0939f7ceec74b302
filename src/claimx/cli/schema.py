"""`claimx schema`: the JSON Schema of a claim."""

import json

import typer

from claimx.model.schema import json_schema


def schema() -> None:
    """Print the JSON Schema of a claim."""
    typer.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))
