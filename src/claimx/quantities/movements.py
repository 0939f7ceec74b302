"""Decides whether a quantity is the size of a rise or a fall."""

import re
from collections.abc import Iterable

from spacy.tokens import Doc

from claimx.lexicon.quantity_words import Movement
from claimx.model import Change
from claimx.quantities.readings import Reading

_LEVEL = frozenset(
    "to from at into in of on with between for than as above below under over past towards reach reached hit".split()
)
_SKIPPED = frozenset(
    "a an the another additional further extra nearly about around some just only roughly almost as much many more than up least estimated total staggering whopping record sharp massive huge mere modest combined similar average , - – ( far by further its their his".split()
)


class MovementReader:
    """Reads rises and falls by the words of a lexicon."""

    def __init__(self, movements: Iterable[Movement]) -> None:
        movements = tuple(movements)
        self._verbs: dict[str, Change] = {
            form: m.change for m in movements for form in m.verbs if " " not in form
        }
        self._phrases: dict[str, Change] = {
            form: m.change for m in movements for form in m.verbs if " " in form
        }
        self._nouns: dict[str, Change] = {form: m.change for m in movements for form in m.nouns}
        self._adverbs: dict[str, Change] = {form: m.change for m in movements for form in m.adverbs}

    def change(self, doc: Doc, reading: Reading, first: int, last: int, tail: int) -> Change | None:
        """up or down, by what stands before the quantity or right after it."""
        text = doc.text
        if text[reading.start : reading.start + 1] == "+" or (
            reading.start and text[reading.start - 1] == "+"
        ):
            return "up"
        return self._before(doc, first) or self._after(doc, last, tail)

    def _before(self, doc: Doc, first: int) -> Change | None:
        start = doc[first].sent.start
        at = first - 1
        steps = 0
        while at >= start and steps < 9:
            token = doc[at]
            word = token.lower_
            if word == "by":
                return self._governed(doc, at, start)
            if word in self._adverbs and not (
                at > start and doc[at - 1].lower_ in ("from", "lock", "shut", "step")
            ):
                return self._adverbs[word]
            if word == "up" and at + 1 < len(doc) and doc[at + 1].lower_ == "to":
                at -= 1
                continue
            if (
                word in self._verbs
                and token.tag_.startswith(("VB", "NN", "JJ"))
                and not self._is_noun_use(doc, at, first)
            ):
                return self._verbs[word]
            if word == "of" and at > start:
                noun = doc[at - 1].lower_
                return self._nouns.get(noun)
            if word in _LEVEL and not (
                word in ("than", "over", "as") or (word == "to" and doc[at - 1].lower_ == "up")
            ):
                return None
            if not (
                word in _SKIPPED
                or token.tag_ in ("RB", "$", "RBR", "CD", "JJ", "JJR")
                or word in ("than", "over", "as", "to")
            ):
                return None
            at -= 1
            steps += 1
        return None

    def _is_noun_use(self, doc: Doc, at: int, first: int) -> bool:
        """ "the rise 5" is no verb of the number."""
        token = doc[at]
        return token.tag_.startswith("NN") and first - at > 1

    def _governed(self, doc: Doc, at: int, start: int) -> Change | None:
        """The movement that "by" belongs to: the nearest verb or noun of rising or falling."""
        head = doc[at].head
        for word in (head.lower_,):
            if word in self._verbs:
                return self._verbs[word]
            if word in self._nouns:
                return self._nouns[word]
        for index in range(at - 1, max(start, at - 14) - 1, -1):
            word = doc[index].lower_
            found = self._verbs.get(word) or self._nouns.get(word) or self._adverbs.get(word)
            if found:
                return found
        return None

    def _after(self, doc: Doc, last: int, tail: int) -> Change | None:
        """ "a 3% drop", "170,000-strong increase", "5% pay rise"."""
        for index in range(last + 1, min(len(doc), max(last, tail) + 4)):
            token = doc[index]
            word = token.lower_
            if word in self._nouns and token.tag_.startswith("NN"):
                return self._nouns[word]
            if not token.tag_.startswith(("NN", "JJ", "HYPH", "VBG", "VBN")) and word not in (
                "-",
                "in",
            ):
                return None
            if word == "in":
                return None
        return None
