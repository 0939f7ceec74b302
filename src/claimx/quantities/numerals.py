"""Finds the numbers of a text, in digits, in words and mixed, and says what each is worth."""

import re
from collections.abc import Iterable, Iterator

from claimx.lexicon.quantity_words import NumberWord
from claimx.quantities.digits import PATTERN, POWER, read_digits
from claimx.quantities.number_grammar import Atom, NumberGrammar, Numeral

_UNNAMED_POWER = re.sub(r"\?P<\w+>", "?:", POWER.pattern)
_SPACED_LETTERS = "kM"  # "2.33 k" is a number, "5 m" a length


class NumeralReader:
    """Finds numbers by the words of a lexicon."""

    def __init__(self, words: Iterable[NumberWord]) -> None:
        words = tuple(words)
        self._words = {form: word for word in words for form in word.forms}
        self._suffixes = {form: word.value for word in words for form in word.suffixes}
        spaced = (form for form in self._suffixes if len(form) > 1 or form in _SPACED_LETTERS)
        self._atom = re.compile(
            rf"(?P<digits>{PATTERN})(?:(?P<powered>{_UNNAMED_POWER})"
            rf"|(?P<suffix>(?:{_either(self._suffixes)})|\s(?:{_either(spaced)}))(?![\w/]))?"
            rf"|\b(?P<word>(?i:{_either(self._words)}))(?:\b|(?=(?i:fold)\b))"
        )

    def find(self, text: str) -> list[Numeral]:
        """The numbers of a text in text order; that some are years or names is decided later."""
        return list(NumberGrammar(text, tuple(self._atoms(text))).numerals())

    def _atoms(self, text: str) -> Iterator[Atom]:
        for match in self._atom.finditer(text):
            start, end = match.span()
            if match["word"]:
                word = self._words[match["word"].lower()]
                yield Atom(start, end, word.role, word.value)
                continue
            end = match.end("powered") if match["powered"] else match.end("digits")
            value = read_digits(text[start:end])
            if value is None:
                continue
            yield Atom(start, end, "digits", value)
            if match["suffix"]:
                scale = self._suffixes[match["suffix"].strip()]
                yield Atom(end, match.end(), "scale", scale, match["suffix"])


def _either(forms: Iterable[str]) -> str:
    return "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
