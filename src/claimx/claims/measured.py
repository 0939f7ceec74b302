"""What a quantity measures: the shortest phrase of the text that identifies it.

A bare count measures what it counts, with what happened to it ("troops lost"). A measure is read
outwards from the number: the noun that it modifies, the noun that it completes ("growth of 3%"),
then the verb of its clause ("rates rose to 5%", "raised rates to 5%").
"""

import re
from collections.abc import Callable, Sequence

from spacy.tokens import Token

from claimx.lexicon import Lexicon
from claimx.lexicon.claim_words import LightNoun
from claimx.model import Mention, Quantity

from .noun_phrases import (
    NOUN_TAGS,
    OBJECTS,
    SUBJECTS,
    complement_end,
    event_verb,
    first_noun,
    last_noun,
    phrase_start,
    right_phrase_end,
)
from .phrases import by_form
from .reading import Reading, clause_verb

_TIME_NOUN = re.compile(
    r"(?:year|month|week|day|hour|minute|quarter|decade|today|yesterday|tomorrow|tonight|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|"
    r"august|september|october|november|december)s?",
    re.IGNORECASE,
)
_BASELINE = re.compile(
    r"(?:the\s+)?(?:pre-\w+|\d{4}|current|previous)\s+(?:levels?|average)\b", re.I
)
_STOPS = frozenset(["and", "or", "but", "while", "as", "since", "after", "before", "when", "said"])
_LEVEL_WORDS = frozenset(
    ["to", "at", "by", "from", "on", "above", "over", "below", "under", "with"]
)
_MOVED = re.compile(
    r"\b(?:bring|brings|bringing|brought|raise[sd]?|raising|lift(?:s|ed|ing)?|push(?:es|ed|ing)?|"
    r"put|puts|putting|drove|driv(?:es|ing)|cut|cuts|cutting|increas(?:e[sd]?|ing)|"
    r"reduc(?:e[sd]?|ing)|lower(?:s|ed|ing)?|slash(?:es|ed|ing)?|boost(?:s|ed|ing)?)\s+"
    r"(?:the\s+|an?\s+|its\s+|their\s+|his\s+|her\s+)?"
    r"(?=(?P<moved>\w)[^.;,]{2,80}?(?:[—–,][^.;]{,80}[—–,])?[^.;,]{,20}$)",
    re.IGNORECASE,
)
_OF_THESE = re.compile(r"\s+of\s+(?:them|these|that|this|whom|which)\b", re.IGNORECASE)
_COMPARED_WITH = re.compile(
    r"(?:\b(?:up|down)\s+from|\bfrom|\bcompared\s+(?:with|to)|\bagainst|\bversus|\bthan|\bafter\s+\w+ing"
    r"|,\s+or|\ban?\s+(?:increase|rise|gain|jump|drop|fall|decline|decrease|cut)\s+of)"
    r"\s+(?:the\s+|a\s+|an\s+|only\s+|just\s+|about\s+)?$",
    re.IGNORECASE,
)
_SAME_AGAIN = re.compile(r"\s*(?:[(\[]\s*(?:(?:up|down)\s+)?|,?\s+or\s+|/)", re.IGNORECASE)
_LISTED = re.compile(r"[^.;:]{,25}(?:,|\band|\bincluding)\s+")
_LABEL = re.compile(r"(?:[;:]\s+|^)(?P<label>(?:[\w’'&.-]+\s){1,4}?[\w’'&.-]+)\s+$", re.MULTILINE)
_NEAR = 60
_COMPARING = frozenset(["higher", "lower", "above", "below", "ahead", "behind", "more", "less"])
_PRONOUNS = frozenset(["it", "this", "that", "they", "these", "those", "which", "half", "some"])

Before = Sequence[tuple[Quantity, Mention | None]]


