"""The runner keeps the order, and a document that breaks the pipeline costs no other."""

from collections.abc import Iterable

import pytest
from spacy.tokens import Doc

from claimx.claims import ClaimAssembler
from claimx.corpus import Failure, run
from claimx.errors import LexiconError
from claimx.model import Document, Extraction

_UNREAD = Failure(place="unread.txt", reason="holds no text")
_BROKEN = Failure(place="bad", reason="RuntimeError: no parse")


def _document(name: str) -> Document:
    return Document(id=name, text=f"On Monday {len(name) + 1} people died in {name}.")


def _names(outcomes: Iterable[Extraction | Failure]) -> list[str | None]:
    return [one.place if isinstance(one, Failure) else one.document.id for one in outcomes]


@pytest.fixture
def _bad_breaks(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipeline that breaks at a text that ends in "bad"."""
    assemble = ClaimAssembler.__call__

    def breaking(self: ClaimAssembler, doc: Doc) -> Doc:
        if doc.text.endswith("bad."):
            raise RuntimeError("no parse\nfor this text")
        return assemble(self, doc)

    monkeypatch.setattr(ClaimAssembler, "__call__", breaking)


@pytest.mark.usefixtures("_bad_breaks")
@pytest.mark.parametrize("workers", [1, 2])
def test_only_the_document_that_breaks_is_lost(workers: int) -> None:
    read: list[Document | Failure]
    read = [_UNREAD, _document("a"), _UNREAD, _document("bad"), _document("b"), _UNREAD]
    outcomes = list(run(read, workers=workers))
    assert _names(outcomes) == ["unread.txt", "a", "unread.txt", "bad", "b", "unread.txt"]
    assert outcomes[3] == _BROKEN
    assert all(one.claims for one in outcomes if isinstance(one, Extraction))


def test_nothing_to_read_gives_nothing() -> None:
    assert list(run([])) == []
    assert list(run([_UNREAD])) == [_UNREAD]


def test_what_concerns_every_document_is_raised() -> None:
    with pytest.raises(LexiconError, match=r"missing\.toml: "):
        list(run([_document("a")], lexicons=["missing.toml"]))


def test_workers_change_nothing() -> None:
    read: list[Document | Failure] = [_document("x" * length) for length in range(1, 40)]
    read += [_UNREAD, _document("last")]
    alone = list(run(read))
    assert alone == list(run(read, workers=2))
    assert sum(len(one.claims) for one in alone if isinstance(one, Extraction)) == 40
