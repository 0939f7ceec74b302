"""What the model reads of a text, and that it makes of it what it makes of the whole."""

from pathlib import Path

import pytest
from spacy.language import Language

import claimx
from claimx.pipeline.language import DEFAULT_MODEL, open_model
from claimx.pipeline.paragraphs import mark_paragraphs
from claimx.pipeline.passages import annotate

_CORPUS = sorted((Path(__file__).parents[2] / "corpus").glob("*.txt"))
_SHARED = Path(__file__).parents[3] / "shared" / "data"
_DEV = sorted(_SHARED.glob("claims/texts/*.txt")) + sorted(_SHARED.glob("sources/dev/*.txt"))
_PLAIN = "The band played on. Nobody left, Ms. Reyes said.\n\n"


@pytest.fixture(scope="module")
def model() -> Language:
    return open_model(DEFAULT_MODEL)


@pytest.mark.parametrize("path", _CORPUS + _DEV, ids=lambda path: path.stem)
def test_the_same_claims_as_on_the_whole_text(path: Path, nlp: Language) -> None:
    text = path.read_text(encoding="utf-8")
    assert claimx.extract(text) == list(nlp(text)._.claims)


def test_only_paragraphs_around_a_spot_are_read(model: Language) -> None:
    text = _PLAIN * 20 + "Rain fell.\n\n" + _PLAIN * 20
    doc = mark_paragraphs(model.make_doc(text))
    annotate(model, [doc], [[text.index("Rain")]])
    read = {token.sent.text.strip() for token in doc if token.tag_}
    tagged = sum(bool(token.tag_) for token in doc)
    assert "Rain fell." in read
    assert tagged < len(doc) / 4
    assert sum(sentence.text.startswith("Nobody") for sentence in doc.sents) == 40


def test_a_passage_is_annotated_as_in_the_whole(model: Language, nlp: Language) -> None:
    text = _CORPUS[0].read_text(encoding="utf-8") + "\n\n" + _PLAIN * 10 + "It cost the city $30m."
    doc = mark_paragraphs(model.make_doc(text))
    annotate(model, [doc], [[text.index("$30m")]])
    columns: list[int | str] = ["TAG", "DEP", "HEAD", "SENT_START"]
    read = doc.to_array(["TAG"]) != 0
    assert 0 < read.sum() < len(doc)
    assert (doc.to_array(columns)[read] == nlp(text).to_array(columns)[read]).all()
