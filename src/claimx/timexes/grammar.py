"""Rules of the time grammar: patterns over roles of lexemes, and the search for them in a text.

A pattern is a regular expression whose letters are roles: ``EARLY? [LAST NEXT]:which UNIT:unit``.
A name after a colon names the group that its role is; blanks mean nothing. The first rule that
matches at a place is asked for a reading; if it has none, the later rules are tried.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from claimx.timexes.lexemes import Lexemes

Read = TypeVar("Read")

_ALIASES = {
    "MOD": "(?: THE? [EARLY MID]:mod [DASH IN]? | THE? EDGE:edge OF THE? | [EARLIER LATER] IN? )?",
    "DAY": "[DAYNUM ORDINAL]",
    "COUNT": """(?: (?: A SINGLE | A? COUPLE OF? | A? VAGUE | A? SCALE
        | CARDINAL (?: DASH? [CARDINAL SCALE] ){0,6}
        | [NUMBER DAYNUM YEAR] (?: [DASH OF]? FRACTION )? | HALF A | A ) (?: AND A HALF )? )""",
}
_LEAD = 10  # lexemes that may stand before the first nucleus of a match
_NO_LEXEME = "\x00"  # for a role of which a user has removed every word
_NAME = re.compile(r"(\[[A-Z ]+\]|[A-Z]{2,}|A)(?::(\w+))?")


@dataclass(frozen=True, slots=True)
class Match:
    """A place in the lexemes where a rule's pattern fits."""

    lexemes: Lexemes
    groups: re.Match[str]

    @property
    def first(self) -> int:
        """Index of the first lexeme."""
        return self.groups.start()

    @property
    def end(self) -> int:
        """Index after the last lexeme."""
        return self.groups.end()

    @property
    def offset(self) -> int:
        """The character where the match begins."""
        return self.lexemes.starts[self.first]

    @property
    def last_offset(self) -> int:
        """The last character of the match."""
        return self.lexemes.ends[self.end - 1] - 1

    @property
    def text(self) -> str:
        """The match as it stands in the text."""
        return self.lexemes.text[self.offset : self.last_offset + 1]

    def has(self, name: str) -> bool:
        """Whether the rule has that group and it stands here."""
        return name in self.groups.re.groupindex and self.groups[name] is not None

    def at(self, name: str) -> int:
        """Index of the group's first lexeme."""
        return self.groups.start(name)

    def span(self, name: str) -> tuple[int, int]:
        """Indexes of the group's first lexeme and after its last."""
        return self.groups.span(name)

    def value(self, name: str, default: str = "") -> str:
        """The meaning of the group's first lexeme."""
        return self.lexemes.values[self.groups.start(name)] if self.has(name) else default

    def surface(self, name: str) -> str:
        """The group as it stands in the text."""
        first, end = self.groups.span(name)
        return self.lexemes.text[self.lexemes.starts[first] : self.lexemes.ends[end - 1]]


@dataclass(frozen=True, slots=True)
class Rule(Generic[Read]):
    """A named pattern, and what reads a match of it: None where it is no time after all."""

    name: str
    pattern: str
    read: Read


class Grammar(Generic[Read]):
    """The rules in order, compiled for the letters of a lexer.

    Every match has at least one of the `nuclei`, the roles without which nothing is time, and at
    most `lead` lexemes before the first of them.
    """

    def __init__(
        self,
        rules: Sequence[Rule[Read]],
        nuclei: str,
        letters: Mapping[str, str],
        *,
        lead: int = _LEAD,
    ) -> None:
        self._rules = tuple((rule, re.compile(translate(rule.pattern, letters))) for rule in rules)
        anonymous = (re.sub(r"\(\?P<\w+>", "(?:", compiled.pattern) for _, compiled in self._rules)
        self._any = re.compile("|".join(f"({pattern})" for pattern in anonymous))
        self._lead = lead
        self._nucleus = re.compile(translate(f"[{nuclei}]", letters))

    def search(
        self, lexemes: Lexemes, accept: Callable[[Rule[Read], Match], bool]
    ) -> Iterator[Match]:
        """The matches that are accepted, left to right, none within another."""
        roles, place = lexemes.roles, 0
        while nucleus := self._nucleus.search(roles, place):
            start, place = max(place, nucleus.start() - self._lead), nucleus.end()
            for first in range(start, nucleus.end()):
                match = self._match(lexemes, first, accept)
                if match:
                    place = match.end
                    yield match
                    break

    def _match(
        self, lexemes: Lexemes, first: int, accept: Callable[[Rule[Read], Match], bool]
    ) -> Match | None:
        found = self._any.match(lexemes.roles, first)
        if not found:
            return None
        for rule, compiled in self._rules[(found.lastindex or 1) - 1 :]:
            groups = compiled.match(lexemes.roles, first)
            if groups and accept(rule, match := Match(lexemes, groups)):
                return match
        return None


def translate(pattern: str, letters: Mapping[str, str]) -> str:
    """The regular expression over role letters that a pattern stands for."""

    def meaning(found: re.Match[str]) -> str:
        name, group = found.groups()
        if name in _ALIASES:
            letter = _NAME.sub(meaning, _ALIASES[name])
        elif name[0] == "[":
            letter = "".join(letters.get(role, _NO_LEXEME) for role in name[1:-1].split())
            letter = f"[{letter}]"
        else:
            letter = letters.get(name, _NO_LEXEME)
        return f"(?P<{group}>{letter})" if group else letter

    return re.sub(r"\s", "", _NAME.sub(meaning, pattern))