class Measurer:
    """Finds what each quantity measures, from the number outwards."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._light = by_form(lexicon.of(LightNoun))

    def find(
        self, reading: Reading, quantity: Quantity, before: Before
    ) -> tuple[Mention | None, str]:
        """The measured phrase and the rule that found it; None where the text does not tell.

        `before` has the earlier quantities of the document with what they measure.
        """
        rules = (
            _COUNT_RULES if quantity.unit is None and not _is_share(quantity) else _MEASURE_RULES
        )
        for name, rule in rules:
            found = rule(self, reading, quantity, before)
            if found is not None:
                return found, name
        if quantity.of is not None:
            return quantity.of, "quantity-of"
        return None, "nothing-measured"

    def _of_these(self, reading: Reading, quantity: Quantity, before: Before) -> Mention | None:
        """ "and one in five of them": what the claim before counts."""
        if _OF_THESE.match(reading.text, quantity.end) is None:
            return None
        return next((of for one, of in reversed(before) if one.unit is None and of), None)

    def _as_before(self, reading: Reading, quantity: Quantity, before: Before) -> Mention | None:
        """ "to 420, up from 338 in March", "killing 3 people and injuring 57": the same thing."""
        if not before or quantity.counted is not None:
            return None
        last, of = before[-1]
        sentence = reading.sentence_at(quantity.start)
        if last.start < sentence.start or last.unit != quantity.unit:
            return None
        lead = reading.text[last.end : quantity.start]
        if _COMPARED_WITH.search(lead):
            return of
        token = _next_token(reading, quantity)
        ends = token is None or token.is_punct or token.is_space
        bare = quantity.unit is None and not _is_share(quantity)
        if bare and ends and len(lead) < _NEAR:
            return of
        listed = token is not None and token.lower_ == "in" and _LISTED.fullmatch(lead)
        return of if bare and listed else None

    def _label(self, reading: Reading, quantity: Quantity, _: Before) -> Mention | None:
        """ "Harbour Party 24%; Green Valley 17%": the name that stands before its figure."""
        first = reading.token_at(quantity.start)
        sentence = reading.sentence_at(quantity.start)
        lead = _LABEL.search(reading.text, sentence.start, quantity.start)
        if lead is None or first.i == 0 or first.nbor(-1).tag_ not in NOUN_TAGS:
            return None
        return _mention(reading, lead.start("label"), lead.end("label"))

    def _conversion(self, reading: Reading, quantity: Quantity, before: Before) -> Mention | None:
        """ "500 miles (800 km)": the same thing measured twice."""
        if not before or quantity.unit is None:
            return None
        last, of = before[-1]
        between = reading.text[last.end : quantity.start]
        return of if _SAME_AGAIN.fullmatch(between) else None

    def _counted(self, reading: Reading, quantity: Quantity, _: Before) -> Mention | None:
        counted = quantity.counted
        if counted is None or quantity.unit is not None or counted.text.lower() == "times":
            return None
        head = reading.head_of(counted.start, counted.end)
        verb = event_verb(head)
        end = counted.end
        if verb is not None and 0 <= verb.idx - end <= 12:
            end = verb.idx + len(verb.text)
        return _mention(reading, counted.start, end)

    def _times(self, reading: Reading, quantity: Quantity, _: Before) -> Mention | None:
        """ "attacked the network 40 times": the deed is what is counted."""
        after = reading.text[quantity.end : quantity.end + 6].lower()
        if after != " times" and quantity.text.lower() not in ("twice", "once"):
            return None
        sentence = reading.sentence_at(quantity.start)
        before = reading.text[sentence.start : quantity.start].rstrip()
        start = max(before.rfind(mark) for mark in ",;:") + 1
        lead = len(before[start:]) - len(before[start:].lstrip())
        begin, end = sentence.start + start + lead, sentence.start + len(before)
        return _mention(reading, begin, end) if begin < end else None

    def _participle(self, reading: Reading, quantity: Quantity, _: Before) -> Mention | None:
        """ "and eight injured": what happened, where the counted noun is left out."""
        token = _next_token(reading, quantity)
        if token is None or token.tag_ not in ("VBN", "VBD", "JJ") or token.dep_ == "aux":
            return None
        if not re.fullmatch(r"\w+(?:ed|en|ead|ing|urt|ost)", token.lower_):
            return None
        return _mention(reading, token.idx, token.idx + len(token.text))

    def _own_predicate(self, reading: Reading, quantity: Quantity, _: Before) -> Mention | None:
        """ "Half had reduced output", "20 were in the capital": the number is the subject."""
        token = _next_token(reading, quantity)
        if token is None or not (token.tag_.startswith("V") or token.tag_ in ("MD", "TO")):
            return None
        start = token.nbor(1) if token.tag_ == "TO" and token.i + 1 < len(token.doc) else token
        return _mention(reading, start.idx, right_phrase_end(start, _STOPS))

    def _out_of(self, reading: Reading, quantity: Quantity, _: Before) -> Mention | None:
        """ "11 of 18 missiles", "38 out of the 46 drones": what the larger number counts."""
        match = re.match(
            r"\s+(?:out\s+)?of\s+(?:the\s+|its\s+|all\s+|these\s+)?(?:[\d.,]+\s+|\w+teen\s+)?",
            reading.text[quantity.end : quantity.end + 40],
        )
        if match is None:
            return None
        start = quantity.end + match.end()
        if _BASELINE.match(reading.text, quantity.end + 4):
            return None
        token = reading.token_at(start)
        noun = first_noun(token)
        return self._phrase(reading, noun, start=start) if noun is not None else None

    def _modified(self, reading: Reading, quantity: Quantity, _: Before) -> Mention | None:
        """ "a 43 per cent target", "a $9 million grant": the noun that the number stands before."""
        token = _next_token(reading, quantity)
        if token is None or token.tag_ == "DT":
            return None
        if token.tag_ == "HYPH" and token.i + 1 < len(token.doc):
            token = token.nbor(1)
        noun = first_noun(token)
        if noun is None or _TIME_NOUN.fullmatch(noun.text) or _TIME_NOUN.fullmatch(token.text):
            return None
        end = complement_end(noun) or noun.idx + len(noun.text)
        return _mention(reading, token.idx, end)

    def _governing_noun(self, reading: Reading, quantity: Quantity, _: Before) -> Mention | None:
        """ "growth of 3%", "aid worth $7 million": the noun that the number completes."""
        first = reading.token_at(quantity.start)
        if first.i < 2 or first.nbor(-1).lower_ not in ("of", "worth"):
            return None
        noun = last_noun(first.nbor(-2))
        if noun is None:
            return None
        bare = noun.lower_ in self._light and phrase_start(noun) == noun.idx
        return None if bare or noun.lower_ == "rate" else self._phrase(reading, noun)

    def _in_what(self, reading: Reading, quantity: Quantity, _: Before) -> Mention | None:
        """ "$2 million in fees", "$2 million on vouchers": what the money is or goes to."""
        if reading.text[quantity.end : quantity.end + 4].lower() not in (" in ", " on "):
            return None
        noun = first_noun(reading.token_at(quantity.end + 4))
        if noun is None or noun.tag_ in ("NNP", "NNPS") or _TIME_NOUN.search(noun.text):
            return None
        token = reading.token_at(quantity.end + 4)
        return None if token.tag_ == "PRP$" else self._phrase(reading, noun, start=token.idx)

    def _possessor(self, reading: Reading, quantity: Quantity, _: Before) -> Mention | None:
        """ "to the rival's 29%": whose number it is."""
        first = reading.token_at(quantity.start)
        if first.i < 2 or first.nbor(-1).tag_ != "POS":
            return None
        owner = first.nbor(-2)
        return _mention(reading, phrase_start(owner), owner.idx + len(owner.text))

    def _called(self, reading: Reading, quantity: Quantity, _: Before) -> Mention | None:
        """ "the officially reported 118 billion euros": what the number is called."""
        first = reading.token_at(quantity.start)
        token, start = first, None
        while token.i and token.nbor(-1).tag_ in ("JJ", "VBN", "RB") and first.i - token.i < 3:
            token = token.nbor(-1)
            start = token.idx
        if start is None or not token.i or token.nbor(-1).tag_ != "DT":
            return None
        return _mention(reading, start, first.nbor(-1).idx + len(first.nbor(-1).text))

    def _compared(self, reading: Reading, quantity: Quantity, _: Before) -> Mention | None:
        """ "with a jobless rate 0.2 points higher": the noun right before the difference."""
        token = _next_token(reading, quantity)
        first = reading.token_at(quantity.start)
        if token is None or not first.i or token.lower_ not in _COMPARING:
            return None
        noun = first.nbor(-1)
        return self._phrase(reading, noun) if noun.tag_ in NOUN_TAGS else None

    def _moved(self, reading: Reading, quantity: Quantity, _: Before) -> Mention | None:
        """ "brings the total to 40", "cut emissions 42%": what was moved."""
        sentence = reading.sentence_at(quantity.start)
        match = _MOVED.search(reading.text[sentence.start : quantity.start])
        if match is None:
            return None
        noun = first_noun(reading.token_at(sentence.start + match.start("moved")))
        return self._phrase(reading, noun) if noun is not None else None

    def _object(self, reading: Reading, quantity: Quantity, _: Before) -> Mention | None:
        """ "raised rates to 5%", "offers recruits $9,000": what the verb acts on besides."""
        head = reading.head_of(quantity.start, quantity.end)
        verb = clause_verb(head)
        for child in verb.children:
            if child.dep_ in OBJECTS and child.i < head.i and child.tag_ in NOUN_TAGS:
                if child.idx < quantity.start:
                    return self._phrase(reading, child)
        return None

    def _subject(self, reading: Reading, quantity: Quantity, before: Before) -> Mention | None:
        """ "rates rose to 5%": the subject of the number's clause, or the noun it describes."""
        head = reading.head_of(quantity.start, quantity.end)
        verb = clause_verb(head)
        sentence = reading.sentence_at(quantity.start)
        for _ in range(3):
            subject = next(
                (child for child in verb.children if child.dep_ in SUBJECTS and child.i < head.i),
                None,
            )
            if subject is not None and subject.idx >= sentence.start:
                if subject.tag_ in NOUN_TAGS and not _TIME_NOUN.fullmatch(subject.text):
                    return self._phrase(reading, subject)
                if subject.lower_ in _PRONOUNS and before:
                    return before[-1][1]
            elif verb.dep_ == "relcl" and verb.head.tag_ in NOUN_TAGS:
                return self._phrase(reading, verb.head)
            elif verb.tag_ in ("VBG", "VBN") and verb.dep_ in ("acl", "advcl"):
                return self._noun_before(reading, verb.idx)
            if verb.head.i == verb.i or verb.dep_ == "ccomp":
                break
            verb = clause_verb(verb.head)
        return self._noun_before(reading, quantity.start)

    def _noun_before(self, reading: Reading, offset: int) -> Mention | None:
        """The nearest noun before a place in its sentence."""
        sentence = reading.sentence_at(offset)
        for token in reversed(reading.tokens(sentence.start, offset)):
            if token.tag_ in NOUN_TAGS and not _TIME_NOUN.fullmatch(token.text):
                return self._phrase(reading, token)
        return None

    def _following(self, reading: Reading, quantity: Quantity, _: Before) -> Mention | None:
        """The words right after the number: "two weeks left to assemble it"."""
        token = _next_token(reading, quantity)
        if token is None or token.is_punct or token.is_space or token.tag_ in ("IN", "DT"):
            return None
        return _mention(reading, token.idx, right_phrase_end(token, _STOPS, longest=4))

    def _phrase(self, reading: Reading, noun: Token, start: int | None = None) -> Mention:
        """The noun with its modifiers, and its complement where it says little alone."""
        begin = phrase_start(noun) if start is None else min(start, noun.idx)
        end = noun.idx + len(noun.text)
        if noun.lower_ in self._light:
            end = complement_end(noun) or end
        return _mention(reading, begin, end)


