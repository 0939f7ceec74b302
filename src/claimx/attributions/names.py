"""The names in a text: who is meant by a surname, an acronym or "the ministry".

Read from capital letters and titles alone, since far-away sentences may have no parse.
"""

import re
from collections.abc import Iterable
from functools import cache

_WORD = r"[A-ZÀ-ÖØ-Þ][\w.&-]*(?:['’][A-Z]\w+)?"
_PARTICLE = r"(?:de|da|di|la|le|al|el|bin|ben|van|von|der|den|del|dos)"
_SEQUENCE = re.compile(rf"\b{_WORD}(?:[ \u00a0](?:{_PARTICLE}[ \u00a0]){{0,2}}{_WORD})*")
_ACRONYM = re.compile(
    r"((?:[A-Z][\w’'-]*\s+(?:(?:of|for|and|the|on|in)\s+){0,2}){1,8}[A-Z][\w-]*)\s*\(([A-Z][A-Za-z.&-]{1,9})\)"
)
_INITIAL = re.compile(r"\b[A-Z]")
_NOT_NAMES = frozenset(
    "the a an in on at but and or as if when while after before with for from by it its he she"
    " they we i this that these those his her their our there here according yet so now then"
    " what who how why where not no all some many most one two three mr mrs ms".split()
)
_NEAR = 600  # characters in which a pronoun's antecedent stands


class NameIndex:
    """The persons and the acronyms of one text."""

    def __init__(self, text: str, titles: frozenset[str], other: frozenset[str]) -> None:
        self.text = text
        self._people: dict[str, dict[str, None]] = {}
        self._seen: list[tuple[int, str]] = []
        for match in _SEQUENCE.finditer(text):
            words = name_words(match.group().split(), titles)
            if not words:
                continue
            if 2 <= len(words) <= 4 and other.isdisjoint(word.lower() for word in words):
                name = " ".join(words)
                self._people.setdefault(words[-1], {})[name] = None
                self._seen.append((match.start(), name))
            elif len(words) == 1:
                self._seen.append((match.start(), words[0]))

    def person(self, surname: str) -> str | None:
        """The one full name in the text that ends in a surname."""
        names = self._people.get(surname, {})
        return next(iter(names)) if len(names) == 1 else None

    def ambiguous(self, surname: str) -> bool:
        """Whether several persons in the text share a surname."""
        return len(self._people.get(surname, {})) > 1

    def people_before(self, offset: int) -> list[str]:
        """The persons named shortly before a place, the nearest first, each once."""
        found: dict[str, None] = {}
        for start, name in reversed(self._seen):
            if offset - _NEAR <= start < offset:
                full = name if " " in name else self.person(name)
                if full is not None:
                    found[full] = None
        return list(found)

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
        found = dict.fromkeys(
            " ".join(match.group().split())
            for match in _naming(noun).finditer(self.text, 0, offset)
        )
        return tuple(found)

    def holders(self, office: str, offset: int) -> tuple[str, ...]:
        """The persons before a place who are given an office: "Mayor Ann Lee", "Ann Lee, mayor"."""
        found = dict.fromkeys(
            match.group(1) or match.group(2)
            for match in _holding(office).finditer(self.text, 0, offset)
        )
        return tuple(found)


def name_words(words: Iterable[str], titles: frozenset[str]) -> list[str]:
    """A capitalised sequence without the titles and sentence openers that stand before the name."""
    found: list[str] = []
    for word in words:
        plain = word.lower()
        if plain in titles or plain in _NOT_NAMES:
            found = []
        else:
            found.append(word.rstrip("."))
    return found


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
    capital = noun.capitalize()
    before = rf"(?:[A-Z][\w.’'&-]*\s+){{1,5}}(?:[a-z]+\s+){{0,2}}(?:{noun}|{capital})\b"
    after = rf"\b{capital}\s+(?:of|for)\s+(?:the\s+)?[A-Z]\w*(?:\s+(?:and\s+)?[A-Z]\w*)*"
    return re.compile(rf"{after}|{before}")


@cache
def _holding(office: str) -> re.Pattern[str]:
    name = r"((?:[A-Z][\w.’'-]+ ){1,2}[A-Z][\w’'-]+)"
    either = rf"(?:{office}|{office.capitalize()})"
    return re.compile(
        rf"\b{either}\b(?: (?:of|for) (?:the )?[A-Z]\w+)?,? {name}"
        rf"|{name}, (?:the |a |an )?(?:[\w’'-]+ ){{0,5}}{either}\b"
    )
