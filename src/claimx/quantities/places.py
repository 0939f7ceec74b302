"""Where a quantity stands among the tokens of its sentence."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from claimx.quantities.phrases import Span


@dataclass(frozen=True, slots=True)
class Place:
    """A quantity among the tokens: its own, its sentence's, and those of all quantities.

    `text` is the Doc's, which spaCy would put together anew at every call.
    """

    text: str
    first: int
    last: int
    start: int
    stop: int
    counted: Span | None
    taken: AbstractSet[int]
