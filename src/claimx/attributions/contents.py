"""What a cue introduces: the stretches of its content."""

from .leads import Lead, figure_before
from .quotations import Span
from .reading import Extent, Reading

_CLAUSE = ("ccomp", "parataxis")
_OBJECT = ("dobj", "oprd", "attr", "prep", "acomp")
_HANGS_ON = (
    "prep",
    "advcl",
    "advmod",
    "npadvmod",
    "acomp",
    "dobj",
    "oprd",
    "xcomp",
    "ccomp",
    "nsubj",
)
_NOUN_COMPLEMENT = ("acl", "ccomp", "prep", "appos", "relcl")
_OPENS = (",", "-", "--", "–", "—")  # what stands before "he said" within its content
_BREAKS = ("--", "–", "—", ";", ":")
_PAUSES = (",", "--", "–", "—", ".", ";", ":", "?", "!")
_NO_TAIL = ("VB", "MD", "WP", "WD", "WR", "CC", "``")
_ASIDES = ("VBG", "VBN", "WP", "WDT", "WRB", "WP$", "``")
_LONGEST_TAIL = 8  # tokens between a cue and the comma behind its time
_LEFT_MARKS = (",", '"', "”", "''", "?", "!")
_FORESEEN = ("expected", "forecast", "predicted", "estimated", "anticipated", "projected")
_CONTRASTS = ("while", "whereas", "although", "though")
_LONGEST = 150  # tokens; a longer "sentence" is a text without full stops
_EDGE = ("", ",", ".", ":", ";", "-", "--", "–", "—")


def content_of(reading: Reading, lead: Lead) -> tuple[list[Span], str]:
    """The stretches of the content of a cue, in text order, and the rule that found them."""
    extents, rule = _extents(reading, lead)
    first, end = reading.line_of(lead.place)
    spans = [
        span
        for extent in extents
        if (span := _span(reading, (max(extent[0], first), min(extent[1], end)))) is not None
    ]
    return spans, rule


def _extents(reading: Reading, lead: Lead) -> tuple[list[Extent], str]:
    if lead.cue.part == "preposition":
        return _of_preposition(reading, lead)
    if lead.cue.part == "mark":
        return [(lead.extent[1], reading.line_of(lead.place)[1])], "line"
    if lead.cue.part == "noun":
        return _behind_noun(reading, lead), "noun-complement"
    verb = lead.place
    if lead.rule in ("trailing", "trailing-publication"):
        insertion = _insertion(reading, lead)
        if insertion is not None:
            return _around(reading, lead, insertion), "both-sides"
        return _before(reading, lead), "set-off"
    if lead.rule in ("rejected-report", "told-a-poll"):
        return [(lead.sources[-1][1], _end(reading, verb, verb))], lead.rule
    if lead.rule in ("foretold", "told-figure"):
        figure = figure_before(reading, verb) if lead.rule == "foretold" else None
        return [figure or (reading.line_of(verb)[0], lead.sources[0][0] - 1)], lead.rule
    if lead.rule == "as-told":
        return _around(reading, lead), "sentence"
    if lead.rule == "passive":
        agent = (min(verb, lead.sources[0][0]), max(verb + 1, lead.sources[-1][1]))
        return _without(_subtree(reading, verb), agent), "passive"
    return _of_verb(reading, lead)


def _of_preposition(reading: Reading, lead: Lead) -> tuple[list[Extent], str]:
    foreseen = _foreseen(reading, lead.place) if lead.rule == "within-publication" else None
    if foreseen is not None:
        return _without(foreseen, _cluster(reading, lead)), "foreseen"
    return _around(reading, lead), "sentence"


def _of_verb(reading: Reading, lead: Lead) -> tuple[list[Extent], str]:
    """What hangs on a verb in the active voice, or stands around it."""
    verb = lead.place
    right, left = _complements(reading, lead)
    if right is not None:
        first = max(reading.left(right), lead.extent[1])
        # "The poll shows Lee up 51% to 48%, a lead ..." is the poll's to the end.
        whole = lead.rule == "publication"
        end = reading.line_of(verb)[1] if whole else _end(reading, verb, right)
        return [(first, end)], f"right-{reading.deps[right]}"
    within = left is not None or _is_inserted(reading, lead)
    insertion = _insertion(reading, lead) if within else None
    if insertion is not None:
        return _around(reading, lead, insertion), "both-sides"
    if left is not None:
        return _without(_subtree(reading, left), _cluster(reading, lead)), "left-clause"
    if _is_inserted(reading, lead):
        head = reading.heads[verb]
        return _without(_subtree(reading, head), _subtree(reading, verb)), "inserted"
    if lead.rule == "word-order":
        return _around(reading, lead), "sentence"
    if "clause" in lead.cue.frames and _is_set_off(reading, lead):
        return _around(reading, lead), "set-off"
    if lead.cue.name == "poll-gives":  # "gave the mayor 31%", where the parser sees no object
        return [(lead.extent[1], reading.line_of(verb)[1])], "right-figures"
    return [], "none"


