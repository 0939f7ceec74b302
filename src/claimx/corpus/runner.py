"""Runs documents through the pipeline; a document that breaks it costs no other."""

from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path

import claimx
from claimx.corpus.documents import Failure
from claimx.errors import ClaimxError
from claimx.model import Claim, Document, Extraction


def run(
    documents: Iterable[Document | Failure],
    *,
    lexicons: Iterable[str | Path] = (),
    workers: int = 1,
) -> Iterator[Extraction | Failure]:
    """Each document with its claims, or its failure, in the order of the documents.

    What is wrong with the model or a lexicon concerns every document, and is raised.
    """
    feed = _Feed(documents)
    for claims in claimx.pipe(
        feed.documents(), lexicons=lexicons, n_process=workers, on_error=feed.fail
    ):
        yield from feed.done(claims)
    yield from feed.failures


class _Feed:
    """Hands documents to the pipeline, and keeps them until their claims come back."""

    def __init__(self, read: Iterable[Document | Failure]) -> None:
        self._read = read
        self._waiting: deque[tuple[list[Failure], Document]] = deque()
        self._broken: Failure | None = None
        self.failures: list[Failure] = []

    def documents(self) -> Iterator[Document]:
        """The documents; the failures before each wait for it to come back."""
        for read in self._read:
            if isinstance(read, Failure):
                self.failures.append(read)
                continue
            self._waiting.append((self.failures, read))
            self.failures = []
            yield read

    def fail(self, document: Document, error: ClaimxError) -> None:
        """Keep what broke the document that comes back next."""
        place = document.id or "text"
        reason = str(error).removeprefix(f"document {document.id!r}: ").partition("\n")[0]
        self._broken = Failure(place=place, reason=reason)

    def done(self, claims: list[Claim]) -> Iterator[Extraction | Failure]:
        """What there is to say of the document that came back, and of the failures before it."""
        failures, document = self._waiting.popleft()
        yield from failures
        yield self._broken or Extraction(document=document, claims=tuple(claims))
        self._broken = None
