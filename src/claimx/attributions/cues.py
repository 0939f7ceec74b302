"""Where a text attributes: the words of the lexicon, and who stands beside them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from claimx.lexicon.source_words import Cue, Nobody, Publication

from .mentions import clipped, nearby_phrase, set_off_phrase, source_extents, trimmed_phrase
from .reading import Extent, Reading

_SUBJECT = ("nsubj", "nsubjpass")
_SHARED = ("conj", "advcl", "xcomp", "dep", "pcomp", "prep", "acomp")
_STOPS = {",", ".", ";", ":", "?", "!", "(", ")", "-", "--", "–", "—"}
_LONGEST_SPEAKER = 6  # tokens
_LONGEST_TAIL = 7  # tokens between a cue and the end of its clause
_FIGURES = {"figure", "number", "toll", "total", "count", "estimate"}
_CLAUSES = ("ccomp", "parataxis")
_CLAUSE_ENDS = {".", ",", ";", "!", "?", "–", "—"}
_CLAUSE_TAGS = ("VB", "MD", "WP", "WD", "WR", "CD", ":", "``")
_PUBLISHED = {"subject": "publication", "trailing": "trailing-publication"}
_SKIPPED = (",", "—", "-", "--", "–")


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
        lead = _lead(reading, cue, extent)
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
                    lead = _lead(reading, cue, (place, stop))
                    if lead is not None:
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


def _has_clause(reading: Reading, verb: int) -> bool:
    """Whether the parse gives a verb what it introduces: a clause of its own or one around it."""
    first, end = reading.line_of(verb)
    if any(first <= k < end and reading.deps[k] in _CLAUSES for k in reading.kids[verb]):
        return True
    return reading.deps[verb] == "parataxis" and reading.kid(verb, *_SUBJECT) is not None


def _inverted_phrase(reading: Reading, verb: int, first: int) -> Extent | None:
    """Who speaks behind a verb that follows a comma: "X, said Lee, who ..."."""
    subject = reading.kid(verb, "nsubj")
    if subject is None or subject < verb or verb == first or reading.words[verb - 1] != ",":
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
    while place < end and reading.words[place] not in _CLAUSE_ENDS:
        if reading.tags[place][:2] in _CLAUSE_TAGS or place - extent[1] > _LONGEST_TAIL:
            return False
        place += 1
    return True


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
        subject = reading.kid(verb, *_SUBJECT)
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


def _inverted_subject(reading: Reading, verb: int) -> int | None:
    """The subject behind a verb ("added Lee"), which the small model takes for an object."""
    kids = reading.kids[verb]
    if not kids or kids[0] > verb:
        return None
    return next((k for k in kids if k > verb and reading.deps[k] in ("dobj", "attr")), None)
