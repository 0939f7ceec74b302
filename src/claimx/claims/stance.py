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
    r"|,\s+(?:up|down)\s+from\b|\s(?:whose|where|while|although|because|after)\s|\n",
    re.IGNORECASE,
)
_CONDITION_AFTER = re.compile(r",\s(?:if|unless)\s(?!need|necess|possib|any\b)", re.IGNORECASE)
_CONDITION_BEFORE = re.compile(r"^\W*(?:if|unless)\b[^,]*,", re.IGNORECASE)
_PART_OF_LAST = re.compile(
    r"[^;:.]{0,30}(?:\bincluding|\bor|(?<!up )(?<!down )\bfrom|\bto|\()\s*"
    r"(?:an?|the|about|some)?\s*",
    re.IGNORECASE,
)
_AFTER_EDGE = re.compile(
    r"[;:,.!?—–]\s|\s(?:and|but|that|which|who|whose|where|while|although|because|after|over|as)\s",
    re.IGNORECASE,
)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_WOULD = re.compile(r"([^;:\"“”]*)\bwould\b(?!\s+(?:like|have)\b)[^;:,]*$", re.IGNORECASE)
_CONDITION = re.compile(r"\b(?:if|could|might|would have)\b", re.IGNORECASE)
# "A lower-than-expected 5.2%", "less than economists had forecast": what is told came to pass.
_THAN_EXPECTED = re.compile(
    r"\bthan[\s-](?:[\w’']+\s){0,4}?(?:expected|expect|forecasts?|anticipated|predicted|projected"
    r"|estimated|expectations|predictions)\b"
    r"|\b(?:overshoots?|overshot|beats?|beating|miss(?:es|ed|ing)?|exceed(?:s|ed|ing)?|topp?(?:s|ed)"
    r"|above|below|undershoots?|undershot)\s+(?:[\w’']+\s){0,3}?(?:forecasts?|expectations|estimates"
    r"|predictions|projections)\b",
    re.IGNORECASE,
)
# "52% would vote for her": the counted say what they would do.
_OPINION = re.compile(
    r"\b(?:would|might|will|should)\s+(?:\w+ly\s)?(?:vote|support|back|choose|pick|prefer|consider"
    r"|approve|oppose|change|switch)\b",
    re.IGNORECASE,
)
_BY_YEAR = re.compile(r"\bby\s+(?:the\s+\w+\s+of\s+)?((?:20|21)\d\d)\b", re.IGNORECASE)
_NEAR = 25
_NUMBER = " # "


