"""Runs documents through the pipeline; a document that breaks it costs no other."""

import logging
from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path

import claimx
from claimx.corpus.documents import Failure
from claimx.errors import ClaimxError
from claimx.model import Document, Extraction

_LOG = logging.getLogger("claimx.corpus")


def run(
    documents: Iterable[Document | Failure],
    *,
    lexicons: Iterable[str | Path] = (),
    workers: int = 1,
) -> Iterator[Extraction | Failure]:
    """Each document with its claims, or its failure, in the order of the documents.

    What is wrong with the model or a lexicon concerns every document, and is raised.
    """
    words = tuple(lexicons)
    feed = _Feed(documents)
    while True:
        try:
            for claims in claimx.pipe(feed.documents(), lexicons=words, n_process=workers):
                failures, document = feed.waiting.popleft()
                yield from failures
                yield Extraction(document=document, claims=tuple(claims))
        except ClaimxError:
            raise
        except Exception:
            if not feed.waiting:
                raise
            _LOG.debug("a document broke its batch; reading one by one", exc_info=True)
            yield from _one_by_one(feed, words)
        else:
            yield from feed.failures
            return


class _Feed:
    """Hands documents to the pipeline, and keeps them until their claims come back."""

    def __init__(self, read: Iterable[Document | Failure]) -> None:
        self._read = iter(read)
        self.failures: list[Failure] = []
        self.waiting: deque[tuple[list[Failure], Document]] = deque()

    def documents(self) -> Iterator[Document]:
        """The documents not handed out yet; the failures before each wait for it to come back."""
        for read in self._read:
            if isinstance(read, Failure):
                self.failures.append(read)
                continue
            self.waiting.append((self.failures, read))
            self.failures = []
            yield read


def _one_by_one(feed: _Feed, lexicons: tuple[str | Path, ...]) -> Iterator[Extraction | Failure]:
    while feed.waiting:
        failures, document = feed.waiting.popleft()
        yield from failures
        yield _alone(document, lexicons)


def _alone(document: Document, lexicons: tuple[str | Path, ...]) -> Extraction | Failure:
    try:
        claims = next(iter(claimx.pipe([document], lexicons=lexicons)))
    except Exception as error:  # noqa: BLE001  it is named in the report, and the rest goes on
        _LOG.debug("%s broke the pipeline", document.id, exc_info=True)
        reason = f"{type(error).__name__}: {str(error).partition(chr(10))[0]}"
        return Failure(place=document.id or "text", reason=reason)
    return Extraction(document=document, claims=tuple(claims))
