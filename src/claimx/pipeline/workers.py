"""Batches of documents read by several processes: same order, same claims, same errors.

A worker that dies (killed for its memory, say) takes the batches with it that were on the way.
They are read again: the batch whose turn it is document by document, each alone in a worker, so
that only the document that kills its worker fails; the others by new workers.
"""

import logging
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing.connection import wait

from claimx.errors import ReadingError
from claimx.lexicon import Addition
from claimx.model import Document
from claimx.pipeline.reader import Outcome, label, reader_for

_LOG = logging.getLogger("claimx.pipeline")
_AHEAD = 3  # batches on the way for each worker, so that none waits for the next

Batch = Sequence[Document]


def read_in_processes(
    batches: Iterable[Batch], additions: tuple[Addition, ...], *, n_process: int
) -> Iterator[tuple[Document, Outcome]]:
    """Each document with what `Reader.read` gives for it, in the order of the batches."""
    reader_for(
        additions
    )  # what is wrong with the model or the words is told here, and forks share it
    source = iter(batches)
    waiting: deque[tuple[Batch, Future[list[Outcome]]]] = deque()
    pool = _pool(additions, n_process)
    try:
        while True:
            for batch in islice(source, n_process * _AHEAD - len(waiting)):
                waiting.append((batch, _submit(pool, batch, additions)))
            if not waiting:
                return
            batch, future = waiting.popleft()
            try:
                outcomes = future.result()
            except BrokenProcessPool:
                _LOG.warning("a worker died; %s documents are read one by one", len(batch))
                pool.shutdown()
                outcomes = [_alone(document, additions) for document in batch]
                pool = _pool(additions, n_process)
                waiting = deque((one, _submit(pool, one, additions)) for one, _ in waiting)
            yield from zip(batch, outcomes, strict=True)
    finally:
        pool.shutdown(cancel_futures=True)


def _pool(additions: tuple[Addition, ...], n_process: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(n_process, initializer=_start, initargs=(additions,))


def _submit(
    pool: ProcessPoolExecutor, batch: Batch, additions: tuple[Addition, ...]
) -> Future[list[Outcome]]:
    """What the batch will give; where a worker has just died, a future that says so."""
    try:
        return pool.submit(_read, batch, additions)
    except BrokenProcessPool as error:
        broken: Future[list[Outcome]] = Future()
        broken.set_exception(error)
        return broken


def _start(additions: tuple[Addition, ...]) -> None:
    """Get a worker ready: the parent alone answers Ctrl-C, and nobody outlives the parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow_parent, daemon=True).start()
    reader_for(additions)


def _follow_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _read(batch: Batch, additions: tuple[Addition, ...]) -> list[Outcome]:
    return reader_for(additions).read(batch)


def _alone(document: Document, additions: tuple[Addition, ...]) -> Outcome:
    with _pool(additions, 1) as pool:
        try:
            return pool.submit(_read, [document], additions).result()[0]
        except BrokenProcessPool:
            return ReadingError(f"{label(document)}: the worker that read it died")
