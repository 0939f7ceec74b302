"""Reads the unit of a number: a symbol before or after it, or unit words after it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from claimx.lexicon.quantity_words import Currency, Unit
from claimx.quantities.longtail import LongTail
from claimx.quantities.unit_contexts import (
    INDEX,
    IS_DIMENSION,
    MEASURING_NOUN,
    MONEY,
    MULTIPLE,
    POLL,
    TEMPERATURE,
    near,
)
from claimx.quantities.wordsets import words

_LETTER_UNITS = {"C": "degree-celsius", "F": "degree-fahrenheit"}  # "12 C" where it is about heat
_LETTER_UNIT = re.compile(r"\s?([CF])(?![A-Za-z0-9/-])")
_WORDS = re.compile(
    r"(?P<gap>[\s\u2010\u2011-]*)"
    r"(?P<words>[A-Za-z%°.ñóíáéµ]+(?:[\s\u2010\u2011/-]{1,2}[A-Za-z°.ñóíá]+){0,3})"
)
_PIECE = re.compile(r"[^\s\u2010\u2011/-]+")
_BRACKET = re.compile(r"\s?[\[<]([A-Za-zμµ]{1,3})[\]>]")
_SPACE = re.compile(r"[\s\u2010\u2011-]+")
_SCALE_AFTER = re.compile(r"\s?(million|billion|trillion|m|bn|mn|tn)\b", re.IGNORECASE)
_SCALES = {
    "million": 1e6,
    "m": 1e6,
    "mn": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "trillion": 1e12,
    "tn": 1e12,
}
_SHORT_SUM = re.compile(r"\d(?![\d,.])(?!\s?(?:m|bn?|tn|k)\b)", re.IGNORECASE)
_NAMED_BEHIND = re.compile(r"-\d")
_AS_ARTICLE = re.compile(r"\s+(?!and\b|or\b)\w")
_FULL_STOP = re.compile(r"\.(?:\s*$|\s+[A-Z\"“])")
_LONGEST_PREFIX = 10
# Words that are a currency or a unit behind a real sum only: "12,000 won", not "the 3 won".
_WEAK_WORDS = words("won marks rand lev stone turns dong kip crown crowns")
_LEAST_FOR_WEAK = 6


@dataclass(frozen=True, slots=True)
class UnitReading:
    """A unit in the text: what it is called, and where it stands."""

    name: str
    kind: str
    start: int
    end: int
    currency: str | None = None
    ucum: str | None = None
    factor: float = 1.0


class UnitReader:
    """Reads units by the words and symbols of a lexicon, and by quantulum3's table."""

    def __init__(self, units: Iterable[Unit], currencies: Iterable[Currency]) -> None:
        units, currencies = tuple(units), tuple(currencies)
        measures = {entry.name: _measure(entry) for entry in units}
        money = {entry.name: _money(entry) for entry in currencies}
        self._by_name = measures | money
        entries: tuple[Unit | Currency, ...] = (*units, *currencies)
        self._words = {
            _key(form): self._by_name[entry.name] for entry in entries for form in entry.forms
        }
        self._glued = {form: measures[entry.name] for entry in units for form in entry.glued}
        self._symbols = {
            form: self._by_name[entry.name] for entry in entries for form in entry.symbols
        }
        self._prefixes = {
            form: money[entry.name]
            for entry in currencies
            for form in (*entry.symbols, *entry.before)
        }
        self._codes = {entry.code: money[entry.name] for entry in currencies if entry.code}
        self._compile()
        self._long_tail = LongTail()

    def _compile(self) -> None:
        behind = _either({**self._symbols, **self._glued})
        self._after = re.compile(rf"(?P<gap>[\s-]?)(?P<symbol>{behind})(?![A-Za-z0-9²³]|/[A-Za-z])")
        measures = [
            form
            for form, reading in (self._symbols | self._glued).items()
            if form[0].isalpha() and reading.kind != "currency"
        ]
        over = _either(measures)
        self._quotient = re.compile(rf"\s?(?P<above>{over})/(?P<below>{over})(?![\w/])")
        lettered = _either(form for form in self._prefixes if form[0].isalpha())
        signs = _either(form for form in self._prefixes if not form[0].isalpha())
        self._front = re.compile(
            rf"(?:(?<![A-Za-z-])(?:{lettered}|(?i:dollar|sen|{_either(self._codes)}"
            rf"|(?:cad|mxn|mex|us|c)\s?\$))|(?<![A-Za-z])(?:{signs}))\s?$"
        )
        codes = _either(self._codes)
        self._million_behind = re.compile(rf"\s?M(?P<code>{codes})\b")
        self._million_before = re.compile(rf"(?<![A-Za-z])M(?P<code>{codes})\s?$")

    def before(self, text: str, start: int) -> UnitReading | None:
        """The currency that stands before a number, from where it starts."""
        if start == 0 or text[start - 1].isdigit():
            return None
        match = self._front.search(text, max(0, start - _LONGEST_PREFIX), start)
        if match is None:
            return None
        symbol = match[0].strip()
        letters = symbol.isalpha() and len(symbol) < 3 and not symbol.endswith(("s", "k", "p"))
        if letters and (match[0] != symbol or _SHORT_SUM.match(text, start)):
            return None  # "PS5", "R 2"
        reading = (
            self._prefixes.get(symbol)
            or self._prefixes.get(symbol.upper())
            or self._prefixes.get(symbol.title())
            or self._words.get(symbol.lower())
        )
        return replace(reading, start=match.start(), end=start) if reading else None

    def million_code(self, text: str, start: int, end: int) -> UnitReading | None:
        """The currency of "120 MEUR" or "MAUD 60"."""
        match = self._million_behind.match(text, end) or self._million_before.search(
            text, max(0, start - 5), start
        )
        if match is None:
            return None
        return replace(self._codes[match["code"]], start=match.start(), end=match.end(), factor=1e6)

    def after(self, text: str, end: int, value: float, *, scaled: bool) -> UnitReading | None:
        """The unit that stands after a number."""
        return (
            self._worded(text, end, value, scaled=scaled)
            or self._symbol(text, end)
            or self._over(text, end)
        )

    def word(self, form: str) -> UnitReading | None:
        """The unit of measure that a word is, whatever stands around it."""
        found = self._words.get(_key(form))
        return None if found is None or found.kind in ("currency", "share", "multiple") else found

    def named(self, name: str) -> UnitReading:
        """A unit by its entry's name; a user may have removed the entry."""
        return self._by_name.get(name) or UnitReading(_spaced(name), "other", 0, 0)

    def scale_after(self, text: str, end: int) -> tuple[float, int]:
        """A scale word behind the unit: "75 USD million"."""
        match = _SCALE_AFTER.match(text, end)
        return (_SCALES[match[1].lower()], match.end()) if match else (1.0, end)

    def _symbol(self, text: str, end: int) -> UnitReading | None:
        match = self._after.match(text, end)
        if match is None:
            return self._bracketed(text, end) or self._letter(text, end)
        symbol, gap = match["symbol"], match["gap"]
        reading = self._symbols.get(symbol) or (None if gap else self._glued[symbol])
        if reading is None:
            return self._letter(text, end)
        if reading.kind == "currency" and (
            gap == "-" or text[match.end() : match.end() + 1].isdigit()
        ):
            return None
        if gap and _NAMED_BEHIND.match(text, match.end()):
            return None  # "65 F-16s"
        if symbol == "s" and "." not in text[max(0, end - 6) : end]:
            return None  # "Model 3s", "the 1990s"
        if symbol == "p" and re.match(r"\.\s?m\b", text[match.end() : match.end() + 4]):
            return None
        if symbol == "a" and _AS_ARTICLE.match(text, match.end()):
            return None  # "1,000 a day"
        if symbol in ('"', "”") and not IS_DIMENSION.match(text, match.end()):
            return None
        return replace(reading, start=match.start(), end=_before_stop(text, match.end()))

    def _bracketed(self, text: str, end: int) -> UnitReading | None:
        match = _BRACKET.match(text, end)
        reading = self._symbols.get(match[1]) if match else None
        return replace(reading, start=match.start(), end=match.end()) if match and reading else None

    def _letter(self, text: str, end: int) -> UnitReading | None:
        match = _LETTER_UNIT.match(text, end)
        if match is None or not TEMPERATURE.search(text, max(0, end - 100), end + 60):
            return None
        reading = self._by_name.get(_LETTER_UNITS[match[1]])
        return replace(reading, start=match.start(), end=match.end()) if reading else None

    def _over(self, text: str, end: int) -> UnitReading | None:
        """A unit over another one: "1.3 A/cm2"."""
        match = self._quotient.match(text, end)
        if match is None:
            return None
        above, below = (
            self._symbols.get(match[side]) or self._glued[match[side]]
            for side in ("above", "below")
        )
        return UnitReading(f"{above.name} per {below.name}", "other", match.start(), match.end())

    def _worded(self, text: str, end: int, value: float, *, scaled: bool) -> UnitReading | None:
        match = _WORDS.match(text, end)
        if match is None:
            return None
        base, words = match.start("words"), match["words"]
        pieces = [piece.end() for piece in _PIECE.finditer(words)]
        for piece in reversed(pieces):
            for form in dict.fromkeys((words[:piece], words[:piece].rstrip("."))):
                reading = self._words.get(_key(form))
                if reading is not None:
                    stop = _before_stop(text, base + len(form))
                    placed = replace(reading, start=end, end=stop)
                    return self._settled(placed, _key(form), text, value, scaled=scaled)
        word = words[: pieces[0]].rstrip(".")
        found = self._long_tail.named(word) if word.islower() and len(word) > 2 else None
        return UnitReading(found, "other", end, base + len(word)) if found else None

    def _settled(
        self, reading: UnitReading, form: str, text: str, value: float, *, scaled: bool
    ) -> UnitReading | None:
        """The unit that an ambiguous word stands for here, None where it stands for none."""
        span = (reading.start, reading.end)
        if form in ("pound", "pounds"):
            money = scaled or (near(MONEY, text, span) and not text.startswith(" of ", span[1]))
            return self._instead("pound-sterling", reading) if money else reading
        if form in ("points", "point", "pts"):
            if near(POLL, text, span):
                return self._instead("percentage-point", reading)
            return reading if near(INDEX, text, span) else None
        if form == "times" and value == int(value) and not MULTIPLE.match(text, span[1]):
            return None  # "attacked 217 times since May"
        if form in ("second", "minute", "foot") and MEASURING_NOUN.match(text, span[1]):
            return None
        weak = form in _WEAK_WORDS and not scaled and value < _LEAST_FOR_WEAK
        return None if weak else reading

    def _instead(self, name: str, reading: UnitReading) -> UnitReading:
        return replace(self.named(name), start=reading.start, end=reading.end)


def _before_stop(text: str, end: int) -> int:
    """The end of a unit without the full stop of its sentence, as in "It is 6 in."."""
    return end - 1 if _FULL_STOP.match(text, end - 1) else end


def _key(form: str) -> str:
    return _SPACE.sub(" ", form.strip().lower())


def _either(forms: Iterable[str]) -> str:
    return "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))


def _measure(entry: Unit) -> UnitReading:
    return UnitReading(
        entry.unit or _spaced(entry.name), entry.kind, 0, 0, None, entry.ucum, entry.factor
    )


def _money(entry: Currency) -> UnitReading:
    return UnitReading(entry.unit or _spaced(entry.name), "currency", 0, 0, entry.code)


def _spaced(name: str) -> str:
    return name if name == "pound-mass" else name.replace("-", " ")
