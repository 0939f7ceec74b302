"""Noun phrases by the tags of neighbouring tokens, which a wrong arc does not upset."""

import re
from collections.abc import Set as AbstractSet

from spacy.tokens import Doc, Token

from claimx.quantities.wordsets import words

NOUN = ("NN", "NNS", "NNP", "NNPS")
Span = tuple[int, int]

_AUXILIARIES = words(
    "is are was were be been being am 's has have had do does did will would can could may might"
    " shall should must and or but"
)
_NOTHING = words("percent percentage cent others other one ones both")

_DETERMINERS = words(
    "the a an these those its their his her our my your all this that such both each every any some"
)
_INSIDE = frozenset((*NOUN, "JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "POS", "AFX", "FW", "RBS"))
_LINKING = words("of for in on to across among between per from with")
_TIME = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?|today|yesterday|tomorrow|tonight|overnight|midnight|noon"
    r"|(?:second|minute|hour|day|week|month|year|quarter|decade|century|morning|afternoon|evening|night|weekend"
    r"|summer|winter|spring|autumn|season|time)s?|ago|[ap]\.?m\.?",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?)",
    re.IGNORECASE,
)


def is_time(token: Token) -> bool:
    """Whether a noun names a time ("week", "Friday", "March")."""
    return _TIME.fullmatch(token.text) is not None or (
        token.tag_ == "NNP" and _MONTH.fullmatch(token.text) is not None
    )


def phrase_after(doc: Doc, at: int, stop: int) -> Span | None:
    """The noun phrase that begins here, without its determiner."""
    while at < stop and (doc[at].lower_ in _DETERMINERS or doc[at].tag_ in ("DT", "PRP$", "PDT")):
        at += 1
    end = index = at
    while index < stop:
        token = doc[index]
        hyphened = index + 1 < stop and (doc[index + 1].text == "-" or doc[index - 1].text == "-")
        if token.tag_ in NOUN:
            if is_time(token) and end > at:
                break
            end = index + 1
        elif token.tag_ == "CD" and end == index > at and doc[index - 1].tag_ == "NNP":
            end = index + 1
        elif (token.tag_ not in _INSIDE and not (hyphened and index > at)) or (
            end > at and token.tag_ in ("VBN", "VBG", "JJ") and doc[end - 1].tag_ in ("NNS", "NNPS")
        ):
            break
        index += 1
    return (at, end) if end > at else None


def base_phrase(doc: Doc, head: int, start: int, stop: int, taken: AbstractSet[int]) -> Span:
    """The noun phrase around a noun, without determiners and what follows it."""
    left = head
    while left > start and left - 1 not in taken and _goes_left(doc, left - 1):
        left -= 1
    while left < head and _is_no_beginning(doc, left, start):
        left += 1
    right = head + 1
    while (
        right < stop
        and right not in taken
        and (
            doc[right].tag_ in (*NOUN, "HYPH")
            or (doc[right].tag_ == "CD" and doc[right - 1].tag_ == "NNP")
        )
        and not is_time(doc[right])
    ):
        right += 1
    while right > head + 1 and doc[right - 1].tag_ == "HYPH":
        right -= 1
    return left, right


def _goes_left(doc: Doc, at: int) -> bool:
    token = doc[at]
    if token.tag_ in _INSIDE:
        return not _TIME.fullmatch(token.text)
    if (
        token.lower_ in ("and", "&")
        and at
        and doc[at - 1].tag_ == "NNP"
        and doc[at + 1].tag_ == "NNP"
    ):
        return True
    if token.tag_ != "CD":
        return False
    return doc[at + 1].tag_ in ("NNP", "NNPS") or (at > 0 and doc[at - 1].tag_ == "NNP")


def _is_no_beginning(doc: Doc, at: int, start: int) -> bool:
    token = doc[at]
    if token.tag_ in ("VBG", "VBN"):  # "the driving range", but "implemented price cuts"
        return at == start or doc[at - 1].tag_ not in ("DT", "PRP$", "JJ", "POS", "IN", "CD")
    return token.lower_ in _DETERMINERS or token.tag_ in ("POS", "HYPH", "CC")


def whole_phrase(doc: Doc, head: int, start: int, stop: int, taken: AbstractSet[int]) -> Span:
    """The noun phrase around a noun with what belongs to it right behind it."""
    left, right = base_phrase(doc, head, start, stop, taken)
    return left, extended(doc, _bracketed(doc, right, stop, taken), stop, taken)


def _bracketed(doc: Doc, right: int, stop: int, taken: AbstractSet[int]) -> int:
    """As in "West Texas Intermediate (WTI)"."""
    if right + 2 < stop and doc[right].text == "(":
        for index in range(right + 1, min(stop, right + 4)):
            if index in taken:
                return right
            if doc[index].text == ")":
                return index + 1
    return right


def extended(doc: Doc, right: int, stop: int, taken: AbstractSet[int]) -> int:
    """Where a noun phrase ends with its prepositional phrases that name no time."""
    while right + 1 < stop and right not in taken:
        stored = (
            doc[right].tag_ == "VBN" and doc[right + 1].tag_ == "IN"
        )  # "the charge stored in it"
        if not stored and doc[right].lower_ not in _LINKING:
            break
        inner = phrase_after(doc, right + (2 if stored else 1), stop)
        if inner is None or is_time(doc[inner[1] - 1]):
            break
        if any(index in taken or doc[index].tag_ == "CD" for index in range(right + 1, inner[1])):
            break
        right = inner[1]
        if right + 1 < stop and doc[right].lower_ == "and":
            other = phrase_after(doc, right + 1, stop)
            if (
                other
                and (other[1] == stop or doc[other[1]].tag_[:2] in ("VB", "MD"))
                and other[1] - 1 not in taken
            ):
                right = other[1]
    return right


def trimmed(doc: Doc, span: Span | None) -> Span | None:
    """A phrase without punctuation and auxiliaries at its ends; None if it tells nothing then."""
    if span is None:
        return None
    start, end = span
    while start < end and not _is_word(doc[start]):
        start += 1
    while start < end and not _may_end(doc, start, end - 1):
        end -= 1
    told = (doc[at] for at in range(start, end))
    if all(token.tag_ == "CD" or token.lower_ in _NOTHING for token in told):
        return None
    return start, end


def _may_end(doc: Doc, start: int, at: int) -> bool:
    if doc[at].text == ")":
        return any(doc[inner].text == "(" for inner in range(start, at))
    return _is_word(doc[at]) and doc[at].lower_ not in _AUXILIARIES


def _is_word(token: Token) -> bool:
    return any(letter.isalnum() for letter in token.text)
