"""A Doc as the assembler reads it: sentences that end at line breaks, and quick look-ups."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise

from spacy.tokens import Doc, Token

_LINE = re.compile(r"[^\n]+")
_SENTENCE_END = re.compile(r"[.!?:;…][\"'”’)\]]*\s*$")
_MOST_HEADING_WORDS = 25
# No sentence of prose is longer; a line of thousands of numbers would be walked for each of them.
_LONGEST_SENTENCE = 1500
_INSIDE_NOUN = frozenset(["nummod", "quantmod", "compound", "amod", "nmod"])


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence by its characters, the blanks around it left out; `index` counts from 0."""

    index: int
    start: int
    end: int
    paragraph: int
    heading: bool


class Reading:
    """One document with what all steps of the assembler ask of it.

    The parser runs a headline into the first sentence where only a line break stands between
    them; so a line break always ends a sentence here.
    """

    def __init__(self, doc: Doc, published: date | None = None) -> None:
        self.doc = doc
        self.text = doc.text
        self.published = published
        # Two arrays at once: walking over the tokens would cost more than all the rest.
        table = doc.to_array(["IDX", "SENT_START"])
        self._token_starts: list[int] = table[:, 0].tolist()
        parsed: list[int] = table[table[:, 1] == 1, 0].tolist()
        self.sentences = tuple(_sentences(self.text, parsed))
        self._sentence_starts = [sentence.start for sentence in self.sentences]

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds a character."""
        return self.sentences[max(bisect_right(self._sentence_starts, offset) - 1, 0)]

    def token_at(self, offset: int) -> Token:
        """The token that holds a character, or the one before a blank."""
        return self.doc[max(bisect_right(self._token_starts, offset) - 1, 0)]

    def tokens(self, start: int, end: int) -> list[Token]:
        """The tokens of a stretch of characters."""
        if end <= start:
            return []
        return list(self.doc[self.token_at(start).i : self.token_at(end - 1).i + 1])

    def head_of(self, start: int, end: int) -> Token:
        """The token of a stretch that governs the others, as far as the parse tells."""
        stretch = self.tokens(start, end)
        first, last = stretch[0].i, stretch[-1].i
        outward = [token for token in stretch if not first <= token.head.i <= last]
        return outward[-1] if outward else stretch[-1]

    def noun_of(self, start: int, end: int) -> Token:
        """The noun that a number belongs to ("troops" of "1,950 troops"), or the number's head."""
        token = self.head_of(start, end)
        while token.dep_ in _INSIDE_NOUN and token.head.tag_[0] in "NC" and token.head.i != token.i:
            token = token.head
        return token

    @cached_property
    def headline(self) -> Sentence | None:
        """The first line, where it reads as a headline."""
        first = self.sentences[0] if self.sentences else None
        return first if first and first.heading else None


def _sentences(text: str, parsed: list[int]) -> Iterator[Sentence]:
    index = 0
    for paragraph, line in enumerate(_LINE.finditer(text)):
        inner = parsed[bisect_right(parsed, line.start()) : bisect_right(parsed, line.end() - 1)]
        bounds = [*_with_cuts([line.start(), *inner, line.end()])]
        heading = _is_heading(line.group())
        for start, end in pairwise(bounds):
            piece = text[start:end]
            if not piece.strip():
                continue
            lead = len(piece) - len(piece.lstrip())
            stripped = start + lead
            yield Sentence(index, stripped, stripped + len(piece.strip()), paragraph, heading)
            index += 1


def _with_cuts(bounds: list[int]) -> Iterator[int]:
    """Sentence bounds, with cuts where a sentence would be longer than any that people write."""
    for start, end in pairwise(bounds):
        yield from range(start, end, _LONGEST_SENTENCE)
    yield bounds[-1]


def _is_heading(line: str) -> bool:
    return len(line.split()) <= _MOST_HEADING_WORDS and not _SENTENCE_END.search(line)


def clause_verb(token: Token) -> Token:
    """The verb whose clause a token stands in; the sentence's root where no verb governs it."""
    verb = token
    while not verb.tag_.startswith("V") or verb.dep_ in ("aux", "auxpass", "amod", "compound"):
        if verb.head.i == verb.i:
            return verb
        verb = verb.head
    return verb


def ancestors(token: Token) -> Iterator[Token]:
    """A token's governors, from the nearest up to the root."""
    while token.head.i != token.i:
        token = token.head
        yield token
