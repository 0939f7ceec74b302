"""The names in a text: who is meant by a surname, an acronym or "the ministry".

Read from capital letters and titles alone, since far-away sentences may have no parse.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from operator import itemgetter

_WORD = r"(?:(?:[A-Z]\.)+|[A-ZÀ-ÖØ-Þ][\w&-]*(?:['’][A-Z]\w+)?)"
_PARTICLE = r"(?:de|da|di|la|le|al|el|bin|ben|van|von|der|den|del|dos)"
_SEQUENCE = re.compile(rf"\b{_WORD}(?:[ \u00a0](?:{_PARTICLE}[ \u00a0]){{0,2}}{_WORD})*")
_ACRONYM = re.compile(
    r"((?:[A-Z][\w’'-]*\s+(?:(?:of|for|and|the|on|in)\s+){0,2}){1,8}[A-Z][\w-]*)\s*\(([A-Z][A-Za-z.&-]{1,9})\)"
)
_INITIAL = re.compile(r"\b[A-Z]")
_NEAR = 600  # characters in which a pronoun's antecedent stands


@dataclass(frozen=True, slots=True)
class NameWords:
    """The words of the lexicon that are read with an eye to names, all in lower case."""

    titles: frozenset[str]
    openers: frozenset[str]
    locators: frozenset[str]
    no_person: frozenset[str]

    def name_in(self, words: Iterable[str]) -> list[str]:
        """A capitalised sequence without the titles and sentence openers before the name."""
        found: list[str] = []
        for word in words:
            plain = word.lower()
            if plain in self.titles or plain in self.openers:
                found = []
            else:
                found.append(word.rstrip("."))
        return found

    def without_opener(self, name: str) -> str:
        """A name of several words without the words that open its sentence."""
        words = name.split()
        while len(words) > 1 and words[0].lower() in self.openers:
            words = words[1:]
        return " ".join(words)

    def is_no_person(self, name: Iterable[str]) -> bool:
        """Whether a word of a name tells that it names no person ("Institute", "North")."""
        return any(word.lower() in self.no_person for word in name)


class NameIndex:
    """The persons and the acronyms of one text."""

    def __init__(self, text: str, words: NameWords) -> None:
        self.text = text
        self._words = words
        self._people: dict[str, dict[str, None]] = {}
        self._certain: set[str] = set()
        self._bodies: dict[str, dict[str, None]] = {}
        self._described: dict[str, list[tuple[int, str]]] = {}  # what was asked once
        self._holders: dict[str, list[tuple[int, str]]] = {}
        self._seen: list[tuple[int, str, bool]] = []
        for match in _SEQUENCE.finditer(text):
            self._read(match)

    def _read(self, match: re.Match[str]) -> None:
        """Take a capitalised sequence as the name of a person, if it can be one."""
        start, end = match.span()
        before = self.text[max(start - 24, 0) : start].split()[-1:]
        whole = match.group().split()
        name = self._words.name_in(whole)
        if before in (["for"], ["of"]):
            name = name[-2:]  # "the High Commissioner for Human Rights Volker Turk"
        if not 1 <= len(name) <= 4 or self._words.is_no_person(name):
            if len(name) > 1:
                self._bodies.setdefault(name[0], {})[" ".join(name)] = None
            return
        opens = start < 2 or self.text[start - 2] in ".!?\n" or self.text[start - 1] in '\n“"'
        self._seen.append((start, " ".join(name), opens))
        if len(name) == 1:
            if not self._words.locators.intersection(before):
                self._certain.add(name[0])
            return
        self._people.setdefault(name[-1], {})[" ".join(name)] = None
        after = self.text[end : end + 40].split(",")[1:2]
        posts = {*before, *(after[0].split() if after else ())}
        if len(name) < len(whole) or not self._words.titles.isdisjoint(map(str.lower, posts)):
            self._certain.add(name[-1])

    def person(self, surname: str) -> str | None:
        """The one full name in the text that ends in a surname."""
        names = self._people.get(surname, {})
        return next(iter(names)) if len(names) == 1 else None

    def body(self, name: str) -> str | None:
        """The one full name of a body that begins with a short one: "Orlan" of "Orlan Foods"."""
        begun = self._bodies.get(name.split(maxsplit=1)[0], ())
        full = [one for one in begun if one.startswith(f"{name} ")]
        return full[0] if len(full) == 1 else None

    def ambiguous(self, surname: str) -> bool:
        """Whether several persons in the text share a surname."""
        return len(self._people.get(surname, {})) > 1

    def people_before(self, offset: int) -> list[str]:
        """The persons named shortly before a place, the nearest first, each once.

        A person is one who has a title or is called by the surname alone elsewhere.
        """
        return list(dict.fromkeys(name for name, _ in self._named(offset - _NEAR, offset)))

    def subject_between(self, start: int, offset: int) -> str | None:
        """The last person named first in a sentence between two places."""
        return next((name for name, opens in self._named(start + 1, offset) if opens), None)

    def _named(self, start: int, offset: int) -> Iterator[tuple[str, bool]]:
        """Full names of persons, from one place back to another, with sentence openings."""
        first = bisect_left(self._seen, start, key=itemgetter(0))
        last = bisect_left(self._seen, offset, key=itemgetter(0))
        for _, name, opens in reversed(self._seen[first:last]):
            full = name if " " in name else self.person(name)
            if full is not None and full.split()[-1] in self._certain:
                yield full, opens

    def acronym(self, letters: str) -> str | None:
        """The full name that the text gives for an acronym: "Sudan Doctors Network (SDN)"."""
        for match in _ACRONYM.finditer(self.text):
            if match.group(2) == letters:
                return _expansion(match.group(1), letters)
        return None

    def described(self, noun: str, offset: int) -> tuple[str, ...]:
        """The names before a place that end in a noun or begin with it, the last one last.

        "ministry" finds "Saudi Interior Ministry" and "Ministry of Health".
        """
        if noun not in self._described:
            self._described[noun] = [
                (match.end(), self._words.without_opener(match.group()))
                for match in _naming(noun).finditer(self.text)
            ]
        found = dict.fromkeys(name for end, name in self._described[noun] if end <= offset)
        return tuple(name for name in found if " " in name)

    def holders(self, office: str, offset: int) -> tuple[str, ...]:
        """The persons before a place who are given an office: "Mayor Ann Lee", "Ann Lee, mayor"."""
        if office not in self._holders:
            self._holders[office] = [
                (match.end(), match.group(1) or match.group(2))
                for match in _holding(office).finditer(self.text)
            ]
        return tuple(dict.fromkeys(name for end, name in self._holders[office] if end <= offset))


def _expansion(name: str, letters: str) -> str:
    """The end of a capitalised sequence whose initials are the letters, or all of it."""
    capitals = [match.start() for match in _INITIAL.finditer(name)]
    wanted = letters.replace(".", "").upper()
    for start in reversed(capitals):
        initials = "".join(name[at] for at in capitals if at >= start)
        if initials == wanted:
            return name[start:]
    return name


@cache
def _naming(noun: str) -> re.Pattern[str]:
    either = _either(noun)
    between = r"(?:(?!(?:and|or|the|of|to|for|in|by) )[a-z]+ ){0,2}"
    before = rf"(?:[A-Z][\w’'&-]* ){{1,5}}{between}{either}\b"
    after = rf"\b{either}\s+(?:of|for)\s+(?:the\s+)?[A-Z]\w*(?:\s+(?:and\s+)?[A-Z]\w*)*"
    return re.compile(rf"{after}|{before}")


@cache
def _holding(office: str) -> re.Pattern[str]:
    name = r"((?:[A-Z][\w.’'-]+ ){1,2}[A-Z][\w’'-]+)"
    either = _either(office)
    return re.compile(
        rf"\b{either}\b(?: (?:of|for) (?:the )?[A-Z]\w+)?,? {name}"
        rf"|{name}, (?:the |a |an )?(?:[\w’'-]+ ){{0,5}}{either}\b"
    )


def _either(noun: str) -> str:
    return rf"(?:{re.escape(noun)}|{re.escape(noun.capitalize())})"
