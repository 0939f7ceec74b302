"""`extract` and `pipe`: texts in, claims out, in one process or several."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from threading import Lock

from claimx.errors import ClaimxError, InputError
from claimx.lexicon import Addition, read_additions
from claimx.model import Claim, Document
from claimx.pipeline.reader import Outcome, reader_for
from claimx.pipeline.workers import Batch, read_in_processes

_MOST_CHARACTERS = 200_000  # of a batch: what a worker takes at once stays small for any documents
_ONE_READER = Lock()  # spaCy's vocabulary is not made for two threads at once


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
    batch_size: int = 16,
    on_error: Callable[[Document, ClaimxError], None] | None = None,
) -> Iterator[list[Claim]]:
    """The claims of each document, in the order of the documents.

    A document that cannot be read raises its ClaimxError when its turn comes: InputError where it
    is not text or its date is no date, ReadingError where it breaks the pipeline or its worker
    dies. With `on_error` nothing is raised: it is called with the document and the error, the
    document's claims are then an empty list, and the rest goes on.

    `n_process` worker processes read `batch_size` documents at a time; order, claims and errors are
    the same with any number. Where Python starts processes afresh (macOS, Windows), a script
    needs its `if __name__ == "__main__"`.
    """
    if n_process < 1 or batch_size < 1:
        raise InputError(
            f"n_process {n_process} and batch_size {batch_size}: give whole numbers from 1 up"
        )
    additions = read_additions(lexicons)
    batches = _batches(documents, batch_size)
    read = (
        read_in_processes(batches, additions, n_process=n_process)
        if n_process > 1
        else _read_here(batches, additions)
    )
    for document, outcome in read:
        if isinstance(outcome, list):
            yield outcome
        elif on_error is None:
            raise outcome
        else:
            on_error(document, outcome)
            yield []


def _read_here(
    batches: Iterable[Batch], additions: tuple[Addition, ...]
) -> Iterator[tuple[Document, Outcome]]:
    for batch in batches:
        with _ONE_READER:
            outcomes = reader_for(additions).read(batch)
        yield from zip(batch, outcomes, strict=True)


def _batches(documents: Iterable[str | Document], most: int) -> Iterator[Batch]:
    batch: list[Document] = []
    size = 0
    for one in documents:
        document = one if isinstance(one, Document) else Document(text=one)
        batch.append(document)
        size += len(document.text) if isinstance(document.text, str) else 0
        if len(batch) >= most or size >= _MOST_CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