def _is_inserted(reading: Reading, lead: Lead) -> bool:
    """Whether a cue stands within what it introduces: "X, he said, Y", "As she noted, X"."""
    verb = lead.place
    if "clause" not in lead.cue.frames:
        return False
    if reading.deps[verb] == "parataxis":
        return True
    mark = reading.kid(verb, "mark")
    return reading.deps[verb] == "advcl" and mark is not None and reading.words[mark] == "as"


def _insertion(reading: Reading, lead: Lead) -> Extent | None:
    """Cue, source and time between the halves of a content: "X, he said on Monday, because Y"."""
    first, place = _cluster(reading, lead)
    last = reading.line_of(lead.place)[1]
    if lead.sources[0][0] > lead.place or first == 0 or reading.words[first - 1] not in _OPENS:
        return None
    while place < last and reading.words[place] not in _PAUSES:
        if reading.tags[place][:2] in _NO_TAIL or place - lead.place > _LONGEST_TAIL:
            return None
        place += 1
    if place + 2 >= last or reading.words[place] not in _OPENS:
        return None
    goes_on = reading.tags[place + 1] not in _ASIDES
    if reading.tags[place + 1] == "CC":  # "X, he said, and it was Y" against "... and Lee said Y"
        goes_on = reading.tags[place + 2] in ("PRP", "PRP$", "IN")
    return (first, place) if goes_on else None


def _is_set_off(reading: Reading, lead: Lead) -> bool:
    """Whether source and cue stand between commas or end the sentence: "X, tax records show."."""
    first, end = _cluster(reading, lead)
    words = reading.words
    if first == 0 or lead.sources[0][0] > lead.place:
        return False
    ends = end == len(words) or words[end] in (",", ".") or words[end].isspace()
    return words[first - 1] in _LEFT_MARKS and ends


def _complements(reading: Reading, lead: Lead) -> tuple[int | None, int | None]:
    """The heads of what a verb introduces to its right and to its left."""
    verb, kids = lead.place, reading.kids[lead.place]
    first = reading.line_of(verb)[0]
    left = next((k for k in kids if first <= k < verb and reading.deps[k] in _CLAUSE), None)
    if left is not None and reading.words[_cluster(reading, lead)[0] - 1] in _BREAKS:
        left = None
    right = _right_complement(reading, lead, left)
    if left is not None and right is not None:
        # "X, said Lee, adding that Y" against "Asked why: Lee said that Y".
        if reading.kid(right, "mark") is not None:
            return right, None  # "X, and Lee, who spoke next, said that Y"
        before = reading.words[_cluster(reading, lead)[0] - 1]
        return (None, left) if before in _LEFT_MARKS else (right, None)
    return right, left


def _right_complement(reading: Reading, lead: Lead, left: int | None) -> int | None:
    verb, frames = lead.place, lead.cue.frames
    sources = {place for extent in lead.sources for place in range(*extent)}
    end = reading.line_of(verb)[1]
    kids = [kid for kid in reading.kids[verb] if verb < kid < end and kid not in sources]
    clause = next((kid for kid in kids if reading.deps[kid] in _CLAUSE), None)
    if clause is not None:
        thing = next((kid for kid in kids if reading.deps[kid] == "dobj"), clause)
        return min(thing, clause) if "object" in frames else clause
    wanted: list[str] = []
    if "infinitive" in frames:
        wanted += ("xcomp",)
    if left is None:
        wanted += _OBJECT if "object" in frames else ()
        gerund = next((kid for kid in kids if reading.deps[kid] == "xcomp"), None)
        if gerund is not None and reading.tags[gerund] == "VBG":
            return gerund
    return next((kid for kid in kids if reading.deps[kid] in wanted), None)


