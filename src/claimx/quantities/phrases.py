"""Noun phrases by the tags of neighbouring tokens, which a wrong arc does not upset."""

import re

from spacy.tokens import Doc, Token

NOUN = ("NN", "NNS", "NNP", "NNPS")
DETERMINERS = frozenset("the a an these those its their his her our my your all this that such both each every any some".split())
_INSIDE = frozenset((*NOUN, "JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "POS", "AFX", "FW", "RBS"))
_LINKING = frozenset("of for in on across among between".split())
_TIME = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|may|june|july|august|september|october"
    r"|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?|(?:last|next)?-?(?:day|week|month|year|quarter|decade|century|morning|afternoon|evening|night|weekend|summer|winter|spring|autumn|season|today|yesterday|tomorrow|tonight|overnight|midnight|noon|hour|minute)s?|ago|pm|am|p\.m\.?|a\.m\.?",
    re.I,
)


def is_time(token: Token) -> bool:
    """Whether a noun names a time ("week", "Friday", "March")."""
    return _TIME.fullmatch(token.text) is not None


def phrase_after(doc: Doc, at: int, stop: int) -> tuple[int, int] | None:
    """The noun phrase that begins here, without its determiner."""
    while at < stop and (doc[at].lower_ in DETERMINERS or doc[at].tag_ in ("DT", "PRP$", "PDT")):
        at += 1
    end = at
    index = at
    while index < stop and (doc[index].tag_ in _INSIDE or (doc[index].tag_ == "CD" and index > at)):
        if doc[index].tag_ in NOUN or (doc[index].tag_ == "CD" and end == index and doc[index - 1].tag_ == "NNP"):
            if is_time(doc[index]) and end > at:
                break
            end = index + 1
        elif end > at and doc[index].tag_ in ("VBN", "VBG", "JJ") and doc[end - 1].tag_ in ("NNS", "NNPS"):
            break
        index += 1
    return (at, end) if end > at else None


def base_phrase(doc: Doc, head: int, start: int, stop: int) -> tuple[int, int]:
    """The noun phrase around a noun, without determiners and what follows it."""
    left = head
    while left > start and _goes_left(doc, left - 1):
        left -= 1
    while left < head and (doc[left].lower_ in DETERMINERS or doc[left].tag_ in ("POS", "VBG", "HYPH")):
        left += 1
    right = head + 1
    while right < stop and doc[right].tag_ in ("NN", "NNS", "NNP", "NNPS", "HYPH") and not is_time(doc[right]):
        right += 1
    while doc[right - 1].tag_ == "HYPH":
        right -= 1
    return left, right


def _goes_left(doc: Doc, at: int) -> bool:
    token = doc[at]
    if token.tag_ in _INSIDE:
        return not (is_time(token) and token.tag_ == "NNP")
    if token.lower_ in ("and", "&") and at and doc[at - 1].tag_ == "NNP" and doc[at + 1].tag_ == "NNP":
        return True
    return token.tag_ == "CD" and doc[at + 1].tag_ in ("NNP", "NNPS")


def whole_phrase(doc: Doc, head: Token, start: int, stop: int) -> tuple[int, int]:
    """The noun phrase around a noun with the prepositional phrases right behind it."""
    left, right = base_phrase(doc, head.i, start, stop)
    while right < stop and doc[right].lower_ in _LINKING and right + 1 < stop:
        inner = phrase_after(doc, right + 1, stop)
        if inner is None or inner[0] - right > 3 or is_time(doc[inner[1] - 1]) or any(doc[i].like_num for i in range(right + 1, inner[1])):
            break
        right = inner[1]
    return left, right
