"""What a cue introduces: the extents of its content."""

from .cues import Lead
from .reading import Extent, Reading

_CLAUSE = ("ccomp", "parataxis")
_OBJECT = ("dobj", "oprd", "attr", "prep")


def content_of(reading: Reading, lead: Lead) -> list[Extent]:
    """The extents of the content of a cue, in text order; none where it introduces nothing."""
    if lead.cue.part == "preposition":
        return _around(reading, lead)
    verb = lead.place
    complement = _complement(reading, lead)
    if complement is not None:
        return _trimmed(reading, _without(_subtree(reading, complement), _cluster(reading, lead)))
    if reading.deps[verb] in ("parataxis", "advcl", "ccomp") and "clause" in lead.cue.frames:
        head = reading.heads[verb]
        if head > verb or reading.deps[verb] == "parataxis":
            return _trimmed(reading, _without(_subtree(reading, head), _subtree(reading, verb)))
    return []


def _complement(reading: Reading, lead: Lead) -> int | None:
    for kid in reading.kids[lead.place]:
        if reading.deps[kid] in _CLAUSE:
            return kid
    if "infinitive" in lead.cue.frames:
        kid = reading.kid(lead.place, "xcomp")
        if kid is not None:
            return kid
    if "object" in lead.cue.frames:
        return next(
            (k for k in reading.kids[lead.place] if k > lead.place and reading.deps[k] in _OBJECT),
            None,
        )
    return None


def _around(reading: Reading, lead: Lead) -> list[Extent]:
    first, end = reading.sentences[reading.sentence_of[lead.place]]
    if lead.source is None:
        return []
    return _trimmed(reading, _without((first, end), (lead.place, reading.right(lead.source) + 1)))


def _cluster(reading: Reading, lead: Lead) -> Extent:
    first, end = lead.extent
    subject = reading.kid(lead.place, "nsubj", "nsubjpass")
    if subject is not None:
        first = min(first, reading.left(subject))
        end = max(end, reading.right(subject) + 1)
    return first, end


def _subtree(reading: Reading, place: int) -> Extent:
    return reading.left(place), reading.right(place) + 1


def _without(whole: Extent, hole: Extent) -> list[Extent]:
    if hole[1] <= whole[0] or hole[0] >= whole[1]:
        return [whole]
    return [(whole[0], hole[0]), (hole[1], whole[1])]


def _trimmed(reading: Reading, extents: list[Extent]) -> list[Extent]:
    trimmed = []
    for start, stop in extents:
        first, end = start, stop
        while first < end and reading.words[first].strip() in ("", ",", ".", ":", ";"):
            first += 1
        while first < end and reading.words[end - 1].strip() in ("", ",", ".", ":", ";"):
            end -= 1
        if first < end:
            trimmed.append((first, end))
    return trimmed
