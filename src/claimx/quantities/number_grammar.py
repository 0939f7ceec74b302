"""The grammar of numbers: atoms ("three", "hundred", "4.5", "m", "thirds") joined to numerals."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import isfinite
from typing import Literal

Form = Literal["digits", "words", "fraction", "vague", "multiple"]

_JOINT = re.compile(
    r"[\s\u2010\u2011-]{1,3}|[\s-]+and[\s-]+(?:an?[\s-]+)?|\s+of\s+an?\s+|\s+an?\s+", re.IGNORECASE
)
_CLOSE = re.compile(r"[\s-]+")
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_AND_A = re.compile(r"[\s-]+and[\s-]+an?[\s-]+", re.IGNORECASE)
_OF_A = re.compile(r"\s+(?:of\s+)?(?:an?\s+)?|-", re.IGNORECASE)
_OF_ONE_PERCENT = re.compile(r"\s+of\s+(?:1|one)(?=%|\s+per)", re.IGNORECASE)
_TO_ONE = re.compile(r"[-\u2010\u2011]to[-\u2010\u2011](?:1|one)\b", re.IGNORECASE)
_POINT = re.compile(r"\s+point\s+", re.IGNORECASE)
_OVER = re.compile(r"\s+over\s+", re.IGNORECASE)
_IN = re.compile(
    r"\s+(?:(?:in|out\s+of)(?:\s+every)?|of\s+every|of(?=\s+(?:10|ten|100)\b))\s+|-(?:in|out-of)-",
    re.IGNORECASE,
)
_OF = re.compile(r"\s+of\b", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(an?)[\s-]+$", re.IGNORECASE)
_COMPOUND = re.compile(r"-[a-z]", re.IGNORECASE)
_FEW = re.compile(r"\b(?:an?\s+(?:few|couple(?:\s+of)?)|several|many|multiple)\s+$", re.IGNORECASE)
_MINUS = re.compile(
    r"(?:(?<![\w.)%\s/-])[-−]\s?|(?<=\s)[-−]|(?:^|[(=])\s?[-−]\s?"
    r"|(?<!plus or )\b(?:minus|negative)[\s-]+)$",
    re.IGNORECASE,
)
# "twice as many", "double the quota": what makes a multiple a comparison.
_COMPARED = re.compile(
    r"\s+(?:as\s+(?:many|much|few|likely|[a-z-]+\s+as)\b|(?:the|its|their|his|her|our|that\s+of|those\s+of|what|last"
    r"|previous|normal|average)\b)"
)
# "plans to double the tax" hides its number in a verb.
_AS_VERB = re.compile(
    r"(?:\b(?:to|will|would|could|can|cannot|may|might|should|shall|must|not|and)|[A-Za-z]ly|['’]ll)\s+$"
)
_AS_ADVERB = re.compile(r"\b(?:nearly|roughly|almost|only|barely|approximately|fully)\s+$")
_COUNT_FOLLOWS = re.compile(r"\s+[a-z]{4,}")
_DOZEN = 12
_SMALL = ("digit", "teen", "tens")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in the text: its value, and the scale word that is part of it ("million" = 1e6).

    `tentative` is a glued letter that may be a scale or a unit: "m" in "1.2m".
    """

    start: int
    end: int
    value: float
    form: Form
    scale: float = 1.0
    tentative: str = ""


@dataclass(frozen=True, slots=True)
class Atom:
    """One word or figure of a number; `role` is a NumberRole or "digits"."""

    start: int
    end: int
    role: str
    value: float
    suffix: str = ""


_Read = tuple[Numeral | None, int]


