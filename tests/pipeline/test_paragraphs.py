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
        ("Prices ease\nGENEVA, May 3 (Newswire) - Prices fell.", [12, 39]),
    ],
)
def test_starts(text: str, starts: list[int]) -> None:
    assert paragraph_starts(text) == starts


def test_a_sentence_starts_with_each_paragraph(nlp: Language) -> None:
    doc = nlp("Storm kills five on coast\nPolice in Lisbon said on Monday that 20 more were hurt.")
    assert next(sentence.text.strip() for sentence in doc.sents) == "Storm kills five on coast"


def test_a_dateline_is_no_part_of_its_sentence(nlp: Language) -> None:
    doc = nlp("GENEVA, May 3 (Newswire) - Bread prices fell by 3% last month.")
    claim = doc._.claims[0]
    assert claim.of.text == "Bread prices"
    assert claim.sentence.text == "Bread prices fell by 3% last month."
