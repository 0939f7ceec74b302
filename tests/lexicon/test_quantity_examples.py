"""Runs every example of the quantities room's lexicon entries.

An example is "text -> comparator number unit change", with what the text does not tell left out,
or "text -> none".
"""

import pytest
from spacy.language import Language

from claimx.lexicon import load_lexicon
from claimx.lexicon.quantity_words import (
    KINDS,
    Currency,
    Denominator,
    Modifier,
    Movement,
    NumberedName,
    NumberWord,
    Unit,
)
from claimx.model import Quantity
from claimx.quantities import QuantityFinder

_LEXICON = load_lexicon()
_ENTRIES: tuple[
    NumberWord | Modifier | Unit | Currency | Denominator | NumberedName | Movement, ...
] = (
    *_LEXICON.of(NumberWord),
    *_LEXICON.of(Modifier),
    *_LEXICON.of(Unit),
    *_LEXICON.of(Currency),
    *_LEXICON.of(Denominator),
    *_LEXICON.of(NumberedName),
    *_LEXICON.of(Movement),
)
_EXAMPLES = [
    pytest.param(example, id=f"{type(entry).__name__}:{entry.name}:{example}")
    for entry in _ENTRIES
    for example in entry.examples
]


def _shown(quantity: Quantity) -> str:
    value = quantity.low if quantity.low is not None else quantity.high
    per = f"/{quantity.per}" if quantity.per else ""
    told = (quantity.comparator, f"{value:.4g}" if value and value < 1 else f"{value:.15g}")
    return " ".join(
        part for part in (*told, f"{quantity.unit or ''}{per}", quantity.change) if part
    )


@pytest.fixture(scope="module")
def finder() -> QuantityFinder:
    return QuantityFinder(_LEXICON)


@pytest.mark.parametrize("example", _EXAMPLES)
def test_example(example: str, nlp: Language, finder: QuantityFinder) -> None:
    text, expected = example.split(" -> ")
    with nlp.select_pipes(disable="claimx"):
        quantities, _ = finder.find(nlp(text))
    assert (" | ".join(map(_shown, quantities)) or "none") == expected


def test_every_kind_has_examples() -> None:
    assert {type(entry) for entry in _ENTRIES if entry.examples} == set(KINDS.values())
