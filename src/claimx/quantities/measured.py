"""What a quantity measures, in the words of its sentence.

The roads are tried in order: the noun that the quantity is part of ("60% of its revenue"), the noun
before it ("a fine of $5m"), the noun that it stands before ("a $5m contract"), the object that its
verb moves ("cut emissions by 5%"), the subject, and the nearest noun before it.
"""

from spacy.tokens import Doc, Token

from claimx.quantities.phrases import NOUN, base_phrase, is_time, phrase_after, whole_phrase
from claimx.quantities.readings import Reading

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
_PRONOUNS = ("PRP", "WP", "WDT", "EX", "DT", "PRP$", "WP$")
_VERB = ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD")
_RELATIVE = frozenset("that which who whom whose".split())
_BEFORE_OF = frozenset(("RB", "DT", "JJ", "JJR", "RBR", "JJS", "RBS", "$", "CD", "NFP", ":", "IN"))
_HIGHEST = 8

Span = tuple[int, int]


def measured_span(
    doc: Doc, reading: Reading, first: int, last: int, counted: Span | None, taken: frozenset[int]
) -> Span | None:
    """The tokens of what is measured, first and one past the last.

    `last` ends unit and rate, `taken` are the tokens of quantities.
    """
    sent = doc[first].sent
    start, stop = sent.start, sent.end
    if counted is not None and reading.form != "fraction":
        return _around_count(doc, first, last, counted, start, stop)
    found = _part_of(doc, reading, last, stop) or _before_of(doc, first, start)
    if found is not None:
        return found
    found = _attributed(doc, last, stop)
    if found is not None:
        return found
    return _by_verb(doc, first, last, start, stop) or _nearest(doc, first, start, taken)


def _part_of(doc: Doc, reading: Reading, last: int, stop: int) -> Span | None:
    """ "60% of its revenue", "64GB of storage", "$1bn in gains"."""
    at = last + 1
    if at >= stop:
        return None
    word = doc[at].lower_
    if word == "of" or (word == "worth" and at + 1 < stop and doc[at + 1].lower_ == "of"):
        found = phrase_after(doc, at + (1 if word == "of" else 2), stop)
        return None if found and is_time(doc[found[1] - 1]) else found
    money = reading.unit is not None and reading.unit.kind == "currency"
    if money and word == "in" and at + 1 < stop and doc[at + 1].tag_ in ("NN", "NNS", "JJ"):
        found = phrase_after(doc, at + 1, stop)
        return None if found is None or is_time(doc[found[1] - 1]) else found
    if reading.form == "fraction" and word in ("the", "its", "their", "his", "her", "all", "our"):
        return phrase_after(doc, at, stop)
    return None


def _before_of(doc: Doc, first: int, start: int) -> Span | None:
    """ "a fine of $5m", "speed of 15 to 22 mph"."""
    at = first - 1
    while at > start and doc[at].lower_ != "of":
        if doc[at].tag_ not in _BEFORE_OF or doc[at].lower_ in ("to", "for", "in", "at", "from", "by", "on", "with", "than"):
            return None
        at -= 1
    if at <= start or doc[at - 1].tag_ not in NOUN:
        return None
    return base_phrase(doc, at - 1, start, at)


def _attributed(doc: Doc, last: int, stop: int) -> Span | None:
    """ "a $150,000 contract", "a 1.8 billion-mile (2.8bn km) journey"."""
    at = last + 1
    if at < stop and doc[at].text == "(":
        while at < stop and doc[at].text != ")":
            at += 1
        at += 1
    if at < stop and doc[at].text in ("-", "\u2010", "\u2011"):
        at += 1
    if at >= stop or doc[at].tag_ not in (*NOUN, "JJ", "VBN", "VBG", "JJS") or is_time(doc[at]):
        return None
    if doc[at].tag_ in ("VBN", "VBG") and (at + 1 >= stop or doc[at + 1].tag_ not in NOUN):
        return None
    found = phrase_after(doc, at, stop)
    if found is None or is_time(doc[found[1] - 1]) or doc[at].dep_ in _SUBJECTS and doc[at].i + 1 == found[1] and doc[at].tag_.startswith("NNP"):
        return None
    return found


