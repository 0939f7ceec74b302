"""Lexemes and the patterns over their roles."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.lexicon import load_lexicon
from claimx.lexicon.time_words import TimeWord
from claimx.timexes.clock import clock_rules
from claimx.timexes.days import day_rules
from claimx.timexes.deictic import deictic_rules
from claimx.timexes.durations import duration_rules, duration_value
from claimx.timexes.frames import frame_rules
from claimx.timexes.grammar import Grammar, Match, Rule, translate
from claimx.timexes.lexemes import Lexer
from claimx.timexes.months import month_rules
from claimx.timexes.numbers import number_of
from claimx.timexes.periods import TIMEX_ROLES
from claimx.timexes.quarters import quarter_rules
from claimx.timexes.references import reference_rules
from claimx.timexes.relative import relative_rules
from claimx.timexes.seasons import season_rules
from claimx.timexes.years import year_rules

_LEXER = Lexer(load_lexicon().of(TimeWord))
_RULES: tuple[Rule[Any], ...] = (
    *frame_rules(),
    *clock_rules(),
    *season_rules({}),
    *quarter_rules(),
    *day_rules(),
    *month_rules(),
    *year_rules(),
    *deictic_rules(),
    *relative_rules(),
    *reference_rules(),
    *duration_rules(),
)
_ROLES = {letter: role for role, letter in _LEXER.letters.items()}


def _roles(text: str) -> list[str]:
    return [_ROLES[letter].rstrip("2") for letter in _LEXER.read(text).roles]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Nov.12 - 2024", ["MONTH", "DAYNUM", "DASH", "YEAR"]),
        ("12/11/2024", ["NUMERIC"]),
        ("2024-11-12T09:02Z", ["ISO"]),
        ("the 1990s and '80s", ["THE", "DECADE", "AND", "DECADE"]),
        ("3rd", ["ORDINAL"]),
        ("9:30 a.m. EST", ["CLOCK", "MERIDIEM", "ZONE"]),
        ("Q3 and 3Q", ["QUARTER", "AND", "QUARTER"]),
        ("1,950 troops", ["NUMBER", "WORD"]),
        ("may march", ["WORD", "WORD"]),
        ("At least", ["APPROX"]),
        ("year's\n\nend", ["UNIT", "POSSESSIVE", "BREAK", "EDGE"]),
    ],
)
def test_roles(text: str, roles: list[str]) -> None:
    assert _roles(text) == roles


@given(st.text())
def test_lexemes_stand_in_the_text_in_order(text: str) -> None:
    lexemes = _LEXER.read(text)
    assert len(lexemes.roles) == len(lexemes.starts) == len(lexemes.values)
    assert all(start < end for start, end in zip(lexemes.starts, lexemes.ends, strict=True))
    assert lexemes.starts == sorted(lexemes.starts)


def test_pattern_with_class_group_and_alias() -> None:
    letters = {"LAST": "l", "NEXT": "n", "UNIT": "u", "DAYNUM": "d", "ORDINAL": "o"}
    assert translate("[LAST NEXT]:which UNIT:unit", letters) == "(?P<which>[ln])(?P<unit>u)"
    assert translate("DAY:day", letters) == "(?P<day>[do])"


@pytest.mark.parametrize("rule", _RULES, ids=lambda rule: rule.name)
def test_the_roles_of_patterns_are_known(rule: Rule[Any]) -> None:
    known = {*_ROLES.values(), *TIMEX_ROLES, "EVENT", "HOLIDAY", "COUNT", "DAY", "MOD"}
    assert set(re.findall(r"[A-Z]{2,}", rule.pattern)) <= known


def test_a_refused_match_falls_to_the_next_rule() -> None:
    rules = [Rule("last", "LAST UNIT", "two"), Rule("unit", "UNIT", "one")]
    grammar = Grammar(rules, "UNIT", _LEXER.letters)
    names: list[str] = []

    def accept(rule: Rule[str], match: Match) -> bool:
        if match.text == "last week":
            return False
        names.append(f"{rule.name}: {match.text}")
        return True

    found = grammar.search(_LEXER.read("last week and last month"), accept)
    assert [match.text for match in found] == ["week", "last month"]
    assert names == ["unit: week", "last: last month"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("a", 1),
        ("half a", 0.5),
        ("twenty-four", 24),
        ("two and a half", 2.5),
        ("2 1/2", 2.5),
        ("three hundred", 300),
        ("a couple of", 2),
        ("1,200", 1200),
        ("several", None),
    ],
)
def test_numbers(text: str, number: float | None) -> None:
    lexemes = _LEXER.read(text)
    assert number_of(lexemes, 0, len(lexemes.roles)) == number


@pytest.mark.parametrize(
    ("count", "unit", "value"),
    [
        (3, "D", "P3D"),
        (2.5, "Y", "P2Y6M"),
        (5.5, "TH", "PT5H30M"),
        (2, "E", "P20Y"),
        (1, "F", "P2W"),
        (None, "W", "PXW"),
        (None, "TH", "PTXH"),
    ],
)
def test_duration_values(count: float | None, unit: str, value: str) -> None:
    assert duration_value(count, unit) == value
