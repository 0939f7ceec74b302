"""The sentences of a text as passages that may go on with an earlier report."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimx.model import Attribution

from .reading import Reading

_WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence on its line, with its number in the text and that of its line."""

    number: int
    line: int
    start: int
    end: int
    words: tuple[str, ...]


def passages(reading: Reading) -> Iterator[Passage]:
    """The sentences of a text; a line break ends one."""
    number = line = first = 0
    count = len(reading.words)
    for place, word in enumerate(reading.words):
        broken = "\n" in word
        if not (broken or place + 1 == count or place + 1 in reading.opens):
            continue
        end = place if broken else place + 1
        if first < end:
            words = tuple(_WORDS.findall(" ".join(reading.words[first:end])))
            yield Passage(number, line, reading.starts[first], reading.ends[end - 1], words)
            number += 1
        first = place + 1
        line += broken


def place_of(told: Attribution) -> int:
    """Where a report is told: its cue."""
    return told.cue.start if told.cue is not None else told.content[0].start


def opening(told: Attribution) -> int:
    """The first character of a report: of its content, its source or its cue."""
    return min(place_of(told), told.content[0].start, *(one.start for one in told.sources))


def kind_of(told: Attribution) -> str | None:
    """The kind of the first source of a report."""
    return told.sources[0].kind


def is_same(one: Attribution, other: Attribution) -> bool:
    """Whether two reports have a source by the same name or words."""
    names = _names(one)
    return any(name in names for name in _names(other))


def _names(told: Attribution) -> Sequence[str]:
    return [name for source in told.sources for name in (source.name, source.text) if name]
