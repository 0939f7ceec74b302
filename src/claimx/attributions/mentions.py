"""The extents of sources: noun phrases around a head, and joint sources as several."""

from collections.abc import Iterable

from .reading import Extent, Reading

_OUTSIDE = {"relcl", "advcl", "parataxis", "ccomp", "punct", "advmod", "npadvmod", "cc", "conj"}
_NOT_FIRST = {"punct", "cc", "mark", "advmod"}
_NEW_CLAUSE = {"while", "whereas", "although", "though", "but"}
_LOOSE_END = ("RB", "MD", "VB", "CC", "IN", ",", "TO")
_BORDERS = {",", ".", ";", ":", "?", "!", "(", ")", '"', "”", "“", "''", "``", "that", "–", "—"}
# What ends the name of a body ("Health and Welfare Ministry"), the fields that it may be for
# ("Centers for Disease Control and Prevention"), and those who end a firm's ("Gray & Sons").
_BODIES = {"administration", "ministry", "department", "agency", "commission", "committee"}
_BODIES |= {"council", "bureau", "institute", "office", "board", "authority", "association"}
_BODIES |= {"centre", "center", "centers", "centres", "fund", "organisation", "organization"}
_BODIES |= {"foundation", "academy", "society", "service", "services", "research", "survey"}
_BODIES |= {"union"}
_FIELDS = {"services", "research", "survey"}
_PARTNERS = {"company", "co", "co.", "sons", "partners", "bros", "bros.", "associates"}
_ABOUT = {"of", "for", "on"}
_LONGEST_FIELD = 3
_FINITE = ("VBD", "VBP", "VBZ", "NN", "NNS")
_LONGEST = 14
_LONGEST_SET_OFF = 20
_SET_OFF = {",", '"', "”", "''", "-", "–", "—", ";"}
_OPENS_PHRASE = {"DT", "PDT", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "JJ", "JJR", "JJS", "CD"}
_OPENS_PHRASE |= {"WP", "WP$", "VBG", "VBN"}
_NO_PHRASE = ("VBD", "VBZ", "VBP", "MD", "WDT", "WRB", "``", "''", ":")


def source_extents(reading: Reading, head: int) -> tuple[Extent, ...]:
    """The extents of a source and of those that "and" joins to it."""
    found: list[Extent] = []
    waiting = [head]
    while waiting:
        head = waiting.pop(0)
        phrase = noun_phrase(reading, head)
        joined = [
            kid
            for kid in reading.kids[head]
            if reading.deps[kid] == "conj" and kid >= phrase[1] and reading.tags[kid][:1] in "NPD"
        ]
        if not found and joined and _is_one(reading, phrase, head, joined):
            return ((phrase[0], noun_phrase(reading, joined[-1])[1]),)
        found.append(phrase)
        waiting += joined
    return tuple(sorted(found))


def _is_one(reading: Reading, phrase: Extent, head: int, joined: list[int]) -> bool:
    """Whether "and" stands inside one source: two posts of a person, or the name of a body."""
    if len(joined) == 1 and _is_post(reading, phrase, head, joined[0]):
        return True
    last = noun_phrase(reading, joined[-1])
    names = [reading.words[place] for place in range(*last)]
    if not names or any(reading.tags[place] == "DT" for place in range(*last)):
        return False
    if names[-1] in _PARTNERS:
        return True
    if not all(reading.tags[place].startswith("NNP") for place in (head, joined[-1])):
        return False
    told = {reading.words[place] for place in range(*phrase)}
    acronym = phrase[1] - phrase[0] == 1 and reading.mention(phrase).text.isupper()
    if acronym or (told & _BODIES and not told & _ABOUT):
        return False
    if told & _BODIES:  # "the Department of Health and Human Services"
        return not set(names) & _BODIES - _FIELDS and len(names) <= _LONGEST_FIELD
    # "the National Oceanic and Atmospheric Administration", not "Police and Lima Fire Department"
    part = len(joined) > 1 or phrase[1] - phrase[0] > 1
    return part and names[-1] in _BODIES


