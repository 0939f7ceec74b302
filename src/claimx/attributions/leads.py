"""Who speaks in a cue: subject, agent, owner, or the phrase beside it."""

import re
from dataclasses import dataclass

from claimx.lexicon.source_words import Cue

from .mentions import clipped, nearby_phrase, set_off_phrase, source_extents, trimmed_phrase
from .reading import Extent, Reading

_SUBJECT = ("nsubj", "nsubjpass")
_SHARED = ("conj", "advcl", "xcomp", "dep", "pcomp", "prep", "acomp")
_LONGEST_TAIL = 7  # tokens between a cue and the end of its clause
_FORETOLD = {"expected", "forecast", "predicted", "estimated", "anticipated", "projected"}
_LONGEST_FIGURE = 6  # tokens: "the 1.6 billion euros | expected by analysts"
_NAMING = re.compile(r"DT|JJ|NN|PRP|POS").match
_FIGURE = re.compile(r"DT|JJ|NN|CD|\$").match
_FIGURES = {"figure", "number", "toll", "total", "count", "estimate"}
_CLAUSES = ("ccomp", "parataxis")
_CLAUSE_ENDS = {".", ",", ";", "!", "?", "–", "—"}
_CLAUSE_TAGS = ("VB", "MD", "WP", "WD", "WR", "CD", ":", "``")


@dataclass(frozen=True, slots=True)
class Lead:
    """A cue in a text with its token, its extent and the extents of its sources."""

    cue: Cue
    place: int
    extent: Extent
    sources: tuple[Extent, ...]
    rule: str


def lead_of(reading: Reading, cue: Cue, extent: Extent) -> Lead | None:
    """The lead of a cue at a place, read from its grammar; None where nobody speaks."""
    if cue.part == "preposition":
        return _preposition_lead(reading, cue, extent)
    if cue.part == "noun":
        return _noun_lead(reading, cue, extent)
    return _verb_lead(reading, cue, extent)


def _preposition_lead(reading: Reading, cue: Cue, extent: Extent) -> Lead | None:
    source = next((k for k in reading.kids[extent[1] - 1] if reading.deps[k] == "pobj"), None)
    if source is None:
        return None
    return Lead(cue, extent[0], extent, source_extents(reading, source), cue.name)


def _noun_lead(reading: Reading, cue: Cue, extent: Extent) -> Lead | None:
    """The lead of "the bank's estimate of ...", "a claim by the group that ..."."""
    noun = extent[1] - 1
    if not reading.tags[noun].startswith("NN"):
        return None
    owner = reading.kid(noun, "poss")
    if owner is None:
        by = next((k for k in reading.kids[noun] if reading.words[k] in ("by", "from")), None)
        owner = reading.kid(by, "pobj") if by is not None else None
    if owner is None and reading.kid(noun, "ccomp") is not None:
        return _named_publication(reading, cue, extent)
    if owner is not None and reading.tags[owner] == "PRP$" and reading.deps[noun] == "dobj":
        owner, _ = _verb_source(reading, reading.heads[noun])  # "the bank cut its forecast"
    if owner is None:
        return None
    return Lead(cue, noun, extent, source_extents(reading, owner), "possessive")


def _named_publication(reading: Reading, cue: Cue, extent: Extent) -> Lead | None:
    """The lead of "a Harbour Times report that ...": the name before the noun is the source."""
    first, noun = reading.left(extent[0]), extent[0]
    if not any(reading.tags[place] == "NNP" for place in range(first, noun)):
        return None
    return Lead(cue, noun, extent, ((first, noun),), "named-publication")


def _verb_lead(reading: Reading, cue: Cue, extent: Extent) -> Lead | None:
    verb = extent[0]
    foretold = _foretold(reading, cue, extent)
    if foretold is not None:
        return foretold
    if reading.deps[verb] == "acl" and reading.words[reading.heads[verb]] in _FIGURES:
        return _told_figure(reading, cue, extent)
    if "clause" in cue.frames and not _has_clause(reading, verb) and _trails(reading, extent):
        first = reading.line_of(verb)[0]
        phrase = set_off_phrase(reading, verb, first) or _inverted_phrase(reading, verb, first)
        if phrase is not None:
            return Lead(cue, verb, extent, (phrase,), "trailing")
    if not reading.is_verb(verb):
        return None
    if _is_as_told(reading, verb):
        agent = _agent(reading, verb)
        return Lead(cue, verb, extent, source_extents(reading, agent), "as-told") if agent else None
    source: int | None
    if reading.kid(verb, "auxpass") is not None:
        source, rule = _agent(reading, verb), "passive"
        if source is None or cue.stance == "denied":
            return None  # "it is said that", "they were told that": nobody speaks
    else:
        source, rule = _verb_source(reading, verb)
    return _speaker_lead(reading, cue, extent, source, rule)


def _speaker_lead(
    reading: Reading, cue: Cue, extent: Extent, source: int | None, rule: str
) -> Lead | None:
    """The lead of a verb with who acts in it, or who stands before it by the order of words."""
    verb = extent[0]
    if rule == "inverted-subject" and cue.name == "tell":  # "X, the mayor, Ann Lee, told reporters"
        phrase = set_off_phrase(reading, verb, reading.line_of(verb)[0])
        return Lead(cue, verb, extent, (phrase,), "set-off-speaker") if phrase else None
    if source is not None:
        sources = clipped(source_extents(reading, source), extent, reading.line_of(verb))
        if sources:
            return Lead(cue, verb, extent, sources, rule)
    phrase = nearby_phrase(reading, verb)
    return Lead(cue, verb, extent, (phrase,), "word-order") if phrase else None


