"""What a quantity measures, in the words of its sentence.

The roads are tried in order: the noun that the quantity is part of ("60% of its revenue"), the noun
before it ("a fine of $5m"), the noun that it stands before ("a $5m contract"), the object that its
verb moves ("cut emissions by 5%"), the subject, and the nearest noun before it.
"""

from dataclasses import replace

from spacy.tokens import Doc

from claimx.quantities.governors import PERSONAL, SUBJECTS, by_verb
from claimx.quantities.phrases import (
    NOUN,
    Span,
    base_phrase,
    extended,
    is_time,
    phrase_after,
)
from claimx.quantities.places import Place
from claimx.quantities.readings import Reading
from claimx.quantities.wordsets import words

_PREPOSITIONS = words("to for in at from by on with than of")
_BETWEEN = ("RB", "DT", "JJ", "JJR", "RBR", "JJS", "RBS", "$", "CD", "NFP", ":", "IN")
_TIME_BEFORE = words("in for over within during after every past last next first previous")
_TIME_AFTER = words("later ago earlier before after")
_DIRECTIONS = words("up down")
# "a total of 21" tells of something else.
_LIGHT = words("total average mean median equivalent maximum minimum")
_CLAUSE_LINKS = (",", "and", "while")
_BOUNDS = (">", ">=", "<", "<=")
_INNER = words("of for in on")
_BE = words("is are was were")
_ADVERBIAL = ("RB", "IN", "RBR", "JJR")


def measured_span(doc: Doc, reading: Reading, place: Place) -> Span | None:
    """The tokens of what is measured, first and one past the last."""
    bracket = _before_bracket(doc, place)
    if bracket is not None:
        return bracket
    if place.counted is not None and doc[place.counted[0] - 1].text == "-":
        return _attributed(doc, replace(place, last=place.counted[1] - 1))
    if place.counted is not None:
        return None if reading.form == "fraction" else _around_count(doc, place, place.counted)
    if reading.unit is not None and reading.unit.kind == "time" and _tells_when(doc, place):
        return None
    return (
        _part_of(doc, reading, place)
        or _before_of(doc, place)
        or _bounded(doc, reading, place)
        or _with_direction(doc, place)
        or _attributed(doc, place)
        or _participle(doc, place)
        or by_verb(doc, place)
        or _nearest(doc, place)
    )


def _before_bracket(doc: Doc, place: Place) -> Span | None:
    """As in "John Gant (0.5 WAR)"."""
    at = place.first - 2
    if at < place.start or doc[at + 1].text != "(" or at in place.taken or doc[at].tag_ not in NOUN:
        return None
    return base_phrase(doc, at, place.start, at + 1, place.taken)


def _tells_when(doc: Doc, place: Place) -> bool:
    """As in "in the last three months", "two years later"."""
    after = place.last + 1
    if after < place.stop and doc[after].lower_ in _TIME_AFTER:
        return True
    at = place.first - 1
    while at >= place.start and (doc[at].tag_ in _BETWEEN or doc[at].lower_ in _TIME_BEFORE):
        if doc[at].lower_ in _TIME_BEFORE:
            return True
        at -= 1
    return False


def _part_of(doc: Doc, reading: Reading, place: Place) -> Span | None:
    """As in "60% of its revenue", "64GB of storage", "$1bn in gains"."""
    at = place.last + 1
    if at >= place.stop:
        return None
    if doc[at].text == "(":
        at = _past_bracket(doc, at, place)
    word = doc[at].lower_ if at < place.stop else ""
    money = reading.unit is not None and reading.unit.kind == "currency"
    if word == "of":
        at += 1
    elif word == "worth" and at + 1 < place.stop and doc[at + 1].lower_ == "of":
        at += 2
    elif money and word == "in" and at + 1 < place.stop and doc[at + 1].tag_ in ("NN", "NNS", "JJ"):
        at += 1
    else:
        return None
    while at in place.taken:
        at += 1
    found = phrase_after(doc, at, place.stop)
    return None if found is None or is_time(doc[found[1] - 1]) else found


