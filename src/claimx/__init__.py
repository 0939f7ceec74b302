"""Reads news and returns every numeric claim in it: how much, of what, who says so, and for when.

The library is four names: `extract` for a text, `pipe` for many, `load` for the spaCy pipeline
behind them, and `Claim`, the record that they return. Importing it loads neither spaCy nor a model.
"""

import logging
from typing import TYPE_CHECKING

from claimx.model import (
    Attribution,
    Claim,
    Document,
    FieldConfidence,
    Mention,
    Period,
    Quantity,
    Source,
    Timex,
    Veto,
)

if TYPE_CHECKING:
    from claimx.pipeline import extract, load, pipe

__version__ = "0.1.0"

__all__ = [
    "Attribution",
    "Claim",
    "Document",
    "FieldConfidence",
    "Mention",
    "Period",
    "Quantity",
    "Source",
    "Timex",
    "Veto",
    "extract",
    "load",
    "pipe",
]

logging.getLogger("claimx").addHandler(logging.NullHandler())


def __getattr__(name: str) -> object:
    """Import the pipeline, and spaCy with it, when one of its functions is first asked for."""
    if name in {"extract", "load", "pipe"}:
        from claimx import pipeline  # noqa: PLC0415  a second of start-up that records do not need

        return getattr(pipeline, name)
    raise AttributeError(f"module 'claimx' has no attribute {name!r}")