def _behind_noun(reading: Reading, lead: Lead) -> list[Extent]:
    noun = lead.place
    kids = [
        kid
        for kid in reading.kids[noun]
        if reading.deps[kid] in _NOUN_COMPLEMENT
        and not any(first <= kid < end or kid == first - 1 for first, end in lead.sources)
    ]
    if reading.deps[noun] == "dobj":
        # "cut its forecast to 2% from 3%": the figures hang on the verb.
        verb = reading.heads[noun]
        kids += [kid for kid in reading.kids[verb] if kid > noun and reading.deps[kid] == "prep"]
    return [_subtree(reading, kid) for kid in kids]


def _end(reading: Reading, verb: int, complement: int) -> int:
    """The token after the content: what hangs on the verb behind the complement goes with it."""
    end = reading.right(complement) + 1
    for kid in reading.kids[verb]:
        if kid <= complement:
            continue
        if _is_contrast(reading, kid):
            break
        spliced = reading.deps[kid] == "conj" and (
            reading.kid(verb, "cc") is None or _is_told_too(reading, verb, kid)
        )
        if reading.deps[kid] in _HANGS_ON or spliced:
            end = reading.right(kid) + 1
        elif reading.deps[kid] not in ("punct", "cc"):
            break
    return end


def _is_told_too(reading: Reading, verb: int, clause: int) -> bool:
    """Whether a clause is told likewise: "said that X, but that Y", "says X but would do Y"."""
    mark = reading.kid(clause, "mark")
    if mark is not None and reading.words[mark] == "that":
        return True
    subject = reading.kid(clause, "nsubj", "nsubjpass")
    if subject is not None:
        return reading.tags[subject] == "PRP" and reading.words[subject] == "it"
    return reading.tags[clause] == "VB" and reading.tags[verb] != "VB"


def _is_contrast(reading: Reading, clause: int) -> bool:
    """Whether a clause sets something against the report: "40% said so, while 22% did not"."""
    mark = reading.kid(clause, "mark")
    return mark is not None and reading.words[mark] in _CONTRASTS


def _around(reading: Reading, lead: Lead, hole: Extent | None = None) -> list[Extent]:
    """What stands around a cue and its source, or around a wider hole, between semicolons."""
    first, end = reading.line_of(lead.place)
    hole = hole or _cluster(reading, lead)
    first, end = max(first, hole[0] - _LONGEST), min(end, hole[1] + _LONGEST)
    if lead.rule == "within-publication":  # "in a poll, 40% agreed; 12% did not"
        return _without((first, end), hole)
    parts = _semicolons(reading, (first, end))
    listed = any(reading.words[place + 1 : place + 2] == ["and"] for place in parts)
    if not listed:
        first = max([place + 1 for place in parts if place < hole[0]], default=first)
    if not listed and hole[0] > first:  # "According to the survey, 40% agreed; 12% did not"
        end = min([place for place in parts if place >= hole[1]], default=end)
    return _without((first, end), hole)


def _foreseen(reading: Reading, place: int) -> Extent | None:
    """What a poll of experts is told to have foreseen: "the 2% expected by analysts in a poll"."""
    word = reading.heads[place]
    while reading.words[word] not in _FORESEEN and reading.tags[word][:2] not in ("VB", "MD"):
        if reading.heads[word] == word:
            return None
        word = reading.heads[word]
    if reading.words[word] not in _FORESEEN:
        return None
    if reading.tags[word] == "NN":  # "the 3% forecast in a poll"
        return _subtree(reading, word)
    is_of_noun = reading.deps[word] in ("acl", "amod", "relcl")
    return _subtree(reading, reading.heads[word]) if is_of_noun else None


def _before(reading: Reading, lead: Lead) -> list[Extent]:
    """What stands before a source and its cue in their sentence, after a semicolon."""
    first = reading.line_of(lead.place)[0]
    end = _cluster(reading, lead)[0]
    first = max(first, end - _LONGEST)
    parts = _semicolons(reading, (first, end))
    return [(max(parts, default=first - 1) + 1, end)]


def _semicolons(reading: Reading, extent: Extent) -> list[int]:
    """The semicolons of some tokens that stand in no parentheses: "(£6.7bn; $8.7bn)"."""
    depth, found = 0, []
    for place in range(*extent):
        word = reading.words[place]
        depth += (word == "(") - (word == ")")
        if word == ";" and depth <= 0:
            found.append(place)
    return found


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
    told = any(reading.words[place][:1].isalnum() for place in range(first, end))
    return (reading.starts[first], reading.ends[end - 1]) if told else None
