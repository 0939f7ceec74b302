"""Whether a claim is stated, estimated, forecast, hypothetical or denied."""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from claimx.lexicon import Lexicon
from claimx.lexicon.claim_words import StanceCue
from claimx.model import Attribution, Mention, Quantity, Stance

from .draft import Draft
from .phrases import by_form, phrase_pattern
from .reading import Reading, Sentence, ancestors, clause_verb

# Forecast before estimated where both fit; a denied or conditional number is no forecast.
_ORDER: tuple[Stance, ...] = ("denied", "hypothetical", "forecast", "estimated")
_CLAUSE_EDGE = re.compile(
    r"[;:.!?—–]\s|,\s+(?:and|but|while|which|who|as|after|although|already|now|currently)\b"
    r"|\s(?:whose|where|while|although|because|after)\s|\n",
    re.IGNORECASE,
)
_CONDITION_AFTER = re.compile(r",\s(?:if|unless)\s(?!need|necess|possib|any\b)", re.IGNORECASE)
_CONDITION_BEFORE = re.compile(r"^\W*(?:if|unless)\b[^,]*,", re.IGNORECASE)
_PART_OF_LAST = re.compile(
    r"[^;:.]{0,30}(?:\bincluding|\bor|\bfrom|\bto|\()\s*(?:an?|the|about|some)?\s*", re.IGNORECASE
)
_AFTER_EDGE = re.compile(
    r"[;:,.!?—–]\s|\s(?:and|but|that|which|who|whose|where|while|although|because|after|over|as)\s",
    re.IGNORECASE,
)
_NEAR = 25


class StanceReader:
    """Reads the stance of a claim from the words of its clause and its attribution."""

    def __init__(self, lexicon: Lexicon) -> None:
        cues = lexicon.of(StanceCue)
        self._clause = [cue for cue in cues if cue.place == "clause"]
        self._phrase = [cue for cue in cues if cue.place == "phrase"]
        self._cue_of = {"clause": by_form(self._clause), "phrase": by_form(self._phrase)}
        self._patterns = {
            "clause": phrase_pattern(self._clause),
            "phrase": phrase_pattern(self._phrase),
        }
        self._orders = by_form(cue for cue in cues if cue.place == "infinitive")

    def read(
        self,
        reading: Reading,
        quantity: Quantity,
        attribution: Attribution | None,
        earlier: Sequence[Draft],
    ) -> tuple[Stance, str]:
        """The stance and the name of the rule or lexicon entry that gives it.

        `earlier` are the claims before: "including 12 children" shares the stance of the last.
        """
        found = dict(self._cues(reading, quantity))
        if attribution is not None and attribution.stance != "stated":
            found.setdefault(attribution.stance, "attribution-stance")
        for stance in _ORDER:
            if stance in found:
                return stance, found[stance]
        if earlier and earlier[-1].stance != "stated":
            between = reading.text[earlier[-1].quantity.end : quantity.start]
            if _PART_OF_LAST.fullmatch(between):
                return earlier[-1].stance, "stance-of-the-whole"
        return "stated", "stated"

    def _cues(self, reading: Reading, quantity: Quantity) -> Iterator[tuple[Stance, str]]:
        sentence = reading.sentence_at(quantity.start)
        stretches = {
            "clause": _clause(reading, sentence, quantity),
            "phrase": _near(reading, sentence, quantity),
        }
        for place, stretch in stretches.items():
            for match in self._patterns[place].finditer(stretch):
                cue = self._cue_of[place].get(" ".join(match.group().lower().split()))
                if cue is not None:
                    yield cue.stance, cue.name
        if _CONDITION_AFTER.search(reading.text, quantity.end, sentence.end):
            yield "hypothetical", "condition-after"
        verb = clause_verb(reading.head_of(quantity.start, quantity.end))
        if order := self._order(verb, sentence):
            yield "forecast", order

    def _order(self, verb: Token, sentence: Sentence) -> str | None:
        """What is not done yet: "ordered the army to add 900 posts", "Town to build 900 homes"."""
        if verb.tag_ != "VB" or not any(child.lower_ == "to" for child in verb.children):
            return None
        governors = [token for token in ancestors(verb) if token.tag_.startswith("V")]
        if governors and governors[0].lower_ in self._orders:
            return self._orders[governors[0].lower_].name
        return "headline-infinitive" if sentence.heading and not governors else None


def _clause(reading: Reading, sentence: Sentence, quantity: Quantity) -> str:
    """The words of the number's own clause, on both sides of it."""
    before = reading.text[sentence.start : quantity.start]
    after = reading.text[quantity.end : sentence.end]
    edges = [match.end() for match in _CLAUSE_EDGE.finditer(before)]
    if condition := _CONDITION_BEFORE.search(before):
        edges.append(condition.end())
    edge = _AFTER_EDGE.search(after)
    return before[max(edges, default=0) :] + " # " + after[: edge.start() if edge else None]


def _near(reading: Reading, sentence: Sentence, quantity: Quantity) -> str:
    """What the number measures, and the words next to it."""
    of: Mention | None = quantity.of
    start = max(quantity.start - _NEAR, sentence.start)
    end = min(quantity.end + _NEAR, sentence.end)
    around = f"{reading.text[start : quantity.start]} # {reading.text[quantity.end : end]}"
    return f"{of.text if of else ''} # {around}"
