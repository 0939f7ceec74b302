"""What a quantity measures by the nouns next to it."""

import re

from spacy.tokens import Token

from claimx.model import Mention

from .noun_phrases import (
    AUXILIARIES,
    NOUN_TAGS,
    OBJECTS,
    complement_end,
    event_verb,
    first_noun,
    is_time,
    last_noun,
    phrase_start,
    state_end,
)
from .place import Place

_PART_OF = re.compile(
    r"\s+(?:out\s+)?of\s+(?:the\s+|its\s+|all\s+|these\s+)?(?:[\d.,]+\s+(?:\w+\s+of\s+)?|\w+teen\s+)?"
)
_BASELINE = re.compile(
    r"\s+of\s+(?:the\s+)?(?:pre-\w+|\d{4}|current|previous)\s+(?:levels?|average)\b", re.IGNORECASE
)
_GIVEN = re.compile(
    r"\b(?:pledg|approv|offer|promis|allocat|earmark|donat|commit|releas|provid|spen[dt]|set aside"
    r"|rais|ask|appeal|request|seek|sought|paid|pay|budget|announc|unveil)\w*\s+"
    r"(?:for\s+)?(?:[\w-]+\s+){0,3}[$£€¥]?$",
    re.IGNORECASE,
)
_FOR_WHAT = re.compile(
    r"(?:\s+\([^)]{1,30}\))?(?:\s+in\s+aid)?\s+(?:for|towards?)\s+(?:the\s+|an?\s+)?"
)
_LABEL = re.compile(r"(?:[;:]\s+|^)(?P<label>(?:[\w’'&.-]+\s){0,4}?[\w’'&.-]+)\s+$", re.MULTILINE)
_COMPARING = frozenset(["higher", "lower", "above", "below", "ahead", "behind", "more", "less"])
_VERB_REACH = 12


def counted(place: Place) -> Mention | None:
    """The counted noun with what happened to it: "Russian troops lost"."""
    noun = place.quantity.counted
    if noun is None or place.quantity.unit is not None or noun.text.lower() == "times":
        return None
    verb = event_verb(place.reading.head_of(noun.start, noun.end))
    if verb is None or not 0 <= verb.idx - noun.end <= _VERB_REACH or _is_graded(place):
        return noun
    if verb.lower_ in AUXILIARIES:
        return place.mention(noun.start, state_end(verb) or noun.end)
    return place.mention(noun.start, verb.idx + len(verb.text))


def _is_graded(place: Place) -> bool:
    """Whether the number only says how strong a thing is: "an 8.0 quake killed 600"."""
    low = place.quantity.low
    return low is not None and not float(low).is_integer() and "." in place.quantity.text


def part_of(place: Place) -> Mention | None:
    """What the whole counts: "11 of 18 missiles", "a third of voters"."""
    text, end = place.reading.text, place.quantity.end
    match = _PART_OF.match(text, end)
    if match is None or _BASELINE.match(text, end):
        return None
    token = place.reading.token_at(match.end())
    if token.lower_ == "those":
        return _those(place, token)
    noun = first_noun(token)
    if noun is None and token.tag_ in ("JJ", "VBN"):
        noun = token  # "two of the dead", "most of the displaced"
    return place.phrase(noun, start=match.end()) if noun is not None else None


def _those(place: Place, token: Token) -> Mention | None:
    """As in "27% of those who named a party", "two of those killed"."""
    verb = next((child for child in token.children if child.dep_ in ("relcl", "acl")), None)
    if verb is None:
        return None
    last = max(
        (child for child in verb.children if child.dep_ in OBJECTS),
        key=lambda child: child.i,
        default=verb,
    )
    return place.mention(token.idx, last.idx + len(last.text)) if last.i >= verb.i else None


def modified(place: Place) -> Mention | None:
    """The noun that the number stands before: "a 43 per cent target", "a $9 million grant"."""
    token = place.following
    if token is None or token.tag_ == "DT":
        return None
    if token.tag_ == "HYPH" and token.i + 1 < len(token.doc):
        token = token.nbor(1)
    noun = first_noun(token)
    if noun is None or is_time(noun) or is_time(token):
        return None
    return place.mention(token.idx, complement_end(noun) or noun.idx + len(noun.text))


def completed(place: Place) -> Mention | None:
    """The noun that the number completes: "growth of 3%", "aid worth $7 million"."""
    first = place.first
    if first.i < 2 or first.nbor(-1).lower_ not in ("of", "worth"):
        return None
    noun = last_noun(first.nbor(-2))
    if noun is None or noun.lower_ == "rate":
        return None
    bare = noun.lower_ in place.light and phrase_start(noun) == noun.idx
    return None if bare else place.phrase(noun)


def in_what(place: Place) -> Mention | None:
    """What the money is or goes to: "$2 million in fees", "$2 million on vouchers"."""
    if place.quantity.currency is None or not place.follows("in", "on"):
        return None
    token = place.reading.token_at(place.quantity.end + len(" in "))
    noun = first_noun(token)
    if noun is None or noun.tag_ in ("NNP", "NNPS") or is_time(noun) or token.tag_ == "PRP$":
        return None
    return place.phrase(noun, start=token.idx)


def purpose(place: Place) -> Mention | None:
    """What given money is for: "approved $32 million for reconstruction", not who gave it."""
    match = _FOR_WHAT.match(place.reading.text, place.quantity.end)
    if match is None or place.quantity.currency is None or not _GIVEN.search(place.lead):
        return None
    token = place.reading.token_at(match.end())
    noun = first_noun(token) or (token if token.tag_ == "VBG" else None)
    if noun is None or noun.tag_ in ("NNP", "NNPS") or is_time(noun) or token.tag_ == "CD":
        return None
    return place.phrase(noun, start=token.idx)


def possessor(place: Place) -> Mention | None:
    """Whose number it is: "to the rival's 29%"."""
    first = place.first
    if first.i < 2 or first.nbor(-1).tag_ != "POS":
        return None
    owner = first.nbor(-2)
    return place.mention(phrase_start(owner), owner.idx + len(owner.text))


def called(place: Place) -> Mention | None:
    """What the number is called: "the officially reported 118 billion euros"."""
    first = token = place.first
    while token.i and token.nbor(-1).tag_ in ("JJ", "VBN", "RB") and first.i - token.i < 3:
        token = token.nbor(-1)
    if token is first or not token.i or token.nbor(-1).tag_ != "DT":
        return None
    last = first.nbor(-1)
    return place.mention(token.idx, last.idx + len(last.text))


def compared(place: Place) -> Mention | None:
    """The noun right before: "with a jobless rate 0.2 points higher", "among people over 65"."""
    token, first = place.following, place.first
    differs = token is not None and token.lower_ in _COMPARING
    if not first.i or not (differs or place.quantity.unit == "year of age"):
        return None
    noun = first.nbor(-1)
    return place.phrase(noun) if noun.tag_ in NOUN_TAGS else None


def label(place: Place) -> Mention | None:
    """The name that stands before its figure: "Harbour Party 24%; Green Valley 17%"."""
    match = _LABEL.search(place.lead)
    first = place.first
    if match is None or first.i == 0:
        return None
    if first.nbor(-1).tag_ not in NOUN_TAGS and not _stands_alone(place):
        return None
    start = place.sentence.start
    return place.mention(start + match.start("label"), start + match.end("label"))


def _stands_alone(place: Place) -> bool:
    """As in "Undecided 9%.", a row of a table."""
    ends = place.reading.text[place.quantity.end : place.sentence.end]
    return place.lead.strip().isalpha() and not any(letter.isalnum() for letter in ends)
