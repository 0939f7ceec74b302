"""What a quantity measures by the verb of its clause: its subject, its object, the deed itself."""

import re

from claimx.model import Mention

from .noun_phrases import (
    NOUN_TAGS,
    OBJECTS,
    SUBJECTS,
    first_noun,
    right_phrase_end,
)
from .place import Place
from .reading import clause_verb

_STOPS = frozenset(["and", "or", "but", "while", "as", "since", "after", "before", "when", "said"])
_PRONOUNS = frozenset(["it", "this", "that", "they", "these", "those", "half", "some"])
_GOVERNING = frozenset(["IN", "TO", "VBN", "VBD", "NN", "NNS"])
_SECOND = re.compile(r"\d(?:\s?(?:%|per\s?cent))?(?:\s+to\s+|\s?[-–]\s?)(?:(?:her|his|their)\s+)?$")
_FIRST = re.compile(r"(?:\s+to\s+|\s?[-–]\s?)(?:(?:her|his|their)\s+)?\d[\d,.]*")
# "Wounded at least 60", "killing three": who was hurt is left out.
_HARMED = re.compile(
    r"(?P<joined>\band\s+)?\b(?P<deed>(?:kill|wound|detain|arrest|sicken|infect)(?:ed|ing)"
    r"|(?:injur|displac|evacuat)(?:ed|ing)|hurt)\s+$",
    re.IGNORECASE,
)
_MANNER = frozenset(["VBN", "RB", "RBR", "JJR"])
_OF_OUTPUT = re.compile(
    r"\s+of\s+(?:the\s+)?(?:[\w’']+\s+)?(?:GDP|gross domestic product|national income"
    r"|(?:economic|national)\s+output)\b"
)
_NO_PHRASE = frozenset(["IN", "DT", "CC", "TO"])
_RELATIVES = frozenset(["which", "who"])
_PARTICIPLE = re.compile(r"\w+(?:ed|en|ead|ing|urt|ost)")
_MOVED = re.compile(
    r"\b(?:bring|brings|bringing|brought|raise[sd]?|raising|lift(?:s|ed|ing)?|push(?:es|ed|ing)?|"
    r"put|puts|putting|drove|driv(?:es|ing)|cut|cuts|cutting|increas(?:e[sd]?|ing)|"
    r"reduc(?:e[sd]?|ing)|lower(?:s|ed|ing)?|slash(?:es|ed|ing)?|boost(?:s|ed|ing)?)\s+"
    r"(?:the\s+|an?\s+|its\s+|their\s+|his\s+|her\s+)?"
    r"(?=(?P<moved>\w)[^.;,]{2,80}?(?:[—–,][^.;]{,80}[—–,])?[^.;,]{,20}$)",
    re.IGNORECASE,
)


def deed_before_times(place: Place) -> Mention | None:
    """The deed that is counted: "attacked the network 40 times"."""
    if not place.follows("times") and place.quantity.text.lower() not in ("twice", "once"):
        return None
    lead = place.lead.rstrip()
    start = max(lead.rfind(mark) for mark in ",;:") + 1
    start += len(lead[start:]) - len(lead[start:].lstrip())
    offset = place.sentence.start
    return place.mention(offset + start, offset + len(lead)) if start < len(lead) else None


def participle(place: Place) -> Mention | None:
    """What happened, where the counted noun is left out: "and eight injured"."""
    token = place.following
    if token is None or token.tag_ not in ("VBN", "VBD", "JJ") or token.dep_ == "aux":
        return None
    if _PARTICIPLE.fullmatch(token.lower_) is None:
        return None
    return place.mention(token.idx, token.idx + len(token.text))


def harmed(place: Place) -> Mention | None:
    """What was done to people left out: "displaced 12 million", "injured 17"."""
    match = _HARMED.search(place.lead)
    if match is None:
        return None
    start = place.sentence.start
    if match["joined"] and match["deed"].endswith("ing") and place.earlier:
        last, of = place.earlier[-1]
        if of is not None and last.unit is None and last.start >= start:
            return of  # "killing 11 people and injuring dozens more"
    return place.mention(start + match.start("deed"), start + match.end("deed"))


