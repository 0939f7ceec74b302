"""Finds the numbers of a text, in digits, in words and mixed, and says what each is worth."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from claimx.lexicon.quantity_words import NumberWord
from claimx.quantities.digits import PATTERN, POWER, read_digits

Form = Literal["digits", "words", "fraction", "vague"]


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in the text: its value, and the scale word that is part of it ("million" = 1e6)."""

    start: int
    end: int
    value: float
    form: Form
    scale: float = 1.0
    tentative: str = ""  # a glued letter that may be a scale or a unit: "1.2m"

    @property
    def mantissa(self) -> float:
        """The number without its scale word."""
        return self.value / self.scale


@dataclass(frozen=True, slots=True)
class _Atom:
    start: int
    end: int
    role: str  # a NumberRole, or "digits"
    value: float
    suffix: str = ""


_UNNAMED_POWER = re.sub(r"\?P<\w+>", "?:", POWER.pattern)
_JOINT = re.compile(r"[\s\u2010\u2011-]{1,3}|[\s-]+and[\s-]+(?:an?[\s-]+)?|\s+of\s+an?\s+|\s+an?\s+", re.I)
_COMPOUND = re.compile(r"-[a-z]", re.I)
_AND = re.compile(r"\s+and\s+", re.I)
_AND_A = re.compile(r"[\s-]+and[\s-]+an?[\s-]+", re.I)
_POINT = re.compile(r"\s+point\s+", re.I)
_ARTICLE = re.compile(r"\b(an?)[\s-]+$", re.I)
_FEW = re.compile(
    r"\b(?:(?:a|the\s+(?:first|last|past|next))\s+(few|couple(?:\s+of)?)|several|many|multiple)\s+$",
    re.I,
)
_MINUS = re.compile(r"(?:(?<![\w.)%\s-])[-−]\s?|(?<=\s)[-−]|(?:^|[(=])\s?[-−]\s?|\b(?:minus|negative)[\s-]+)$", re.I)
_IN = re.compile(r"\s+(?:(?:in|out\s+of)(?:\s+every)?|of\s+every|of(?=\s+(?:10|ten|100)\b))\s+", re.I)
_SLASH = re.compile(r"\s+over\s+", re.I)


class NumeralReader:
    """Finds numbers by the words of a lexicon."""

    def __init__(self, words: Iterable[NumberWord]) -> None:
        words = tuple(words)
        self._words = {form: word for word in words for form in word.forms}
        self._suffixes = {form: word.value for word in words for form in word.suffixes}
        spelled = "|".join(sorted(self._words, key=len, reverse=True))
        suffix = "|".join(sorted(self._suffixes, key=len, reverse=True))
        spaced = "|".join(form for form in self._suffixes if len(form) > 1 or form in "kM")
        self._atom = re.compile(
            rf"(?P<digits>{PATTERN})(?:(?P<powered>{_UNNAMED_POWER})"
            rf"|(?P<suffix>(?:{suffix})|\s(?:{spaced}))(?![\w/]))?"
            rf"|\b(?P<word>(?i:{spelled}))(?:\b|(?=(?i:fold)\b))"
        )

    def find(self, text: str) -> list[Numeral]:
        """The numbers of a text in text order; that some are years or names is decided later."""
        atoms = list(self._atoms(text))
        found: list[Numeral] = []
        index = 0
        while index < len(atoms):
            numeral, index = _Run(text, atoms, index).read()
            if numeral is not None:
                found.append(numeral)
        return found

    def _atoms(self, text: str) -> Iterator[_Atom]:
        for match in self._atom.finditer(text):
            start, end = match.span()
            if match["word"]:
                word = self._words[match["word"].lower()]
                yield _Atom(start, end, word.role, word.value)
                continue
            end = match.end("powered") if match["powered"] else match.end("digits")
            value = read_digits(text[start:end])
            if value is None:
                continue
            yield _Atom(start, end, "digits", value)
            if match["suffix"]:
                suffix = match["suffix"].strip()
                yield _Atom(end, match.end(), "scale", self._suffixes[suffix], match["suffix"])


