"""`claimx export`: a claims file in another format."""

from pathlib import Path
from typing import Annotated

import typer

from claimx.cli.output import Format, write_to_stdout
from claimx.errors import InputError
from claimx.exporters import read_jsonl


def export(
    claims: Annotated[
        Path, typer.Argument(metavar="CLAIMS", help="A JSON Lines file that claimx wrote.")
    ],
    output_format: Annotated[
        Format | None,
        typer.Option("--format", help="A table on a terminal, else jsonl, where not given."),
    ] = None,
) -> None:
    """Print a claims file in another format."""
    try:
        with claims.open(encoding="utf-8") as stream:
            write_to_stdout(read_jsonl(stream), output_format)
    except OSError as error:
        raise InputError(f"{claims}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{claims}: is not UTF-8; give a file that claimx wrote") from error
    except InputError as error:
        raise InputError(f"{claims}: {error}") from error