def _past_bracket(doc: Doc, at: int, place: Place) -> int:
    while at < place.stop and doc[at].text != ")":
        at += 1
    return at + 1


def _before_of(doc: Doc, place: Place) -> Span | None:
    """As in "a fine of $5m", "speed of 15 to 22 mph"."""
    at = place.first - 1
    while at > place.start and doc[at].lower_ != "of":
        if doc[at].tag_ not in _BETWEEN or doc[at].lower_ in _PREPOSITIONS - {"than", "of"}:
            return None
        at -= 1
    if at <= place.start:
        return None
    noun = doc[at - 1]
    if noun.tag_ not in NOUN or at - 1 in place.taken or noun.lower_ in _LIGHT:
        return None
    if noun.lower_ == "age":
        return _of_age(doc, at - 2, place) or base_phrase(doc, at - 1, place.start, at, place.taken)
    return base_phrase(doc, at - 1, place.start, at, place.taken)


def _of_age(doc: Doc, at: int, place: Place) -> Span | None:
    """As in "players over the age of 21": they, not the age."""
    while at > place.start and doc[at].tag_ in ("DT", "IN"):
        at -= 1
    return _noun_at(doc, at, place)


def _attributed(doc: Doc, place: Place) -> Span | None:
    """As in "a $150,000 contract", "a 1.8 billion-mile (2.8bn km) journey from Earth"."""
    at = place.last + 1
    if at < place.stop and doc[at].text == "(":
        at = _past_bracket(doc, at, place)
    if at < place.stop and doc[at].text in ("-", "\u2010", "\u2011", ","):
        at += 1
        while at in place.taken:
            at += 1
    while at in place.taken:
        at += 1
    if (
        at >= place.stop
        or is_time(doc[at])
        or doc[at].tag_ not in (*NOUN, "JJ", "VBN", "VBG", "JJS")
    ):
        return None
    if doc[at - 1].text == "," or (
        doc[at].tag_ in ("VBN", "VBG") and not _leads_to_noun(doc, at + 1, place.stop)
    ):
        return None
    found = phrase_after(doc, at, place.stop)
    if found is None or is_time(doc[found[1] - 1]):
        return None
    head = doc[found[1] - 1]
    if head.dep_ in SUBJECTS and head.head.i > head.i and doc[place.last].head.i != head.i:
        return None  # the next clause: "at $1.25 sterling is"
    return found[0], extended(doc, found[1], place.stop, place.taken)


def _bounded(doc: Doc, reading: Reading, place: Place) -> Span | None:
    """As in "farms over 50 hectares", "bills of at least $100": the noun right before a bound."""
    at = place.first - 1
    while at >= place.start and doc[at].idx >= reading.start:
        at -= 1
    noun = doc[at]
    if reading.comparator not in _BOUNDS or at < place.start or noun.tag_ not in ("NNS", "NN"):
        return None
    if at + 1 == place.first or at in place.taken or is_time(noun):
        return None
    return base_phrase(doc, at, place.start, at + 1, place.taken)


def _leads_to_noun(doc: Doc, at: int, stop: int) -> bool:
    """As in "30% melting ice", "30% fuming sulfuric acid"."""
    if at + 1 < stop and doc[at].tag_ == "JJ":
        at += 1
    return at < stop and doc[at].tag_ in NOUN


def _with_direction(doc: Doc, place: Place) -> Span | None:
    """As in "Unite Group, down 68p", "Dow +0.2%", "Ross fell 2%, Kite by 3%"."""
    at = place.first - 1
    if doc[place.first].text.startswith("+"):
        return _noun_at(doc, at, place)
    if at >= place.start and doc[at].text == "+":
        return _noun_at(doc, at - 1, place)
    if at > place.start and doc[at].lower_ == "by" and doc[max(0, at - 2)].lower_ in _CLAUSE_LINKS:
        return _noun_at(doc, at - 1, place)
    while at > place.start and doc[at].tag_ in _ADVERBIAL and doc[at].lower_ not in _DIRECTIONS:
        at -= 1
    if at <= place.start or doc[at].lower_ not in _DIRECTIONS:
        return None
    if doc[at - 1].text == ",":
        return _noun_at(doc, at - 2, place) if doc[max(0, at - 2)].tag_ in ("NNP", "NNPS") else None
    return _noun_at(doc, at - 1, place)


