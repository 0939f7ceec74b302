"""Properties of the whole room: exact offsets, no exception, the same answer twice."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from claimx.attributions import AttributionFinder
from claimx.lexicon import load_lexicon

_FINDER = AttributionFinder(load_lexicon())
_PIECES = st.sampled_from(
    [
        "said",
        "says",
        "told",
        "according to",
        "in a poll",
        "the ministry",
        "Ida Brandt",
        "he",
        "who",
        "The army",
        "500",
        "homes",
        "were",
        "lost",
        "that",
        ",",
        ".",
        ":",
        "\n\n",
        '"',
        "“",
        "”",
        "estimate",
        "forecast",
        "was",
        "by",
        "and",
        "of",
        "(",
        ")",
        "\x00",
        "İ",
        "🙂",
        "US",
    ]
)


@settings(max_examples=150, deadline=None)
@given(pieces=st.lists(_PIECES, max_size=30))
def test_any_text(nlp: Language, pieces: list[str]) -> None:
    text = " ".join(pieces)
    with nlp.select_pipes(disable=["claimx"]):
        doc = nlp(text)
    found = _FINDER.find(doc)
    assert found == _FINDER.find(doc)
    for one in found:
        spans: list[Any] = [*one.content, *one.sources]
        if one.cue is not None:
            spans.append(one.cue)
        assert all(span.text and text[span.start : span.end] == span.text for span in spans)
        assert 0.0 <= one.confidence <= 1.0
        assert one.sources
        assert one.content


def test_confidence_tells_cues_apart(nlp: Language) -> None:
    (said,) = nlp("Officials said that 40 homes burned.")._.attributions
    (backed,) = nlp("Officials backed the plan for 40 homes.")._.attributions
    assert said.confidence > backed.confidence
    assert (said.sense, backed.sense) == ("report", "attitude")


def test_user_lexicon_adds_a_cue_and_an_institution(nlp: Language) -> None:
    from claimx.lexicon.loader import Addition, build_lexicon  # noqa: PLC0415

    words = """
[[institution]]
name = "harbour-watch"
label = "Harbour Watch Sandland"
kind = "organisation"
aliases = ["HWS"]
"""
    finder = AttributionFinder(build_lexicon((Addition("mine.toml", words),)))
    with nlp.select_pipes(disable=["claimx"]):
        doc = nlp("HWS said that 12 boats had sunk.")
    (found,) = finder.find(doc)
    assert (found.sources[0].name, found.sources[0].kind) == (
        "Harbour Watch Sandland",
        "organisation",
    )
