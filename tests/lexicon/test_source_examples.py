"""Runs the examples of the lexicon entries that the attributions room reads."""

from typing import Any

import pytest
from spacy.language import Language

from claimx.attributions.resolution import Resolver
from claimx.lexicon import load_lexicon
from claimx.lexicon.source_words import (
    Continuation,
    Cue,
    Institution,
    NameWord,
    Nobody,
    Publication,
    SourceNoun,
    Title,
)

_LEXICON = load_lexicon()


def _examples(kind: type) -> list[tuple[str, str]]:
    entries: tuple[Any, ...] = _LEXICON.of(kind)  # every kind has a name and examples
    found = [(entry.name, example) for entry in entries for example in entry.examples]
    assert found, f"no {kind.__name__} has an example"
    return found


@pytest.mark.parametrize(("name", "example"), [*_examples(Cue), *_examples(Nobody)])
def test_cue(name: str, example: str, nlp: Language) -> None:
    sentence, _, expected = example.partition(" -> ")
    found = nlp(sentence)._.attributions
    if expected == "none":
        assert found == (), name
        return
    source, *content = expected.split(" | ")
    seen = [(one.sources[0].text, [piece.text for piece in one.content]) for one in found]
    assert (source, content) in seen, name


@pytest.mark.parametrize(("name", "example"), _examples(Publication))
def test_publication(name: str, example: str, nlp: Language) -> None:
    sentence, _, kind = example.partition(" -> ")
    (found,) = nlp(sentence)._.attributions
    assert found.sources[0].kind == kind, name


@pytest.mark.parametrize(("name", "mention"), _examples(Institution))
def test_institution(name: str, mention: str) -> None:
    label = next(one.label for one in _LEXICON.of(Institution) if one.name == name)
    resolver = Resolver(_LEXICON)
    assert resolver.identify(resolver.index(mention), mention, 0, ()).name == label


@pytest.mark.parametrize(("name", "example"), [*_examples(Title), *_examples(NameWord)])
def test_name(name: str, example: str) -> None:
    mention, _, expected = example.partition(" -> ")
    resolver = Resolver(_LEXICON)
    identity = resolver.identify(resolver.index(mention), mention, 0, ())
    assert (identity.name, identity.kind) == (expected, "person"), name


@pytest.mark.parametrize(("name", "example"), _examples(Continuation))
def test_continuation(name: str, example: str, nlp: Language) -> None:
    text, _, expected = example.partition(" -> ")
    sources = [source for one in nlp(text)._.carried for source in one.sources]
    seen = [source.text for source in sources if source.inherited]
    assert seen == ([] if expected == "none" else [expected]), name


@pytest.mark.parametrize(("name", "example"), _examples(SourceNoun))
def test_source_noun(name: str, example: str) -> None:
    mention, _, kind = example.partition(" -> ")
    resolver = Resolver(_LEXICON)
    assert resolver.identify(resolver.index(""), mention, 0, ()).kind == kind, name
