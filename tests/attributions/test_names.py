"""Persons, acronyms and short forms, read from capital letters and titles."""

import pytest

from claimx.attributions.names import NameIndex, NameWords

_WORDS = NameWords(
    titles=frozenset(["mayor", "mr", "mr.", "minister", "economist"]),
    openers=frozenset(["on", "monday", "the", "but"]),
    locators=frozenset(["in", "from"]),
    no_person=frozenset(["ministry", "north", "institute"]),
)


def _index(text: str) -> NameIndex:
    return NameIndex(text, _WORDS)


def test_surname() -> None:
    names = _index("On Monday Mayor Ida Brandt spoke. Brandt left.")
    assert names.person("Brandt") == "Ida Brandt"
    assert names.person("Renn") is None


def test_two_persons_of_one_surname() -> None:
    names = _index("Ida Brandt met Otto Brandt.")
    assert names.person("Brandt") is None
    assert names.ambiguous("Brandt")


def test_a_sentence_end_parts_names() -> None:
    assert _index("They left Dunes. Brandt stayed.").person("Brandt") is None


@pytest.mark.parametrize("text", ["The North Shore flooded.", "The Transport Institute spoke."])
def test_no_person(text: str) -> None:
    assert _index(text).people_before(len(text)) == []


def test_people_before() -> None:
    text = "Ida Brandt, an economist, met Mayor Otto Renn. They left."
    assert _index(text).people_before(len(text)) == ["Otto Renn", "Ida Brandt"]


def test_subject_between() -> None:
    text = "Mr Otto Renn spoke. Mayor Ida Brandt met Mr Otto Renn."
    assert _index(text).subject_between(0, len(text)) == "Ida Brandt"


def test_acronym() -> None:
    names = _index("The Sandland Union of Doctors (SUD) met.")
    assert names.acronym("SUD") == "Sandland Union of Doctors"
    assert names.acronym("SUN") is None


def test_described() -> None:
    text = "The Sandland Transport Ministry and the Ministry of Health met."
    assert _index(text).described("ministry", len(text)) == (
        "Sandland Transport Ministry",
        "Ministry of Health",
    )
    assert _index(text).described("ministry", 10) == ()


def test_holders() -> None:
    text = "The minister for Sandland, Ida Brandt, met Otto Renn, the mayor."
    assert _index(text).holders("minister", len(text)) == ("Ida Brandt",)
    assert _index(text).holders("mayor", len(text)) == ("Otto Renn",)
