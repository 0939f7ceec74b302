"""Where a text attributes: the words of the lexicon, and who stands beside them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from claimx.lexicon.source_words import Cue, Nobody, Publication

from .leads import Lead, lead_of
from .mentions import source_extents, trimmed_phrase
from .reading import Extent, Reading

_STOPS = {",", ".", ";", ":", "?", "!", "(", ")", "-", "--", "–", "—"}
_LONGEST_SPEAKER = 6  # tokens
_PUBLISHED = {"subject": "publication", "trailing": "trailing-publication"}
_SKIPPED = (",", "—", "-", "--", "–")


class CueFinder:
    """Finds the cues of a lexicon in a text."""

    def __init__(
        self,
        cues: Iterable[Cue],
        publications: Iterable[Publication],
        nobodies: Iterable[Nobody] = (),
    ) -> None:
        self._forms: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
        for cue in cues:
            for form in cue.forms:
                first, *rest = form.split()
                self._forms.setdefault(first, []).append((tuple(rest), cue))
        for entries in self._forms.values():
            entries.sort(key=lambda entry: (-len(entry[0]), not entry[1].published))
        publications = tuple(publications)
        self._published = frozenset(form for one in publications for form in one.forms)
        self._within = {form: one for one in publications if one.within for form in one.forms}
        nobodies = tuple(nobodies)
        self._labels = frozenset(form for nobody in nobodies for form in nobody.forms)
        self._nobodies = frozenset(
            form for nobody in nobodies if not nobody.label for form in nobody.forms
        )
        self._mark = Cue(name="colon", part="mark", forms=(":",))
        self._in = Cue(name="within", part="preposition", forms=("in",))

    def find(self, reading: Reading) -> Iterator[Lead]:
        """The cues of a text in order."""
        forms, within = self._forms, self._within
        for place, word in enumerate(reading.words):
            if word in forms:
                for cue, end in self._at(reading, place):
                    lead = self._lead(reading, cue, (place, end))
                    if lead is not None and not self._speaks_for_nobody(reading, lead):
                        yield lead
                        break
            if word == ":":
                lead = self._colon(reading, place)
                if lead is not None and not self._speaks_for_nobody(reading, lead):
                    yield lead
            if word in within:
                lead = self._publication(reading, place)
                if lead is not None:
                    yield lead

    def _at(self, reading: Reading, place: int) -> Iterator[tuple[Cue, int]]:
        """The cues that start at a token, the longest first, and the token after each."""
        for rest, cue in self._forms.get(reading.words[place], ()):
            end = place + 1 + len(rest)
            if not rest or tuple(reading.words[place + 1 : end]) == rest:
                yield cue, end

    def _lead(self, reading: Reading, cue: Cue, extent: Extent) -> Lead | None:
        """The lead of a cue, with who is rejected or what is published as its source."""
        if cue.published and reading.deps[extent[0]] in ("aux", "auxpass"):
            return None
        lead = lead_of(reading, cue, extent)
        if lead is None or cue.part != "verb":
            return lead
        told = reading.kid(extent[0], "dobj")
        if lead.cue.stance == "denied" and told is not None:
            rejected = self._rejected(reading, told)
            return replace(lead, sources=rejected, rule="rejected-report") if rejected else lead
        asked = reading.words[told] if told is not None else ""
        if cue.name == "tell" and told is not None and asked in self._within:
            return replace(lead, sources=source_extents(reading, told), rule="told-a-poll")
        if lead.rule in _PUBLISHED and self._is_published(reading, lead.sources[0]):
            return replace(lead, rule=_PUBLISHED[lead.rule])
        return None if cue.published else lead

    def _is_published(self, reading: Reading, source: Extent) -> bool:
        nouns = [place for place in range(*source) if reading.tags[place][:1] == "N"]
        head = nouns[0] if nouns else source[0]
        while head + 1 < source[1] and reading.tags[head + 1][:2] in ("NN", "SY", "HY"):
            head += 1
        return reading.words[head] in self._published

    def _rejected(self, reading: Reading, noun: int) -> tuple[Extent, ...]:
        """Whose number is rejected: "denied a report by the union that 40 men had died"."""
        forms = self._forms.get(reading.words[noun], ())
        if not any(cue.part == "noun" and cue.sense == "report" for _, cue in forms):
            return ()
        maker = reading.kid(noun, "poss")
        for kid in reading.kids[noun]:
            if maker is None and reading.words[kid] in ("by", "from", "in"):
                maker = reading.kid(kid, "pobj")
        if maker is not None:
            return source_extents(reading, maker)
        first = reading.left(noun)
        named = any(reading.tags[place][:1] in "NJ" for place in range(first, noun))
        return ((first, noun + 1),) if named else ()

    def _publication(self, reading: Reading, place: int) -> Lead | None:
        """The lead of "in a poll by ...": a publication that hangs on "in" gives the number."""
        head = reading.heads[place]
        while reading.deps[place] == "compound" and head != place:
            place, head = head, reading.heads[head]
        if reading.deps[place] != "pobj" or reading.words[head] not in ("in", "by"):
            return None
        if reading.words[head] == "by" and reading.deps[head] == "agent":
            return None
        sources = source_extents(reading, place)
        return Lead(self._in, head, (head, head + 1), sources, "within-publication")

    def _speaks_for_nobody(self, reading: Reading, lead: Lead) -> bool:
        """Whether a bare noun names nobody: "Estimates suggest", "Reports: ..."."""
        first, end = lead.sources[0]
        nobodies = self._labels if lead.cue is self._mark else self._nobodies
        return end - first == 1 and reading.words[first] in nobodies

    def _colon(self, reading: Reading, place: int) -> Lead | None:
        """The lead of "Ministry: 500 dead": who opens a line before a colon."""
        first, end = reading.line_of(place)
        opens = first == 0 or "\n" in reading.words[first - 1]
        if not opens or not 0 < place - first <= _LONGEST_SPEAKER or place + 2 >= end:
            return None
        if any(reading.tags[i][:2] in ("VB", "MD", "CD") for i in range(first, place)):
            return None
        return Lead(self._mark, place, (place, place + 1), ((first, place),), "colon")

    def near_quotation(self, reading: Reading, before: Extent, after: Extent) -> Lead | None:
        """The cue beside a quotation, read from the order of words where the parse has none."""
        first, end = after
        while first < end and reading.words[first] in _SKIPPED:
            first += 1
        for place in range(first, min(end, first + 25)):
            for cue, stop in self._at(reading, place):
                if cue.part == "verb" and reading.is_verb(place):
                    extent = (place, stop)
                    source = _beside(reading, (first, end), extent)
                    if source is not None:
                        return Lead(cue, place, extent, (source,), "after-quotation")
        for place in range(before[1] - 1, before[0] - 1, -1):
            for cue, stop in self._at(reading, place):
                if cue.part == "verb" and not cue.published:
                    lead = lead_of(reading, cue, (place, stop))
                    if lead is not None:
                        return lead
        return self._name_before(reading, before)

    def _name_before(self, reading: Reading, before: Extent) -> Lead | None:
        """The lead of a name that a colon parts from a quotation: `- Ann Lee: "..."`."""
        first = colon = before[1] - 1
        if colon <= before[0] or reading.words[colon] != ":":
            return None
        while first > before[0] and reading.tags[first - 1] == "NNP":
            first -= 1
        if not 0 < colon - first < _LONGEST_SPEAKER:
            return None
        return Lead(self._mark, colon, (colon, colon + 1), ((first, colon),), "name-before")


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
