"""Where paragraphs start."""

import pytest
from spacy.language import Language

from claimx.pipeline.paragraphs import paragraph_starts


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("", []),
        ("One line.", []),
        ("Storm kills five\nA storm hit the coast.", [17]),
        ("Storm kills five\n\n  a storm hit.", [20]),
        ("wrapped at a\ncolumn of text", []),
        ("The end.\n\n\n", []),
    ],
)
def test_starts(text: str, starts: list[int]) -> None:
    assert paragraph_starts(text) == starts


def test_a_sentence_starts_with_each_paragraph(nlp: Language) -> None:
    doc = nlp("Storm kills five on coast\nPolice in Lisbon said on Monday that 20 more were hurt.")
    assert next(sentence.text.strip() for sentence in doc.sents) == "Storm kills five on coast"
