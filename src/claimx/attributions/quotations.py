"""Where a text quotes: pairs of quotation marks, with marks that were never closed."""

import re
from bisect import bisect_right

_MARK = re.compile(r"[“”\"]|``|''|(?<!\w)‘(?=\w)|(?<=[\w.,!?])’(?!\w)")
_LONGEST = 3000  # characters; a longer "quotation" is a lost mark
_PARAGRAPH = re.compile(r"\n\s*")


class Quotations:
    """The quoted stretches of a text, marks included."""

    def __init__(self, text: str) -> None:
        self.spans = _pairs(text)
        self._starts = [start for start, _ in self.spans]

    def at(self, offset: int) -> tuple[int, int] | None:
        """The quotation that holds an offset."""
        place = bisect_right(self._starts, offset) - 1
        if place < 0 or offset >= self.spans[place][1]:
            return None
        return self.spans[place]


def _pairs(text: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    opened: int | None = None
    for match in _MARK.finditer(text):
        mark = match.group()
        if mark in "‘’":
            continue
        start, end = match.span()
        if opened is not None and (_broken(text, opened, start) or start - opened > _LONGEST):
            opened = None
        opens = mark in "“``" or (mark in "\"''" and opened is None and _may_open(text, start, end))
        if opens and opened is None:
            opened = start
        elif not opens and opened is not None:
            found.append((opened, end))
            opened = None
    return found


def _may_open(text: str, start: int, end: int) -> bool:
    after = text[end : end + 1]
    before = text[start - 1 : start]
    return bool(after) and not after.isspace() and not before.isalnum()


def _broken(text: str, opened: int, start: int) -> bool:
    """Whether a paragraph ends in between and the next one does not open with a mark again."""
    for gap in _PARAGRAPH.finditer(text, opened, start + 1):
        if gap.end() < len(text) and text[gap.end()] not in "“\"'‘`":
            return True
    return False
