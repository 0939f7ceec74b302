"""The model on the passages of a text that can hold or explain a claim, exactly as on the whole.

Three words in ten of news stand far from any number. A passage is the paragraph of a quantity with
its neighbours; the headline and the lead are read always. What the model makes of a token hangs on
few others: each of the four layers of its embedding looks one token to either side, and the parser,
which goes from left to right, starts anew at a paragraph and looks two tokens ahead. So a passage
is read with that much text around it, and comes out as if the whole had been read.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

_BEFORE, _AFTER = 2, 1  # paragraphs
_LEAD = 3  # paragraphs: a headline, a dateline, a lead
_LEFT, _RIGHT = 4, 6  # tokens around a passage that its own annotation hangs on
# The parser takes a step in every text of a batch at once, and the arrays of the embedding fit the
# processor's cache: long passages are read in parts.
_LONGEST = 500  # tokens
_BATCH = 32

_SENTENCE = re.compile(  # not after an initial, "Gov.", "Dr." or "Feb."
    r"(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z][a-z])[.!?][\"”’')\]]*\s+(?=[\"“‘(\[]?[A-Z0-9])"
)
_GIVEN = ["NORM", "SENT_START"]  # what the tokenizer and the paragraphs tell of a token
_QUOTES = ('"', "“", "‘", "'", "`")
_READ = ["TAG", "DEP", "HEAD", "SENT_START"]
_NO_START = np.uint64(2**64 - 1)  # -1 as spaCy has it

Extent = tuple[int, int]  # of tokens, end exclusive
Array = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Passage:
    """Some tokens of a Doc, and the Doc that the model reads of them and their surroundings."""

    extent: Extent
    left: int
    doc: Doc


def annotate(nlp: Language, docs: Sequence[Doc], spots: Sequence[Sequence[int]]) -> None:
    """Write tags and parse where the spots of each Doc, its characters in question, need them.

    The Docs have their paragraphs marked. Elsewhere they get sentences, as far as full stops tell.
    """
    chosen = [list(_passages(doc, places)) for doc, places in zip(docs, spots, strict=True)]
    parts = (passage.doc for passages in chosen for passage in passages)
    read = nlp.pipe(parts, batch_size=_BATCH)
    for doc, passages in zip(docs, chosen, strict=True):
        rows = _unread(doc)
        for passage, part in zip(passages, read, strict=False):
            first, end = passage.extent
            seen = _columns(part, *_READ)[passage.left :]
            rows[first:end] = seen[: end - first]
        _write(doc, _READ, rows)
        _write(doc, _READ[-1:], rows[:, -1:])  # spaCy drops sentences that have no parse


def _passages(doc: Doc, spots: Sequence[int]) -> Iterator[Passage]:
    words, spaces = _columns(doc, "ORTH", "SPACY").T.tolist()
    given = _columns(doc, *_GIVEN)
    for first, end in _extents(doc, given[:, 1], spots):
        left, right = max(first - _LEFT, 0), min(end + _RIGHT, len(doc))
        part = Doc(doc.vocab, words=words[left:right], spaces=spaces[left:right])
        _write(part, _GIVEN, given[left:right])
        yield Passage((first, end), first - left, part)


def _extents(doc: Doc, starts: Array, spots: Sequence[int]) -> Iterator[Extent]:
    """The tokens of the chosen paragraphs, neighbours together."""
    firsts = np.flatnonzero(starts == 1).tolist()
    if not firsts or firsts[0] > 0:
        firsts.insert(0, 0)
    begin = None
    chosen = _chosen(doc, firsts, spots)
    for wanted, first, end in zip(chosen, firsts, [*firsts[1:], len(doc)], strict=True):
        if begin is not None and (not wanted or end - begin > _LONGEST):
            yield begin, first
            begin = None
        if wanted and begin is None:
            begin = first
    if begin is not None:
        yield begin, len(doc)


def _chosen(doc: Doc, firsts: list[int], spots: Sequence[int]) -> list[bool]:
    """Which paragraphs are read: the lead, those with a spot, and those around and after one."""
    places = _columns(doc, "IDX")[firsts]
    chosen = [number < _LEAD for number in range(len(firsts))]
    for number in np.searchsorted(places, spots, side="right").tolist():
        near = slice(max(number - 1 - _BEFORE, 0), number + _AFTER)
        chosen[near] = [True] * len(chosen[near])
    # A quotation is the last speaker's unless its own words name another: these have to be read.
    for number in range(1, len(chosen)):
        quotes = doc[firsts[number]].text.startswith(_QUOTES)
        chosen[number] = chosen[number] or (chosen[number - 1] and quotes)
    return chosen


def _unread(doc: Doc) -> Array:
    """The annotation of a Doc that nobody read: no tag, no parse, sentences after full stops."""
    starts, offsets = _columns(doc, "SENT_START", "IDX").T
    after = [match.end() for match in _SENTENCE.finditer(doc.text)]
    starts[np.searchsorted(offsets, after)] = 1
    rows = np.zeros((len(doc), len(_READ)), dtype=np.uint64)
    rows[:, -1] = np.where(starts == 1, starts, _NO_START)
    return rows


def _columns(doc: Doc, *names: str) -> Array:
    return cast("Array", doc.to_array([*names]))  # the stub says floats


def _write(doc: Doc, names: list[str], rows: Array) -> None:
    doc.from_array(names, rows)  # type: ignore[arg-type]  # the stub knows only thinc's arrays
