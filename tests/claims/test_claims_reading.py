"""Sentences, headings and look-ups."""

import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from claimx.claims.reading import Reading, clause_verb

from .conftest import MakeDoc


def test_a_line_break_ends_a_sentence(make_doc: MakeDoc) -> None:
    doc = make_doc("Two/CD/ROOT/0 dead ␤ Police said two people died .", after=("died",))
    reading = Reading(doc)
    assert [doc.text[one.start : one.end] for one in reading.sentences] == [
        "Two dead",
        "Police said two people died.",
    ]
    assert [one.heading for one in reading.sentences] == [True, False]
    assert reading.headline == reading.sentences[0]


def test_a_first_sentence_is_no_headline(make_doc: MakeDoc) -> None:
    assert Reading(make_doc("Prices rose .", after=("rose",))).headline is None


def test_the_noun_of_a_number(make_doc: MakeDoc) -> None:
    doc = make_doc("lost/VBD/ROOT/0 1,950/CD/nummod/2 troops/NNS/dobj/0")
    reading = Reading(doc)
    assert reading.head_of(5, 10).text == "1,950"
    assert reading.noun_of(5, 10).text == "troops"


def test_the_clause_of_a_number_skips_auxiliaries(make_doc: MakeDoc) -> None:
    doc = make_doc("40/CD/nsubjpass/2 were/VBD/auxpass/2 hurt/VBN/ROOT/2")
    assert clause_verb(doc[1]).text == "hurt"


def test_no_sentence_is_endless() -> None:
    reading = Reading(Doc(spacy.blank("en").vocab, words=["1,"] * 2000))
    assert max(sentence.end - sentence.start for sentence in reading.sentences) <= 1500
    assert reading.sentences[-1].end == len(reading.text.rstrip())


@settings(deadline=None)
@given(st.lists(st.sampled_from(["Rain", "fell", ".", "\n", "\n\n", "\t", "12", " "]), min_size=1))
def test_sentences_are_stripped_and_in_order(words: list[str]) -> None:
    doc = Doc(spacy.blank("en").vocab, words=words)
    for token in doc[1:]:
        token.is_sent_start = token.nbor(-1).text == "."
    reading = Reading(doc)
    text = doc.text
    assert all(text[s.start : s.end].strip() == text[s.start : s.end] for s in reading.sentences)
    assert "".join(text[s.start : s.end] for s in reading.sentences).split() == text.split() or (
        "".join("".join(text[s.start : s.end].split()) for s in reading.sentences)
        == "".join(text.split())
    )
    for sentence in reading.sentences:
        assert reading.sentence_at(sentence.end - 1) == sentence
