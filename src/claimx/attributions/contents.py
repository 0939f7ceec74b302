"""What a cue introduces: the stretches of its content."""

from .cues import Lead
from .quotations import Span
from .reading import Extent, Reading

_CLAUSE = ("ccomp", "parataxis")
_OBJECT = ("dobj", "oprd", "attr", "prep", "acomp")
_GOES_ON = ("prep", "advcl", "advmod", "npadvmod", "acomp", "dobj", "oprd", "xcomp", "ccomp", "nsubj")
_NOUN_COMPLEMENT = ("acl", "ccomp", "prep", "appos", "relcl", "amod", "compound", "nmod")
_EDGE = ("", ",", ".", ":", ";", "-", "--", "–", "—")


def content_of(reading: Reading, lead: Lead) -> tuple[list[Span], str]:
    """The stretches of the content of a cue, in text order, and the rule that found them."""
    extents, rule = _extents(reading, lead)
    spans = [
        span
        for extent in extents
        if (span := _span(reading, _line(reading, extent, lead.place))) is not None
    ]
    return spans, rule


def _extents(reading: Reading, lead: Lead) -> tuple[list[Extent], str]:
    if lead.cue.part == "preposition":
        return _around(reading, lead), "sentence"
    if lead.cue.part == "noun":
        return _behind_noun(reading, lead), "noun-complement"
    verb = lead.place
    right, left = _complements(reading, lead)
    if right is not None:
        first = max(reading.left(right), lead.extent[1])
        return [(first, _end(reading, verb, right))], f"right-{reading.deps[right]}"
    if left is not None:
        return _without(_subtree(reading, left), _cluster(reading, lead)), "left-clause"
    if "clause" in lead.cue.frames and _is_inserted(reading, verb):
        head = reading.heads[verb]
        return _without(_subtree(reading, head), _subtree(reading, verb)), "inserted"
    if lead.rule == "word-order":
        return _around(reading, lead), "sentence"
    return [], "none"


def _is_inserted(reading: Reading, verb: int) -> bool:
    """Whether a cue stands within what it introduces: "X, he said, Y", "As she noted, X"."""
    if reading.deps[verb] == "parataxis":
        return True
    mark = reading.kid(verb, "mark")
    return reading.deps[verb] == "advcl" and mark is not None and reading.words[mark] == "as"


def _complements(reading: Reading, lead: Lead) -> tuple[int | None, int | None]:
    """The heads of what a verb introduces to its right and to its left."""
    verb, kids = lead.place, reading.kids[lead.place]
    sources = {place for extent in lead.sources for place in range(*extent)}
    left = next((k for k in kids if k < verb and reading.deps[k] in _CLAUSE), None)
    right = next((k for k in kids if k > verb and reading.deps[k] in _CLAUSE), None)
    if right is not None:
        return right, left
    wanted: list[str] = []
    if "infinitive" in lead.cue.frames:
        wanted += ("xcomp",)
    elif left is None and "clause" in lead.cue.frames:
        gerund = next((k for k in kids if reading.deps[k] == "xcomp" and k > verb), None)
        if gerund is not None and reading.tags[gerund] == "VBG":
            return gerund, None
    if "object" in lead.cue.frames and left is None:
        wanted += _OBJECT
    right = next(
        (k for k in kids if k > verb and reading.deps[k] in wanted and k not in sources),
        None,
    )
    return right, left


def _behind_noun(reading: Reading, lead: Lead) -> list[Extent]:
    noun = lead.place
    kids = [
        kid
        for kid in reading.kids[noun]
        if reading.deps[kid] in _NOUN_COMPLEMENT
        and not any(first <= kid < end or kid == first - 1 for first, end in lead.sources)
    ]
    return [_subtree(reading, kid) for kid in kids]


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
    return _without((first, end), _cluster(reading, lead))


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


def _line(reading: Reading, extent: Extent, cue: int) -> Extent:
    """The part of some tokens that stands on the cue's side of line breaks.

    The parser joins paragraphs whose end it does not see.
    """
    first, end = extent
    breaks = [i for i in range(first, end) if reading.words[i].isspace() and "\n" in reading.words[i]]
    for place in breaks:
        if place < cue:
            first = place + 1
        elif place > cue:
            end = place
            break
    return first, end


def _span(reading: Reading, extent: Extent) -> Span | None:
    first, end = extent
    while first < end and reading.words[first].strip() in _EDGE:
        first += 1
    while first < end and reading.words[end - 1].strip() in _EDGE:
        end -= 1
    return (reading.starts[first], reading.ends[end - 1]) if first < end else None
