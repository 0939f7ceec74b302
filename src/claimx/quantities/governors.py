"""What a quantity's verb tells it is said of: the object that the verb moves, else its subject."""

from spacy.tokens import Doc, Token

from claimx.quantities.phrases import NOUN, Span, base_phrase, is_time, whole_phrase
from claimx.quantities.places import Place
from claimx.quantities.wordsets import words

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
PERSONAL = ("PRP", "EX")
_PRONOUNS = ("PRP", "WP", "WDT", "EX", "DT", "PRP$", "WP$")
_VERB = ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD")
_RELATIVE = words("that which who whom whose")
_SHARES = words("most many some all both half few others another")
_HIGHEST = 8


def by_verb(doc: Doc, place: Place) -> Span | None:
    """The object that the governing verb moves, else its subject."""
    token = _top(doc, place)
    below = token
    for _ in range(_HIGHEST):
        if token.tag_ in _VERB or token.dep_ == "ROOT":
            found = (None if place.counted else _object(doc, token, below, place)) or _subject(
                doc, token, place
            )
            if found is not None:
                return found
        if (
            token.dep_ in ("acl", "relcl")
            and token.head.tag_ in NOUN
            and token.head.i < place.first
        ):
            return _before_relative(doc, token, place)
        if token.head.i == token.i:
            return None
        below, token = token, token.head
    return None


def _top(doc: Doc, place: Place) -> Token:
    """The highest token of the quantity itself."""
    token = doc[place.last]
    while place.first <= token.head.i <= place.last and token.head.i != token.i:
        token = token.head
    return token


def _object(doc: Doc, verb: Token, below: Token, place: Place) -> Span | None:
    """As in "cut emissions by 5%", "pulled the sector 0.7% lower"."""
    if verb.tag_ not in _VERB or below.dep_ in ("dobj", "conj", "advcl", *SUBJECTS):
        return None
    for child in verb.children:
        if (
            child.dep_ in ("dobj", "nsubj")
            and verb.i < child.i < place.first
            and child.tag_ in NOUN
        ):
            if child.i in place.taken or is_time(child):
                continue
            return whole_phrase(doc, child.i, place.start, place.first, place.taken)
    return None


def _subject(doc: Doc, verb: Token, place: Place) -> Span | None:
    for child in verb.children:
        if child.dep_ not in SUBJECTS or child.i >= verb.i or child.i in place.taken:
            continue
        if place.first <= child.i <= place.last:
            continue
        if child.lower_ in _SHARES:
            return _antecedent(doc, child, place)
        if child.tag_ in PERSONAL:
            return (
                _antecedent(doc, child, place)
                if child.lower_ in ("it", "he", "she", "they")
                else None
            )
        if child.tag_ not in _PRONOUNS:
            return whole_phrase(
                doc, child.i, place.start, min(verb.i, _limit(place, child)), place.taken
            )
    return None


def _limit(place: Place, child: Token) -> int:
    return place.first if child.i < place.first else place.stop


def _antecedent(doc: Doc, pronoun: Token, place: Place) -> Span | None:
    """The nearest subject before a pronoun in its sentence."""
    for at in range(pronoun.i - 1, place.start - 1, -1):
        if (
            doc[at].dep_ in ("nsubj", "nsubjpass")
            and doc[at].tag_ in NOUN
            and at not in place.taken
        ):
            return base_phrase(doc, at, place.start, at + 1, place.taken)
    if pronoun.lower_ != "they":
        return None
    for at in range(pronoun.i - 1, place.start - 1, -1):
        if doc[at].tag_ in ("NNS", "NNPS") and at not in place.taken and not is_time(doc[at]):
            return base_phrase(doc, at, place.start, at + 1, place.taken)
    return None


def _before_relative(doc: Doc, verb: Token, place: Place) -> Span | None:
    """The noun right before "that", "which", "who"; the head noun of a participle."""
    at = verb.head.i
    for child in verb.children:
        if child.lower_ in _RELATIVE and place.start < child.i < place.first:
            before = child.i - (2 if doc[child.i - 1].text == "," else 1)
            at = before if before >= place.start and doc[before].tag_ in NOUN else at
    if is_time(doc[at]):
        at = verb.head.i
    if at in place.taken or is_time(doc[at]):
        return None
    return base_phrase(doc, at, place.start, place.first, place.taken)
