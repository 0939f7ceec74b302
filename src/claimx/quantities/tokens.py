"""The tokens and sentences of a Doc by offset and index, read once per Doc."""

from bisect import bisect_right

from spacy.tokens import Doc


class TokenMap:
    """Where offsets and tokens stand: spaCy's own `token.sent` walks the Doc at every call."""

    def __init__(self, doc: Doc) -> None:
        idx, starts = doc.to_array(["IDX", "SENT_START"]).T.tolist()
        self._offsets: list[int] = idx
        self._sentences = [
            0,
            *(index for index, start in enumerate(starts) if start == 1 and index),
        ]
        self._length = len(doc)

    def at(self, offset: int) -> int:
        """The index of the token that covers an offset, or of the last one before it."""
        return max(0, bisect_right(self._offsets, offset) - 1)

    def within(self, start: int, end: int) -> range:
        """The indices of the tokens from one offset to another."""
        return range(self.at(start), self.at(end - 1) + 1)

    def sentence(self, index: int) -> tuple[int, int]:
        """The first token of a token's sentence, and one past its last."""
        at = bisect_right(self._sentences, index)
        return self._sentences[at - 1], self._sentences[at] if at < len(
            self._sentences
        ) else self._length
