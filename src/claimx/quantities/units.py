"""Reads the unit of a number: a symbol before or after it, or unit words after it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from claimx.lexicon.quantity_words import Currency, Unit
from claimx.quantities.longtail import LongTail

_MONEY = re.compile(
    r"£|\bsterling|\b(?:cost|pay|paid|price|fine[ds]?\b|spen[dt]|profit|revenue|deal|debt|fund|invest|budget|salar"
    r"|wage|earn|s[oe]ll|sold|buy|bought|loan|tax|bonus|bill|worth|donat|grant|money|cash|bank)",
    re.I,
)
_POLL = re.compile(
    r"\b(?:poll|lead|ahead|behind|vote|margin|approval|survey|swing|electorate)", re.I
)
_INDEX = re.compile(
    r"\b(?:index|indices|shares?|stocks?|dow|nasdaq|ftse|dax|nikkei|s&p|clos|trad|market|IQ|sensex|nifty)",
    re.I,
)
_HEAT = re.compile(
    r"temperature|degree|celsius|fahrenheit|°|\b(?:heat|hot|cold|warm|melt|boil|freez|weather|high of|low of)",
    re.I,
)
_DIMENSION = re.compile(
    r"\s*(?:long|wide|tall|high|deep|thick|display|screen|tv|touchscreen|tablet|x|by)\b", re.I
)
_GLUED_ONLY = frozenset(
    (
        "s",
        "h",
        "g",
        "l",
        "L",
        "t",
        "A",
        "MP",
        "in",
        "x",
        "c",
        "K",
        "a",
        "J",
        "N",
        "Mt",
        "kt",
        "pc",
        "mb",
        "d",
    )
)
_HEAT_LETTERS = {"C": "degree-celsius", "F": "degree-fahrenheit"}
_WORDS = re.compile(
    r"(?P<gap>[\s\u2010\u2011-]*)(?P<words>[A-Za-z%°.ñóíáéµ]+(?:[\s\u2010\u2011/-]{1,2}[A-Za-z°.ñóíá]+){0,3})"
)
_MULTIPLE = re.compile(r"\s+(?:as|more|less|fewer|higher|lower|larger|greater|bigger|smaller|faster|slower|longer|stronger|heavier|worse|better|cheaper|the|its|their|his|her|what|that|normal|average|earnings|sales|book|revenue|profits?|\w+er\s+than)\b", re.I)
_BRACKET = re.compile(r"\s?[\[<]([A-Za-zμµ]{1,3})[\]>]")
_SPACE = re.compile(r"[\s\u2010\u2011-]+")
_SCALE_AFTER = re.compile(r"\s?(million|billion|trillion|m|bn|mn|tn)\b", re.I)
_SCALES = {
    "million": 1e6,
    "m": 1e6,
    "mn": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "trillion": 1e12,
    "tn": 1e12,
}


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
        self._long_tail = LongTail()
        readings: list[tuple[Unit | Currency, UnitReading]] = [
            (entry, _measure(entry)) for entry in units
        ] + [(entry, _money(entry)) for entry in currencies]
        self._by_name = {entry.name: reading for entry, reading in readings}
        self._words = {_key(form): reading for entry, reading in readings for form in entry.forms}
        self._symbols = {form: reading for entry, reading in readings for form in entry.symbols}
        self._prefixes = {
            form: reading
            for entry, reading in readings
            if isinstance(entry, Currency)
            for form in entry.symbols
        }
        self._prefixes["PS"] = self._by_name.get("pound-sterling", readings[0][1])
        longest = sorted(self._symbols, key=len, reverse=True)
        prefixes = sorted(self._prefixes, key=len, reverse=True)
        million = [entry.code for entry in currencies if entry.code]
        self._after = re.compile(
            rf"(?P<gap>[\s-]?)(?P<symbol>{'|'.join(map(re.escape, longest))})(?![A-Za-z0-9²³]|/[A-Za-z])"
        )
        measures = [form for form in longest if form[0].isalpha() and self._symbols[form].kind != "currency"]
        measures = "|".join(map(re.escape, measures))
        self._quotient = re.compile(rf"\s?(?P<above>{measures})/(?P<below>{measures})(?![\w/])")
        self._before = re.compile(
            rf"(?<![A-Za-z-])(?:{'|'.join(map(re.escape, prefixes))}|(?i:usd|eur|gbp|cad\$|mxn\$|mex\$|c \$|us\$|dollar|sen))\s?$"
        )
        self._millions = re.compile(
            rf"(?P<lead>(?<![A-Za-z])M(?P<code>{'|'.join(million)})\s?$)|\s?M(?P<tail>{'|'.join(million)})\b"
        )

    def before(self, text: str, start: int) -> UnitReading | None:
        """The currency that stands before a number, from where it starts."""
        if start == 0 or not (text[start - 1] in " \u00a0" or not text[start - 1].isdigit()):
            return None
        floor = max(0, start - 8)
        match = self._before.search(text, floor, start)
        if match is None:
            return None
        symbol = match[0].strip()
        if (
            symbol in ("R", "RM", "PS", "Rs", "LE", "Sh", "DM", "Rp", "Tk", "Dh", "p")
            and match[0] != symbol
            and symbol not in ("Rs", "Tk", "Rp")
        ):
            return None  # "PS 5", "R 2": glued or none
        if symbol == "p" or (
            symbol == "PS" and not re.match(r"[\d.]*[,.\dmb]{3}", text[start : start + 8])
        ):
            return None
        reading = (
            self._prefixes.get(symbol)
            or self._prefixes.get(symbol.upper())
            or self._words.get(symbol.lower())
            or self._prefixes.get(symbol.title())
        )
        if reading is None:
            return None
        return _at(reading, match.start(), start)

    def million_code(self, text: str, start: int, end: int) -> UnitReading | None:
        """The currency of "120 MEUR" or "MAUD 60"."""
        match = self._millions.match(text, end) or self._millions.search(
            text, max(0, start - 5), start
        )
        if match is None:
            return None
        reading = self._prefixes.get(match["tail"] or match["code"])
        return reading and _at(reading, match.start(), match.end(), factor=1e6)

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
        """A unit of the lexicon by its entry's name."""
        return self._by_name[name]

    def scale_after(self, text: str, end: int) -> tuple[float, int]:
        """A scale word behind the unit: "75 USD million"."""
        match = _SCALE_AFTER.match(text, end)
        return (_SCALES[match[1].lower()], match.end()) if match else (1.0, end)

    def _symbol(self, text: str, end: int) -> UnitReading | None:
        match = self._after.match(text, end)
        if match is None:
            bracket = _BRACKET.match(text, end)
            reading = bracket and self._symbols.get(bracket[1])
            if bracket and reading:
                return _at(reading, bracket.start(), bracket.end())
            return self._heat(text, end)
        symbol, gap = match["symbol"], match["gap"]
        if symbol == "s" and "." not in text[max(0, end - 6) : end]:
            return None  # "Model 3s", "the 1990s"
        if symbol in ("C", "F"):
            return self._heat(text, end)
        if gap and (
            symbol in _GLUED_ONLY
            or (symbol in self._prefixes and gap == "-")
            or symbol in ("R", "Sh", "PS", "LE")
        ):
            return None
        if symbol in ("R", "LE", "DM", "Sh"):
            return None
        if symbol == "p" and re.match(r"\.\s?m\b", text[match.end() : match.end() + 4]):
            return None
        if symbol in ('"', "”") and not _DIMENSION.match(text, match.end()):
            return None
        if (
            symbol in self._prefixes
            and gap == " "
            and text[match.end() : match.end() + 1].isdigit()
        ):
            return None  # the sign of the next sum: "in 2019 $5"
        return _at(self._symbols[symbol], match.start(), match.end())

    def _over(self, text: str, end: int) -> UnitReading | None:
        """A unit over another one: "1.3 A/cm2"."""
        match = self._quotient.match(text, end)
        if match is None or match["above"] in self._prefixes:
            return None
        above, below = self._symbols[match["above"]], self._symbols[match["below"]]
        return UnitReading(f"{above.name} per {below.name}", "other", match.start(), match.end())

    def _heat(self, text: str, end: int) -> UnitReading | None:
        match = re.compile(r"\s?([CF])(?![A-Za-z0-9/])").match(text, end)
        if match is None or not _HEAT.search(text, max(0, end - 100), end + 60):
            return None
        return _at(self._by_name[_HEAT_LETTERS[match[1]]], match.start(), match.end())

    def _worded(self, text: str, end: int, value: float, *, scaled: bool) -> UnitReading | None:
        match = _WORDS.match(text, end)
        if match is None:
            return None
        pieces = [piece for piece in re.finditer(r"[^\s\u2010\u2011/-]+", match["words"])]
        base = match.start("words")
        for count in range(len(pieces), 0, -1):
            raw = match["words"][: pieces[count - 1].end()]
            for form in (raw, raw.rstrip(".")):
                reading = self._words.get(_key(form))
                if reading is None:
                    continue
                stop = base + len(form)
                if not match["gap"] and raw[0].isalpha() and len(form) < 2:
                    continue
                return self._settled(
                    reading, _key(form), text, end, base, stop, value, scaled=scaled
                )
        first = pieces[0][0]
        found = (
            self._long_tail.named(_key(match["words"][: pieces[0].end()]))
            if first.isalpha() and len(first) > 2
            else None
        )
        return UnitReading(found, "other", end, base + pieces[0].end()) if found else None

    def _settled(
        self,
        reading: UnitReading,
        form: str,
        text: str,
        end: int,
        base: int,
        stop: int,
        value: float,
        *,
        scaled: bool,
    ) -> UnitReading | None:
        """The unit that an ambiguous word stands for here, None where it stands for none."""
        around = slice(max(0, base - 120), stop + 80)
        if reading.name == "pound-mass" and form in ("pound", "pounds"):
            sterling = scaled or (_MONEY.search(text[around]) and not text.startswith(" of ", stop))
            reading = (
                self._by_name["pound-sterling"]
                if sterling and "pound-sterling" in self._by_name
                else reading
            )
        if form in ("points", "point", "pts"):
            if (
                _POLL.search(text[around])
                and "percentage-point" in self._by_name
                and not re.search(r"\bindex\b", text[around], re.I)
            ):
                reading = self._by_name["percentage-point"]
            elif not _INDEX.search(text[around]):
                return None
        if reading.kind == "multiple" and form == "times" and value == int(value) and not _MULTIPLE.match(text, stop):
            return None  # "attacked 217 times since May"
        if form in ("second", "minute", "degree", "point", "foot") and re.match(
            r"[\s-](?:half|place|time|string|quarter|row)", text[stop : stop + 12]
        ):
            return None
        if form in (
            "won",
            "mark",
            "marks",
            "rand",
            "real",
            "sol",
            "lev",
            "som",
            "stone",
            "turns",
            "bar",
            "dong",
            "kip",
        ) and not (scaled or value >= 6):
            return None
        if form == "mark":
            return None
        return _at(reading, end, stop)


def _key(form: str) -> str:
    return _SPACE.sub(" ", form.strip().lower())


def _measure(entry: Unit) -> UnitReading:
    name = entry.unit or _spaced(entry.name)
    return UnitReading(name, entry.kind, 0, 0, None, entry.ucum, entry.factor)


def _money(entry: Currency) -> UnitReading:
    return UnitReading(entry.unit or _spaced(entry.name), "currency", 0, 0, entry.code)


def _spaced(name: str) -> str:
    return name if name == "pound-mass" else name.replace("-", " ")


def _at(reading: UnitReading, start: int, end: int, factor: float | None = None) -> UnitReading:
    return UnitReading(
        reading.name, reading.kind, start, end, reading.currency, reading.ucum,
        reading.factor if factor is None else factor,
    )  # fmt: skip
