"""The noun phrase that a bare count counts: "Russian troops" in "1,950 Russian troops"."""

from spacy.tokens import Doc, Token

from claimx.quantities.phrases import NOUN, Span, is_time
from claimx.quantities.wordsets import words

_INSIDE = frozenset(
    (*NOUN, "JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "POS", "CD", "AFX", "RBS", "FW")
)
_DETERMINERS = words("the these those its their his her our my your a an all this that such")
_PRONOUNS = words("them us you which whom whose it")
_HYPHENS = ("-", "\u2010", "\u2011")
_PLURAL = ("NNS", "NNPS")
_LONGEST = 9


def counted_span(doc: Doc, last: int, stop: int, *, partitive: bool) -> Span | None:
    """The tokens of what is counted, first and one past the last, after the number's last token.

    `stop` ends the sentence. `partitive` numbers ("dozens", "half") may have "of" before it, all
    others too in "three of the airports".
    """
    at = last + 1
    if at < stop and doc[at].text in _HYPHENS:
        return _compound(doc, at + 1, stop)
    if at + 1 < stop and doc[at].lower_ == "more" and doc[at + 1].tag_ in _INSIDE:
        at += 1
    if at < stop and (doc[at].lower_ == "of" or partitive):
        at = _past_determiners(doc, at + (doc[at].lower_ == "of"), stop)
        if at < stop and doc[at].lower_ in _PRONOUNS:
            return None
    if partitive:
        at = _past_number(doc, at, stop)
    end = _noun_end(doc, at, min(stop, at + _LONGEST))
    if end <= at or doc[at].lower_ in ("last", "next"):
        return None
    return None if is_time(doc[at]) and doc[at].tag_ == "NNP" else (at, end)


def _compound(doc: Doc, at: int, stop: int) -> Span | None:
    """As in "a six-member team", "three-bedroom flats": the hyphened noun alone."""
    if at >= stop or not doc[at].tag_.startswith(("NN", "JJ")):
        return None
    return at, at + 1


def _past_determiners(doc: Doc, at: int, stop: int) -> int:
    while at < stop and doc[at].lower_ in _DETERMINERS:
        at += 1
    return at


def _past_number(doc: Doc, at: int, stop: int) -> int:
    """As in "half of the 144 drones", "two-thirds of the combined 4.3M sales"."""
    for index in range(at, min(stop, at + 3)):
        if doc[index].tag_ in NOUN:
            break
        if doc[index].tag_ == "CD":
            at = index + 1
            if at < stop and doc[at].text in ("k", "m", "M", "bn"):
                at += 1
    return at


def _noun_end(doc: Doc, at: int, stop: int) -> int:
    """One past the last noun of the phrase that begins here."""
    end = at
    for index in range(at, stop):
        token = doc[index]
        if token.tag_ in NOUN:
            if end > at and _starts_next(doc[index - 1], token):
                break
            end = index + 1
        elif not _goes_on(doc, at, end, index, stop):
            break
    return end


def _goes_on(doc: Doc, at: int, end: int, index: int, stop: int) -> bool:
    """Whether a token that is no noun is inside the phrase, `end` being past its nouns so far."""
    token = doc[index]
    if token.text == "," or token.lower_ in ("and", "or", "&", "/"):
        if index == at or index + 1 >= stop:
            return False
        adjectives = doc[index - 1].tag_.startswith("JJ") and doc[index + 1].tag_.startswith("JJ")
        return adjectives or (end == index and token.text != "," and _joins(doc, index, stop))
    if token.tag_ not in _INSIDE:
        return False
    if end == at:
        return True
    if doc[index - 1].text in _HYPHENS:  # "72 level-crossing accidents"
        return token.tag_ != "CD"
    plural = doc[end - 1].tag_ in _PLURAL
    return token.tag_ not in ("CD", "VBN", "VBG") and not (plural and token.tag_.startswith("JJ"))


def _starts_next(before: Token, token: Token) -> bool:
    """Whether a noun begins the next phrase: "300 people Friday", "the men police held"."""
    if before.tag_ != "NNS":
        return False
    if token.tag_ in ("NNP", "NNPS"):
        return True
    return token.dep_ in ("npadvmod", "nsubj", "nsubjpass") and before.head.i != token.i


def _joins(doc: Doc, index: int, stop: int) -> bool:
    """As in "Kia and Hyundai vehicles": the noun before "and" describes the one after it."""
    if doc[index - 1].tag_ in _PLURAL or doc[index + 1].tag_ not in _INSIDE - {"CD"}:
        return False
    return any(doc[at].tag_ in _PLURAL for at in range(index + 1, min(stop, index + 4)))
