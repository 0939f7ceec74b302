"""Runs the command in this process, so that the model is loaded once for all tests."""

import io
import json
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

from claimx.cli.main import main


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What a command left: its exit code, its data and its words."""

    code: int
    out: str
    err: str

    def rows(self) -> list[dict[str, Any]]:
        """The data as JSON Lines."""
        return [json.loads(line) for line in self.out.split("\n") if line]


def run(*arguments: object, stdin: bytes = b"") -> Ran:
    """What `claimx` leaves, called with these arguments and fed this standard input."""
    out, err = io.TextIOWrapper(io.BytesIO()), io.StringIO()
    code: object = 0
    with (
        redirect_stdout(out),
        redirect_stderr(err),
        patch("sys.argv", ["claimx", *map(str, arguments)]),
        patch("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin))),
    ):
        try:
            main()
        except SystemExit as stopped:
            code = stopped.code or 0
    out.flush()
    assert isinstance(code, int)
    return Ran(code=code, out=out.buffer.getvalue().decode("utf-8"), err=err.getvalue())