def _around_count(doc: Doc, first: int, last: int, counted: Span, start: int, stop: int) -> Span | None:
    """What a count is told of: "a survey of seven countries", "the club has won four cups"."""
    head = doc[counted[1] - 1]
    at = first - 1
    while at > start and doc[at].tag_ in ("RB", "JJ", "JJR", "RBR", "DT", "PRP$", "JJS", "IN") and doc[at].lower_ not in ("of", "on", "in", "at", "for", "to", "by", "with", "from"):
        at -= 1
    if at > start and doc[at].lower_ in ("of", "on") and doc[at - 1].tag_ in NOUN:
        return base_phrase(doc, at - 1, start, at)
    if head.dep_ in _SUBJECTS or doc[last].dep_ in _SUBJECTS:
        return None
    return _by_verb(doc, first, counted[1] - 1, start, stop, objects=False)


def _by_verb(doc: Doc, first: int, last: int, start: int, stop: int, *, objects: bool = True) -> Span | None:
    """The object that the governing verb moves, else its subject."""
    token = _top(doc, first, last)
    below = token
    for _ in range(_HIGHEST):
        if token.tag_ in _VERB or token.dep_ in ("ROOT", "acl", "relcl", "advcl", "ccomp", "xcomp"):
            found = _of_verb(doc, token, below, first, last, start, stop, objects=objects)
            if found is not None:
                return found
            if _has_pronoun(token, first):
                return None
        if token.dep_ in ("acl", "relcl") and token.head.tag_ in NOUN and token.head.i < first:
            before = _before_relative(doc, token, first)
            return before if before is not None else base_phrase(doc, token.head.i, start, first)
        if token.head.i == token.i:
            return None
        below, token = token, token.head
        objects = objects and below.dep_ not in ("ccomp",)
    return None


def _top(doc: Doc, first: int, last: int) -> Token:
    """The highest token of the quantity itself."""
    token = doc[last]
    while first <= token.head.i <= last and token.head.i != token.i:
        token = token.head
    return token


def _of_verb(
    doc: Doc, verb: Token, below: Token, first: int, last: int, start: int, stop: int, *, objects: bool
) -> Span | None:
    if objects and below.dep_ in ("prep", "npadvmod", "advmod", "oprd", "ccomp", "xcomp") and verb.tag_ in _VERB:
        for child in verb.children:
            if child.dep_ in ("dobj", "nsubj") and verb.i < child.i < first and child.tag_ in NOUN and not is_time(child):
                return whole_phrase(doc, child, start, first)
    for child in verb.children:
        if (
            child.dep_ in _SUBJECTS
            and child.i < verb.i
            and not first <= child.i <= last
            and child.tag_ not in _PRONOUNS
        ):
            return whole_phrase(doc, child, start, min(first, verb.i) if child.i < first else verb.i)
    return None


def _has_pronoun(verb: Token, first: int) -> bool:
    return any(
        child.dep_ in _SUBJECTS and child.tag_ in _PRONOUNS and child.lower_ not in _RELATIVE and child.i < first
        for child in verb.children
    )


def _before_relative(doc: Doc, verb: Token, first: int) -> Span | None:
    """The noun right before "that", "which", "who"."""
    for child in verb.children:
        if child.lower_ in _RELATIVE and 0 < child.i < first:
            at = child.i - 1
            if doc[at].text == "," and at:
                at -= 1
            return base_phrase(doc, at, verb.sent.start, child.i) if doc[at].tag_ in NOUN else None
    return None


def _nearest(doc: Doc, first: int, start: int, taken: frozenset[int]) -> Span | None:
    """The nearest noun before the quantity that names no time."""
    at = first - 1
    while at >= start:
        token = doc[at]
        if token.tag_ in _PRONOUNS and token.tag_ in ("PRP",):
            return None
        if at in taken:
            at -= 1
            continue
        if token.tag_ in NOUN and not is_time(token):
            return base_phrase(doc, at, start, at + 1)
        if token.text in (";", "—"):
            return None
        at -= 1
    return None


