"""Which quantities are claims."""

import pytest
import spacy
from spacy.tokens import Doc

from claimx.claims.reading import Reading
from claimx.claims.select import Selector
from claimx.lexicon import load_lexicon
from claimx.model import Quantity, Timex

_VOCAB = spacy.blank("en").vocab


def _reading(text: str) -> Reading:
    doc = spacy.blank("en").make_doc(text)
    words = [token.text for token in doc]
    spaces = [bool(token.whitespace_) for token in doc]
    return Reading(
        Doc(_VOCAB, words=words, spaces=spaces, heads=[0] * len(words), deps=["dep"] * len(words))
    )


def _quantity(text: str, words: str, low: float, unit: str | None) -> Quantity:
    start = text.index(words)
    return Quantity(text=words, start=start, end=start + len(words), low=low, high=low, unit=unit)


@pytest.mark.parametrize(
    ("text", "words", "unit", "rule"),
    [
        ("Rescuers found 12 climbers.", "12", None, None),
        ("The judge gave him a term of 6 years.", "6 years", "year", None),
        ("She got a 6-year sentence.", "6-year", "year", None),
        ("They had been walking for 6 hours.", "6 hours", "hour", "duration-says-when"),
        ("A 34-year-old man was rescued.", "34-year", "year", "age-in-passing"),
        ("Ana Ruiz, 34, was rescued.", "34", None, "age-in-passing"),
        ("The two sides met.", "two", None, "definite-count"),
        ("Half of the two thousand left.", "two thousand", None, None),
        ("A six-member panel met.", "six", None, "count-in-a-compound"),
        ("The match ended 3-1 at home.", "3-1", None, "score"),
        ("One of them fell ill.", "One", None, "one-in-passing"),
        ("One person was killed.", "One", None, None),
        ("The doors open at 9 p.m. on most days.", "9", None, "clock-time"),
        ("Photo 3 of 12", "3", None, "page-furniture"),
        ("4 min read", "4", None, "page-furniture"),
        ("2. Wash the rice well before use.", "2", None, "list-number"),
    ],
)
def test_selection(text: str, words: str, unit: str | None, rule: str | None) -> None:
    quantity = _quantity(text, words, 3.0, unit)
    kept, vetoes = Selector(load_lexicon()).select(_reading(text), [quantity], [])
    assert [veto.rule for veto in vetoes] == ([rule] if rule else [])
    assert list(kept) == ([] if rule else [quantity])


def test_a_number_inside_a_date_is_no_claim() -> None:
    text = "It rained on 12 March."
    timex = Timex(text="12 March", start=13, end=21, type="DATE", value="2024-03-12")
    quantity = _quantity(text, "12", 12.0, None)
    kept, vetoes = Selector(load_lexicon()).select(_reading(text), [quantity], [timex])
    assert kept == ()
    assert [veto.rule for veto in vetoes] == ["part-of-a-date"]
