"""The publication date of heads as agencies, papers, broadcasters and blogs write them."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

_HEADS = tomllib.loads(Path(__file__).with_name("heads.toml").read_text(encoding="utf-8"))["head"]


@pytest.mark.parametrize("head", [pytest.param(head, id=head["name"]) for head in _HEADS])
def test_head(nlp: Language, head: dict[str, Any]) -> None:
    assert (nlp(head["text"])._.published or "") == head["published"]
