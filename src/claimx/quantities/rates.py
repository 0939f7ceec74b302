"""Reads what a rate is counted against: "a day", "per 100,000 people", "daily"."""

import re
from collections.abc import Iterable

from claimx.lexicon.quantity_words import Denominator
from claimx.quantities.readings import Reading

_ADJECTIVE = {
    "annual": "year",
    "yearly": "year",
    "monthly": "month",
    "weekly": "week",
    "daily": "day",
    "hourly": "hour",
}
_OF_RATE = re.compile(
    rf"\b(?P<word>{'|'.join(_ADJECTIVE)})\s+(?:[\w-]+\s+){{1,3}}(?:of|is|was|were|at|reached|totall?ed)\s+(?:\w+\s+){{0,2}}$",
    re.IGNORECASE,
)
_ON_AVERAGE = re.compile(r"\b(?:on\s+average|averag\w+|an\s+average\s+of)\b", re.IGNORECASE)
_LATER = re.compile(
    r"[^.;\d]*?\s(?:daily|(?:each|every|per|a)\s+day)\b"
    r"(?!\s+(?!(?:in|on|by|as|at|last|this|next|since|during|over)\b)[a-z])",
    re.IGNORECASE,
)
# "5 cases of violent crime for every 1,000 residents"
_FOR_EVERY = re.compile(
    r"[^.;:\d]{0,60}?\sfor\s(?:every|each)\s(?P<word>[\d,]+\s[^\W\d_]+)", re.IGNORECASE
)
_REACH = 300  # characters each side of a number
_METRES = r"(?:metres?|meters?|foot|feet|km|m|ft|kilomet\w+|miles?|hours?)"


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
        words, adverbs = _either(self._names), _either(self._adverbs)
        self._slash = re.compile(rf"/(?P<word>{words})\b", re.IGNORECASE)
        self._joined = re.compile(
            rf"[\s-](?:a|an|each|every|the)[\s-](?P<word>{words})s?\b"
            r"(?!\s+(?:ago|earlier|later|before|after|old\b))",
            re.IGNORECASE,
        )
        self._per = re.compile(
            r"(?:\s+|-)(?:per|for\s+(?:every|each)|in\s+every)[\s-]+"
            rf"(?P<word>(?:[\d,]+\s+)?[^\W\d_]+(?:\s{_METRES}\b)?)",
            re.IGNORECASE,
        )
        # "daily" behind the noun is a rate, "a 3% monthly gain" is none.
        self._adverb = re.compile(
            rf"[\s-](?P<word>{adverbs})(?=\s*(?:[.,;:)—–-]|$)|\s+(?:in|from|to|and|for|by|on|at|since|during"
            r"|through|after|as|with|last|this|or|compared)\b)",
            re.IGNORECASE,
        )

    def per(self, text: str, end: int) -> tuple[str, int] | None:
        """The denominator that follows a unit or a counted noun, and where it ends."""
        if (match := self._slash.match(text, end)) or (match := self._joined.match(text, end)):
            return self._names[match["word"].lower()], match.end()
        if match := self._per.match(text, end):
            return self._singular(match["word"].lower()), match.end()
        if match := self._adverb.match(text, end):
            return self._adverbs[match["word"].lower()], match.end()
        return None

    def elsewhere(self, text: str, reading: Reading, start: int, end: int) -> str | None:
        """The denominator told away from the number: "on average 1,500 were hurt daily"."""
        if reading.unit is not None and reading.unit.kind not in ("currency", "volume", "mass"):
            return None
        start, end = max(start, reading.start - _REACH), min(end, reading.end + _REACH)
        if reading.unit is None and (every := _FOR_EVERY.match(text, reading.end, end)):
            return self._singular(every["word"].lower())
        before = _OF_RATE.search(text, max(start, reading.start - 70), reading.start)
        if before is not None:
            return _ADJECTIVE[before["word"].lower()]
        if reading.unit is None and _ON_AVERAGE.search(text, start, reading.start):
            return "day" if _LATER.match(text, reading.end, end) else None
        return None

    def _singular(self, word: str) -> str:
        return self._names.get(word) or self._names.get(word.removesuffix("s")) or word


def _either(forms: Iterable[str]) -> str:
    return "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
