"""Every example of every entry that the timexes room reads holds."""

from collections.abc import Iterable

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from claimx.lexicon import load_lexicon
from claimx.lexicon.time_words import Event, Holiday, TimeCue, TimeWord

_PUBLISHED = "2024-11-12"
_LEXICON = load_lexicon()


def _examples(
    entries: Iterable[TimeWord | TimeCue | Holiday | Event],
) -> tuple[tuple[str, str], ...]:
    return tuple((entry.name, example) for entry in entries for example in entry.examples)


def _read(nlp: Language, example: str) -> tuple[Doc, str]:
    sentence, _, expected = example.rpartition(" -> ")
    doc = nlp.make_doc(sentence)
    doc._.published = _PUBLISHED
    return nlp(doc), expected


@pytest.mark.parametrize(
    ("name", "example"),
    _examples((*_LEXICON.of(TimeWord), *_LEXICON.of(TimeCue), *_LEXICON.of(Holiday))),
)
def test_time_examples(nlp: Language, name: str, example: str) -> None:
    doc, expected = _read(nlp, example)
    read = "; ".join(f"{timex.type} {timex.value}" for timex in doc._.timexes)
    assert (read or "none") == expected, name


@pytest.mark.parametrize(("name", "example"), _examples(_LEXICON.of(Event)))
def test_event_examples(nlp: Language, name: str, example: str) -> None:
    doc, expected = _read(nlp, example)
    periods = [f"{period.first}..{period.last}" for period in doc._.periods]
    assert (expected in periods) if expected != "none" else not periods, name
