"""Keeps numbers apart that are no quantities by their own surroundings in the text."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from claimx.model import Veto
from claimx.quantities.number_grammar import Numeral
from claimx.quantities.veto_patterns import PATTERNS
from claimx.quantities.wordsets import words

_OF_ONE = ("pronoun-one", "one-of")
_REACH = 40
_LONGEST_WORD = 400  # a URL is one word
_WORDS_BEFORE_HYPHEN = words(
    "to sub minus or and over under plus about a an at by up down than almost nearly around"
    " some mid now then"
)
_LETTERS = re.compile(r"(?P<word>[^\W\d_]+)(?P<hyphen>[-\u2010\u2011])$")
_MODEL = re.compile(r"(?<![^\W_])[A-Z]+-?\d+-$")  # "DC-8-62"


class Vetoes:
    """The vetoed stretches around the numbers of one text."""

    def __init__(self, text: str, numerals: Sequence[Numeral]) -> None:
        self._text = text
        windows = _windows(text, numerals)
        self._spans = sorted(
            (match.start(), match.end(), rule)
            for rule, pattern in PATTERNS.items()
            for start, end in windows
            for match in pattern.finditer(text, start, end)
        )
        furthest = accumulate((end for _, end, _ in self._spans), max)
        self._ends = list(furthest)

    def of(self, numeral: Numeral) -> Veto | None:
        """The veto of a numeral, with the stretch that it stands in."""
        at = bisect_right(self._ends, numeral.start)
        for start, end, rule in self._spans[at:]:
            if start >= numeral.end:
                break
            if end > numeral.start and (rule not in _OF_ONE or numeral.value <= 1):
                return Veto(text=self._text[start:end], start=start, end=end, rule=rule)
        return None


def _windows(text: str, numerals: Sequence[Numeral]) -> list[tuple[int, int]]:
    """The stretches in which a veto of a number can stand, apart from one another."""
    windows: list[tuple[int, int]] = []
    for numeral in numerals:
        near = max(0, numeral.start - _REACH)
        start = text.rfind(" ", max(0, near - _LONGEST_WORD), near) + 1 or near
        end = numeral.end + _REACH
        if windows and start <= windows[-1][1]:
            windows[-1] = (windows[-1][0], end)
        else:
            windows.append((start, end))
    return windows


def is_glued(text: str, start: int, end: int) -> bool:
    """Whether letters or signs around a number make it part of an identifier ("COP26", "TA-35")."""
    before = text[start - 1 : start]
    if before.isalpha() or before in ("_", "#"):
        return True
    if before in ("/", ".", ":") and text[start - 2 : start - 1].isdigit():
        return True
    after = text[end : end + 1]
    if after == "_" or (after.isalpha() and text[start:end][-1:].isdigit()):
        return True
    if after in ("/", ":") and text[end + 1 : end + 2].isdigit():
        return True
    if _MODEL.search(text, max(0, start - 12), start):
        return True
    hyphened = _LETTERS.search(text, max(0, start - 20), start)
    if hyphened is None:
        return False
    return hyphened["word"].lower() not in _WORDS_BEFORE_HYPHEN and text[start:end][0].isdigit()
