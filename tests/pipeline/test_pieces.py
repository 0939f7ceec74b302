"""Long texts in pieces: nothing lost, nothing twice, everything in its place."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

import claimx
from claimx.pipeline.pieces import LONGEST, pieces

_PARAGRAPH = "Police in Porto said on Monday that 31 people were hurt.\n\n"


@given(st.text(alphabet="ab. \n\ud800", min_size=1), st.integers(1, 12))
def test_pieces_cover_the_text(text: str, times: int) -> None:
    long = text * (times * LONGEST // (4 * len(text)))
    found = list(pieces(long))
    assert sum(len(piece.text) for piece in found) == len(long)
    assert all(piece.start + len(piece.text) == after.start for piece, after in pairwise(found))
    assert all(len(piece.text) <= LONGEST for piece in found)
    assert "".join(piece.text for piece in found) == long.replace("\ud800", "\ufffd")


def test_a_long_text_is_cut_between_paragraphs() -> None:
    long = _PARAGRAPH * (3 * LONGEST // len(_PARAGRAPH))
    assert all(piece.text.endswith("\n\n") for piece in pieces(long))
    assert len(list(pieces(long))) > 1


def test_claims_of_a_long_text_have_their_place() -> None:
    text = f"LISBON, 4 March 2024\n\n{_PARAGRAPH}" + "It rained all day.\n\n" * 6000 + _PARAGRAPH
    first, last = claimx.extract(text)
    assert first.id != last.id
    assert text[last.quantity.start : last.quantity.end] == last.quantity.text == "31"
    assert last.sentence.start == len(text) - len(_PARAGRAPH)
    assert last.quantity.counted is not None
    assert text[last.quantity.counted.start : last.quantity.counted.end] == "people"
    assert [text[source.start : source.end] for source in last.sources] == ["Police in Porto"]
    assert last.date is not None
    assert last.date.first.isoformat() == "2024-03-04"  # by the dateline of the first piece


def test_half_a_surrogate_pair_is_read_over() -> None:
    text = "Fire \ud83d killed 12 people on Monday."
    (claim,) = claimx.extract(text)
    assert claim.sentence.text == text