class _Run:
    """Reads one number that begins at an atom."""

    def __init__(self, text: str, atoms: list[_Atom], index: int) -> None:
        self._text, self._atoms, self._first = text, atoms, index

    def read(self) -> tuple[Numeral | None, int]:
        """The number, and the index of the first atom after it."""
        numeral, index = self._number(self._first)
        if numeral is None:
            return None, index
        ratio = self._ratio(numeral, index)
        if ratio is not None:
            numeral, index = ratio
        return self._signed(numeral), index

    def _gap(self, index: int) -> str:
        """The text before an atom, back to the atom before it."""
        if index >= len(self._atoms):
            return "."
        return self._text[self._atoms[index - 1].end : self._atoms[index].start]

    def _role(self, index: int) -> str:
        return self._atoms[index].role if index < len(self._atoms) else ""

    def _joined(self, index: int, pattern: re.Pattern[str] = _JOINT) -> bool:
        gap = self._gap(index)
        return gap == "" or pattern.fullmatch(gap) is not None

    def _number(self, index: int) -> tuple[Numeral | None, int]:
        atom = self._atoms[index]
        if atom.role == "vague":
            return self._vague(index)
        if atom.role == "fraction":
            return self._bare_fraction(index)
        return self._cardinal(index)

    def _vague(self, index: int) -> tuple[Numeral | None, int]:
        """ "dozens", "tens of thousands", "hundreds of millions"."""
        atom = self._atoms[index]
        value, end, scale = atom.value, atom.end, 1.0
        following = index + 1
        if (
            self._role(following) == "vague"
            and self._gap(following).strip().lower() == "of"
            and self._atoms[following].value >= 2000
        ):
            scale = self._atoms[following].value / 2
            value, end = value * scale, self._atoms[following].end
            following += 1
        elif atom.value == 20:  # "tens of" nothing else is no number
            return None, following
        return Numeral(atom.start, end, value, "vague", scale), following

    def _bare_fraction(self, index: int) -> tuple[Numeral | None, int]:
        """ "half", "a third", "half a million", "quarter of a million"."""
        atom = self._atoms[index]
        article = _ARTICLE.search(self._text, max(0, atom.start - 4), atom.start)
        start = article.start() if article else atom.start
        following = index + 1
        gap = self._gap(following).lower()
        if self._role(following) in ("scale", "hundred") and gap in (" a ", " of a ", " ", "-"):
            scale = self._atoms[following].value
            return Numeral(
                start, self._atoms[following].end, atom.value * scale, "words", scale
            ), following + 1
        if not article and atom.value != 0.5:
            return None, following
        return Numeral(start, atom.end, atom.value, "fraction"), following

    def _cardinal(self, index: int) -> tuple[Numeral | None, int]:
        first = self._atoms[index]
        total, current, last_scale, scale = 0.0, None, float("inf"), 1.0
        start, form, tentative = first.start, "words", ""
        previous = ""
        at = index
        if first.role in ("hundred", "scale"):
            vague = self._several(first)
            if vague is not None:
                return vague, index + 1
            article = _ARTICLE.search(self._text, max(0, start - 4), start)
            if article is None and first.value == 12:
                return None, index + 1  # "a baker's dozen"
            start = article.start() if article and not _COMPOUND.match(self._text, first.end) else start
            current = 1.0
            previous = "article"
        while at < len(self._atoms):
            atom = self._atoms[at]
            if at > index and not self._joined(at):
                break
            if atom.role == "digits":
                if current is not None or (total and not self._continues(at, last_scale)):
                    break
                current, form = atom.value, "digits"
            elif atom.role in ("digit", "teen", "tens"):
                if not self._adds(atom, at, previous, current, last_scale):
                    break
                current = (current or 0.0) + atom.value
            elif atom.role == "hundred":
                if current is None or current >= 100:
                    break
                current *= 100
            elif atom.role == "scale":
                if atom.value == 12 and previous in ("hundred", "scale"):
                    break
                if current is None:
                    if self._gap(at).strip(" -") or atom.suffix or not total:
                        break
                    total *= atom.value
                else:
                    total += current * atom.value
                    current = None
                last_scale = scale = atom.value
                tentative = atom.suffix if atom.suffix in ("m", "b", "T", "M") else ""
            else:
                break
            previous = atom.role
            at += 1
        if at == index:
            return None, index + 1
        value = total + (current or 0.0)
        numeral = Numeral(
            start,
            self._atoms[at - 1].end,
            value,
            "digits" if form == "digits" else "words",
            scale if total else 1.0,
            tentative,
        )
        if not total and numeral.form == "words" and previous == "hundred":
            numeral = replace(numeral, scale=1.0)
        return self._with_fraction(numeral, at)

    def _several(self, atom: _Atom) -> Numeral | None:
        """ "several hundred", "a few million": as vague as the plural."""
        few = _FEW.search(self._text, max(0, atom.start - 24), atom.start)
        if few is None or "the" in few[0].lower():
            return None
        least = 24.0 if atom.value == 12 else 2 * atom.value
        return Numeral(few.start(), atom.end, least, "vague", atom.value)

    def _continues(self, at: int, last_scale: float) -> bool:
        """Whether digits after a scale word go on with the number: "4 thousand 3 hundred"."""
        following = at + 1
        return (
            self._role(following) in ("scale", "hundred")
            and self._joined(following)
            and self._atoms[following].value < last_scale
            and self._atoms[at].value < 1000
            and not self._atoms[following].suffix
        ) or (
            self._role(at - 1) == "hundred"
            and self._joined(at, _AND)
            and self._atoms[at].value < 100
        )

    def _adds(
        self, atom: _Atom, at: int, previous: str, current: float | None, last_scale: float
    ) -> bool:
        gap = self._gap(at)
        if previous == "":
            return True
        if previous == "tens":
            return atom.role == "digit" and atom.value > 0 and "and" not in gap
        if previous == "hundred":
            return atom.value < 100 and (" a" not in gap or "and" in gap)
        if previous == "scale":
            if atom.value == 0 or last_scale == 12:
                return False
            return current is None and ("and" not in gap.lower() or self._small_after(at))
        return False

    def _small_after(self, at: int) -> bool:
        """ "two thousand and five" goes on, "two million and three countries" may not."""
        return self._role(at + 1) in ("hundred", "scale", "digit", "tens") or not re.match(
            r"\s+[a-z]{4,}", self._text[self._atoms[at].end : self._atoms[at].end + 8]
        )

    def _with_fraction(self, numeral: Numeral, at: int) -> tuple[Numeral, int]:
        """Adds "and a half", "point five"; makes "two" "thirds" a fraction."""
        role, gap = self._role(at), self._gap(at)
        if (
            role == "fraction"
            and re.fullmatch(r"[\s-]+", gap)
            and numeral.value == int(numeral.value)
        ):
            atom = self._atoms[at]
            plural = self._text[atom.end - 1].lower() == "s"
            if (
                numeral.scale == 1.0
                and (atom.value != 0.25 or numeral.value in (1, 3))
                and 0 < numeral.value < 1 / atom.value * 3
                and (plural or numeral.value == 1 or numeral.value > 20)
            ):
                return self._scaled_fraction(
                    replace(
                        numeral, end=atom.end, value=numeral.value * atom.value, form="fraction"
                    ),
                    at + 1,
                )
            return numeral, at
        if role == "fraction" and _AND_A.fullmatch(gap):
            atom = self._atoms[at]
            whole = replace(numeral, end=atom.end, value=numeral.value + atom.value * numeral.scale)
            return self._scaled(whole, at + 1) if numeral.scale == 1.0 else (whole, at + 1)
        if (
            role in ("digit", "fraction")
            and _AND.fullmatch(gap)
            and self._role(at + 1) == "fraction"
            and re.fullmatch(r"[\s-]+", self._gap(at + 1))
        ):
            part = self._atoms[at].value * self._atoms[at + 1].value
            whole = replace(
                numeral, end=self._atoms[at + 1].end, value=numeral.value + part * numeral.scale
            )
            return self._scaled(whole, at + 2) if numeral.scale == 1.0 else (whole, at + 2)
        if role in ("digit", "teen", "tens") and _POINT.fullmatch(gap):
            return self._decimals(numeral, at)
        return numeral, at

    def _scaled(self, numeral: Numeral, at: int) -> tuple[Numeral, int]:
        if self._role(at) in ("scale", "hundred") and re.fullmatch(r"[\s-]+", self._gap(at)):
            atom = self._atoms[at]
            return replace(
                numeral, end=atom.end, value=numeral.value * atom.value, scale=atom.value
            ), at + 1
        return numeral, at

    def _scaled_fraction(self, numeral: Numeral, at: int) -> tuple[Numeral, int]:
        """ "three quarters of a million"."""
        if self._role(at) == "scale" and re.fullmatch(
            r"\s+(?:of\s+)?(?:an?\s+)?", self._gap(at), re.I
        ):
            atom = self._atoms[at]
            return replace(
                numeral,
                end=atom.end,
                value=numeral.value * atom.value,
                scale=atom.value,
                form="words",
            ), at + 1
        return numeral, at

    def _decimals(self, numeral: Numeral, at: int) -> tuple[Numeral, int]:
        digits = ""
        end = numeral.end
        while self._role(at) in ("digit", "teen", "tens") and (not digits or self._joined(at)):
            atom = self._atoms[at]
            if digits and digits[-1] == "0" and self._role(at - 1) == "tens":
                digits = digits[:-1]
            digits += str(int(atom.value))
            end = atom.end
            at += 1
        whole = replace(numeral, end=end, value=numeral.value + float(f"0.{digits}"))
        return self._scaled(whole, at)

    def _ratio(self, numeral: Numeral, index: int) -> tuple[Numeral, int] | None:
        """ "one in five", "nine out of 10", "two out of three", "1 over 3"."""
        if index >= len(self._atoms) or numeral.form == "vague":
            return None
        gap = self._text[numeral.end : self._atoms[index].start]
        if not _IN.fullmatch(gap) and not _SLASH.fullmatch(gap):
            return None
        below, following = self._number(index)
        if below is None or below.form not in ("digits", "words"):
            return None
        share = _IN.fullmatch(gap)
        if share and not _is_share(numeral.value, below.value):
            return None
        if below.value == 0:
            return None
        return Numeral(numeral.start, below.end, numeral.value / below.value, "fraction"), following

    def _signed(self, numeral: Numeral) -> Numeral:
        minus = _MINUS.search(self._text, max(0, numeral.start - 10), numeral.start)
        if minus is None or numeral.form == "vague":
            return numeral
        return replace(numeral, start=minus.start(), value=-numeral.value)


def _is_share(above: float, below: float) -> bool:
    """ "one in five" and "two out of 500" are shares, "38 out of 46" are two counts."""
    round_number = below <= 10 or below % 5 == 0 or below == 12
    return (
        0 < above < below
        and above <= 10
        and above == int(above)
        and round_number
        and not 1900 <= below <= 2100
    )
