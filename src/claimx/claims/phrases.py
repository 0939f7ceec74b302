"""Lexicon forms as one pattern, and which entry a match belongs to."""

import re
from collections.abc import Iterable, Mapping
from typing import Protocol, TypeVar


class Worded(Protocol):
    """A lexicon entry: it has forms."""

    @property
    def forms(self) -> tuple[str, ...]:
        """The words as they stand in a text."""


Entry = TypeVar("Entry", bound=Worded)

_SOME_WORDS = r"(?:\S+\s+){0,5}\S+"
_NUMBER = r"\d[\d.,]*"


def phrase_pattern(entries: Iterable[Worded]) -> re.Pattern[str]:
    """A pattern that matches any form of any entry as whole words.

    `#` in a form stands for a number, `…` for some words.
    """
    forms = {form for entry in entries for form in entry.forms}
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    body = "|".join(_as_pattern(form) for form in longest_first)
    return re.compile(rf"(?<!\w)(?:{body or '(?!)'})(?!\w)", re.IGNORECASE)


def by_form(entries: Iterable[Entry]) -> Mapping[str, Entry]:
    """The entries by their forms in lower case."""
    return {form.lower(): entry for entry in entries for form in entry.forms}


def _as_pattern(form: str) -> str:
    pattern = re.escape(form).replace(r"\#", _NUMBER).replace(r"\ ", r"\s+")
    return pattern.replace("…", _SOME_WORDS)
