"""The kinds of lexicon entries that the quantities room reads."""

from dataclasses import dataclass
from typing import Literal

from claimx.model import Change, Comparator

NumberRole = Literal["digit", "teen", "tens", "hundred", "scale", "fraction", "vague", "multiple"]
ModifierPlace = Literal["before", "after", "verb"]
NamePlace = Literal["before", "after"]
UnitKind = Literal[
    "share",
    "length",
    "area",
    "volume",
    "mass",
    "time",
    "age",
    "speed",
    "temperature",
    "angle",
    "energy",
    "power",
    "electricity",
    "force",
    "pressure",
    "frequency",
    "storage",
    "concentration",
    "multiple",
    "point",
    "other",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberWord:
    """A word that is a number or part of one; `suffixes` are its short forms after digits."""

    name: str
    value: float
    role: NumberRole
    forms: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Modifier:
    """Words that turn a number into a bound or an approximate value."""

    name: str
    forms: tuple[str, ...]
    comparator: Comparator
    place: ModifierPlace = "before"
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit of measure: its words, its symbols, and how it is called (`unit`, else the name).

    `glued` are symbols that count only right behind the digits ("5h").
    """

    name: str
    kind: UnitKind
    forms: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    glued: tuple[str, ...] = ()
    unit: str | None = None
    ucum: str | None = None
    factor: float = 1.0
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Currency:
    """A currency or a coin: its words, the symbols that stand before or after a sum.

    `before` are symbols that stand only before it ("R11bn").
    """

    name: str
    forms: tuple[str, ...]
    symbols: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    unit: str | None = None
    code: str | None = None
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Denominator:
    """What a rate is counted against, after "a", "an", "each", "every"; `adverbs` say it alone."""

    name: str
    forms: tuple[str, ...]
    adverbs: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedName:
    """Words that make the number beside them part of a name ("Article 5", "575 Mill Road").

    `common` words stand before counts too ("in the area 30 homes burned"): where one has no
    capital and a plural follows, the number counts.
    """

    name: str
    forms: tuple[str, ...]
    place: NamePlace = "before"
    common: bool = False
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """Verbs, nouns and adverbs of rising or falling; `objects` are the verbs that take counts."""

    name: str
    change: Change
    verbs: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()


KINDS: dict[str, type] = {
    "number": NumberWord,
    "modifier": Modifier,
    "unit": Unit,
    "currency": Currency,
    "denominator": Denominator,
    "numbered_name": NumberedName,
    "movement": Movement,
}
