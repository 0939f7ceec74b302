"""Noun phrases around a token: where they begin and end, whatever the parse makes of commas."""

import re
from collections.abc import Container

from spacy.tokens import Token

NOUN_TAGS = frozenset(["NN", "NNS", "NNP", "NNPS"])
SUBJECTS = frozenset(["nsubj", "nsubjpass", "csubj"])
OBJECTS = frozenset(["dobj", "obj", "dative"])

AUXILIARIES = frozenset(["is", "are", "was", "were", "be", "been", "being", "has", "have", "had"])

_LEFT = frozenset(["amod", "compound", "poss", "nmod", "case", "advmod", "punct", "npadvmod"])
_INSIDE = frozenset(["JJ", "JJR", "JJS", "VBN", "VBG", "RB", "HYPH", "POS", "PRP$"])
_JOINTS = frozenset(["HYPH", "POS"])
_COMPLEMENT = frozenset(["of", "in", "for", "between"])
_LONGEST = 7
_TIME_NOUN = re.compile(
    r"(?:year|month|week|day|hour|minute|quarter|decade|today|yesterday|tomorrow|tonight|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|"
    r"august|september|october|november|december)s?",
    re.IGNORECASE,
)


def is_time(noun: Token) -> bool:
    """Whether a noun tells a time ("week", "Monday"), which is never what is measured."""
    return _TIME_NOUN.fullmatch(noun.text) is not None


def phrase_start(noun: Token) -> int:
    """The first character of a noun's phrase, without its article and without a number."""
    left = noun
    for child in sorted(noun.children, key=lambda child: -child.i):
        if child.i > noun.i:
            continue
        touches = child.right_edge.i == left.i - 1
        if not touches or child.dep_ not in _LEFT or child.tag_ in ("DT", "CD"):
            break
        edge = child.left_edge
        left = edge.nbor(1) if edge.tag_ == "DT" and edge.i < child.i else edge
    return left.idx


def first_noun(token: Token) -> Token | None:
    """The last noun of the run of modifiers and nouns that starts at a token."""
    last, joined = None, True
    for step in range(_LONGEST):
        tag = token.tag_
        if tag in NOUN_TAGS:
            last = token
        elif tag not in (_INSIDE if joined else _JOINTS) and (step or tag != "DT"):
            break
        # "Moscow's strategic fleet", "the firm's best-selling chips"
        joined = last is None or tag in _JOINTS or (joined and tag in _INSIDE)
        if token.i + 1 >= len(token.doc):
            break
        token = token.nbor(1)
    return last


def last_noun(token: Token) -> Token | None:
    """A token, if it is a noun; else the noun just before it."""
    if token.tag_ in NOUN_TAGS:
        return token
    if token.i and token.nbor(-1).tag_ in NOUN_TAGS:
        return token.nbor(-1)
    return None


def complement_end(noun: Token) -> int | None:
    """Where the complement of "number of cases", "drop in sales" ends; None where there is none."""
    doc = noun.doc
    if noun.i + 2 >= len(doc) or doc[noun.i + 1].lower_ not in _COMPLEMENT:
        return None
    inner = first_noun(doc[noun.i + 2])
    return inner.idx + len(inner.text) if inner is not None else None


def right_phrase_end(token: Token, stops: Container[str], longest: int = _LONGEST) -> int:
    """Where the run of words from a token ends: at a mark, a stop word, or after a few words."""
    end = token
    for _ in range(longest):
        end = token
        if token.i + 1 >= len(token.doc):
            break
        token = token.nbor(1)
        if token.is_punct or token.is_space or token.lower_ in stops:
            break
    return end.idx + len(end.text)


def state_end(auxiliary: Token) -> int | None:
    """Where the state after "are" ends: "are missing", "were out of work", "are in quarantine"."""
    doc, at = auxiliary.doc, auxiliary.i + 1
    while at < len(doc) and doc[at].tag_ == "RB":
        at += 1
    if at >= len(doc):
        return None
    if doc[at].tag_ in ("JJ", "VBN", "VBG") and first_noun(doc[at]) is None:
        return doc[at].idx + len(doc[at].text)
    if doc[at].tag_ != "IN":
        return None
    while at + 1 < len(doc) and doc[at].tag_ == "IN":
        at += 1
    noun = first_noun(doc[at])
    return noun.idx + len(noun.text) if noun is not None else None


def event_verb(noun: Token) -> Token | None:
    """The verb of what happened to the counted things: "troops lost", "people were killed"."""
    for child in noun.children:
        if child.dep_ == "acl" and child.i > noun.i and child.tag_ in ("VBN", "VBG"):
            return child
    if noun.dep_ in SUBJECTS and noun.head.i > noun.i and noun.head.tag_.startswith("V"):
        return noun.head
    return None
