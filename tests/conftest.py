"""What all tests share: the pipeline, loaded once."""

import pytest
from spacy.language import Language

import claimx


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The whole pipeline on the default model."""
    return claimx.load()
