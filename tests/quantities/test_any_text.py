"""Whatever the text, the room does not raise, and what it finds stands in the text."""

from math import isfinite

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from claimx.lexicon import load_lexicon
from claimx.lexicon.quantity_words import Currency, Unit
from claimx.quantities import QuantityFinder
from claimx.quantities.reader import TextReader
from claimx.quantities.units import UnitReader

_LEXICON = load_lexicon()
_READER = TextReader(_LEXICON, UnitReader(_LEXICON.of(Unit), _LEXICON.of(Currency)))
_PIECES = (
    "one two three half a third of million bn m k % $ € US$ km kilometres per cent between and"
    " to from or - – , . ( ) / 1 2,000 3.5 1/2 ½ 2019 12:30 about more than up to over at least"
    " down up fell rose by a day people troops dozens of hundreds in 10 COP26 Article \n No. +44"
    " -7 e10 ^ × 10^400 9e999 one-in-five x ₿ 0 zero hundred thousand " + "9" * 400
).split(" ")

newslike = st.lists(st.sampled_from(_PIECES), max_size=30).map(" ".join)
glued = st.lists(st.sampled_from(_PIECES), max_size=30).map("".join)


@given(text=st.one_of(st.text(max_size=200), newslike, glued))
def test_reading_never_raises_and_stays_in_the_text(text: str) -> None:
    readings, vetoes = _READER.read(text)
    for reading in readings:
        assert 0 <= reading.start <= reading.first < reading.last <= len(text)
        assert reading.start < reading.end <= len(text)
    for veto in vetoes:
        assert text[veto.start : veto.end] == veto.text
    for reading in readings:
        assert all(value is None or isfinite(value) for value in (reading.low, reading.high))
    ends = [reading.end for reading in readings]
    assert ends == sorted(ends)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    deadline=None,
    max_examples=60,
)
@given(text=st.one_of(st.text(max_size=80), newslike))
def test_finding_is_exact_and_repeatable(text: str, nlp: Language) -> None:
    finder = QuantityFinder(_LEXICON)
    with nlp.select_pipes(disable="claimx"):
        doc = nlp(text)
    quantities, vetoes = finder.find(doc)
    assert finder.find(doc) == (quantities, vetoes)
    for quantity in quantities:
        assert text[quantity.start : quantity.end] == quantity.text
    for veto in vetoes:
        assert text[veto.start : veto.end] == veto.text
    for quantity in quantities:
        for mention in (quantity.counted, quantity.of):
            assert mention is None or text[mention.start : mention.end] == mention.text


def test_a_long_stretch_without_a_blank_is_no_prose() -> None:
    readings, _ = _READER.read("1," * 20_000 + " and 12 people")
    assert [reading.low for reading in readings] == [12]
