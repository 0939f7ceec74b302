"""What a quantity measures: the shortest phrase of the text that identifies it."""

from claimx.lexicon import Lexicon
from claimx.lexicon.claim_words import LightNoun
from claimx.model import Mention, Quantity
from spacy.tokens import Token

from .phrases import by_form
from .reading import Reading, clause_verb

_LEFT = frozenset(["amod", "compound", "poss", "nmod", "case", "nn", "advmod", "punct", "npadvmod"])
_SUBJECT = ("nsubj", "nsubjpass", "csubj", "expl")
_OBJECT = ("dobj", "obj")
_COMPLEMENT = frozenset(["of", "in", "for", "between"])
_NOUN_TAGS = ("NN", "NNS", "NNP", "NNPS")


class Measurer:
    """Finds what each quantity measures, from the number outwards."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._light = by_form(lexicon.of(LightNoun))

    def find(self, reading: Reading, quantity: Quantity) -> tuple[Mention | None, str]:
        """The measured phrase and the rule that found it; None where the text does not tell."""
        for rule, finder in (
            ("counted-noun", self._counted),
            ("of-measured", self._measured_after_of),
            ("measures-noun", self._modified),
            ("noun-of-number", self._governing_noun),
            ("object-of-verb", self._object),
            ("subject-of-verb", self._subject),
        ):
            found = finder(reading, quantity)
            if found is not None:
                return found, rule
        if quantity.of is not None:
            return quantity.of, "quantity-of"
        return None, "nothing-measured"

    def _counted(self, reading: Reading, quantity: Quantity) -> Mention | None:
        if quantity.unit is not None or quantity.counted is None:
            return None
        counted = quantity.counted
        head = reading.head_of(counted.start, counted.end)
        end = max(counted.end, head.idx + len(head.text))
        verb = _event_verb(head)
        if verb is not None and 0 <= verb.idx - end <= 12:
            end = verb.idx + len(verb.text)
        start = counted.start if counted.start >= quantity.end else counted.start
        return _mention(reading, start, end)

    def _measured_after_of(self, reading: Reading, quantity: Quantity) -> Mention | None:
        after = reading.text[quantity.end : quantity.end + 4]
        if after.lower() != " of ":
            return None
        token = reading.token_at(quantity.end + 4)
        noun = _first_noun(token)
        return self._phrase(reading, noun) if noun is not None else None

    def _modified(self, reading: Reading, quantity: Quantity) -> Mention | None:
        """ "a 43 per cent target", "a $9 million grant": the noun that the number stands before."""
        if reading.text[quantity.end : quantity.end + 1] not in (" ", "-"):
            return None
        token = reading.token_at(quantity.end + 1)
        noun = _first_noun(token, steps=4)
        if noun is None:
            return None
        return self._phrase(reading, noun, start=token.idx)

    def _governing_noun(self, reading: Reading, quantity: Quantity) -> Mention | None:
        """ "growth of 3%", "revenues of around $7 billion": the noun before the preposition."""
        first = reading.token_at(quantity.start)
        if first.i == 0 or first.nbor(-1).lower_ not in ("of", "at"):
            return None
        if first.i < 2:
            return None
        noun = first.nbor(-2)
        if noun.tag_ not in _NOUN_TAGS:
            return None
        return self._phrase(reading, noun)

    def _object(self, reading: Reading, quantity: Quantity) -> Mention | None:
        """ "raised rates to 5%": what the verb acts on, where the number says to what level."""
        head = reading.head_of(quantity.start, quantity.end)
        if head.dep_ != "pobj" or head.head.lower_ not in ("to", "by", "at", "from"):
            return None
        verb = clause_verb(head.head)
        for child in verb.children:
            if child.dep_ in _OBJECT and child.i < head.i:
                return self._phrase(reading, child)
        return None

    def _subject(self, reading: Reading, quantity: Quantity) -> Mention | None:
        """ "rates rose to 5%": the subject of the number's clause."""
        head = reading.head_of(quantity.start, quantity.end)
        verb = clause_verb(head)
        for _ in range(3):
            subject = next((c for c in verb.children if c.dep_ in _SUBJECT and c.i < head.i), None)
            if subject is not None and subject.tag_ in _NOUN_TAGS:
                return self._phrase(reading, subject)
            if verb.head.i == verb.i:
                return None
            verb = clause_verb(verb.head)
        return None

    def _phrase(self, reading: Reading, noun: Token, start: int | None = None) -> Mention:
        """The noun with its modifiers, and its complement where it says little alone."""
        left = noun
        for child in sorted(noun.children, key=lambda child: -child.i):
            if child.i == left.i - 1 and child.dep_ in _LEFT and child.tag_ not in ("DT", "CD"):
                left = child.left_edge if child.left_edge.tag_ != "DT" else child
        begin = left.idx if start is None else min(start, noun.idx)
        end = noun.idx + len(noun.text)
        if noun.lower_ in self._light:
            end = _complement_end(noun) or end
        return _mention(reading, begin, end)


def _event_verb(noun: Token) -> Token | None:
    """The verb of what happened to the counted things: "troops lost", "people were killed"."""
    for child in noun.children:
        if child.dep_ == "acl" and child.i > noun.i and child.tag_ in ("VBN", "VBG"):
            return child
    if noun.dep_ in _SUBJECT and noun.head.i > noun.i and noun.head.tag_.startswith("V"):
        return noun.head
    return None


def _first_noun(token: Token, steps: int = 6) -> Token | None:
    """The head noun of the noun phrase that starts at a token."""
    last = None
    for _ in range(steps):
        if token.tag_ in _NOUN_TAGS:
            last = token
        elif last is not None or token.tag_ not in (
            "DT",
            "JJ",
            "JJR",
            "JJS",
            "CD",
            "PRP$",
            "VBN",
            "VBG",
            "RB",
            "HYPH",
            "POS",
            "CC",
        ):
            break
        if token.i + 1 >= len(token.doc):
            break
        token = token.nbor(1)
    return last


def _complement_end(noun: Token) -> int | None:
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in _COMPLEMENT and child.i > noun.i:
            for inner in child.children:
                if inner.dep_ == "pobj":
                    return inner.idx + len(inner.text)
    return None


def _mention(reading: Reading, start: int, end: int) -> Mention:
    return Mention(text=reading.text[start:end], start=start, end=end)