def _noun_at(doc: Doc, at: int, place: Place) -> Span | None:
    if at < place.start or at in place.taken or is_time(doc[at]):
        return None
    named = doc[at].tag_ == "CD" and doc[at - 1].tag_ == "NNP"  # "S&P 500"
    if doc[at].tag_ not in NOUN and not named:
        return None
    return base_phrase(doc, at, place.start, at + 1, place.taken)


def _participle(doc: Doc, place: Place) -> Span | None:
    """As in "products priced at $10", "claims, ranging from $200", "a grant worth up to $8m"."""
    at = place.first - 1
    while (
        at > place.start
        and (doc[at].tag_ in _BETWEEN or doc[at].tag_ == "TO")
        and doc[at].lower_ != "worth"
    ):
        at -= 1
    if at <= place.start or (doc[at].dep_ == "advcl" and doc[at].lower_ != "ranging"):
        return None
    if doc[at].tag_ not in ("VBN", "VBG") and doc[at].lower_ != "worth":
        return None
    before = at - 1
    if doc[before].text == "," and (
        doc[at].lower_ in ("ranging", "worth", "including") and before > place.start
    ):
        before -= 1
    if doc[before].tag_ not in NOUN or before in place.taken or is_time(doc[before]):
        return None
    return base_phrase(doc, before, place.start, at, place.taken)


def _around_count(doc: Doc, place: Place, counted: Span) -> Span | None:
    """What a count is told of: "a survey of seven countries", "the club has won four cups"."""
    at = place.first - 1
    while (
        at > place.start
        and doc[at].tag_ in _BETWEEN
        and doc[at].lower_ not in _PREPOSITIONS - {"than"}
    ):
        at -= 1
    if (
        at > place.start
        and doc[at].lower_ in ("of", "on")
        and doc[at - 1].tag_ in NOUN
        and doc[at - 1].lower_ not in _LIGHT
    ):
        return base_phrase(doc, at - 1, place.start, at, place.taken)
    if counted[1] + 1 < place.stop and doc[counted[1]].lower_ == "of":
        found = phrase_after(doc, counted[1] + 1, place.stop)
        if found is not None:
            return found
    if doc[counted[1] - 1].dep_ in SUBJECTS or doc[place.last].dep_ in SUBJECTS:
        return None
    inside = replace(place, last=counted[1] - 1)
    return by_verb(doc, inside)


def _nearest(doc: Doc, place: Place) -> Span | None:
    """The nearest noun before the quantity that names no time."""
    for at in range(place.first - 1, place.start - 1, -1):
        token = doc[at]
        if token.tag_ in PERSONAL or token.text == ";":
            return None
        named = token.tag_ in NOUN and token.lower_ not in _LIGHT
        if named and at not in place.taken and not is_time(token):
            left, right = base_phrase(doc, at, place.start, at + 1, place.taken)
            if doc[right].lower_ in _BE:
                left = _led_in(doc, left, place)
            return left, right
    return None


def _led_in(doc: Doc, left: int, place: Place) -> int:
    """Where a phrase begins whose last noun is known: "life expectancy for men in Lund is 81"."""
    at = left - 1
    while at > place.start and doc[at].tag_ in ("DT", "PRP$"):
        at -= 1
    before = doc[at - 1]
    if at <= place.start or doc[at].lower_ not in _INNER or before.tag_ not in NOUN:
        return left
    if before.i in place.taken or is_time(before):
        return left
    return _led_in(doc, base_phrase(doc, before.i, place.start, at, place.taken)[0], place)
