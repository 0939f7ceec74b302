"""The tense of a clause, from its verb's tag and auxiliaries."""

from typing import Literal

from spacy.tokens import Token

Tense = Literal["past", "perfect", "present", "future", "none"]

_AUXILIARIES = ("aux", "auxpass")


def tense_of(verb: Token) -> Tense:
    """The tense of a verb: "were killed" past, "have died" perfect, "stands" present."""
    auxiliaries = [child for child in verb.children if child.dep_ in _AUXILIARIES]
    words = {child.lower_ for child in auxiliaries}
    if words & {"will", "'ll", "’ll", "shall", "would", "could", "may", "might"}:
        return "future"
    if words & {"have", "has", "'ve", "’ve"}:
        return "perfect"
    if words & {"was", "were", "had", "did"} or verb.tag_ == "VBD":
        return "past"
    if words & {"is", "are", "'s", "’s", "'re", "’re"} or verb.tag_ in ("VBZ", "VBP"):
        return "present"
    if verb.tag_ in ("VBN", "VBG", "VB") and verb.head.i != verb.i:
        return _governing_tense(verb)
    return "past" if verb.tag_ == "VBN" else "none"


def _governing_tense(verb: Token) -> Tense:
    """A participle or infinitive tells its governor's time: "hit the coast, killing 12"."""
    if verb.tag_ == "VBN" and verb.dep_ == "acl":
        return "past"
    head = verb.head
    return tense_of(head) if head.tag_.startswith("V") else "none"
