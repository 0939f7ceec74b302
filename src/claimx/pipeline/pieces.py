"""Long texts in pieces: where to cut one, and how its claims come back to their place.

A piece is read as a text of its own, so memory stays flat and time grows with length. Its size is
far above a long article's, so that what a claim needs to be explained stands in the same piece.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from claimx.model import Claim, Mention, Period, Quantity, Source
from claimx.model.identity import claim_id, text_digest

LONGEST = 100_000  # characters, some 17,000 words
_BREAKS = ("\n\n", "\n", ". ", " ")  # from the best place to cut at to the worst
_SURROGATE = re.compile("[\ud800-\udfff]")

Placed = TypeVar("Placed", Mention, Quantity, Source, Period)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text that is read at once: where it starts, and its characters.

    spaCy keeps its strings in UTF-8, which half a surrogate pair has no place in; in `text` such a
    character is replaced, one for one.
    """

    start: int
    text: str


def pieces(text: str) -> Iterator[Piece]:
    """The pieces of a text, in order and without gaps; a usual text is one."""
    start = 0
    while len(text) - start > LONGEST:
        end = _cut(text, start + LONGEST // 2, start + LONGEST)
        yield _piece(text, start, end)
        start = end
    yield _piece(text, start, len(text))


def placed(claims: tuple[Claim, ...], piece: Piece, text: str) -> tuple[Claim, ...]:
    """The claims of a piece with the offsets, the words and the ids that they have in the text."""
    if piece.text == text:
        return claims
    digest = text_digest(text)
    return tuple(_placed(claim, piece.start, text, digest) for claim in claims)


def _cut(text: str, low: int, high: int) -> int:
    ends = (at + len(mark) for mark in _BREAKS if (at := text.rfind(mark, low, high)) >= 0)
    return next(ends, high)


def _piece(text: str, start: int, end: int) -> Piece:
    return Piece(start, _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text[start:end]))


def _placed(claim: Claim, by: int, text: str, digest: str) -> Claim:
    def moved(record: Placed) -> Placed:
        if record.start is None or record.end is None:
            return record
        start, end = record.start + by, record.end + by
        return replace(record, text=text[start:end], start=start, end=end)

    def moved_if_any(mention: Mention | None) -> Mention | None:
        return moved(mention) if mention else None

    quantity = moved(claim.quantity)
    return replace(
        claim,
        id=claim_id(digest, quantity.start, quantity.end),
        quantity=replace(
            quantity, counted=moved_if_any(quantity.counted), of=moved_if_any(quantity.of)
        ),
        of=moved_if_any(claim.of),
        sources=tuple(moved(source) for source in claim.sources),
        date=moved(claim.date) if claim.date else None,
        sentence=moved(claim.sentence),
    )