def _is_share(quantity: Quantity) -> bool:
    """Whether a bare number is a fraction of something ("a third", "four in five")."""
    return all(side is None or 0 < side < 1 for side in (quantity.low, quantity.high))


def _next_token(reading: Reading, quantity: Quantity) -> Token | None:
    if quantity.end >= len(reading.text):
        return None
    token = reading.token_at(quantity.end)
    if token.idx < quantity.end:
        if token.i + 1 >= len(token.doc):
            return None
        token = token.nbor(1)
    return token


def _mention(reading: Reading, start: int, end: int) -> Mention:
    return Mention(text=reading.text[start:end], start=start, end=end)


_Rule = Callable[[Measurer, Reading, Quantity, Before], Mention | None]
# Read outwards from the number; the first that finds a phrase decides.
_COUNT_RULES: tuple[tuple[str, _Rule], ...] = (
    ("times-of-a-deed", Measurer._times),
    ("of-these", Measurer._of_these),
    ("counted-noun", Measurer._counted),
    ("part-of", Measurer._out_of),
    ("what-happened", Measurer._participle),
    ("own-predicate", Measurer._own_predicate),
    ("moved-object", Measurer._moved),
    ("as-before", Measurer._as_before),
    ("noun-after", Measurer._modified),
    ("noun-of-number", Measurer._governing_noun),
    ("object-of-verb", Measurer._object),
    ("following-words", Measurer._following),
    ("subject-of-verb", Measurer._subject),
)
_MEASURE_RULES: tuple[tuple[str, _Rule], ...] = (
    ("conversion", Measurer._conversion),
    ("of-these", Measurer._of_these),
    ("part-of", Measurer._out_of),
    ("possessor", Measurer._possessor),
    ("as-before", Measurer._as_before),
    ("label", Measurer._label),
    ("compared", Measurer._compared),
    ("modified-noun", Measurer._modified),
    ("noun-of-number", Measurer._governing_noun),
    ("in-what", Measurer._in_what),
    ("called", Measurer._called),
    ("own-predicate", Measurer._own_predicate),
    ("moved-object", Measurer._moved),
    ("object-of-verb", Measurer._object),
    ("subject-of-verb", Measurer._subject),
    ("following-words", Measurer._following),
)
