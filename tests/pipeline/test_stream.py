"""Documents in, claims out: order, errors, and processes."""

import logging
import multiprocessing
import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from time import monotonic, sleep

import pytest

import claimx
from claimx import Document
from claimx.errors import ClaimxError, InputError, ReadingError
from claimx.pipeline import ClaimFinder, reader

_TEXTS = [f"Police said {number} people were hurt on Monday." for number in range(12, 36)]
_BROKEN = "It broke 13 times."
_DEADLY = "It killed 13 workers."


@pytest.fixture
def fragile(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipeline that one text breaks and another kills; workers are forked with it."""
    read = ClaimFinder.read

    def read_or_die(self: ClaimFinder, text: str) -> object:
        if text == _DEADLY:
            os._exit(7)
        if text == _BROKEN:
            raise IndexError("list index out of range")
        return read(self, text)

    monkeypatch.setattr(ClaimFinder, "read", read_or_die)


@pytest.mark.parametrize("n_process", [1, 2])
def test_claims_come_in_the_order_of_the_documents(n_process: int) -> None:
    found = list(claimx.pipe(_TEXTS, n_process=n_process, batch_size=3))
    assert [[claim.quantity.low for claim in claims] for claims in found] == [
        [float(number)] for number in range(12, 36)
    ]


def test_processes_change_nothing() -> None:
    texts = [path.read_text("utf-8") for path in Path(__file__).parents[2].glob("corpus/*.txt")]
    assert list(claimx.pipe(texts, n_process=2, batch_size=2)) == list(claimx.pipe(texts))


def test_a_stream_is_read_as_it_is_asked_for() -> None:
    taken: list[int] = []

    def endless() -> Iterator[Document]:
        while True:
            taken.append(1)
            yield Document(text="Nine people died.")

    assert len(list(islice(claimx.pipe(endless(), batch_size=4), 3))) == 3
    assert len(taken) == 4


@pytest.mark.parametrize("n_process", [1, 2])
@pytest.mark.usefixtures("fragile")
def test_a_document_that_cannot_be_read_costs_no_other(n_process: int) -> None:
    documents: list[str | Document] = [
        _TEXTS[0],
        Document(text=_BROKEN, id="a.txt"),
        Document(text="x", id="b.txt", published="someday"),
        Document(text=b"bytes", id="c.txt"),  # type: ignore[arg-type]  # what is tested
        _TEXTS[1],
    ]
    told: list[tuple[str | None, ClaimxError]] = []
    found = list(
        claimx.pipe(
            documents, n_process=n_process, on_error=lambda one, error: told.append((one.id, error))
        )
    )
    assert [len(claims) for claims in found] == [1, 0, 0, 0, 1]
    assert [(place, type(error)) for place, error in told] == [
        ("a.txt", ReadingError),
        ("b.txt", InputError),
        ("c.txt", InputError),
    ]
    assert str(told[0][1]) == "document 'a.txt': IndexError: list index out of range"
    assert "read_or_die" in told[0][1].__notes__[0]


@pytest.mark.parametrize("n_process", [1, 2])
@pytest.mark.usefixtures("fragile")
def test_without_on_error_a_document_raises_when_its_turn_comes(n_process: int) -> None:
    stream = claimx.pipe([_TEXTS[0], _BROKEN], n_process=n_process)
    assert len(next(stream)) == 1
    with pytest.raises(ReadingError, match="It broke 13 times"):
        next(stream)


@pytest.mark.usefixtures("fragile")
def test_a_worker_that_dies_loses_one_document(caplog: pytest.LogCaptureFixture) -> None:
    documents = [*_TEXTS[:5], _DEADLY, *_TEXTS[5:]]
    told: list[str] = []
    with caplog.at_level(logging.WARNING, logger="claimx.pipeline"):
        found = list(
            claimx.pipe(
                documents,
                n_process=2,
                batch_size=4,
                on_error=lambda _, error: told.append(str(error)),
            )
        )
    assert [len(claims) for claims in found] == [1] * 5 + [0] + [1] * 19
    assert told == [f"document {_DEADLY!r}: the worker that read it died"]
    assert "a worker died" in caplog.text


@pytest.mark.usefixtures("fragile")
def test_a_worker_that_dies_between_two_batches_loses_one_document() -> None:
    def until_the_worker_is_dead() -> Iterator[str]:
        yield _DEADLY
        deadline = monotonic() + 60
        while multiprocessing.active_children() and monotonic() < deadline:
            sleep(0.05)
        yield from _TEXTS[:3]

    told: list[str] = []
    found = claimx.pipe(
        until_the_worker_is_dead(),
        n_process=2,
        batch_size=1,
        on_error=lambda _, error: told.append(str(error)),
    )
    assert [len(claims) for claims in found] == [0, 1, 1, 1]
    assert told == [f"document {_DEADLY!r}: the worker that read it died"]


def test_text_must_be_text() -> None:
    with pytest.raises(InputError, match="expected a str and found NoneType"):
        claimx.extract(None)  # type: ignore[arg-type]  # what is tested


def test_options_are_checked() -> None:
    with pytest.raises(InputError, match="n_process 0"):
        next(claimx.pipe(["5 died."], n_process=0))
    with pytest.raises(InputError, match="batch_size 0"):
        next(claimx.pipe(["5 died."], batch_size=0))


def test_a_full_vocabulary_changes_nothing_and_keeps_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = list(claimx.pipe(_TEXTS))
    claimx.extract("Yesterday 5 qwertzi broke.")
    monkeypatch.setattr(reader, "_KEPT_WORDS", 0)
    assert list(claimx.pipe(_TEXTS)) == before
    assert len(claimx.extract("Yesterday 5 qwertzy broke.")) == 1
    strings = reader.reader_for(()).vocab.strings
    assert "qwertzi" in strings
    assert "qwertzy" not in strings
