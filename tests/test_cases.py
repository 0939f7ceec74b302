"""Runs every case of `tests/cases/<room>/*.toml` through the whole pipeline.

A case has a `name`, a `text`, optionally `published`, and lists of expected records under the
names that `doc._` has for them (`quantities`, `vetoes`, `timexes`, `periods`, `attributions`,
`claims`). A list must match record for record, in order; of a record only the fields that the case
names are compared. A string stands for the mention or source with that text. `xfail = "reason"`
marks a case that is not met yet.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

from claimx.model.schema import to_plain

_FOLDER = Path(__file__).parent / "cases"
_RECORDS = ("quantities", "vetoes", "timexes", "periods", "attributions", "carried", "claims")
_KEYS = {"name", "text", "published", "xfail", *_RECORDS}


def _cases() -> list[Any]:
    found = []
    for path in sorted(_FOLDER.rglob("*.toml")):
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            marks = [pytest.mark.xfail(reason=case["xfail"])] if "xfail" in case else []
            place = path.relative_to(_FOLDER).with_suffix("")
            found.append(pytest.param(case, id=f"{place}:{case['name']}", marks=marks))
    return found


def _shown(expected: Any, actual: Any) -> Any:  # noqa: ANN401  plain JSON-like data
    """The part of the actual data that the expected data speak of, in their form."""
    if isinstance(expected, dict) and isinstance(actual, dict):
        return {key: _shown(value, actual.get(key)) for key, value in expected.items()}
    if isinstance(expected, list) and isinstance(actual, list):
        pairs = zip(expected, actual, strict=False)
        shown = [_shown(one, other) for one, other in pairs]
        return shown + actual[len(expected) :]
    if isinstance(expected, str) and isinstance(actual, dict):
        return actual.get("text")
    return actual


@pytest.mark.parametrize("case", _cases())
def test_case(case: dict[str, Any], nlp: Language) -> None:
    assert set(case) <= _KEYS, f"unknown keys {set(case) - _KEYS}"
    assert set(case) & set(_RECORDS), "the case expects nothing"
    doc = nlp.make_doc(case["text"])
    doc._.published = case.get("published")
    doc = nlp(doc)
    for records in set(case) & set(_RECORDS):
        actual = [to_plain(record) for record in doc._.get(records)]
        assert _shown(case[records], actual) == case[records]
