"""What a cue introduces: the stretches of its content."""

from .cues import Lead
from .quotations import Span
from .reading import Extent, Reading

_CLAUSE = ("ccomp", "parataxis")
_OBJECT = ("dobj", "oprd", "attr", "prep", "acomp")
_GOES_ON = ("prep", "advcl", "advmod", "npadvmod", "acomp", "dobj", "oprd", "xcomp", "ccomp", "nsubj")
_EDGE = ("", ",", ".", ":", ";", "-", "--", "–", "—")


def content_of(reading: Reading, lead: Lead) -> list[Span]:
    """The stretches of the content of a cue, in text order; none where it introduces nothing."""
    extents = _extents(reading, lead)
    return [span for extent in extents if (span := _span(reading, extent)) is not None]


def _extents(reading: Reading, lead: Lead) -> list[Extent]:
    if lead.cue.part == "preposition":
        return _around(reading, lead)
    verb = lead.place
    complement = _complement(reading, lead)
    if complement is not None and complement > verb:
        first = max(reading.left(complement), lead.extent[1])
        return [(first, _end(reading, verb, complement))]
    if complement is not None:
        return _without(_subtree(reading, complement), _cluster(reading, lead))
    if reading.deps[verb] == "parataxis" and "clause" in lead.cue.frames:
        head = reading.heads[verb]
        return _without(_subtree(reading, head), _subtree(reading, verb))
    return []


def _complement(reading: Reading, lead: Lead) -> int | None:
    verb = lead.place
    kids = reading.kids[verb]
    sources = {place for extent in lead.sources for place in range(*extent)}
    for kid in kids:
        if reading.deps[kid] in _CLAUSE:
            return kid
    wanted: tuple[str, ...] = ()
    if "infinitive" in lead.cue.frames:
        wanted += ("xcomp",)
    if "clause" in lead.cue.frames:
        gerund = next((k for k in kids if reading.deps[k] == "xcomp" and k > verb), None)
        if gerund is not None and reading.tags[gerund] == "VBG":
            return gerund
    if "object" in lead.cue.frames:
        wanted += _OBJECT
    return next(
        (k for k in kids if k > verb and reading.deps[k] in wanted and k not in sources),
        None,
    )


def _end(reading: Reading, verb: int, complement: int) -> int:
    """The token after the content: what hangs on the verb behind the complement goes with it."""
    end = reading.right(complement) + 1
    for kid in reading.kids[verb]:
        if kid <= complement:
            continue
        if reading.deps[kid] in _GOES_ON:
            end = reading.right(kid) + 1
        elif reading.deps[kid] != "punct":
            break
    return end


def _around(reading: Reading, lead: Lead) -> list[Extent]:
    first, end = reading.sentences[reading.sentence_of[lead.place]]
    return _without((first, end), (lead.place, max(extent[1] for extent in lead.sources)))


def _cluster(reading: Reading, lead: Lead) -> Extent:
    first, end = lead.extent
    for extent in lead.sources:
        if reading.sentence_of[extent[0]] == reading.sentence_of[first]:
            first, end = min(first, extent[0]), max(end, extent[1])
    return first, end


def _subtree(reading: Reading, place: int) -> Extent:
    return reading.left(place), reading.right(place) + 1


def _without(whole: Extent, hole: Extent) -> list[Extent]:
    if hole[1] <= whole[0] or hole[0] >= whole[1]:
        return [whole]
    return [(whole[0], hole[0]), (hole[1], whole[1])]


def _span(reading: Reading, extent: Extent) -> Span | None:
    first, end = extent
    while first < end and reading.words[first].strip() in _EDGE:
        first += 1
    while first < end and reading.words[end - 1].strip() in _EDGE:
        end -= 1
    return (reading.starts[first], reading.ends[end - 1]) if first < end else None
