"""The kinds of lexicon entries that the attributions room reads."""

from dataclasses import dataclass
from typing import Literal

from claimx.model import SourceKind, Stance

CuePart = Literal["verb", "noun", "preposition"]
CueFrame = Literal["clause", "object", "infinitive"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A word that attributes: its forms, what may be its content, and the stance that it gives.

    `sense` tells a cue that reports words or findings from one of a plan or an attitude.
    """

    name: str
    part: CuePart
    forms: tuple[str, ...]
    frames: tuple[CueFrame, ...] = ("clause",)
    sense: Literal["report", "plan", "attitude"] = "report"
    stance: Stance = "stated"
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


KINDS: dict[str, type] = {"cue": Cue, "publication": Publication}
