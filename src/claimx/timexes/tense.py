"""Which way a time without a year or week lies: behind or ahead, by the verb that it goes with."""

from bisect import bisect_right
from collections.abc import Mapping
from functools import cached_property

from spacy.tokens import Doc, Token

_VERBS = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"))


class Tenses:
    """Tense at any place of a Doc, from the tags of the sentence there and the nearest verb."""

    def __init__(self, doc: Doc, cues: Mapping[str, frozenset[str]]) -> None:
        self._doc = doc
        self._cues = cues

    @cached_property
    def _starts(self) -> list[int]:
        return [int(start) for start in self._doc.to_array("IDX")]

    @cached_property
    def sentences(self) -> list[int]:
        """The characters where sentences start."""
        starts = self._doc.to_array("SENT_START") == 1
        starts[:1] = True
        return [int(start) for start in self._doc.to_array("IDX")[starts]]

    def sentence(self, offset: int) -> int:
        """Number of the sentence at a character."""
        return bisect_right(self.sentences, offset)

    def token(self, offset: int) -> Token:
        """The token that covers a character."""
        return self._doc[max(0, bisect_right(self._starts, offset) - 1)]

    def before(self, offset: int) -> Token | None:
        """The token before the one that covers a character."""
        token = self.token(offset)
        return token.nbor(-1) if token.i else None

    def direction(self, offset: int) -> int:
        """-1 behind, 1 ahead, 0 where the verb does not tell."""
        verb = _verb_over(self.token(offset))
        return self._direction(verb) if verb is not None else 0

    def modifies_noun(self, offset: int) -> bool:
        """Whether the token at a character modifies a noun after it ("a June deadline")."""
        token = self.token(offset)
        return token.head.i > token.i and token.head.tag_[:2] == "NN"

    def _direction(self, verb: Token) -> int:
        plans = self._cues["plan"]
        words = [child for child in verb.children if child.i < verb.i and child.dep_[:3] == "aux"]
        lowers = {word.lower_ for word in words}
        if lowers & self._cues["future"]:
            return 1
        if any(word.tag_ == "TO" for word in words):
            return _aim(verb, plans)
        if "had" in lowers:
            return -1
        if verb.lower_ in plans and not lowers & {"was", "were"}:
            return 1
        if lowers & self._cues["modal"] and "have" not in lowers:
            return 1
        done = verb.tag_ in {"VBD", "VBN"} or lowers & {"has", "have", "was", "were", "did"}
        return -1 if done else 0


def _verb_over(token: Token) -> Token | None:
    """The verb that the token hangs on, however deep, within its sentence."""
    for _ in range(12):
        if token.tag_ in _VERBS:
            return token
        if token.head is token or token.head.i == token.i:
            return None
        token = token.head
    return None


def _aim(infinitive: Token, plans: frozenset[str]) -> int:
    """An infinitive lies ahead, unless it only tells the aim of something done.

    "plans to meet on Friday" is ahead, "had been due to expire on Friday" behind, and "staged a
    celebration to mark the entry on Friday" does not tell. What one "was able to do" is done.
    """
    verb = infinitive.head
    if verb.lower_ in ("able", "unable") and verb.head.tag_ in ("VBD", "VBN"):
        return -1
    if any(child.lower_ == "had" for child in verb.children):
        return -1
    return 0 if verb.tag_ == "VBD" and verb.lower_ not in plans else 1
