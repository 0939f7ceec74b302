"""The chain from words to claim, told to a person."""

from spacy.language import Language

from claimx.claims import explain

_TEXT = "Police said on Monday that 40 boats sank. The crew had waited for two hours."


def test_explain_tells_claims_and_vetoes(nlp: Language) -> None:
    doc = nlp.make_doc(_TEXT)
    doc._.published = "2025-03-12"
    lines = explain(nlp(doc))
    told = "\n".join(lines)
    assert "[40] boats sank." in told
    assert "  claim    = 40" in lines
    assert any(line.startswith("  source   Police") for line in lines)
    assert "no claim duration-says-when" in told


def test_explain_of_an_empty_text_is_empty(nlp: Language) -> None:
    assert explain(nlp("")) == []
