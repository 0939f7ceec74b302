"""Where a text quotes: pairs of quotation marks, with marks that were never closed."""

import re
from bisect import bisect_right
from collections.abc import Iterator

Span = tuple[int, int]  # of characters, end exclusive

_MARK = re.compile(r"[“”\"]|``|''")
_SINGLE = re.compile(r"(?::\s{1,4}|, )(['\u2018][A-Z][^\n]{20,4000}['\u2019])[ \t]*$", re.MULTILINE)
_LONGEST = 4000  # characters; a longer "quotation" is a lost mark
_PARAGRAPH = re.compile(r"\n\s*")


class Quotations:
    """The quoted stretches of a text, marks included, and its paragraphs."""

    def __init__(self, text: str) -> None:
        self.spans = _pairs(text)
        self._starts = [start for start, _ in self.spans]
        self._breaks = [match.start() for match in re.finditer("\n", text)]

    def at(self, offset: int) -> Span | None:
        """The quotation that holds an offset."""
        place = bisect_right(self._starts, offset) - 1
        if place < 0 or offset >= self.spans[place][1]:
            return None
        return self.spans[place]

    def touching(self, span: Span) -> list[Span]:
        """The quotations that share a character with a stretch."""
        place = max(bisect_right(self._starts, span[0]) - 1, 0)
        found = []
        while place < len(self.spans) and self.spans[place][0] < span[1]:
            if self.spans[place][1] > span[0]:
                found.append(self.spans[place])
            place += 1
        return found

    def paragraph(self, offset: int) -> int:
        """The number of the line that holds an offset."""
        return bisect_right(self._breaks, offset)


def _pairs(text: str) -> list[Span]:
    found: list[Span] = []
    opened: int | None = None
    for match in _MARK.finditer(text):
        mark = match.group()
        start, end = match.span()
        if opened is not None and (start - opened > _LONGEST or _broken(text, opened, start)):
            # The paragraph ended and the next one does not go on with a mark: never closed.
            found.append((opened, _line_end(text, opened)))
            opened = None
        wrong = opened is not None and not text[end : end + 1].isalnum()  # “Two drowned.“
        if (mark == "“" and not wrong) or (
            mark != "”" and opened is None and _may_open(text, start, end)
        ):
            opened = start if opened is None else opened
        elif opened is not None and not _may_only_open(text, start, end, mark):
            found.append((opened, end))
            opened = None
    return sorted([*found, *_single(text, found)])


def _single(text: str, double: list[Span]) -> Iterator[Span]:
    """Quotations in single marks that fill the rest of a paragraph: `She said: 'We won. ...'`."""
    for match in _SINGLE.finditer(text):
        start, end = match.span(1)
        if not any(first < end and start < last for first, last in double):
            yield start, end


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return end if end >= 0 else len(text)


def _may_open(text: str, start: int, end: int) -> bool:
    after = text[end : end + 1]
    return bool(after) and not after.isspace() and not text[start - 1 : start].isalnum()


def _may_only_open(text: str, start: int, end: int, mark: str) -> bool:
    """Whether a mark goes on with an open quotation in a new paragraph."""
    return mark != "”" and text[start - 1] == "\n" and text[end : end + 1].isalnum()


def _broken(text: str, opened: int, start: int) -> bool:
    """Whether a paragraph ends in between and the next one does not open with a mark again."""
    return any(
        text[gap.end() : gap.end() + 2].strip("“\"`'") == text[gap.end() : gap.end() + 2]
        for gap in _PARAGRAPH.finditer(text, opened, start + 1)
        if gap.end() < len(text)
    )
