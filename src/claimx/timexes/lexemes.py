"""Cuts a text into lexemes, each with its role in the time grammar.

The roles of a text, one letter for each lexeme, make a string over which the rules of the grammar
are ordinary regular expressions. A lexeme that no rule knows is OTHER.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from claimx.lexicon.time_words import TimeWord

_SHAPES = (  # role and shape of what is not in the lexicon, first that fits
    ("BREAK", r"\n[^\S\n]*\n\s*"),
    ("ISO", r"\b\d{4}-[01]\d-[0-3]\d(?:T\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-])"),
    ("NUMERIC", r"\b(?:\d{4}([/-])\d{1,2}\1\d{1,2}|\d{1,2}([/.-])\d{1,2}\2(?:\d{4}|\d\d))(?![\d/-])"),
    ("CLOCK", r"\b\d{1,2}:\d\d(?::\d\d)?\b"),
    ("DECADE", r"\b\d{3}0[’']?s\b|[’'‘]\d0s\b|\b[2-9]0s\b"),
    ("SHORTYEAR", r"[’'‘]\d\d\b(?!\d)"),
    ("ORDINAL", r"\b\d{1,2}(?:st|nd|rd|th)\b"),
    ("FRACTION", r"\b\d/\d{1,2}\b"),
    ("QUARTER", r"\b(?:[Qq][1-4]|[1-4]Q)(?![\w])"),
    ("HALFYEAR", r"\b(?:H[12]|[12]H)\b"),
    ("FISCALYEAR", r"\bFY ?[’']?(?:\d{4}|\d\d)\b"),
    ("NUMBER", r"\d+(?:,\d{3})*(?:\.\d+)?"),
    ("POSSESSIVE", r"[’']s\b"),
    ("DASH", r"[-–—]+"),
    ("COMMA", r","),
    ("PERCENT", r"%"),
    ("MONEY", r"[$£€¥#]"),
    ("OPEN", r"\("),
    ("WORD", r"[^\W\d_]+"),
    ("OTHER", r"[^\w\s]|_|\d"),
)
_ROLE_LETTERS = "".join(chr(code) for code in range(0x21, 0x250) if chr(code).isalnum())


@dataclass(frozen=True, slots=True)
class Lexemes:
    """The lexemes of a text: a letter for the role, place and meaning of each."""

    text: str
    roles: str
    starts: list[int]
    ends: list[int]
    values: list[str]
    doubtful: list[bool]

    def surface(self, index: int) -> str:
        """The lexeme as it stands in the text."""
        return self.text[self.starts[index] : self.ends[index]]


class Lexer:
    """Cuts texts into lexemes by the words of a lexicon and the shapes of numbers."""

    def __init__(self, words: Iterable[TimeWord], extra_roles: Iterable[str] = ()) -> None:
        words = tuple(words)
        shapes = [role for role, _ in _SHAPES]
        names = ["OTHER", "YEAR", "DAYNUM", *shapes, *(word.role for word in words), *extra_roles]
        self.letters = dict(zip(dict.fromkeys(names), _ROLE_LETTERS, strict=False))
        self._words: dict[str, list[tuple[str, TimeWord]]] = {}
        phrases: list[str] = []
        for word in words:
            for form in word.forms:
                self._words.setdefault(form.lower(), []).append((form, word))
                if not form.isalpha():
                    phrases.append(form)
        self._shape = re.compile(_pattern(phrases))

    def read(self, text: str) -> Lexemes:
        """The lexemes of a text."""
        letters, words = self.letters, self._words
        roles: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        values: list[str] = []
        doubtful: list[bool] = []
        unknown, word_role = letters["WORD"], "WORD"
        for found in self._shape.finditer(text):
            role, surface = found.lastgroup or word_role, found.group()
            value, doubt = surface, False
            if role in {word_role, "PHRASE"}:
                known = words.get(surface.lower()) if role == word_role else words.get(
                    re.sub(r"\s+", " ", surface.lower())
                )
                letter = unknown
                for form, word in known or ():
                    if form[0].islower() or surface[0].isupper():
                        letter, value, doubt = letters[word.role], word.value, word.doubtful
                        break
            else:
                if role == "NUMBER":
                    role = _number_role(surface)
                letter = letters[role]
            roles.append(letter)
            starts.append(found.start())
            ends.append(found.end())
            values.append(value)
            doubtful.append(doubt)
        return Lexemes(text, "".join(roles), starts, ends, values, doubtful)


def _number_role(surface: str) -> str:
    if not surface.isascii() or not surface.isdigit():
        return "NUMBER"
    if len(surface) <= 2 and 1 <= int(surface) <= 31:
        return "DAYNUM"
    return "YEAR" if len(surface) == 4 and "1000" <= surface <= "2199" else "NUMBER"


def _pattern(phrases: list[str]) -> str:
    """One alternative for each shape, the lexicon's forms of several words or signs before words."""
    shapes = [f"(?P<{role}>{shape})" for role, shape in _numbered(_SHAPES)]
    ordered = sorted(set(phrases), key=len, reverse=True)
    initials = sorted({form[0] for form in ordered})
    forms = "|".join(_phrase(form) for form in ordered)
    both = "".join({letter for first in initials for letter in (first, first.upper())})
    shapes.insert(-2, rf"(?P<PHRASE>(?:(?<!\w)(?=[{re.escape(both)}]))(?:{forms}))")
    return "|".join(shapes)


def _phrase(form: str) -> str:
    words = r"\s+".join(re.escape(word) for word in form.split())
    first = words[0]
    either = f"[{first}{first.upper()}]{words[1:]}" if first.islower() else words
    return either + (r"(?!\w)" if form[-1].isalnum() else "")


def _numbered(shapes: tuple[tuple[str, str], ...]) -> Iterable[tuple[str, str]]:
    """Shapes with their back-references as names, so that they can stand in one pattern."""
    for role, shape in shapes:
        named = shape.replace("([/-])", "(?P<_ymd>[/-])").replace(r"\1", "(?P=_ymd)")
        yield role, named.replace("([/.-])", "(?P<_dmy>[/.-])").replace(r"\2", "(?P=_dmy)")
