"""Which quantities are claims, and the rule that says why another is none.

A claim asserts how much of something there is. A date, a duration that only says when, an age in
passing, "the two sides" or a page's own furniture assert nothing that a desk would check.
"""

import re
from collections.abc import Sequence

from claimx.lexicon import Lexicon
from claimx.lexicon.claim_words import Furniture, Happening, MeasuredDuration
from claimx.model import Quantity, Timex, Veto

from .phrases import phrase_pattern
from .reading import Reading

_TIME_UNITS = frozenset(
    ["second", "minute", "hour", "day", "week", "fortnight", "month", "quarter", "year", "decade"]
)
_AGE_UNIT = "year of age"
_TIME_WORD = re.compile(r"[^\W\d]{3}|\bh\b", re.IGNORECASE)
# "34 minutes of sleep" is how much sleep; "40 minutes before the flood" is when.
_OF_WHAT = re.compile(
    r"\s+(?:of\s+(?!\d)|above\s+|below\s+|more\s+)(?!the\b|this\b|that\b|last\b|than\b)\w",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\s+(?:before|after|ago|later|earlier|since|from now)\b", re.IGNORECASE)
_SMALL = re.compile(r"(?:two|three|four|five|six|seven|eight|nine|ten|[2-9]|10)", re.IGNORECASE)
_DEFINITE = re.compile(
    r"(?:\b(?:the|these|those|both|all|her|his|their|its|my|our|your)|['’]s?)\s+"
    r"(?:(?:other|same|main|last|first|next)\s+)?$",
    re.IGNORECASE,
)
_PARTITIVE = re.compile(r"\bof\s+the\s+$", re.IGNORECASE)
_AGE = re.compile(
    r"[\s-]*(?:years?|months?|weeks?|days?)?[\s-]*olds?\b",
    re.IGNORECASE,
)
_NAME_BEFORE = re.compile(r"[A-Z][\w’'.-]*\s*,\s*(?:aged\s+)?$")
_AFTER_AGE = re.compile(r"\s*(?:[,;.)–—]|and\b|who\b|$)")
_SCORE = re.compile(r"\d{1,3}\s?[-–—]\s?\d{1,3}")
_COMPOUND = re.compile(r"[-–‑]\w+")
_CLOCK = re.compile(r"\s*(?:a\.?m\b|p\.?m\b|o['’]clock\b|GMT\b|hrs\b)", re.IGNORECASE)
_LIST_NUMBER = re.compile(r"[ \t]*[\d]{1,2}[.)][ \t]")
_AROUND = 40


class Selector:
    """Sorts a document's quantities into claims and vetoes."""

    def __init__(self, lexicon: Lexicon) -> None:
        durations = lexicon.of(MeasuredDuration)
        self._before = phrase_pattern(entry for entry in durations if entry.place == "before")
        self._after = phrase_pattern(entry for entry in durations if entry.place == "after")
        self._furniture = phrase_pattern(lexicon.of(Furniture))
        self._happening = phrase_pattern(lexicon.of(Happening))

    def select(
        self, reading: Reading, quantities: Sequence[Quantity], timexes: Sequence[Timex]
    ) -> tuple[tuple[Quantity, ...], tuple[Veto, ...]]:
        """The quantities that are claims, and a veto for each of the others."""
        kept, vetoes = [], []
        for quantity in quantities:
            rule = self._veto(reading, quantity, timexes)
            if rule is None:
                kept.append(quantity)
            else:
                vetoes.append(
                    Veto(text=quantity.text, start=quantity.start, end=quantity.end, rule=rule)
                )
        return tuple(kept), tuple(vetoes)

    def _veto(self, reading: Reading, quantity: Quantity, timexes: Sequence[Timex]) -> str | None:
        before, after = _around(reading, quantity)
        if quantity.unit == _AGE_UNIT:
            # "Children under 5" are told by their age; "Ana Ruiz, 34" tells it in passing.
            return _veto_age(quantity, before, after)
        if quantity.unit in _TIME_UNITS:
            return self._veto_duration(quantity, before, after)
        if not _is_share(quantity) and any(_inside(quantity, timex) for timex in timexes):
            return "part-of-a-date"
        if _CLOCK.match(after) and quantity.unit is None:
            return "clock-time"
        if self._is_furniture(reading, quantity):
            return "page-furniture"
        if _is_list_number(reading, quantity):
            return "list-number"
        if quantity.unit is None:
            return self._veto_count(quantity, before, after)
        return None

    def _veto_duration(self, quantity: Quantity, before: str, after: str) -> str | None:
        if rule := _veto_age(quantity, before, after):
            return rule
        if quantity.change or quantity.per or not _TIME_WORD.search(quantity.text):
            return None
        if _RELATIVE.match(after):
            return "duration-says-when"
        if _OF_WHAT.match(after):
            return None
        lead = before.rstrip(" \t,-–")
        if any(match.end() == len(lead) for match in self._before.finditer(lead)):
            return None
        if (match := self._after.search(after)) and _is_near(after[: match.start()]):
            return None
        return "duration-says-when"

    def _veto_count(self, quantity: Quantity, before: str, after: str) -> str | None:
        if _NAME_BEFORE.search(before) and _AFTER_AGE.match(after) and _is_age(quantity):
            return "age-in-passing"
        if _SCORE.fullmatch(quantity.text):
            return "score"
        if not _SMALL.fullmatch(quantity.text):
            if quantity.text.lower() == "one":
                return self._veto_one(before, after)
            return None
        if _COMPOUND.match(after):
            return "count-in-a-compound"
        if _DEFINITE.search(before) and not _PARTITIVE.search(before):
            return "definite-count"
        return None

    def _veto_one(self, before: str, after: str) -> str | None:
        clause = re.split(r"[.;\n]", after, maxsplit=1)[0]
        if self._happening.search(clause[:_AROUND]) or self._happening.search(before[-_AROUND:]):
            return None
        return "one-in-passing"

    def _is_furniture(self, reading: Reading, quantity: Quantity) -> bool:
        sentence = reading.sentence_at(quantity.start)
        line = reading.text[sentence.start : sentence.end]
        if len(line) > 2 * _AROUND or not sentence.heading:
            return False
        return any(
            sentence.start + match.start() <= quantity.start < sentence.start + match.end()
            for match in self._furniture.finditer(line)
        )


def _veto_age(quantity: Quantity, before: str, after: str) -> str | None:
    old = _AGE.match(after) or _AGE.search(quantity.text)
    named = _NAME_BEFORE.search(before) and _AFTER_AGE.match(after)
    return "age-in-passing" if old or named else None


def _around(reading: Reading, quantity: Quantity) -> tuple[str, str]:
    """The text of the paragraph before and after a quantity, as far as a rule looks."""
    before = reading.text[max(quantity.start - 2 * _AROUND, 0) : quantity.start]
    after = reading.text[quantity.end : quantity.end + 2 * _AROUND]
    return before.rsplit("\n", 1)[-1], after.split("\n", 1)[0]


def _inside(quantity: Quantity, timex: Timex) -> bool:
    return timex.start <= quantity.start and quantity.end <= timex.end


def _is_near(between: str) -> bool:
    """Whether at most two words and no stop stand between a duration and its noun."""
    return len(between.split()) <= 2 and not re.search(r"[.,;:]", between)


def _is_share(quantity: Quantity) -> bool:
    """Whether a bare number is a fraction: "a quarter" is a time to a timex finder."""
    return quantity.unit is None and (quantity.low or quantity.high or 1) < 1


def _is_age(quantity: Quantity) -> bool:
    return quantity.comparator == "=" and quantity.low is not None and 1 <= quantity.low <= 110


def _is_list_number(reading: Reading, quantity: Quantity) -> bool:
    line_start = reading.text.rfind("\n", 0, quantity.start) + 1
    match = _LIST_NUMBER.match(reading.text, line_start)
    return match is not None and quantity.start < match.end()
