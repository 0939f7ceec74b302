"""Reads what a rate is counted against: "a day", "per 100,000 people", "daily"."""

import re
from collections.abc import Iterable

from claimx.lexicon.quantity_words import Denominator


class RateReader:
    """Reads denominators by the words of a lexicon."""

    def __init__(self, denominators: Iterable[Denominator]) -> None:
        denominators = tuple(denominators)
        self._names = {
            form.lower(): entry.name.replace("-", " ")
            for entry in denominators
            for form in entry.forms
        }
        self._adverbs = {
            form.lower(): entry.name.replace("-", " ")
            for entry in denominators
            for form in entry.adverbs
        }
        words = "|".join(re.escape(form) for form in sorted(self._names, key=len, reverse=True))
        adverbs = "|".join(re.escape(form) for form in sorted(self._adverbs, key=len, reverse=True))
        self._slash = re.compile(rf"/(?P<word>{words})\b", re.I)
        self._joined = re.compile(
            rf"[\s-](?:a|an|each|every|the)[\s-](?P<word>{words})(?:s\b|\b)(?!\s+(?:ago|earlier|later|before|after|old\b))",
            re.I,
        )
        self._per = re.compile(
            r"(?:\s+|-)(?:per|for\s+(?:every|each)|in\s+every)[\s-]+(?P<word>(?:[\d,]+\s+)?[^\W\d_]+(?:\s(?:metres?|meters?|foot|feet|km|m|ft|kilomet\w+|miles?|hours?)(?=\b))?)",
            re.I,
        )
        self._adverb = re.compile(rf"[\s-](?P<word>{adverbs})(?=\s*(?:[.,;:)—–-]|$)|\s+(?:in|from|to|and|for|by|on|at|since|during|through|after|as|with|last|this|or|compared)\b)", re.I)

    def per(self, text: str, end: int) -> tuple[str, int] | None:
        """The denominator that follows a unit or a counted noun, and where it ends."""
        if (match := self._slash.match(text, end)) or (match := self._joined.match(text, end)):
            return self._names[match["word"].lower()], match.end()
        if match := self._per.match(text, end):
            word = match["word"].lower()
            if word in ("cent",):
                return None
            return self._singular(word), match.end()
        if match := self._adverb.match(text, end):
            return self._adverbs[match["word"].lower()], match.end()
        return None

    def _singular(self, word: str) -> str:
        return self._names.get(word) or self._names.get(word.removesuffix("s")) or word
