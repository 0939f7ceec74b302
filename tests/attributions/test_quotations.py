"""Pairs of quotation marks, also where one of them is missing."""

import pytest

from claimx.attributions.quotations import Quotations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('She said: "Two men drowned." Then she left.', ['"Two men drowned."']),
        ("“Two men drowned,” she said. “Three swam.”", ["“Two men drowned,”", "“Three swam.”"]),
        ("''Two men drowned,'' she said.", ["''Two men drowned,''"]),
        ('The 6" pipe burst.', []),
        ("“Two men drowned,“ she said.\nIt rained.", ["“Two men drowned,“"]),
        # Each paragraph opens again, only the last one closes.
        ("“Two drowned.\n\n“Three swam.” He left.", ["“Two drowned.\n\n“Three swam.”"]),
        # The mark was never closed: the quotation ends with its paragraph.
        (
            "“Two drowned, she said.\n\nThe rain stopped. “It did.”",
            ["“Two drowned, she said.", "“It did.”"],
        ),
    ],
)
def test_spans(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in Quotations(text).spans] == expected


def test_at() -> None:
    quotations = Quotations('He said "one" and "two".')
    assert quotations.at(8) == (8, 13)
    assert quotations.at(13) is None
    assert quotations.at(0) is None


def test_touching() -> None:
    quotations = Quotations('He said "one" and "two".')
    assert quotations.touching((10, 19)) == [(8, 13), (18, 23)]
    assert quotations.touching((13, 18)) == []
