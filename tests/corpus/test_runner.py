"""The runner keeps the order, and a document that breaks the pipeline costs no other."""

from collections.abc import Iterable, Iterator
from typing import Any

import pytest

import claimx
from claimx.corpus import Failure, run
from claimx.errors import LexiconError
from claimx.model import Claim, Document, Extraction

_UNREAD = Failure(place="unread.txt", reason="holds no text")


def _document(name: str) -> Document:
    return Document(id=name, text=f"On Monday {len(name) + 1} people died in {name}.")


def _names(outcomes: Iterable[Extraction | Failure]) -> list[str | None]:
    return [one.place if isinstance(one, Failure) else one.document.id for one in outcomes]


@pytest.fixture
def breaking(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """A pipeline that reads two documents ahead and breaks at one that is called "bad"."""
    calls: list[int] = []

    def pipe(documents: Iterable[Document], **_: Any) -> Iterator[list[Claim]]:  # noqa: ANN401
        calls.append(1)
        batch: list[Document] = []
        for document in documents:
            batch.append(document)
            if len(batch) == 2:
                yield from _claims(batch)
                batch = []
        yield from _claims(batch)

    def _claims(batch: list[Document]) -> list[list[Claim]]:
        if any(document.id == "bad" for document in batch):
            raise RuntimeError("no parse\nfor this text")
        return [[] for _ in batch]

    monkeypatch.setattr(claimx, "pipe", pipe)
    return calls


@pytest.mark.usefixtures("breaking")
@pytest.mark.parametrize(
    "names",
    [
        ["bad"],
        ["a", "b", "bad", "c", "d"],
        ["a", "bad", "b", "c"],
        ["a", "b", "c", "bad"],
        ["bad", "bad", "a"],
    ],
)
def test_only_the_document_that_breaks_is_lost(names: list[str]) -> None:
    outcomes = list(run([_document(name) for name in names]))
    assert _names(outcomes) == names
    failures = [one for one in outcomes if isinstance(one, Failure)]
    assert set(failures) == {Failure(place="bad", reason="RuntimeError: no parse")}
    assert len(failures) == names.count("bad")


@pytest.mark.usefixtures("breaking")
def test_failures_keep_their_place() -> None:
    read: list[Document | Failure]
    read = [_UNREAD, _document("a"), _UNREAD, _document("bad"), _document("b"), _UNREAD]
    assert _names(run(read)) == ["unread.txt", "a", "unread.txt", "bad", "b", "unread.txt"]


def test_nothing_to_read_gives_nothing() -> None:
    assert list(run([])) == []
    assert list(run([_UNREAD])) == [_UNREAD]


def test_what_concerns_every_document_is_raised() -> None:
    with pytest.raises(LexiconError, match=r"missing\.toml: "):
        list(run([_document("a")], lexicons=["missing.toml"]))


def test_an_error_before_any_document_is_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    def pipe(*_: object, **__: object) -> Iterator[list[Claim]]:
        raise RuntimeError("no memory")
        yield []

    monkeypatch.setattr(claimx, "pipe", pipe)
    with pytest.raises(RuntimeError, match="no memory"):
        list(run([_document("a")]))


def test_workers_change_nothing() -> None:
    read: list[Document | Failure] = [_document("x" * length) for length in range(1, 40)]
    read += [_UNREAD, _document("last")]
    alone = list(run(read))
    assert alone == list(run(read, workers=2))
    assert sum(len(one.claims) for one in alone if isinstance(one, Extraction)) == 40
