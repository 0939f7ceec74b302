"""The noun phrase that a bare count counts: "Russian troops" in "1,950 Russian troops"."""

from spacy.tokens import Doc, Token

from claimx.quantities.phrases import is_time
from claimx.quantities.wordsets import words

_NOUN = ("NN", "NNS", "NNP", "NNPS")
_INSIDE = (
    *_NOUN,
    "JJ",
    "JJR",
    "JJS",
    "VBN",
    "VBG",
    "HYPH",
    "POS",
    "CD",
    "AFX",
    "RBS",
    "FW",
)
_DETERMINERS = words("the these those its their his her our my your a an all this that such")
_HYPHENS = ("-", "\u2010", "\u2011")
_LONGEST = 9


def counted_span(doc: Doc, last: int, stop: int, *, partitive: bool) -> tuple[int, int] | None:
    """The tokens of what is counted, first and one past the last, after the number's last token.

    `stop` ends the sentence.
    `partitive` numbers ("dozens", "half") may have "of" before it, all others too in "three of
    the airports".
    """
    at = last + 1
    if at < stop and doc[at].text in _HYPHENS:
        at += 1
    if at < stop and doc[at].lower_ == "more" and at + 1 < stop and doc[at + 1].tag_ in _INSIDE:
        at += 1
    if at < stop and doc[at].lower_ == "of":
        at += 1
        if at < stop and doc[at].lower_ in ("all",):
            at += 1
        if at < stop and doc[at].lower_ in _DETERMINERS:
            at += 1
        if at < stop and doc[at].lower_ in ("them", "us", "you", "which", "whom", "whose"):
            return None
    elif partitive and at < stop and doc[at].lower_ in _DETERMINERS:
        at += 1
    if at > last + 1 and doc[at - 1].text in _HYPHENS:
        return _compound(doc, at, stop)
    end = _noun_end(doc, at, stop)
    if (
        end <= at
        or doc[at].lower_ in ("last", "next")
        or (is_time(doc[at]) and doc[at].tag_ == "NNP")
    ):
        return None
    return at, end


def _compound(doc: Doc, at: int, stop: int) -> tuple[int, int] | None:
    """As in "a six-member team", "three-bedroom flats": the hyphened noun alone."""
    if at >= stop or not (doc[at].tag_ in _NOUN or doc[at].tag_.startswith("JJ")):
        return None
    return at, at + 1


def _noun_end(doc: Doc, at: int, stop: int) -> int:
    """One past the last noun of the phrase that begins here."""
    end = at
    index = at
    while index < min(stop, at + _LONGEST):
        token = doc[index]
        if token.tag_ in _NOUN:
            if end > at and _starts_new(doc[index - 1], token):
                break
            end = index + 1
        elif (
            token.lower_ in ("and", "or", "/", "&") and end == index and _joins(doc, index, stop)
        ) or (
            token.text == ","
            and index > at
            and doc[index - 1].tag_.startswith("JJ")
            and index + 1 < stop
            and doc[index + 1].tag_.startswith("JJ")
        ):
            pass
        elif (
            token.tag_ not in _INSIDE
            or (token.tag_ == "CD" and end > at)
            or (token.tag_ in ("VBN", "VBG") and end > at)
            or (token.tag_.startswith("JJ") and end > at and doc[end - 1].tag_ in ("NNS", "NNPS"))
        ):
            break
        index += 1
    return end


def _starts_new(before: Token, token: Token) -> bool:
    """Whether a noun begins the next phrase: "said 300 people Friday"."""
    return (before.tag_ in ("NNS",) and token.tag_ in ("NNP", "NNPS")) or (
        token.dep_ in ("npadvmod", "nsubj", "nsubjpass")
        and before.tag_ == "NNS"
        and before.head.i != token.i
    )


def _joins_adjectives(doc: Doc, index: int, stop: int) -> bool:
    """As in "digital and physical sales"."""
    return (
        doc[index - 1].tag_.startswith("JJ")
        and index + 2 < stop
        and doc[index + 1].tag_.startswith("JJ")
        and doc[index + 2].tag_ in _NOUN
    )


def _joins(doc: Doc, index: int, stop: int) -> bool:
    """As in "Kia and Hyundai vehicles": the noun before "and" is a modifier of the one after it."""
    before = doc[index - 1]
    if before.tag_ in ("NNS", "NNPS") or index + 1 >= stop:
        return False
    following = doc[index + 1 : min(stop, index + 4)]
    if not following or following[0].tag_ not in _INSIDE or following[0].tag_ == "CD":
        return False
    return any(token.tag_ in ("NNS", "NNPS") for token in following)
