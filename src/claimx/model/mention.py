"""A stretch of text with its place: what every other record is tied to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A stretch of the text that was read, so that ``text[start:end] == mention.text``.

    Offsets count Unicode code points from 0; the end is exclusive.
    """

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Veto:
    """A stretch that looks like a quantity or a claim, and the rule that says it is none."""

    text: str
    start: int
    end: int
    rule: str
