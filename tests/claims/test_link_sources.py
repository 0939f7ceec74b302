"""Which attribution governs a number."""

from claimx.claims.link_sources import SourceLinker, is_part_of_source
from claimx.claims.reading import Reading
from claimx.lexicon import load_lexicon
from claimx.model import Attribution, Mention, Quantity, Source

from .conftest import MakeDoc

_LINKER = SourceLinker(load_lexicon())
_PIECES = "The mayor said police had counted 40 boats - two of 9 metres ."


def _mention(text: str, words: str) -> Mention:
    start = text.index(words)
    return Mention(text=words, start=start, end=start + len(words))


def _attribution(text: str, who: str, content: str, *rules: str) -> Attribution:
    source = _mention(text, who)
    return Attribution(
        cue=_mention(text, "said"),
        content=(_mention(text, content),),
        sources=(Source(text=source.text, start=source.start, end=source.end),),
        rules=rules,
    )


def _quantity(text: str, words: str) -> Quantity:
    at = _mention(text, words)
    return Quantity(text=words, start=at.start, end=at.end, low=1.0, high=1.0)


def test_the_innermost_content_wins(make_doc: MakeDoc) -> None:
    reading = Reading(make_doc(_PIECES))
    outer = _attribution(reading.text, "The mayor", "police had counted 40 boats")
    inner = _attribution(reading.text, "police", "40 boats")
    assert _LINKER.link(reading, _quantity(reading.text, "40"), [outer, inner]) is inner


def test_a_plan_has_no_source(make_doc: MakeDoc) -> None:
    reading = Reading(make_doc(_PIECES))
    plan = _attribution(reading.text, "The mayor", "police had counted 40 boats", "order")
    assert _LINKER.link(reading, _quantity(reading.text, "40"), [plan]) is None


def test_an_aside_is_the_texts_own_voice(make_doc: MakeDoc) -> None:
    reading = Reading(make_doc(_PIECES))
    said = _attribution(reading.text, "The mayor", "police had counted 40 boats - two of 9 metres")
    assert _LINKER.link(reading, _quantity(reading.text, "40"), [said]) is said
    assert _LINKER.link(reading, _quantity(reading.text, "9"), [said]) is None


def test_counted_speakers_are_seen(make_doc: MakeDoc) -> None:
    text = make_doc("Nine doctors said it was late .").text
    said = _attribution(text, "Nine doctors", "it was late")
    assert is_part_of_source(_quantity(text, "Nine"), [said])
    assert not is_part_of_source(_quantity(text, "late"), [said])