def _is_post(reading: Reading, phrase: Extent, head: int, joined: int) -> bool:
    """Whether "and" joins two posts of one person: "bank director and economist Ann Lee"."""
    if reading.tags[head] != "NN" or reading.tags[joined] != "NNP":
        return False
    return reading.tags[phrase[0]] not in ("DT", "PRP$")


def noun_phrase(reading: Reading, head: int) -> Extent:
    """The tokens of the noun phrase of a head, without what follows a comma.

    A name behind the comma belongs to it: "The governor of Moscow, Andrei Vorobyov".
    """
    first, end = reading.left(head), head + 1
    for kid in reading.kids[head]:
        if kid < head:
            continue
        if reading.deps[kid] in _OUTSIDE:
            break
        end = reading.right(kid) + 1
    end = _before_clause(reading, head, end)
    name = reading.kid(head, "appos")
    if name is not None and reading.tags[head] == "NN" and reading.tags[name] == "NNP":
        end = max(end, name + 1)
    while first < head and reading.deps[first] in _NOT_FIRST:
        first += 1
    return first, end


def _before_clause(reading: Reading, head: int, end: int) -> int:
    """The end of a phrase before a comma and another clause: "the poll by Lee, while X"."""
    commas = (i for i in range(head + 1, end - 1) if reading.words[i] == ",")
    return next((i for i in commas if reading.words[i + 1] in _NEW_CLAUSE), end)


def clipped(extents: Iterable[Extent], cue: Extent, line: Extent) -> tuple[Extent, ...]:
    """The extents without what begins with the cue ("an article | stating that ...").

    What stands on another line than the cue falls away too: a heading, run into its paragraph.
    """
    cut = (
        (max(first, line[0]), min(cue[0] if first < cue[0] < end else end, line[1]))
        for first, end in extents
    )
    return tuple((first, end) for first, end in cut if first < end)


def trimmed_phrase(reading: Reading, region: Extent) -> Extent | None:
    """The noun phrase that fills a stretch of tokens up to its first comma; None without a noun."""
    first, end = region
    while first < end and reading.tags[first][:2] in ("RB", "CC", ",", "IN"):
        first += 1
    end = next((i for i in range(first, end) if reading.words[i] in (",", "(")), end)
    while first < end and reading.tags[end - 1].startswith(_LOOSE_END):
        end -= 1
    if not any(reading.tags[place][:1] in "NPW" for place in range(first, end)):
        return None
    return first, end


def nearby_phrase(reading: Reading, verb: int) -> Extent | None:
    """The noun phrase just before a verb by the order of words: ", court records show, "."""
    if reading.tags[verb] not in _FINITE or reading.deps[verb] in ("amod", "aux", "auxpass"):
        return None
    first = verb
    while first > 0 and verb - first < _LONGEST:
        if reading.words[first - 1] in _BORDERS or not reading.words[first - 1].strip():
            break
        first -= 1
    if any(reading.is_verb(place) for place in range(first, verb)):
        return None
    return trimmed_phrase(reading, (first, verb))


def set_off_phrase(reading: Reading, verb: int, first: int) -> Extent | None:
    """The noun phrase between a comma or quotation mark and a verb: "X, the latest figures show".

    It may hold participles ("a source briefed by Lee told") and a name between commas behind it.
    """
    end = verb
    while end > first and reading.tags[end - 1][:2] in ("RB", "VB", "MD"):
        end -= 1
    begin = end - 1 if end > first and reading.words[end - 1] == "," else end
    while begin > first and reading.words[begin - 1] not in _SET_OFF:
        begin -= 1
    if end < verb and reading.words[end - 1] == "," and begin - 1 > first:
        return None
    if end > begin and reading.words[end - 1] == ",":
        end -= 1
        if not all(reading.tags[place] == "NNP" for place in range(begin, end)):
            return None
        begin -= 1
        while begin > first and reading.words[begin - 1] not in _SET_OFF:
            begin -= 1
    inside = range(begin, end)
    if begin == first or not inside or len(inside) > _LONGEST_SET_OFF:
        return None
    if any(reading.tags[place] in _NO_PHRASE for place in inside):
        return None
    if reading.tags[begin] not in _OPENS_PHRASE or not any(
        reading.tags[place][:1] in "NP" for place in inside
    ):
        return None
    return begin, end