def _told_figure(reading: Reading, cue: Cue, extent: Extent) -> Lead | None:
    """The lead of "500 men fell, a figure described as "too high" by Lee"."""
    place, end = extent[1], reading.line_of(extent[0])[1]
    by = next((i for i in range(end - 1, place - 1, -1) if reading.words[i] == "by"), None)
    if by is None or reading.tags[extent[0]] != "VBN":
        return None
    phrase = trimmed_phrase(reading, (by + 1, end - (reading.words[end - 1] == ".")))
    return Lead(cue, extent[0], extent, (phrase,), "told-figure") if phrase else None


def _foretold(reading: Reading, cue: Cue, extent: Extent) -> Lead | None:
    """The lead of "above the 235,000 forecast by economists", by the order of words."""
    place, end = extent[1], reading.line_of(extent[0])[1]
    if reading.words[extent[0]] not in _FORETOLD or reading.words[place : place + 1] != ["by"]:
        return None
    stop = next((i for i in range(place + 1, end) if not _NAMING(reading.tags[i])), end)
    phrase = trimmed_phrase(reading, (place + 1, stop))
    told = figure_before(reading, extent[0]) is not None
    # "by analysts in a poll" is the poll's, "by the ministry in May" the ministry's.
    article = reading.tags[stop + 1 : stop + 2] == ["DT"]
    in_poll = article and reading.words[stop] == "in"
    if not told or in_poll or phrase is None:
        return None
    return Lead(cue, extent[0], extent, (phrase,), "foretold")


def figure_before(reading: Reading, place: int) -> Extent | None:
    """The noun phrase with a number that stands right before a participle."""
    line = reading.line_of(place)[0]
    first = place
    while first > line and _FIGURE(reading.tags[first - 1]):
        first -= 1
    counts = any(reading.tags[i] == "CD" for i in range(first, place))
    return (first, place) if counts and place - first <= _LONGEST_FIGURE else None


def _has_clause(reading: Reading, verb: int) -> bool:
    """Whether the parse gives a verb what it introduces: a clause of its own or one around it."""
    first, end = reading.line_of(verb)
    if any(first <= k < end and reading.deps[k] in _CLAUSES for k in reading.kids[verb]):
        return True
    return reading.deps[verb] == "parataxis" and reading.kid(verb, *_SUBJECT) is not None


def _inverted_phrase(reading: Reading, verb: int, first: int) -> Extent | None:
    """Who speaks behind a verb that follows a comma: "X, said Lee, who ..."."""
    behind = (k for k in reading.kids[verb] if k > verb and reading.deps[k] == "nsubj")
    subject = next(behind, None)
    if subject is None or verb == first or reading.words[verb - 1] != ",":
        return None
    return source_extents(reading, subject)[0]


def _trails(reading: Reading, extent: Extent) -> bool:
    """Whether a cue ends its sentence, but for a time or a listener: "X, data show", "he said"."""
    verb, place = extent
    if reading.tags[verb] == "NNP":
        return False
    if reading.tags[verb] in ("VBG", "VBN") and reading.deps[verb] in ("amod", "acl", "advcl"):
        return False
    end = reading.line_of(verb)[1]
    if reading.tags[verb][:2] == "NN" and place < end and reading.words[place] not in ".,":
        return False
    clock = False
    while place < end and reading.words[place] not in _CLAUSE_ENDS:
        at = reading.tags[place] == "CD" and reading.tags[place - 1] == "IN"
        if (reading.tags[place][:2] in _CLAUSE_TAGS and not at) or place - extent[
            1
        ] > _LONGEST_TAIL:
            return False
        clock = clock or at
        place += 1
    return not clock or place == end or reading.words[place] == "."


def _is_as_told(reading: Reading, verb: int) -> bool:
    """Whether a participle tells where a sentence comes from: "As reported by Lee, X"."""
    mark = reading.kid(verb, "mark")
    return reading.tags[verb] == "VBN" and mark is not None and reading.words[mark] == "as"


def _agent(reading: Reading, verb: int) -> int | None:
    """Who does what is told in the passive: "was confirmed by the ministry"."""
    by = reading.kid(verb, "agent")
    return reading.kid(by, "pobj") if by is not None else None


def _verb_source(reading: Reading, verb: int) -> tuple[int | None, str]:
    """The head of who acts in a verb, and the rule that found it."""
    rule = "subject"
    while True:
        subject = _subject(reading, verb)
        if subject is not None:
            return subject, rule
        relation, head = reading.deps[verb], reading.heads[verb]
        if relation in ("acl", "relcl"):
            return head, "participle" if rule == "subject" else rule
        if relation not in _SHARED or head == verb:
            return _inverted_subject(reading, verb), "inverted-subject"
        rule = "shared-subject"
        prompted = reading.kid(head, "dobj") if relation == "xcomp" else None
        if prompted is not None:
            return prompted, rule  # "it prompted the bank to cut ..."
        verb = head


def _subject(reading: Reading, verb: int) -> int | None:
    """The subject of a verb, of two the one beside it: "The head of Orlan, Ann Lee said"."""
    subjects = [kid for kid in reading.kids[verb] if reading.deps[kid] in _SUBJECT]
    if len(subjects) > 1 and reading.words[verb - 1] == ",":
        return subjects[-1]
    return max((kid for kid in subjects if kid < verb), default=subjects[0] if subjects else None)


def _inverted_subject(reading: Reading, verb: int) -> int | None:
    """The subject behind a verb ("added Lee"), which the small model takes for an object."""
    kids = reading.kids[verb]
    if not kids or kids[0] > verb:
        return None
    return next((k for k in kids if k > verb and reading.deps[k] in ("dobj", "attr")), None)
