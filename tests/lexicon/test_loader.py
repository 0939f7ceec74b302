"""A lexicon file adds, replaces and removes words; what is wrong with one is told in a sentence."""

import re
from pathlib import Path

import pytest

from claimx.errors import LexiconError
from claimx.lexicon import KINDS, Addition, build_lexicon, load_lexicon, read_additions
from claimx.lexicon.quantity_words import NumberWord


def _with(text: str) -> tuple[NumberWord, ...]:
    return build_lexicon((Addition("mine.toml", text),)).of(NumberWord)


def _named(name: str, words: tuple[NumberWord, ...]) -> list[NumberWord]:
    return [word for word in words if word.name == name]


_LAKH = '[[number]]\nname = "my-lakh"\nvalue = 1e5\nrole = "scale"\nforms = ["lakhs"]\n'


def test_an_entry_is_added() -> None:
    (added,) = _named("my-lakh", _with(_LAKH))
    assert added == NumberWord(name="my-lakh", value=1e5, role="scale", forms=("lakhs",))
    assert len(_with(_LAKH)) == len(load_lexicon().of(NumberWord)) + 1


def test_an_entry_of_the_same_name_replaces_and_a_later_file_wins() -> None:
    changed = _LAKH.replace("1e5", "2e5")
    words = build_lexicon((Addition("a.toml", _LAKH), Addition("b.toml", changed)))
    assert [word.value for word in _named("my-lakh", words.of(NumberWord))] == [2e5]


def test_an_entry_is_removed() -> None:
    shipped = load_lexicon().of(NumberWord)[0].name
    assert _named(shipped, _with(f'[remove]\nnumber = ["{shipped}"]\n')) == []


def test_entries_come_sorted_by_name_whatever_the_order_of_files() -> None:
    names = [word.name for word in _with(_LAKH)]
    assert names == sorted(names)


def test_one_lexicon_leaves_another_alone() -> None:
    _with(_LAKH)
    assert _named("my-lakh", load_lexicon().of(NumberWord)) == []


def test_every_kind_has_shipped_entries() -> None:
    lexicon = load_lexicon()
    assert [kind for kind, record in KINDS.items() if not lexicon.of(record)] == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[number]\n", "mine.toml: not valid TOML: "),
        ("[[numeral]]\n", "mine.toml: unknown kind 'numeral'; allowed: "),
        ("number = 5\n", "mine.toml: number: is no table; write [[number]]"),
        ("[[number]]\n", "mine.toml: number '?': 'name' is missing or empty; give it a"),
        ('[[number]]\nname = "x"\n', "mine.toml: number 'x': 'value' is missing"),
        (_LAKH.replace("role", "rule"), "'my-lakh': unknown key 'rule'; allowed: name, value"),
        (_LAKH.replace('"scale"', '"size"'), "mine.toml: number 'my-lakh': role = 'size': "),
        (_LAKH.replace("1e5", '"many"'), "mine.toml: number 'my-lakh': value = 'many': "),
        (_LAKH.replace("lakhs", " "), "number 'my-lakh': forms = [' '] has an empty word; remove"),
        (_LAKH * 2, "mine.toml: number 'my-lakh' stands twice; rename one"),
        ('[remove]\nnumber = ["zillion"]\n', "remove: there is no number 'zillion'"),
        ('[remove]\nnumeral = ["ten"]\n', "mine.toml: remove: there is no numeral 'ten'; name a"),
        ("remove = 5\n", "mine.toml: remove: is no table of names; write kind = "),
        ('[remove]\nnumber = "ten"\n', "mine.toml: remove: is no table of names; write kind = "),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text: str, message: str) -> None:
    with pytest.raises(LexiconError, match=re.escape(message)):
        _with(text)


@pytest.mark.parametrize("content", [None, b"\xff\xfe"])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "mine.toml"
    if content:
        path.write_bytes(content)
    with pytest.raises(LexiconError, match=r"mine\.toml: the lexicon file cannot be read \("):
        read_additions([path])
