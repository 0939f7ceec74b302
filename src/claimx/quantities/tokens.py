"""Where a reading stands among the tokens of a Doc."""

from bisect import bisect_right

from spacy.attrs import IDX
from spacy.tokens import Doc


class TokenMap:
    """The tokens of a Doc by character offset."""

    def __init__(self, doc: Doc) -> None:
        self._starts: list[int] = doc.to_array([IDX]).ravel().tolist()

    def at(self, offset: int) -> int:
        """The index of the token that covers an offset, or of the last one before it."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def within(self, start: int, end: int) -> range:
        """The indices of the tokens from one offset to another."""
        return range(self.at(start), self.at(end - 1) + 1)
