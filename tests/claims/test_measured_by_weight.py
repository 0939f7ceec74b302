"""How the phrases that may be measured are found and weighed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.claims.measured_by_weight import (
    Candidate,
    LearntWeigher,
    candidates,
    shipped_weights,
    tells,
)
from claimx.claims.place import Place
from claimx.claims.reading import Reading
from claimx.model import Mention, Quantity

from .conftest import MakeDoc

_RENTS = Mention(text="rents", start=0, end=5)
_MAYOR = Mention(text="mayor", start=9, end=14)


def test_the_heavier_phrase_wins_and_the_first_of_equals() -> None:
    subject = Candidate(_RENTS, "subject-of-verb", ("before", "light"))
    nearby = Candidate(_MAYOR, "noun-nearby", ("before",))
    assert LearntWeigher({"light": 0.5}).choose([nearby, subject]) is subject
    assert LearntWeigher({"light": -0.5}).choose([subject, nearby]) is nearby
    assert LearntWeigher({}).choose([nearby, subject]) is nearby


@pytest.mark.parametrize("phrase", ["+/-", "44 percent", "%", "a further", "decline", "2.5 points"])
def test_numbers_signs_and_units_tell_nothing(phrase: str) -> None:
    assert not tells(Mention(text=phrase, start=0, end=len(phrase)))


@pytest.mark.parametrize("phrase", ["percent of voters", "cent shops", "pay rise", "anode"])
def test_phrases_with_a_noun_tell(phrase: str) -> None:
    assert tells(Mention(text=phrase, start=0, end=len(phrase)))


@given(st.text(max_size=300))
def test_any_text_is_judged(text: str) -> None:
    assert tells(Mention(text=text, start=0, end=len(text))) in (True, False)


def test_candidates_are_the_subject_and_the_nouns_around(make_doc: MakeDoc) -> None:
    doc = make_doc("Rents/NNS/nsubj/1 near/VBD/ROOT/1 harbours/NNS/dobj/1 5/CD/npadvmod/1")
    quantity = Quantity(text="5", start=20, end=21, low=5.0, high=5.0, comparator="=")
    place = Place(Reading(doc, date(2024, 5, 1)), quantity, [], frozenset())
    found = {one.mention.text: one for one in candidates(place)}
    assert found.keys() == {"Rents", "harbours"}
    assert "before at 0" in found["harbours"].features
    assert "subject-of-verb" in found["Rents"].features
    assert "path 1 nsubj of count" in found["Rents"].features


def test_no_shipped_weight_is_zero() -> None:
    assert all(shipped_weights().values())
