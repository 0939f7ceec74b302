"""Documents to claims, a group at a time: what every process of the stream runs."""

import traceback
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import lru_cache

from spacy.vocab import Vocab

from claimx.errors import ClaimxError, InputError, ReadingError
from claimx.lexicon import Addition
from claimx.model import Claim, Document, published_date
from claimx.pipeline.component import ClaimFinder
from claimx.pipeline.language import DEFAULT_MODEL, open_model
from claimx.pipeline.paragraphs import mark_paragraphs
from claimx.pipeline.passages import annotate
from claimx.pipeline.pieces import Piece, pieces, placed

Outcome = list[Claim] | ClaimxError

# Characters that go through the model at once: above this its arrays leave the processor's cache
# (tok2vec: 24 microseconds a word in groups of 4 articles, 47 in groups of 64).
_GROUP = 50_000
# spaCy remembers the tokens of every word outside a memory zone, and forgets all words of a zone.
# Tokenising costs 2.5 microseconds a word with that memory and 8 without; so the words of the
# first documents are kept, and the rest is read in zones: quick, and flat over any stream.
_KEPT_WORDS = 60_000


class Reader:
    """One model and one set of words, to read documents with."""

    def __init__(self, additions: tuple[Addition, ...]) -> None:
        self._nlp = open_model(DEFAULT_MODEL)
        self._finder = ClaimFinder(additions)

    @property
    def vocab(self) -> Vocab:
        """The words that the model remembers."""
        return self._nlp.vocab

    def read(self, documents: Sequence[Document]) -> list[Outcome]:
        """The claims of each document, or the error that keeps it from having any, in order."""
        drafts = [_Draft(document) for document in documents]
        for group in _groups(drafts):
            with self._zone():
                self._read(group)
        return [draft.error or draft.claims for draft in drafts]

    def _zone(self) -> AbstractContextManager[object]:
        full = len(self.vocab) > _KEPT_WORDS
        return self._nlp.memory_zone() if full else nullcontext()

    def _read(self, group: "list[_Part]") -> None:
        try:
            texts = [(part, self._finder.read(part[1].text)) for part in group]
            holding = [(part, reading) for part, reading in texts if reading[0]]
            docs = [mark_paragraphs(self._nlp.make_doc(piece.text)) for (_, piece), _ in holding]
            spots = [[quantity.start for quantity in found] for _, (found, _) in holding]
            annotate(self._nlp, docs, spots)
        except Exception as error:  # noqa: BLE001  the document is named, and the others are read
            if len(group) == 1:
                group[0][0].fail(error)
                return
            for part in group:
                self._read([part])
            return
        for ((draft, piece), reading), doc in zip(holding, docs, strict=True):
            if draft.error:
                continue
            try:
                doc._.published = draft.published
                self._finder.find(doc, reading)
                draft.published = doc._.published
                draft.claims += placed(doc._.claims, piece, draft.document.text)
            except Exception as error:  # noqa: BLE001  as above
                draft.fail(error)


class _Draft:
    """A document on its way: the claims so far, or the error.

    `published` is the date that the document brings, or that its first piece's dateline gives.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.claims: list[Claim] = []
        self.error: ClaimxError | None = None
        self.published: str | None = None
        try:
            self.published = _published(document)
        except InputError as error:
            self.error = InputError(f"{label(document)}: {error}")

    def fail(self, error: Exception) -> None:
        """Keep an error as plain text: its traceback would hold on to Docs of a closed zone."""
        reason = f"{type(error).__name__}: {error}"
        self.error = ReadingError(f"{label(self.document)}: {reason}")
        self.error.add_note("".join(traceback.format_exception(error)))


_Part = tuple[_Draft, Piece]


def _groups(drafts: Sequence[_Draft]) -> Iterator[list[_Part]]:
    group: list[_Part] = []
    size = 0
    for draft in drafts:
        if draft.error:
            continue
        for piece in pieces(draft.document.text):
            if group and size + len(piece.text) > _GROUP:
                yield group
                group, size = [], 0
            group.append((draft, piece))
            size += len(piece.text)
    if group:
        yield group


def _published(document: Document) -> str | None:
    if not isinstance(document.text, str):
        kind = type(document.text).__name__
        raise InputError(f"text: expected a str and found {kind}; decode bytes first")
    day = published_date(document.published)
    return day.isoformat() if day else None


def label(document: Document) -> str:
    """What a message calls a document: its id, its title or its first words."""
    return f"document {document.id or document.title or str(document.text)[:40]!r}"


@lru_cache(maxsize=2)
def reader_for(additions: tuple[Addition, ...]) -> Reader:
    """The reader with some users' words, made once and kept."""
    return Reader(additions)
