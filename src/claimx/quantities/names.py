"""Numbers that belong to a name, are a year or a pronoun: what the words around a number tell."""

import re
from collections.abc import Iterable

from spacy.tokens import Doc, Token

from claimx.lexicon.quantity_words import NumberedName
from claimx.quantities.readings import Reading
from claimx.quantities.wordsets import words

_NOUNS = ("NNS", "NNPS")
_YEAR_BEFORE = words(
    "in since from until till by of to through during before after between and circa early late mid year"
    " spring summer autumn fall winter for than the this that or back its his their election vs versus ’s 's -"
    " – late- on around about"
)
_OLD_YEAR_BEFORE = words(
    "in since from until till by circa early late year between mid and to summer"
)
_COUNTABLE = ("people", "men", "women", "children")
_PRONOUN_BEFORE = words(
    "the this that which each every another no any some only good bad big new old"
)
_LIST_GAP = re.compile(r"\s*(?:,|and|or|to|&|[-–])\s*(?:and\s*)?", re.IGNORECASE)


class NameReader:
    """Tells by the numbered names of a lexicon and by the tags of the neighbours."""

    def __init__(self, names: Iterable[NumberedName]) -> None:
        names = tuple(names)
        self._before = {
            form.lower(): entry.name
            for entry in names
            if entry.place == "before"
            for form in entry.forms
        }
        streets = "|".join(
            re.escape(form.title())
            for entry in names
            if entry.place == "after"
            for form in entry.forms
        )
        self._street = re.compile(
            rf"(?:-\d+)?[A-Z]?,?\s(?:[NSEW]\.?\s)?(?:[A-Z0-9][\w'’.-]*\s){{0,3}}(?:{streets})\b|\s(?:Rue|Ave|Avenue|Via|Calle)\s[A-Z]"
        )

    def veto(self, doc: Doc, text: str, reading: Reading, first: int, last: int) -> str | None:
        """The rule by which a number without a unit is none, `first` and `last` its tokens."""
        number = text[reading.first : reading.last]
        if reading.unit is not None:
            return None
        if number.lower() in ("one", "1") and reading.form in ("words", "digits"):
            pronoun = self._pronoun(doc, first, last) if number.lower() == "one" else None
            if pronoun:
                return pronoun
        if (
            reading.form == "fraction"
            and re.search(
                r"\b(?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)$", number, re.IGNORECASE
            )
            and self._is_ordinal(doc, last)
        ):
            return "ordinal"
        if self._street.match(text, reading.end) and number[0].isdigit():
            return "address"
        if reading.comparator == "range":
            years = all(1000 <= (value or 0) <= 2100 for value in (reading.low, reading.high))
            plain = re.search(r"\d{4}", number) and "," not in number
            return (
                "year"
                if years and plain and not self._counts(doc, last)
                else self._named(doc, text, reading, first, last)
            )
        if (
            re.fullmatch(r"\d{4}", number)
            and reading.scale == 1.0
            and self._is_year(doc, reading, first, last)
        ):
            return "year"
        return self._named(doc, text, reading, first, last)

    def _counts(self, doc: Doc, last: int) -> bool:
        """Whether a plural noun follows, or adjectives and one."""
        for token in doc[last + 1 : last + 4]:
            if token.tag_ in _NOUNS or token.lower_ in _COUNTABLE:
                return True
            if not token.tag_.startswith(("JJ", "NN", "VBN", "VBG", "HYPH")):
                return False
        return False

    def _is_ordinal(self, doc: Doc, last: int) -> bool:
        """As in "a third goal", "a third-party check"."""
        after = doc[last + 1] if last + 1 < len(doc) else None
        return (
            after is not None
            and (after.tag_.startswith(("NN", "JJ", "CD")) or after.text == "-")
            and after.lower_ not in ("more", "less", "fewer", "higher", "lower", "percent")
        )

    def _is_year(self, doc: Doc, reading: Reading, first: int, last: int) -> bool:
        value = reading.value
        if not 1000 <= value <= 2999:
            return False
        before = doc[first - 1] if first else None
        word = before.lower_ if before is not None else ""
        counts = self._counts(doc, last)
        bounded = reading.comparator != "="
        if 1900 <= value <= 2100:
            if counts and (bounded or (value % 50 == 0 and word not in _YEAR_BEFORE)):
                return False
            return not (bounded and word not in _YEAR_BEFORE and value % 100 == 0)
        return not counts and word in _OLD_YEAR_BEFORE and not bounded

    def _pronoun(self, doc: Doc, first: int, last: int) -> str | None:
        token = doc[first]
        before = doc[first - 1] if first and not token.is_sent_start else None
        after = doc[last + 1] if last + 1 < len(doc) else None
        if before is not None and (
            before.lower_ in _PRONOUN_BEFORE or before.tag_ in ("JJ", "JJR", "JJS", "PDT", "WDT")
        ):
            if not (
                before.lower_ in ("only", "new")
                and after is not None
                and after.tag_.startswith("NN")
            ):
                return "pronoun-one"
        if after is None:
            return None
        if after.tag_ in ("MD", "VBZ", "VBP", "VB", "POS") or after.lower_ in (
            "'s",
            "’s",
            "that",
            "who",
            "which",
            "'",
        ):
            return "pronoun-one"
        if after.tag_ in ("TO", "IN", "WDT", "WP", "RB", ".", ",", "-RRB-") and token.dep_ in (
            "pobj",
            "dobj",
            "attr",
            "appos",
            "conj",
            "ROOT",
            "nsubj",
            "npadvmod",
        ):
            return (
                None
                if after.lower_ in ("in", "for")
                or (token.dep_ in ("dobj", "conj") and after.tag_ not in ("IN", "TO", "WDT", "WP"))
                else "pronoun-one"
            )
        return None

    def _named(self, doc: Doc, text: str, reading: Reading, first: int, last: int) -> str | None:
        if (
            not first
            or reading.form not in ("digits", "words")
            or reading.comparator not in ("=", "range")
        ):
            return None
        before = doc[first - 1]
        number = text[reading.first : reading.last]
        if not before.whitespace_ and before.text not in ("(",):
            if before.lower_ in ("#",):
                return "numbered-name"
        capital = number[0].isupper()
        rule = self._listed(doc, first)
        if (
            rule
            and not before.tag_.startswith("VB")
            and (number[0].isdigit() or capital or not self._counts(doc, last))
        ):
            return "numbered-name"
        if reading.scale != 1.0 or "," in number or "." in number or "score" in reading.rules:
            return None
        after = doc[last + 1] if last + 1 < len(doc) else None
        proper = before.tag_ in ("NNP", "NNPS") and before.text[0].isupper() and before.whitespace_
        if (
            proper
            and (number[0].isdigit() or capital)
            and not self._counts(doc, last)
            and not _is_subject(doc[first])
        ):
            if after is None or after.lower_ not in (
                "killed",
                "injured",
                "dead",
                "wounded",
                "more",
                "others",
                "were",
                "have",
            ):
                return "numbered-name"
        if (
            number.isdigit() and len(number) == 3 and after is not None and after.tag_ == "NNP"
            and after.text[0].isupper() and not self._counts(doc, last)
        ):  # fmt: skip
            return "numbered-name"
        if (
            number.isdigit()
            and len(number) == 3
            and after is not None
            and after.tag_ == "NNP"
            and after.text[1:].islower()
            and before.tag_ in ("JJ", "NNP", "POS", "CD")
        ):
            return "numbered-name"
        return None

    def _listed(self, doc: Doc, first: int) -> bool:
        before = doc[first - 1]
        if before.lower_ in self._before:
            return True
        if before.text == "." and first > 1 and f"{doc[first - 2].lower_}." in self._before:
            return True
        if first > 1:
            return f"{doc[first - 2].lower_} {before.lower_}" in self._before
        return False


def _is_subject(token: Token) -> bool:
    return token.dep_ in ("nsubj", "nsubjpass") and token.head.tag_.startswith("VB")