class StanceReader:
    """Reads the stance of a claim from the words of its clause and its attribution."""

    def __init__(self, lexicon: Lexicon) -> None:
        cues = lexicon.of(StanceCue)
        self._patterns = {
            place: [(cue, phrase_pattern([cue])) for cue in cues if cue.place == place]
            for place in ("clause", "phrase")
        }
        self._any = {
            place: phrase_pattern(cue for cue, _ in patterns)
            for place, patterns in self._patterns.items()
        }
        self._saying = phrase_pattern(cue for cue in cues if cue.place == "saying")
        self._orders = by_form(cue for cue in cues if cue.place == "infinitive")
        self._intentions = by_form(cue for cue in cues if cue.place == "noun")

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
        if _goes_on(reading, quantity, earlier) and found.get("hypothetical") == "conditional":
            return "forecast", "forecast-goes-on"
        only_would = "denied" not in found and found.get("hypothetical") == "conditional"
        if only_would and self._is_future_of_past(reading, quantity):
            return "forecast", "future-told-in-the-past"
        for stance in _ORDER:
            if stance in found:
                return stance, found[stance]
        if earlier and earlier[-1].stance != "stated":
            between = reading.text[earlier[-1].quantity.end : quantity.start]
            if _PART_OF_LAST.fullmatch(between):
                return earlier[-1].stance, "stance-of-the-whole"
        return "stated", "stated"

    def _is_future_of_past(self, reading: Reading, quantity: Quantity) -> bool:
        """Whether "would" only moves a "will" into the past: "said it would spend 9 million".

        "By 2050, hunger would rise by a half" foresees as well.
        """
        sentence = reading.sentence_at(quantity.start)
        would = _WOULD.search(reading.text[sentence.start : quantity.start])
        if would is None or _CONDITION.search(would.group()):
            return False
        year = _BY_YEAR.search(reading.text, sentence.start, sentence.end)
        ahead = year and reading.published and int(year[1]) > reading.published.year
        return bool(ahead) or self._saying.search(would[1]) is not None

    def _cues(self, reading: Reading, quantity: Quantity) -> Iterator[tuple[Stance, str]]:
        sentence = reading.sentence_at(quantity.start)
        told = {
            "clause": _clause(reading, sentence, quantity),
            "phrase": _near(reading, sentence, quantity),
        }
        for place, words in told.items():
            stretch = _OPINION.sub(" ", _THAN_EXPECTED.sub(" ", words))
            if self._any[place].search(stretch) is None:
                continue
            for cue, pattern in self._patterns[place]:
                for match in pattern.finditer(stretch):
                    if not _is_active_after(cue, stretch, match.start()):
                        yield cue.stance, cue.name
        if _CONDITION_AFTER.search(reading.text, quantity.end, sentence.end):
            yield "hypothetical", "condition-after"
        verb = clause_verb(reading.head_of(quantity.start, quantity.end))
        if order := self._order(verb, sentence):
            yield "forecast", order

    def _order(self, verb: Token, sentence: Sentence) -> str | None:
        """What is not done yet: "ordered the army to add 900 posts", "a scheme to raise $5bn"."""
        if verb.tag_ != "VB" or not any(child.lower_ == "to" for child in verb.children):
            return None
        if verb.head.tag_.startswith("NN") and verb.head.lower_ in self._intentions:
            return self._intentions[verb.head.lower_].name
        governors = [token for token in ancestors(verb) if token.tag_.startswith("V")]
        if governors and governors[0].lower_ in self._orders:
            return self._orders[governors[0].lower_].name
        return "headline-infinitive" if sentence.heading and not governors else None


def _goes_on(reading: Reading, quantity: Quantity, earlier: Sequence[Draft]) -> bool:
    """Whether the claim before, in this sentence or the last, is a forecast: a plan told on."""
    if not earlier or earlier[-1].stance != "forecast":
        return False
    if _is_conditional(reading, quantity):
        return False
    before = reading.sentence_at(earlier[-1].quantity.start)
    return reading.sentence_at(quantity.start).index - before.index <= 1


def _is_conditional(reading: Reading, quantity: Quantity) -> bool:
    """Whether a condition, or "could", stands before the number in its sentence."""
    start = reading.sentence_at(quantity.start).start
    return _CONDITION.search(reading.text, start, quantity.start) is not None


def _is_active_after(cue: StanceCue, stretch: str, at: int) -> bool:
    """Whether the counted themselves expect or plan: "nine predicted a cut" is no forecast."""
    number = stretch.find(_NUMBER)
    if at < number or cue.name not in ("aim", "expectation"):
        return False
    return _PASSIVE.search(stretch, number, at) is None


def _clause(reading: Reading, sentence: Sentence, quantity: Quantity) -> str:
    """The words of the number's own clause, on both sides of it."""
    before = reading.text[sentence.start : quantity.start]
    after = reading.text[quantity.end : sentence.end]
    edges = [match.end() for match in _CLAUSE_EDGE.finditer(before)]
    if condition := _CONDITION_BEFORE.search(before):
        edges.append(condition.end())
    verb = clause_verb(reading.head_of(quantity.start, quantity.end))
    if verb.dep_ == "relcl" and sentence.start < verb.left_edge.idx < quantity.start:
        edges.append(verb.left_edge.idx - sentence.start)  # "will close a shop that employs 40"
    edge = _AFTER_EDGE.search(after)
    own = f" {quantity.text}{_NUMBER}"
    return before[max(edges, default=0) :] + own + after[: edge.start() if edge else None]


def _near(reading: Reading, sentence: Sentence, quantity: Quantity) -> str:
    """What the number measures, and the words next to it."""
    of: Mention | None = quantity.of
    start = max(quantity.start - _NEAR, sentence.start)
    end = min(quantity.end + _NEAR, sentence.end)
    around = f"{reading.text[start : quantity.start]} # {reading.text[quantity.end : end]}"
    return f"{of.text if of else ''} # {around}"
