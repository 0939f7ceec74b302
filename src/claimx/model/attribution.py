"""Who says so: a cue, what it introduces, and the sources that vouch for it."""

from dataclasses import dataclass

from claimx.model.mention import Mention
from claimx.model.vocabulary import CueSense, Quotation, Role, SourceKind, Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One source: the mention as it stands, and who that is.

    `name` is the full or canonical name, None where two candidates remain. `cue` is the word that
    reports ("said", "according to"). `inherited` marks a source carried over from another sentence.
    `wikidata` is the item of a well-known institution ("Q..."), None where it was not verified.
    """

    text: str
    start: int
    end: int
    name: str | None = None
    kind: SourceKind | None = None
    role: Role = "origin"
    cue: str | None = None
    inherited: bool = False
    wikidata: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """An attribution relation: sources, cue and content (the terms of PARC and PolNeAR).

    `cue` is None where punctuation alone attributes; `content` is in text order and may have
    several pieces. `stance` is what the cue makes of its content ("estimates", "denies"), and
    `sense` tells a cue that reports from one of a plan ("vowed to") or an attitude ("criticised").
    """

    cue: Mention | None
    content: tuple[Mention, ...]
    sources: tuple[Source, ...]
    quotation: Quotation = "indirect"
    stance: Stance = "stated"
    sense: CueSense = "report"
    confidence: float = 1.0
    rules: tuple[str, ...] = ()
