"""The road from text to claims: a spaCy model, the rooms in order, and documents by the batch."""

from claimx.pipeline.component import ClaimFinder, make_claimx
from claimx.pipeline.language import load
from claimx.pipeline.stream import extract, pipe

__all__ = ["ClaimFinder", "extract", "load", "make_claimx", "pipe"]
