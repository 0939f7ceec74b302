"""The roles of numbers in a comparison."""

import pytest
import spacy

from claimx.claims.comparison_roles import role_of
from claimx.claims.reading import Reading
from claimx.model import Quantity

_BLANK = spacy.blank("en")


@pytest.mark.parametrize(
    ("text", "number", "role"),
    [
        ("Profit fell to 12 from 19 a year ago.", "12", "level"),
        ("Profit fell to 12 from 19 a year ago.", "19", "base"),
        ("It was up from $100 million, or $2.03 a share.", "$2.03", "base"),
        ("It earned 40, compared with a loss of 31.", "31", "base"),
        ("It earned 40, compared with a loss of 31.", "40", "plain"),
        ("They came from the village. 12 stayed.", "12", "plain"),
        ("Exports were 40, 7 more in April than a year earlier.", "7", "change"),
    ],
)
def test_role(text: str, number: str, role: str) -> None:
    reading = Reading(_BLANK(text))
    start = text.index(number)
    value = float(number.strip("$"))
    quantity = Quantity(text=number, start=start, end=start + len(number), low=value, high=value)
    assert role_of(reading, reading.sentence_at(start), quantity) == role


def test_the_size_of_a_rise_is_the_change() -> None:
    reading = Reading(_BLANK("Profit rose 12 from 19."))
    quantity = Quantity(text="12", start=12, end=14, low=12, high=12, change="up")
    assert role_of(reading, reading.sentence_at(12), quantity) == "change"