def rivals(place: Place) -> Mention | None:
    """Whose share or votes two numbers tell: "Ada leads Finn 50% to 44%", hers and then his."""
    quantity = place.quantity
    if quantity.change or not (quantity.unit == "percentage" or quantity.unit is None):
        return None
    if _SECOND.search(place.lead):
        return acted_on(place)
    return subject(place) if _FIRST.match(place.reading.text, quantity.end) else None


def own_predicate(place: Place) -> Mention | None:
    """What is said of the number itself: "Half had reduced output", "20 were in the capital"."""
    token = place.following
    if token is None or not (token.tag_.startswith("V") or token.tag_ in ("MD", "TO")):
        return None
    start = token.nbor(1) if token.tag_ == "TO" and token.i + 1 < len(token.doc) else token
    if (not start.tag_.startswith("V") and start.tag_ != "MD") or start.lower_ == "compared":
        return None
    if (
        place.quantity.unit is not None
        and place.first.i
        and place.first.nbor(-1).tag_ in _GOVERNING
    ):
        return None  # "people aged 70 or more live alone", "rose by $4 to help"
    return place.mention(start.idx, right_phrase_end(start, _STOPS))


def moved(place: Place) -> Mention | None:
    """What was moved to the number or by it: "brings the total to 40", "cut emissions 42%"."""
    match = _MOVED.search(place.lead)
    if match is None:
        return None
    noun = first_noun(place.reading.token_at(place.sentence.start + match.start("moved")))
    return place.phrase(noun) if noun is not None else None


def against_output(place: Place) -> Mention | None:
    """What is told as a share of the economy: "debt stood at 94% of GDP"."""
    if _OF_OUTPUT.match(place.reading.text, place.quantity.end) is None:
        return None
    return moved(place) or subject(place)


def acted_on(place: Place) -> Mention | None:
    """What the verb acts on besides the number: "offers recruits $9,000"."""
    for child in clause_verb(place.head).children:
        if child.dep_ in OBJECTS and child.i < place.first.i and place.may_measure(child):
            return place.phrase(child)
    return None


def subject(place: Place) -> Mention | None:
    """The subject of the number's clause, or the noun that the clause describes."""
    head = place.head
    verb = clause_verb(head)
    for _ in range(3):
        found = next(
            (child for child in verb.children if child.dep_ in SUBJECTS and child.i < head.i), None
        )
        if found is not None and found.idx >= place.sentence.start:
            if place.may_measure(found):
                return place.phrase(found)
            if found.lower_ in _RELATIVES and found.i:
                return _noun_before(place, found.idx)
            if found.lower_ in _PRONOUNS and place.earlier:
                return place.earlier[-1][1]
        elif verb.dep_ == "relcl" and verb.head.tag_ in NOUN_TAGS:
            return place.phrase(verb.head)
        elif verb.tag_ in ("VBG", "VBN") and verb.dep_ in ("acl", "advcl"):
            return _noun_before(place, verb.idx)
        if verb.head.i == verb.i or verb.dep_ == "ccomp":
            break
        verb = clause_verb(verb.head)
    return _noun_before(place, place.quantity.start)


def deed(place: Place) -> Mention | None:
    """Who did what, where the actor is a pronoun and the number its object: "he raised $5m"."""
    verb = clause_verb(place.head)
    if not verb.i or verb.i >= place.first.i or verb.nbor(-1).tag_ != "PRP":
        return None
    return place.mention(verb.nbor(-1).idx, verb.idx + len(verb.text))


def following_words(place: Place) -> Mention | None:
    """The words right after the number: "two weeks left to assemble it"."""
    token = place.following
    if token is None or token.is_punct or token.is_space or token.tag_ in _NO_PHRASE:
        return None
    if token.lower_ == "compared":
        return None
    if token.tag_ in _MANNER and token.i + 1 < len(token.doc) and token.nbor(1).tag_ == "IN":
        return None  # "1.6 billion expected by analysts", "9 million annually from May"
    return place.mention(token.idx, right_phrase_end(token, _STOPS, longest=4))


def _noun_before(place: Place, offset: int) -> Mention | None:
    """The nearest noun before a point of the sentence."""
    start = place.reading.sentence_at(offset).start
    for token in reversed(place.reading.tokens(start, offset)):
        if place.may_measure(token):
            return place.phrase(token)
    return None
