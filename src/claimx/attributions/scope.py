"""How far an attribution reaches: whole quotations, what goes on after them, and nesting."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from .cues import CueFinder
from .leads import Lead
from .quotations import Quotations, Span
from .reading import Extent, Reading

_NEAR = 300  # characters between quotations of which the second goes on with the first
_FAR = 2000  # characters from a quotation to a cue in the same sentence, at most
_BEFORE = 25  # tokens before a quotation in which its cue may stand
_AFTER = 40  # and after it
_FOLLOWS = (". ", ": ", ".  ")
_ENDS = (".", "!", "?")
_CONTRASTS = ("while", "whereas", "although", "though")
_SHORT = 12  # characters; a shorter quotation is a word in marks, not somebody's statement


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution in the making: a lead with the stretches of its content."""

    lead: Lead
    spans: tuple[Span, ...]
    rules: tuple[str, ...] = ()
    confidence: float = 1.0


def with_quotations(
    reading: Reading, quotations: Quotations, cues: CueFinder, drafts: Iterable[Draft]
) -> list[Draft]:
    """The drafts with the whole of each quotation that they touch, and drafts for the others."""
    found = sorted(drafts, key=lambda draft: draft.lead.place)
    starts = [_cue_start(reading, draft) for draft in found]
    owner: int | None = None
    previous: Span | None = None
    for quotation in quotations.spans:
        first = bisect_left(starts, quotation[0] - _FAR)
        last = bisect_left(starts, quotation[1] + _FAR)
        owners = [
            place
            for place in range(first, last)
            if _overlaps(found[place].spans, quotation) and not _within(starts[place], quotation)
        ]
        if not owners and quotation[1] - quotation[0] >= _SHORT:
            lead = cues.near_quotation(reading, *_surroundings(reading, quotations, quotation))
            if lead is not None:
                owners = [k for k in range(first, last) if found[k].lead.place == lead.place]
            if lead is not None and not owners:
                found.append(Draft(lead, (quotation,), ("quotation",)))
                owners = [len(found) - 1]
        for place in owners:
            found[place] = replace(found[place], spans=joined(found[place].spans, quotation))
        if owners:
            owner, previous = owners[-1], quotation
            continue
        same = previous is not None and _goes_on(reading, previous, quotation)
        speaker = owner if same else _just_before(reading, found, range(first, last), quotation)
        if speaker is not None:
            rules = (*found[speaker].rules, "quotation-goes-on")
            spans = joined(found[speaker].spans, quotation)
            found[speaker] = replace(found[speaker], spans=spans, rules=rules)
            owner, previous = speaker, quotation
    return found


def _just_before(
    reading: Reading, drafts: Sequence[Draft], places: Iterable[int], quotation: Span
) -> int | None:
    """The report that ends right before a quotation: `She said 14 houses burned. "It was hot."`."""
    for place in places:
        draft = drafts[place]
        end = max(reading.ends[draft.lead.extent[1] - 1], *(span[1] for span in draft.spans))
        gap = reading.text[end : quotation[0]]
        if draft.lead.cue.sense == "report" and end <= quotation[0] and gap in _FOLLOWS:
            return place
    return None


def outermost(reading: Reading, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts whose cue is not itself within the content of another."""
    outers = outer_drafts(reading, drafts)
    return [draft for draft, outer in zip(drafts, outers, strict=True) if outer is None]


def outer_drafts(reading: Reading, drafts: Sequence[Draft]) -> list[Draft | None]:
    """For each draft the first other one in whose content its cue stands, if any."""
    order = sorted(range(len(drafts)), key=lambda number: _cue_start(reading, drafts[number]))
    starts = [_cue_start(reading, drafts[number]) for number in order]
    outers: list[Draft | None] = [None] * len(drafts)
    for other in drafts:
        for start, end in other.spans:
            for number in order[bisect_left(starts, start) : bisect_left(starts, end)]:
                draft = drafts[number]
                free = outers[number] is None and draft is not other
                if free and not _yields(reading, other, draft) and not _contrasts(reading, draft):
                    outers[number] = other
    return outers


def _contrasts(reading: Reading, draft: Draft) -> bool:
    """Whether a report is set against another: "X found 90, while Y puts the total at 200".

    So is what somebody had foretold: "X found 90, above the 80 forecast by Y".
    """
    if draft.lead.rule == "foretold":
        return True
    verb = draft.lead.place
    mark = reading.kid(verb, "mark")
    against = mark is not None and reading.words[mark] in _CONTRASTS
    return against and reading.deps[verb] == "advcl" and reading.kid(verb, "nsubj") is not None


def _yields(reading: Reading, outer: Draft, inner: Draft) -> bool:
    """Whether each is in the other's content and the inner one is the better reading."""
    mutual = any(_within(_cue_start(reading, outer), span) for span in inner.spans)
    return mutual and inner.lead.cue.part == "preposition"


def _goes_on(reading: Reading, previous: Span, quotation: Span) -> bool:
    """Whether a quotation without a cue of its own is by the speaker of the one before it."""
    if quotation[0] - previous[1] > _NEAR:
        return False
    gap = reading.text[previous[1] : quotation[0]]
    lines = gap.count("\n") and len([line for line in gap.split("\n") if line.strip()])
    # `"...," she said.` and, on the next line, `"..."`; or both in one paragraph.
    return lines <= 1 and (not lines or gap.endswith("\n"))


def _surroundings(
    reading: Reading, quotations: Quotations, quotation: Span
) -> tuple[Extent, Extent]:
    """The tokens before and after a quotation, up to other quotations and the sentences' ends."""
    first = bisect_left(reading.starts, quotation[0])
    end = bisect_left(reading.starts, quotation[1])
    before, after = first, end
    while before > 0 and reading.words[before - 1].isspace():
        before -= 1  # a line that ends in a colon introduces the quotation on the next one
    begun = before
    if begun < first and (begun == 0 or reading.words[begun - 1] != ":"):
        begun = before = first
    while before > 0 and begun - before < _BEFORE and _is_open(reading, quotations, before - 1):
        before -= 1
    while (
        after < len(reading.words) and after - end < _AFTER and _is_open(reading, quotations, after)
    ):
        after += 1
    return (before, first), (end, after)


def _is_open(reading: Reading, quotations: Quotations, place: int) -> bool:
    """Whether a token neither ends a sentence or line nor stands in a quotation."""
    word = reading.words[place]
    if word in _ENDS or "\n" in word:
        return False
    return quotations.at(reading.starts[place]) is None


def _cue_start(reading: Reading, draft: Draft) -> int:
    return reading.starts[draft.lead.place]


def _within(offset: int, span: Span) -> bool:
    return span[0] <= offset < span[1]


def _overlaps(spans: Iterable[Span], other: Span) -> bool:
    return any(start < other[1] and other[0] < end for start, end in spans)


def joined(spans: Iterable[Span], added: Span) -> tuple[Span, ...]:
    """The stretches with one more, those that touch made one."""
    found: list[Span] = []
    for start, end in sorted((*spans, added)):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)
