"""Numbers that belong to a name, are a year or a pronoun: what the words around a number tell."""

import re
from collections.abc import Iterable

from spacy.tokens import Doc, Token

from claimx.lexicon.quantity_words import NumberedName
from claimx.quantities.readings import Reading
from claimx.quantities.wordsets import words

_PLURAL = ("NNS", "NNPS")
_NAME = ("NNP", "NNPS")
_YEAR_BEFORE = words(
    "in since from until till by of to through during before after between and circa early late mid"
    " year spring summer autumn fall winter for than the this that or back its his their election"
    " vs versus ’s 's - – late- on around about"
)
_OLD_YEAR_BEFORE = words(
    "in since from until till by circa early late year between mid and to summer"
)
_COUNTABLE = words("people men women children")
_HIT = words("killed injured dead wounded more others were have")
_PRONOUN_BEFORE = words("the this that which each every another no any some good bad big old")
_PRONOUN_AFTER = words("'s ’s that who which '")
_COMPARED = words("more less fewer higher lower percent")
_NO_NOUN = ("TO", "IN", "WDT", "WP", "RB", ".", ",", "-RRB-")
_ARGUMENTS = words("pobj dobj attr appos conj ROOT nsubj npadvmod")
_ORDINAL = re.compile(r"\b(?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)$", re.IGNORECASE)
_FOUR_DIGITS = re.compile(r"\d{4}")


class NameReader:
    """Tells by the numbered names of a lexicon and by the tags of the neighbours."""

    def __init__(self, names: Iterable[NumberedName]) -> None:
        names = tuple(names)
        self._before = frozenset(
            form.lower() for entry in names if entry.place == "before" for form in entry.forms
        )
        self._common = frozenset(
            form.lower() for entry in names if entry.common for form in entry.forms
        )
        behind = [form for entry in names if entry.place == "after" for form in entry.forms]
        shown = "|".join(re.escape(way) for form in behind for way in (form.title(), form.upper()))
        self._street = re.compile(
            rf"(?:-\d+)?[A-Z]?,?\s(?:[NSEW]\.?\s)?(?:[A-Z0-9][\w'’.-]*\s){{0,3}}(?:{shown})\b"
            r"|\s(?:Rue|Ave|Avenue|Via|Calle)\s[A-Z]"
        )

    def veto(self, doc: Doc, text: str, reading: Reading, first: int, last: int) -> str | None:
        """The rule by which a number without a unit is none, `first` and `last` its tokens."""
        if reading.unit is not None:
            return None
        number = text[reading.first : reading.last]
        if number.lower() == "one" and _is_pronoun(doc, first, last):
            return "pronoun-one"
        if reading.form == "fraction" and _ORDINAL.search(number) and _is_ordinal(doc, last):
            return "ordinal"
        if number[0].isdigit() and self._street.match(text, reading.end):
            return "address"
        if _is_year(doc, reading, number, first, last):
            return "year"
        return "numbered-name" if self._is_named(doc, reading, number, first, last) else None

    def _is_named(self, doc: Doc, reading: Reading, number: str, first: int, last: int) -> bool:
        if not first or reading.form not in ("digits", "words"):
            return False
        if reading.comparator not in ("=", "range"):
            return False
        before = doc[first - 1]
        written_as_name = number[0].isdigit() or number[0].isupper()
        counts = _counts(doc, last)
        if counts and before.text in self._common:
            return False
        if self._is_listed(doc, first) and not before.tag_.startswith("VB"):
            return written_as_name or not counts
        if reading.scale != 1.0 or "," in number or "." in number or "score" in reading.rules:
            return False
        if number[0] == "-" and before.text.isupper():
            return True  # "COVID -19"
        model = len(number) == 3 and number.isdigit() and last + 1 < len(doc)
        model = model and doc[last + 1].tag_ == "NNP" and doc[last + 1].text[0].isupper()
        if model and "CD" in (before.tag_, doc[max(0, first - 2)].tag_):
            return True  # "two new 737 Max jets"
        if counts or not written_as_name:
            return False
        after = doc[last + 1] if last + 1 < len(doc) else None
        if before.tag_ in _NAME and before.text[0].isupper() and before.whitespace_:
            hit = after is not None and after.lower_ in _HIT
            return not hit and not _is_subject(doc[first])  # "In Kharkiv 20 were injured"
        return model  # "a 787 Dreamliner"

    def _is_listed(self, doc: Doc, first: int) -> bool:
        """Whether one of the lexicon's words, or two, stand right before the number."""
        before = doc[first - 1].lower_
        if before in self._before or first == 1:
            return before in self._before
        earlier = doc[first - 2].lower_
        return f"{earlier} {before}" in self._before or f"{earlier}{before}" in self._before


def _counts(doc: Doc, last: int) -> bool:
    """Whether a plural noun follows, or adjectives and one."""
    for token in doc[last + 1 : last + 4]:
        if token.tag_ in _PLURAL or token.lower_ in _COUNTABLE:
            return True
        if not token.tag_.startswith(("JJ", "NN", "VBN", "VBG", "HYPH")):
            return False
    return False


def _is_subject(token: Token) -> bool:
    return token.dep_ in ("nsubj", "nsubjpass") and token.head.tag_.startswith("VB")


def _is_ordinal(doc: Doc, last: int) -> bool:
    """As in "a third goal", "a third-party check"."""
    if last + 1 >= len(doc) or doc[last + 1].lower_ in _COMPARED:
        return False
    return doc[last + 1].tag_.startswith(("NN", "JJ", "CD")) or doc[last + 1].text == "-"


def _is_year(doc: Doc, reading: Reading, number: str, first: int, last: int) -> bool:
    if reading.comparator == "range":
        years = all(1000 <= (end or 0) <= 2100 for end in (reading.low, reading.high))
        plural = last + 1 < len(doc) and doc[last + 1].tag_ in _PLURAL
        return years and "," not in number and bool(_FOUR_DIGITS.match(number)) and not plural
    if not _FOUR_DIGITS.fullmatch(number) or reading.scale != 1.0:
        return False
    word = doc[first - 1].lower_ if first else ""
    counts, bounded = _counts(doc, last), reading.comparator != "="
    if not 1900 <= reading.value <= 2100:
        return reading.value >= 1000 and not (counts or bounded) and word in _OLD_YEAR_BEFORE
    is_round = reading.value % 50 == 0
    if counts and (bounded or (is_round and word not in _YEAR_BEFORE)):
        return False
    return not (bounded and is_round and word not in _YEAR_BEFORE)


def _is_pronoun(doc: Doc, first: int, last: int) -> bool:
    """Whether "one" stands for a noun: "the one that", "a big one", "one can"."""
    token = doc[first]
    before = doc[first - 1] if first and not token.is_sent_start else None
    after = doc[last + 1] if last + 1 < len(doc) else None
    if before is not None and (
        before.lower_ in _PRONOUN_BEFORE or before.tag_ in ("JJ", "JJR", "JJS", "PDT", "WDT")
    ):
        new_noun = before.lower_ in ("only", "new") and after is not None
        return not (new_noun and after is not None and after.tag_.startswith("NN"))
    if after is None:
        return False
    if after.tag_ in ("MD", "VBZ", "VBP", "VB", "POS") or after.lower_ in _PRONOUN_AFTER:
        return True
    if after.tag_ not in _NO_NOUN or token.dep_ not in _ARGUMENTS or after.lower_ in ("in", "for"):
        return False
    return token.dep_ not in ("dobj", "conj") or after.tag_ in ("IN", "TO", "WDT", "WP")
