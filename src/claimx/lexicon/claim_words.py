"""The kinds of lexicon entries that the claims room reads."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from claimx.model import Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceCue:
    """Words that make a claim something else than a stated fact.

    `place` says where they must stand: in the claim's own `clause`, in the `phrase` that the number
    measures, as the verb on which the number's own `infinitive` hangs, or as the verb of `saying`
    that moves a "will" into the past.
    """

    name: str
    forms: tuple[str, ...]
    stance: Stance
    place: Literal["clause", "phrase", "infinitive", "noun", "saying"] = "clause"
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """What happens on a day and is counted afterwards ("killed", "evacuated", "votes")."""

    name: str
    forms: tuple[str, ...]
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """Words for losses that a war adds up from its start ("casualties", "killed")."""

    name: str
    forms: tuple[str, ...]
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningWar:
    """A war that goes on: its first day, and words all of which a document about it has."""

    name: str
    first: date
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """Words of telling that a period may hang on: "published on Monday" dates no number."""

    name: str
    forms: tuple[str, ...]
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """Words for a survey of people, whose shares hold for the days on which it was taken."""

    name: str
    forms: tuple[str, ...]
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fieldwork:
    """Words for taking a survey ("conducted"), which stand before its days."""

    name: str
    forms: tuple[str, ...]
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredDuration:
    """Words that make a duration the measured property itself ("a ten-year sentence").

    `place` says whether they stand `before` the duration or `after` it.
    """

    name: str
    forms: tuple[str, ...]
    place: Literal["before", "after"]
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """What a page prints around an article; `#` in a form stands for the number."""

    name: str
    forms: tuple[str, ...]
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LightNoun:
    """Nouns that need their complement to say what is measured ("number of", "price of")."""

    name: str
    forms: tuple[str, ...]
    examples: tuple[str, ...] = ()


KINDS: dict[str, type] = {
    "stance_cue": StanceCue,
    "happening": Happening,
    "loss": Loss,
    "running_war": RunningWar,
    "telling": Telling,
    "survey": Survey,
    "fieldwork": Fieldwork,
    "measured_duration": MeasuredDuration,
    "furniture": Furniture,
    "light_noun": LightNoun,
}
