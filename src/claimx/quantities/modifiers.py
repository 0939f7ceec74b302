"""Reads the words that make a number a bound or an approximate value."""

import re
from collections.abc import Iterable
from dataclasses import replace

from claimx.lexicon.quantity_words import Modifier
from claimx.model import Comparator
from claimx.quantities.readings import Reading
from claimx.quantities.wordsets import words

_DEGREE = (
    r"(?:(?:well|just|slightly|far|little|a little|a bit|significantly|considerably|comfortably"
    r"|marginally|somewhat|much|way|only just|very)\s+)?"
)
_ARTICLE = r"(?:an?\s+)?"
# "over two years" is as often the time during which: a bound where something lasted or was counted.
_DURING = words("year month decade week day hour century quarter")
_LASTING = re.compile(
    r"\b(?:for|in|took|takes?|taking|last(?:s|ed|ing)?|spent|after|of|is|was|were|with|just|well|to"
    r"|been|wait(?:ed|ing)?|an?|the|by|from|than|every|nearly|and|or|slightly|had|have|has|at)\s*$",
    re.IGNORECASE,
)
# "handed over $25 million" gave it away, it is no bound.
_GIVING_OVER = re.compile(
    r"\b(?:hand|turn|sign|pass|tak|took|carr)(?:s|e|es|ed|y|ied|en|ing)?\s+$", re.IGNORECASE
)
# "inching back up to 4.8%" is a direction, "up to 4.8%" a bound.
_MOVING_UP = re.compile(
    r"\b(?:back|inch\w*|edg\w+|mov\w+|going|goes|went|creep\w*|crept|tick\w*|push\w*|shot)\s+$",
    re.IGNORECASE,
)


class ModifierReader:
    """Reads bounds by the modifiers of a lexicon."""

    def __init__(self, modifiers: Iterable[Modifier]) -> None:
        modifiers = tuple(modifiers)
        self._before, self._before_form = _table(modifiers, "before")
        self._after, self._after_form = _table(modifiers, "after")
        self._verbs, self._verb_form = _table(modifiers, "verb")
        before = "|".join(_spelled(form) for form in self._before_form if form[0].isalpha())
        verbs = "|".join(_spelled(form) for form in self._verb_form)
        after = "|".join(_spelled(form) for form in self._after_form)
        signs = "|".join(re.escape(form) for form in self._before_form if not form[0].isalpha())
        self._front = re.compile(
            rf"(?<![\w-])(?P<degree>{_DEGREE})(?P<form>{before})(?:(?<=-)|\s+){_ARTICLE}$"
            rf"|(?P<sign>{signs})\s*$",
            re.IGNORECASE,
        )
        self._back = re.compile(rf"\s?(?P<form>{after})(?!\w)", re.IGNORECASE)
        self._verb = re.compile(rf"\b(?P<form>{verbs})\s+(?:the\s+|an?\s+)?$", re.IGNORECASE)

    def bound(self, text: str, reading: Reading) -> Reading:
        """The reading with the bound that stands before it, after it or in its verb."""
        front = self._front.search(text, max(0, reading.start - 48), reading.start)
        back = self._back.match(text, reading.end)
        if front is not None and back is None and not self._is_no_bound(text, front, reading):
            return self._fronted(reading, front)
        if front is None:
            inner = self._inner(text, reading)
            if inner is not None:
                return inner
        if back is not None:
            name, comparator = self._after[_key(back["form"])]
            start = front.start() if front is not None else reading.start
            return replace(_bounded(reading, comparator, name), start=start, end=back.end())
        verb = self._verb.search(text, max(0, reading.start - 24), reading.start)
        if verb is not None and reading.comparator == "=":
            name, comparator = self._verbs[_key(verb["form"])]
            return _bounded(reading, comparator, name)
        return reading

    def _inner(self, text: str, reading: Reading) -> Reading | None:
        """A bound between number and unit: "five or more years", "10-plus years", "100+ km"."""
        if reading.unit is None or reading.unit.start < reading.last:
            return None
        inner = self._back.match(text, reading.last)
        if inner is None or inner.end() > reading.end:
            return None
        name, comparator = self._after[_key(inner["form"])]
        return _bounded(reading, comparator, name)

    def _fronted(self, reading: Reading, front: re.Match[str]) -> Reading:
        name, comparator = self._before[_key(front["form"] or front["sign"])]
        start = front.start()
        return replace(_bounded(reading, comparator, name), start=start)

    def _is_no_bound(self, text: str, front: re.Match[str], reading: Reading) -> bool:
        form, start = _key(front["form"] or front["sign"]), front.start()
        if form == "over" and _GIVING_OVER.search(text, max(0, start - 12), start):
            return True
        during = reading.unit is not None and reading.unit.name in _DURING
        if form == "over" and during and not front["degree"]:
            return not _LASTING.search(text, max(0, start - 12), start)
        return form == "up to" and bool(_MOVING_UP.search(text, max(0, start - 14), start))


def _bounded(reading: Reading, comparator: Comparator, rule: str) -> Reading:
    low, high = reading.low, reading.high
    rules = (*reading.rules, rule)
    if reading.comparator in ("vague", "range"):
        return replace(reading, rules=rules)
    if comparator in (">", ">="):
        high = None
        low = low if low is not None else reading.high
    elif comparator in ("<", "<="):
        low = None
    return replace(reading, low=low, high=high, comparator=comparator, rules=rules)


def _table(
    modifiers: tuple[Modifier, ...], place: str
) -> tuple[dict[str, tuple[str, Comparator]], list[str]]:
    table = {
        _key(form): (entry.name, entry.comparator)
        for entry in modifiers
        if entry.place == place
        for form in entry.forms
    }
    return table, sorted(table, key=len, reverse=True)


def _spelled(form: str) -> str:
    return re.escape(form).replace(r"\ ", r"\s+")


def _key(form: str) -> str:
    return re.sub(r"\s+", " ", form.strip().lower())
