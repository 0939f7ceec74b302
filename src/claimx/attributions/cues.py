"""Where a text attributes: cue words with the extents of their sources."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claimx.lexicon.source_words import Cue

from .mentions import noun_phrase, source_extents, trimmed_phrase
from .reading import Extent, Reading

_SUBJECT = ("nsubj", "nsubjpass")
_SHARED = ("conj", "advcl", "xcomp", "dep", "pcomp")
_STOPS = {",", ".", ";", ":", "?", "!", "(", ")", "-", "--", "–", "—"}


@dataclass(frozen=True, slots=True)
class Lead:
    """A cue in a text with its token, its extent and the extents of its sources."""

    cue: Cue
    place: int
    extent: Extent
    sources: tuple[Extent, ...]
    rule: str


class CueFinder:
    """Finds the cues of a lexicon in a text."""

    def __init__(self, cues: Iterable[Cue]) -> None:
        self._forms: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
        for cue in cues:
            for form in cue.forms:
                first, *rest = form.split()
                self._forms.setdefault(first, []).append((tuple(rest), cue))
        for entries in self._forms.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def find(self, reading: Reading) -> Iterator[Lead]:
        """The cues of a text in order."""
        forms = self._forms
        for place, word in enumerate(reading.words):
            if word in forms:
                match = self.at(reading, place)
                if match is not None:
                    lead = _lead(reading, match[0], (place, match[1]))
                    if lead is not None:
                        yield lead

    def at(self, reading: Reading, place: int) -> tuple[Cue, int] | None:
        """The cue that starts at a token and the token after it."""
        for rest, cue in self._forms.get(reading.words[place], ()):
            end = place + 1 + len(rest)
            if not rest or tuple(reading.words[place + 1 : end]) == rest:
                return cue, end
        return None

    def near_quotation(self, reading: Reading, before: Extent, after: Extent) -> Lead | None:
        """The cue beside a quotation, read from the order of words where the parse has none."""
        first, end = after
        while first < end and reading.words[first] in (",", "—", "-"):
            first += 1
        for place in range(first, min(end, first + 25)):
            match = self.at(reading, place)
            if match is not None and match[0].part == "verb":
                extent = (place, match[1])
                source = _beside(reading, (first, end), extent)
                if source is not None:
                    return Lead(match[0], place, extent, (source,), "after-quotation")
        for place in range(before[1] - 1, max(before[0], before[1] - 15) - 1, -1):
            match = self.at(reading, place)
            if match is not None and match[0].part == "verb":
                lead = _lead(reading, match[0], (place, match[1]))
                if lead is not None and lead.sources:
                    return lead
        return None


def _beside(reading: Reading, region: Extent, verb: Extent) -> Extent | None:
    """The source that stands before a cue verb, or, in "said Ann Lee", after it."""
    first, end = region
    if verb[0] > first:
        phrase = trimmed_phrase(reading, (first, verb[0]))
        if phrase is not None:
            return phrase
    stop = verb[1]
    while stop < end and reading.words[stop] not in _STOPS:
        stop += 1
    return trimmed_phrase(reading, (verb[1], stop))


def _lead(reading: Reading, cue: Cue, extent: Extent) -> Lead | None:
    place = extent[0]
    if cue.part == "preposition":
        source = next((k for k in reading.kids[extent[1] - 1] if reading.deps[k] == "pobj"), None)
        if source is None:
            return None
        return Lead(cue, place, extent, source_extents(reading, source), cue.name)
    if not reading.tags[place].startswith("VB"):
        return None
    source, rule = verb_source(reading, place)
    if source is None:
        return None
    return Lead(cue, place, extent, source_extents(reading, source), rule)


def verb_source(reading: Reading, verb: int) -> tuple[int | None, str]:
    """The head of who acts in a verb, and the rule that found it."""
    subject = reading.kid(verb, *_SUBJECT)
    relation, head = reading.deps[verb], reading.heads[verb]
    if subject is not None:
        return subject, "subject"
    if relation in ("acl", "relcl"):
        return head, "participle"
    if relation in _SHARED and head != verb:
        return verb_source(reading, head)[0], "shared-subject"
    if (reading.kids[verb] and reading.kids[verb][0] < verb) or verb == 0:
        # `"...," added a Dane.`: the small model takes the inverted subject for an object.
        subject = next(
            (k for k in reading.kids[verb] if k > verb and reading.deps[k] in ("dobj", "attr")),
            None,
        )
        return subject, "inverted-subject"
    return None, "no-source"
