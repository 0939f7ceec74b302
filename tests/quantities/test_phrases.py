"""What may begin and end a measured phrase."""

import pytest
import spacy
from spacy.tokens import Doc

from claimx.quantities.phrases import trimmed

_VOCAB = spacy.blank("en").vocab


@pytest.mark.parametrize(
    ("words", "tags", "kept"),
    [
        (", grain aid", ", NN NN", "grain aid"),
        ("drivers hurt were", "NNS VBN VBD", "drivers hurt"),
        ("crude ( WTI )", "NN -LRB- NNP -RRB-", "crude ( WTI )"),
        ("crude )", "NN -RRB-", "crude"),
        ("percent", "NN", None),
        ("%", "NN", None),
        ("others", "NNS", None),
        ("5,000", "CD", None),
    ],
)
def test_a_phrase_ends_in_words_that_tell(words: str, tags: str, kept: str | None) -> None:
    doc = Doc(_VOCAB, words=words.split(), tags=tags.split())
    span = trimmed(doc, (0, len(doc)))
    assert (doc[span[0] : span[1]].text if span else None) == kept


def test_nothing_stays_nothing() -> None:
    assert trimmed(Doc(_VOCAB, words=["salt"]), None) is None
