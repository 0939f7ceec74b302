"""The place of a number in its text: what the rules of `measured` look at."""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from spacy.tokens import Token

from claimx.model import Mention, Quantity

from .noun_phrases import NOUN_TAGS, complement_end, is_time, phrase_start
from .reading import Reading, Sentence

# Neither a title nor the time is part of what is measured: "Texas Sen. Ada Finn", "third-quarter
# profit".
_TITLE_OR_TERM = re.compile(
    r"(?:[^.,;]*\b(?:Sen|Gov|Rep|Mrs?|Ms|Dr|Gen|Col|Lt|Sgt|Prof)\."
    r"|(?:first|second|third|fourth)[- ](?:quarter|half)|full[- ]year|fiscal|last\syear['’]s)\s+",
    re.IGNORECASE,
)
_PLUS_OR_MINUS = re.compile(r"(?:\+/[-−]|±|\bplus\s+or\s+minus)\s*$", re.IGNORECASE)

Earlier = Sequence[tuple[Quantity, Mention | None]]


@dataclass(frozen=True)
class Place:
    """A quantity in its document, the quantities before it with what they measure, light nouns."""

    reading: Reading
    quantity: Quantity
    earlier: Earlier
    light: Container[str]

    @cached_property
    def sentence(self) -> Sentence:
        """The number's sentence."""
        return self.reading.sentence_at(self.quantity.start)

    @cached_property
    def lead(self) -> str:
        """The text of the sentence before the number."""
        return self.reading.text[self.sentence.start : self.quantity.start]

    @cached_property
    def head(self) -> Token:
        """The number's own head."""
        return self.reading.head_of(self.quantity.start, self.quantity.end)

    @cached_property
    def first(self) -> Token:
        """The number's first token, or that of the "plus or minus" before it."""
        sign = _PLUS_OR_MINUS.search(self.lead)
        start = self.sentence.start + sign.start() if sign else self.quantity.start
        return self.reading.token_at(start)

    @cached_property
    def following(self) -> Token | None:
        """The token right after the number."""
        if self.quantity.end >= len(self.reading.text):
            return None
        token = self.reading.token_at(self.quantity.end)
        if token.idx >= self.quantity.end:
            return token
        return token.nbor(1) if token.i + 1 < len(token.doc) else None

    def follows(self, *words: str) -> bool:
        """Whether the text goes on with one of some words after the number."""
        return self.following is not None and self.following.lower_ in words

    def may_measure(self, noun: Token) -> bool:
        """Whether a token is a noun that may be measured: no time, no unit of another number."""
        if noun.tag_ not in NOUN_TAGS or is_time(noun) or noun.text[0].isdigit():
            return False
        return not any(start <= noun.idx < end for start, end in self._taken)

    @cached_property
    def _taken(self) -> list[tuple[int, int]]:
        """Where the sentence's quantities before this one stand."""
        own = takewhile(lambda pair: pair[0].start >= self.sentence.start, reversed(self.earlier))
        return [(one.start, one.end) for one, _ in own]

    def mention(self, start: int, end: int) -> Mention:
        """A stretch of the text, without the title or term at its beginning."""
        title = _TITLE_OR_TERM.match(self.reading.text, start, end)
        start = title.end() if title and title.end() < end else start
        return Mention(text=self.reading.text[start:end], start=start, end=end)

    def phrase(self, noun: Token, start: int | None = None) -> Mention:
        """A noun with its modifiers, and its complement where it says little alone."""
        begin = phrase_start(noun) if start is None else min(start, noun.idx)
        end = noun.idx + len(noun.text)
        if noun.lower_ in self.light:
            end = complement_end(noun) or end
        return self.mention(begin, end)
