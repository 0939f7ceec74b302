"""Cuts a text into lexemes, each with its role in the time grammar.

The roles of a text, one letter for each lexeme, make a string over which the rules of the grammar
are ordinary regular expressions. A word that the lexicon does not have is a WORD, any other sign
that says nothing about time is OTHER.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from claimx.lexicon.time_words import TimeWord

_LETTERED = (  # shapes that begin with a letter, and role
    ("QUARTER", r"(?:Q[1-4]|q[1-4])(?!\w)"),
    ("HALFYEAR", r"H[12](?!\w)"),
    ("FISCALYEAR", r"FY ?[’']?(?:\d{4}|\d\d)(?!\w)"),
)
_SHAPES = (  # all others, first that fits
    ("BREAK", r"\n[^\S\n]*\n\s*"),
    ("COMMA", r","),
    ("POSSESSIVE", r"[’']s\b"),
    ("DASH", r"[-–—]+|/"),
    ("PERCENT", r"%"),
    ("MONEY", r"[$£€¥#]"),
    (
        "ISO",
        r"\d{4}-[01]\d-[0-3]\d(?:T\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-])",
    ),
    (
        "NUMERIC",
        r"\d{4}(?P<_ymd>[/-])\d{1,2}(?P=_ymd)\d{1,2}(?![\d/-])",
    ),
    ("NUMERIC2", r"\d{1,2}(?P<_dmy>[/.-])\d{1,2}(?P=_dmy)(?:\d{4}|\d\d)(?![\d/-])"),
    ("CLOCK", r"\d{1,2}:\d\d(?::\d\d)?(?=[ap]\.?m\b|\W|$)|[0-2]\d[0-5]\d(?=\s?(?:GMT|UTC)\b)"),
    ("DECADE", r"\d{3}0[’']?s\b|[’'‘]\d0s\b|[2-9]0s\b"),
    ("ORDINAL", r"\d{1,2}(?:st|nd|rd|th)\b"),
    ("FRACTION", r"\d/\d{1,2}\b"),
    ("QUARTER2", r"[1-4]Q(?!\w)"),
    ("HALFYEAR2", r"[12]H(?!\w)"),
    ("NUMBER", r"\d+(?:,\d{3})*(?:\.\d+)?"),
    ("OTHER", r"[^\w\s]|[\d_]"),
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
    doubtful: set[int] = field(default_factory=set)

    def surface(self, index: int) -> str:
        """The lexeme as it stands in the text."""
        return self.text[self.starts[index] : self.ends[index]]

    def before(self, index: int) -> str:
        """The lexeme before, in lower case; nothing at the start of the text."""
        return self.surface(index - 1).lower() if index else ""

    def after(self, end: int) -> str:
        """The lexeme at an index after a match, in lower case; nothing at the end of the text."""
        return self.surface(end).lower() if end < len(self.roles) else ""


class Lexer:
    """Cuts texts into lexemes by the words of a lexicon and the shapes of numbers."""

    def __init__(self, words: Iterable[TimeWord], extra_roles: Iterable[str] = ()) -> None:
        words = tuple(words)
        shapes = [role.rstrip("2") for role, _ in (*_LETTERED, *_SHAPES)]
        roles = ["WORD", "YEAR", "DAYNUM", *shapes, *(word.role for word in words), *extra_roles]
        self.letters = dict(zip(dict.fromkeys(roles), _ROLE_LETTERS, strict=False))
        self._words: dict[str, list[tuple[str, TimeWord]]] = {}
        for word in words:
            for form in word.forms:
                self._words.setdefault(form.lower(), []).append((form, word))
        phrases = {form for word in words for form in word.forms if not form.isalpha()}
        self._shape = re.compile(_pattern(phrases))

    def read(self, text: str) -> Lexemes:
        """The lexemes of a text."""
        roles: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        values: list[str] = []
        doubtful: set[int] = set()
        words, letters, unknown = self._words, self.letters, self.letters["WORD"]
        for found in self._shape.finditer(text):
            kind, surface = found.lastgroup, found.group()
            letter, value = unknown, surface
            if kind == "WORD":
                for form, word in words.get(surface.lower(), ()):
                    if form[0].islower() or surface[0].isupper():
                        letter, value = letters[word.role], word.value
                        if word.doubtful:
                            doubtful.add(len(roles))
                        break
            elif kind == "PHRASE":
                _, word = words[" ".join(surface.lower().split())][0]
                letter, value = letters[word.role], word.value
            else:
                letter = letters[_number_role(surface) if kind == "NUMBER" else _role(kind)]
            roles.append(letter)
            values.append(value)
            starts.append(found.start())
            ends.append(found.end())
        return Lexemes(text, "".join(roles), starts, ends, values, doubtful)


def _role(kind: str | None) -> str:
    return (kind or "OTHER").rstrip("2")


def _number_role(surface: str) -> str:
    if not surface.isascii() or not surface.isdigit():
        return "NUMBER"
    if len(surface) <= 2 and 1 <= int(surface) <= 31:
        return "DAYNUM"
    return "YEAR" if len(surface) == 4 and "1000" <= surface <= "2199" else "NUMBER"


def _pattern(phrases: Iterable[str]) -> str:
    """One group for each shape; forms of several words or with signs come before words."""
    by_initial: dict[str, list[str]] = {}
    for form in sorted(phrases, key=len, reverse=True):
        by_initial.setdefault(_initial(form), []).append(_rest(form))
    branches = (f"{initial}(?:{'|'.join(rests)})" for initial, rests in by_initial.items())
    shapes = (
        ("PHRASE", rf"(?:{'|'.join(branches)})"),
        *_LETTERED,
        ("WORD", r"[^\W\d_]+"),
        *_SHAPES,
    )
    return "|".join(f"(?P<{role}>{shape})" for role, shape in shapes)


def _initial(form: str) -> str:
    """The first sign of a form, in either case where the form is in lower case."""
    return f"[{form[0]}{form[0].upper()}]" if form[0].islower() else re.escape(form[0])


def _rest(form: str) -> str:
    words = r"\s+".join(re.escape(word) for word in form.split())
    return words.removeprefix(re.escape(form[0])) + (r"(?!\w)" if form[-1].isalnum() else "")
