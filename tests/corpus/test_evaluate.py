"""The scorer: what counts as found, as right, and as neither."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from claimx.corpus.evaluate import GoldClaim, Tally, evaluate, read_gold, score
from claimx.errors import InputError
from claimx.model import Claim, Document, Extraction, Period, Source

_RAW: Mapping[str, Any] = {
    "quantity": "At least 40",
    "low": 40,
    "high": None,
    "comparator": ">=",
    "sources": [
        {"mention": "the fire service", "name": "Alder Fire Service"},
        {"mention": "Radio Alder", "name": "Radio Alder", "role": "relay"},
    ],
    "date": {"start": "2025-03-09", "end": "2025-03-09"},
}
_RIGHT = Tally(gold=1, returned=1, paired=1, attributed=1, value=1, sources=1, date=1)


@pytest.fixture
def claim(extraction: Extraction) -> Claim:
    return extraction.claims[0]


@pytest.fixture
def document(extraction: Extraction) -> Document:
    return extraction.document


def _gold(
    changed: Mapping[str, object] | None = None, *, start: int = 0, end: int = 11
) -> GoldClaim:
    return GoldClaim(start=start, end=end, raw={**_RAW, **(changed or {})})


def test_a_claim_that_is_right(claim: Claim, document: Document) -> None:
    tally = score([_gold()], [claim], document)
    assert tally == _RIGHT
    assert set(tally.figures().values()) == {1.0}


def test_a_claim_that_is_missed_and_one_too_many(claim: Claim, document: Document) -> None:
    assert score([_gold()], [], document) == Tally(gold=1)
    assert score([], [claim], document) == Tally(returned=1)
    assert score([_gold(start=20, end=25)], [claim], document) == Tally(gold=1, returned=1)


def test_an_optional_claim_counts_neither_way(claim: Claim, document: Document) -> None:
    optional = _gold({"optional": True})
    assert score([optional], [claim], document) == Tally()
    assert score([optional], [], document) == Tally()
    assert score([optional, _gold()], [claim, claim], document) == _RIGHT


def test_a_number_cut_in_two_is_one_too_many(claim: Claim, document: Document) -> None:
    half = replace(claim, quantity=replace(claim.quantity, start=9, low=0.4))
    tally = score([_gold()], [half, claim], document)
    assert (tally.paired, tally.value, tally.returned) == (1, 1, 2)


@pytest.mark.parametrize(
    ("changed", "right"),
    [
        ({"low": 40.05}, True),
        ({"low": 41}, False),
        ({"high": 50}, False),
        ({"high": 60, "comparator": "vague"}, True),
        ({"low": None}, False),
    ],
)
def test_value(claim: Claim, document: Document, changed: dict[str, object], right: bool) -> None:  # noqa: FBT001
    assert score([_gold(changed)], [claim], document).value == right


@pytest.mark.parametrize(
    ("sources", "right"),
    [
        ([], False),
        (["the fire service", "Radio Alder"], True),
        (["the fire service"], True),
        (["Alder County Fire Service"], True),
        (["Radio Alder"], False),
        (["the fire service", "the mayor"], False),
        (["the mayor"], False),
    ],
)
def test_sources(claim: Claim, document: Document, sources: list[str], right: bool) -> None:  # noqa: FBT001
    given = tuple(Source(text=text, start=0, end=len(text)) for text in sources)
    tally = score([_gold()], [replace(claim, sources=given)], document)
    assert tally.sources == right


@pytest.mark.parametrize(
    ("gold", "days", "right"),
    [
        (_RAW["date"], ("2025-03-09", "2025-03-09"), True),
        (_RAW["date"], ("2025-03-08", "2025-03-09"), False),
        (_RAW["date"], None, False),
        (None, None, True),
        (None, ("2025-03-10", "2025-03-10"), True),
        (None, ("2025-03-09", "2025-03-09"), False),
    ],
)
def test_date(
    claim: Claim,
    document: Document,
    gold: dict[str, str] | None,
    days: tuple[str, str] | None,
    right: bool,  # noqa: FBT001
) -> None:
    first, last = map(date.fromisoformat, days or ("2000-01-01", "2000-01-01"))
    period = Period(text=None, start=None, end=None, first=first, last=last) if days else None
    tally = score([_gold({"date": gold})], [replace(claim, date=period)], document)
    assert tally.date == right


def _folder(folder: Path, claims: object) -> Path:
    (folder / "gold").mkdir()
    (folder / "fire.txt").write_text("The fire burned 40 homes. The flood took 3.")
    (folder / "unread.txt").write_text("The fire burned 50 homes.")
    (folder / "gold" / "fire.json").write_text(json.dumps({"claims": claims}))
    return folder


def test_a_folder_is_scored_where_it_has_gold(tmp_path: Path) -> None:
    raw = {**_RAW, "quantity": "40", "high": 40, "sources": [], "date": None}
    folder = _folder(tmp_path, [raw | {"context": "burned 40 homes"}])
    tally = evaluate(folder)
    assert (tally.gold, tally.paired, tally.attributed) == (1, 1, 1)


@pytest.mark.parametrize(
    ("claims", "message"),
    [
        ([{**_RAW, "context": "At least 40 homes"}], r"fire\.json: .* does not stand once in the"),
        ([{"quantity": "40"}], r"fire\.json: KeyError\('context'\)"),
        (5, r"fire\.json: TypeError"),
    ],
)
def test_a_broken_gold_file_is_named(tmp_path: Path, claims: object, message: str) -> None:
    with pytest.raises(InputError, match=message):
        evaluate(_folder(tmp_path, claims))


def test_a_gold_file_needs_its_document(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="gold: holds no gold file"):
        evaluate(tmp_path)
    folder = _folder(tmp_path, [])
    (folder / "gold" / "storm.json").write_text("{}")
    with pytest.raises(InputError, match=r"storm\.json: there is no readable document of that"):
        evaluate(folder)


def test_every_gold_claim_of_the_corpus_stands_in_its_text() -> None:
    corpus = Path(__file__).parents[2] / "corpus"
    for path in sorted((corpus / "gold").glob("*.json")):
        text = (corpus / f"{path.stem}.txt").read_bytes().decode("utf-8")
        assert read_gold(path, text)
