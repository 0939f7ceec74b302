"""Docs made by hand, so that these tests need no trained model."""

from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc

MakeDoc = Callable[..., Doc]


@pytest.fixture(scope="session")
def make_doc() -> MakeDoc:
    """A Doc of "word/tag/dep/head" pieces; the head is counted from 0, its own number for a root.

    A plain "word" is a noun under the first word. `after` names words that no blank follows.
    """
    vocab = spacy.blank("en").vocab

    def make(pieces: str, *, after: tuple[str, ...] = ()) -> Doc:
        words, tags, deps, heads = [], [], [], []
        for piece in pieces.split():
            word, tag, dep, head = piece.split("/") if "/" in piece else (piece, "NN", "dep", "0")
            words.append(word.replace("␤", "\n"))
            tags.append(tag)
            deps.append(dep)
            heads.append(int(head))
        spaces = [word not in after and word != "\n" for word in words]
        spaces[-1] = False
        return Doc(vocab, words=words, spaces=spaces, tags=tags, deps=deps, heads=heads)

    return make