class NumberGrammar:
    """Reads the numbers of one text from its atoms."""

    def __init__(self, text: str, atoms: Sequence[Atom]) -> None:
        self._text, self._atoms = text, atoms

    def numerals(self) -> Iterator[Numeral]:
        """The numbers in text order."""
        index = 0
        while index < len(self._atoms):
            numeral, following = self._number(index)
            if numeral is not None:
                numeral, following = self._ratio(numeral, following)
                if isfinite(numeral.value):
                    yield self._signed(numeral)
            index = max(following, index + 1)

    def _gap(self, index: int) -> str:
        """The text before an atom, back to the atom before it."""
        if index >= len(self._atoms):
            return "."
        return self._text[self._atoms[index - 1].end : self._atoms[index].start]

    def _role(self, index: int) -> str:
        return self._atoms[index].role if index < len(self._atoms) else ""

    def _joins(self, index: int, pattern: re.Pattern[str] = _JOINT) -> bool:
        gap = self._gap(index)
        return gap == "" or pattern.fullmatch(gap) is not None

    def _number(self, index: int) -> _Read:
        role = self._role(index)
        if role == "vague":
            return self._vague(index)
        if role == "fraction":
            return self._bare_fraction(index)
        if role in ("hundred", "scale"):
            return self._bare_scale(index)
        if role == "multiple":
            return self._multiple(index), index + 1
        return self._cardinal(index)

    def _multiple(self, index: int) -> Numeral | None:
        """As in "twice as many", "nearly double the quota": only where it compares."""
        atom = self._atoms[index]
        if not _COMPARED.match(self._text, atom.end):
            return None
        floor = max(0, atom.start - 16)
        verb = _AS_VERB.search(self._text, floor, atom.start)
        if verb and not _AS_ADVERB.search(self._text, floor, atom.start):
            return None
        return Numeral(atom.start, atom.end, atom.value, "multiple")

    def _vague(self, index: int) -> _Read:
        """As in "dozens", "tens of thousands", "hundreds of millions"."""
        atom, following = self._atoms[index], index + 1
        if self._role(following) == "vague" and self._gap(following).strip().lower() == "of":
            above = self._atoms[following]
            scale = above.value / 2
            return Numeral(atom.start, above.end, atom.value * scale, "vague", scale), following + 1
        word = self._text[atom.start : atom.end].lower()
        if word == "tens" or (word == "scores" and not _OF.match(self._text, atom.end)):
            return None, following
        return Numeral(atom.start, atom.end, atom.value, "vague"), following

    def _bare_fraction(self, index: int) -> _Read:
        """As in "half", "a third", "half a million", "quarter of a million"."""
        atom, following = self._atoms[index], index + 1
        article = _ARTICLE.search(self._text, max(0, atom.start - 4), atom.start)
        start = article.start() if article else atom.start
        if self._role(following) in ("scale", "hundred") and self._joins(following, _OF_A):
            scale = self._atoms[following]
            value = atom.value * scale.value
            return Numeral(start, scale.end, value, "words", scale.value), following + 1
        if not article and atom.value != 0.5:
            return None, following
        return Numeral(start, atom.end, atom.value, "fraction"), following

    def _bare_scale(self, index: int) -> _Read:
        """As in "a million", "several hundred", "a dozen"."""
        atom = self._atoms[index]
        few = _FEW.search(self._text, max(0, atom.start - 20), atom.start)
        if few is not None:  # as vague as the plural
            least = 24.0 if atom.value == _DOZEN else 2 * atom.value
            return Numeral(few.start(), atom.end, least, "vague", atom.value), index + 1
        article = _ARTICLE.search(self._text, max(0, atom.start - 4), atom.start)
        if article is None and atom.value == _DOZEN:
            return None, index + 1  # "a baker's dozen"
        numeral, following = self._cardinal(index, implied=True)
        if numeral and article and not _COMPOUND.match(self._text, atom.end):
            numeral = replace(numeral, start=article.start())
        return numeral, following

    def _cardinal(self, index: int, *, implied: bool = False) -> _Read:
        """As in "three hundred and two thousand", "4.5 million"; a "one" may be implied."""
        total, current = 0.0, 1.0 if implied else None
        last_scale = float("inf")
        previous, digits, tentative = "implied" if implied else "", False, ""
        at = index
        while at < len(self._atoms) and (at == index or self._joins(at)):
            atom = self._atoms[at]
            if atom.role in ("digits", *_SMALL):
                if not self._adds(at, previous, current, last_scale):
                    break
                current = (current or 0.0) + atom.value
                digits = digits or (atom.role == "digits" and not total)
            elif atom.role == "hundred" and current is not None and current < 100:
                current *= 100
            elif atom.role == "scale" and current is not None and self._scales(atom, previous):
                total, current = total + current * atom.value, None
                last_scale = atom.value
                tentative = atom.suffix if len(atom.suffix) == 1 else ""
            elif (
                atom.role == "scale" and total and not atom.suffix and not self._gap(at).strip(" -")
            ):
                total *= atom.value  # "three lakh crore"
                last_scale = atom.value
            else:
                break
            previous = atom.role
            at += 1
        if at == index:
            return None, index + 1
        at, current, dozens = self._dozens(at, total, current)
        numeral = Numeral(
            self._atoms[index].start,
            self._atoms[at - 1].end,
            total + (current or 0.0),
            "digits" if digits else "words",
            last_scale if total else dozens,
            tentative,
        )
        return self._with_fraction(numeral, at)

    @staticmethod
    def _scales(atom: Atom, previous: str) -> bool:
        return not (atom.value == _DOZEN and previous in ("hundred", "scale"))

    def _dozens(
        self, at: int, total: float, current: float | None
    ) -> tuple[int, float | None, float]:
        """A plain number in "three dozens"."""
        if not current or total or self._role(at) != "vague" or not self._joins(at, _CLOSE):
            return at, current, 1.0
        word = self._text[self._atoms[at].start : self._atoms[at].end].lower()
        return (at + 1, current * _DOZEN, _DOZEN) if word == "dozens" else (at, current, 1.0)

    def _adds(self, at: int, previous: str, current: float | None, last_scale: float) -> bool:
        """Whether a small number goes on with the number before it."""
        atom, gap = self._atoms[at], self._gap(at).lower()
        if previous == "":
            return True
        if previous == "hundred":
            spoken = atom.role != "digits" or _AND.fullmatch(gap) is not None
            if self._role(at + 1) == "hundred" and self._joins(at + 1, _CLOSE):
                return False  # "between one hundred and two hundred"
            return atom.value < 100 and spoken and (" a" not in gap or "and" in gap)
        if previous == "tens":
            return atom.role == "digit" and atom.value > 0 and "and" not in gap
        if previous != "scale" or current is not None or last_scale == _DOZEN or not atom.value:
            return False
        if atom.role == "digits":
            return self._goes_on(at, last_scale)
        return "and" not in gap or self._is_last_part(at)

    def _goes_on(self, at: int, last_scale: float) -> bool:
        """As in "4 thousand 3 hundred": digits with a smaller scale of their own."""
        following = at + 1
        return (
            self._role(following) in ("scale", "hundred")
            and self._joins(following)
            and self._atoms[following].value < last_scale
            and not self._atoms[following].suffix
        )

    def _is_last_part(self, at: int) -> bool:
        """As in "two thousand and five" goes on, "two million and three countries" may not."""
        if self._role(at + 1) in ("hundred", "scale", "digit", "tens"):
            return True
        return not _COUNT_FOLLOWS.match(self._text, self._atoms[at].end)

    def _with_fraction(self, numeral: Numeral, at: int) -> _Read:
        """Adds "and a half", "and two thirds", "point five"; makes "two thirds" a fraction."""
        role = self._role(at)
        if role == "fraction" and self._joins(at, _CLOSE) and self._is_numerator(numeral, at):
            part = self._atoms[at]
            value = numeral.value * part.value
            return self._of_scale(
                replace(numeral, end=part.end, value=value, form="fraction"), at + 1
            )
        if role == "fraction" and self._joins(at, _AND_A):
            return self._plus(numeral, self._atoms[at].value, at + 1)
        parts = role in ("digit", "fraction") and self._role(at + 1) == "fraction"
        if parts and self._joins(at, _AND) and self._joins(at + 1, _CLOSE):
            added = self._atoms[at].value * self._atoms[at + 1].value
            return self._plus(numeral, added, at + 2)
        if role in _SMALL and self._joins(at, _POINT):
            return self._decimals(numeral, at)
        return numeral, at

    def _is_numerator(self, numeral: Numeral, at: int) -> bool:
        part = self._atoms[at]
        if numeral.scale != 1.0 or numeral.value <= 0 or numeral.value % 1:
            return False
        if part.value == 0.25:
            return numeral.value in (1, 3)  # "two quarters" are half a year
        return numeral.value == 1 or self._text[part.end - 1].lower() == "s"

    def _plus(self, numeral: Numeral, part: float, at: int) -> _Read:
        """As in "two and a half million", "3 million and a half"."""
        end = self._atoms[at - 1].end
        scale = self._atoms[at].value if self._role(at) in ("scale", "hundred") else 0.0
        if scale and self._joins(at, _CLOSE):
            end = self._atoms[at].end
            if numeral.scale == 1.0:
                value = (numeral.value + part) * scale
                return replace(numeral, end=end, value=value, scale=scale), at + 1
            return replace(numeral, end=end, value=numeral.value + part * scale), at + 1
        return replace(numeral, end=end, value=numeral.value + part * numeral.scale), at

    def _of_scale(self, numeral: Numeral, at: int) -> _Read:
        """As in "three quarters of a million"."""
        if self._role(at) != "scale" or not self._joins(at, _OF_A):
            return numeral, at
        scale = self._atoms[at]
        value = numeral.value * scale.value
        return replace(numeral, end=scale.end, value=value, scale=scale.value, form="words"), at + 1

    def _decimals(self, numeral: Numeral, at: int) -> _Read:
        """As in "five point two", "two hundred point seventy-one"."""
        digits = ""
        while self._role(at) in _SMALL and (not digits or self._joins(at)):
            if digits and self._role(at - 1) == "tens":
                digits = digits[:-1]
            digits += str(int(self._atoms[at].value))
            at += 1
        sign = replace(
            numeral, end=self._atoms[at - 1].end, value=numeral.value + float(f"0.{digits}")
        )
        if self._role(at) in ("scale", "hundred") and self._joins(at, _CLOSE):
            scale = self._atoms[at]
            return replace(
                sign, end=scale.end, value=sign.value * scale.value, scale=scale.value
            ), at + 1
        return sign, at

    def _ratio(self, numeral: Numeral, index: int) -> tuple[Numeral, int]:
        """As in "one in five", "nine out of 10", "1 over 3", "3-to-1", "half of 1 percent"."""
        if index >= len(self._atoms) or numeral.form == "vague":
            return numeral, index
        to_one = _TO_ONE if numeral.value > 1 else _OF_ONE_PERCENT
        if odds := to_one.match(self._text, numeral.end):
            return replace(numeral, end=odds.end(), form="words"), index + 1
        gap = self._text[numeral.end : self._atoms[index].start]
        share = _IN.fullmatch(gap) is not None
        if not share and not _OVER.fullmatch(gap):
            return numeral, index
        below, following = self._number(index)
        if below is None or below.form not in ("digits", "words") or not below.value:
            return numeral, index
        if share and not _is_share(numeral.value, below.value):
            return numeral, index
        return Numeral(numeral.start, below.end, numeral.value / below.value, "fraction"), following

    def _signed(self, numeral: Numeral) -> Numeral:
        if numeral.form == "vague":
            return numeral
        minus = _MINUS.search(self._text, max(0, numeral.start - 10), numeral.start)
        if minus is None:
            return numeral
        return replace(numeral, start=minus.start(), value=-numeral.value)


def _is_share(above: float, below: float) -> bool:
    """As in "one in five" and "two out of 500" are shares, "38 out of 46" are two counts."""
    is_round = below <= 10 or below % 5 == 0 or below == _DOZEN
    return (
        0 < above < below
        and above <= 10
        and not above % 1
        and is_round
        and not 1900 <= below <= 2100
    )
