"""The kinds of lexicon entries that the attributions room reads."""

from dataclasses import dataclass
from typing import Literal

from claimx.model import CueSense, SourceKind, Stance

CuePart = Literal["verb", "noun", "preposition", "mark"]
CueFrame = Literal["clause", "object", "infinitive"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A word that attributes: its forms, what may be its content, and the stance that it gives.

    `sense` tells a cue that reports words or findings from one of a plan or an attitude. A cue of
    `figures` attributes wherever a number is in its content ("put the toll at 31"). A `published`
    one does so only where what is published acts ("the poll had the mayor on 40%").
    """

    name: str
    part: CuePart
    forms: tuple[str, ...]
    frames: tuple[CueFrame, ...] = ("clause",)
    sense: CueSense = "report"
    stance: Stance = "stated"
    figures: bool = False
    published: bool = False
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """A noun for what is published and speaks for its maker: poll, study, report.

    `within` says that "in a ..." alone attributes: "12% in a poll last week".
    """

    name: str
    kind: SourceKind
    forms: tuple[str, ...]
    within: bool = False
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Nobody:
    """Nouns that, standing alone, speak for nobody in particular: "Estimates suggest".

    A `label` does so before a colon only: "Report: 40 drowned", against "40 drowned, report says".
    """

    name: str
    forms: tuple[str, ...]
    label: bool = False
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Institution:
    """A well-known institution: its canonical name, its kind and its other names."""

    name: str
    label: str
    kind: SourceKind
    aliases: tuple[str, ...] = ()
    wikidata: str | None = None
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """The forms of a country's name that stand for one another in names of institutions.

    Its capital stands for its government: "Paris said".
    """

    name: str
    forms: tuple[str, ...]
    capital: str | None = None
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """Words that stand before a person's name and are no part of it."""

    name: str
    forms: tuple[str, ...]
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceNoun:
    """Nouns that tell what kind of source a mention is."""

    name: str
    kind: SourceKind
    forms: tuple[str, ...]
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NameWord:
    """Words that are read with an eye to names: what they say of the name beside them.

    `opener` words stand before a name and are no part of it ("On Monday Lee"); a name with a
    `place` word in it is no person ("North Shore"); a `locator` stands before places ("in").
    """

    name: str
    effect: Literal["opener", "place", "locator"]
    forms: tuple[str, ...]
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Continuation:
    """Words that tell whether a sentence goes on under the source of an earlier one.

    `asked` words stand in shares of those asked in a poll, `polled` ones nowhere else; `counted`
    ones in shares of something else, `method` ones in what a poll tells of itself; `accounts` are
    what a company reports of itself, `economy` what offices of statistics report every month.
    """

    name: str
    effect: Literal["asked", "polled", "counted", "method", "accounts", "economy"]
    forms: tuple[str, ...]
    examples: tuple[str, ...] = ()


KINDS: dict[str, type] = {
    "cue": Cue,
    "publication": Publication,
    "nobody": Nobody,
    "institution": Institution,
    "country": Country,
    "title": Title,
    "source_noun": SourceNoun,
    "name_word": NameWord,
    "continuation": Continuation,
}
