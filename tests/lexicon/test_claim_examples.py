"""Every example of the entries that the claims room reads holds."""

from collections.abc import Iterable
from typing import Protocol

import pytest
from spacy.language import Language

from claimx.claims.phrases import phrase_pattern
from claimx.lexicon import load_lexicon
from claimx.lexicon.claim_words import (
    Fieldwork,
    Furniture,
    Happening,
    LightNoun,
    Loss,
    MeasuredDuration,
    StanceCue,
    Survey,
    Telling,
)

_LEXICON = load_lexicon()


class _Entry(Protocol):
    @property
    def examples(self) -> tuple[str, ...]: ...


def _examples(*groups: Iterable[_Entry]) -> list[tuple[str, str]]:
    found = []
    for entry in (entry for group in groups for entry in group):
        for example in entry.examples:
            text, _, expected = example.rpartition(" -> ")
            found.append((text, expected))
    return found


@pytest.mark.parametrize(("text", "stance"), _examples(_LEXICON.of(StanceCue)))
def test_stance_cue(text: str, stance: str, nlp: Language) -> None:
    assert [claim.stance for claim in nlp(text)._.claims][:1] == [stance]


@pytest.mark.parametrize(("text", "of"), _examples(_LEXICON.of(LightNoun)))
def test_light_noun(text: str, of: str, nlp: Language) -> None:
    assert [claim.of.text for claim in nlp(text)._.claims] == [of]


@pytest.mark.parametrize(
    ("text", "expected"), _examples(_LEXICON.of(MeasuredDuration), _LEXICON.of(Furniture))
)
def test_what_is_a_claim(text: str, expected: str, nlp: Language) -> None:
    assert ["claim" for _ in nlp(text)._.claims] == ([] if expected == "none" else [expected])


@pytest.mark.parametrize("kind", [Happening, Loss, Telling, Survey, Fieldwork])
def test_words(
    kind: type[Happening] | type[Loss] | type[Telling] | type[Survey] | type[Fieldwork],
) -> None:
    entries = _LEXICON.of(kind)
    pattern = phrase_pattern(entries)
    for text, expected in _examples(entries):
        assert (pattern.search(text) is not None) == (expected == "yes"), text
