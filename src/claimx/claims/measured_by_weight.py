"""What a quantity measures where no word next to it tells: the phrases of its sentence, weighed.

The verb's subject and object, the nouns of the sentence and what the number before measures are
candidates; each has features of how it stands to the number, and the learnt weights of those
features decide.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Protocol

from spacy.tokens import Token

from claimx.model import Mention

from . import measured_by_verb as verb
from .measured_before import is_share
from .noun_phrases import NOUN_TAGS, SUBJECTS, is_time
from .place import Place

_ROADS: tuple[tuple[str, Callable[[Place], Mention | None]], ...] = (
    ("object-of-verb", verb.acted_on),
    ("subject-of-verb", verb.subject),
    ("following-words", verb.following_words),
    ("actor-and-verb", verb.deed),
)
_SHARES = frozenset(["percentage", "percentage point", "basis point", "point"])
_NEAREST = 120  # characters on each side
_MARKS = {",": "comma", ";": "semicolon", ":": "colon", "(": "bracket", ")": "bracket"} | {
    **dict.fromkeys("—–", "dash"),
    **dict.fromkeys('"“”', "quote"),
}
_LINKED = re.compile(r"\b(?:and|but|while)\b")
_DISTANCES = (0, 1, 2, 4, 8, 16)
_UPWARD = 8
_DOWNWARD = 5
_TELLS_NOTHING = re.compile(
    r"(?:\W|\d|_|\b(?:percent(?:age)?|per|cents?|points?|others?|more|total|overall|average|aged"
    r"|an?|the|additional|further|extra|another|times"
    r"|drop|fall|decline|decrease|cut|slump|plunge|rise|increase|gain|jump|surge|advance)\b)*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase that may be what is measured, and the features of how it stands to the number."""

    mention: Mention
    rule: str
    features: tuple[str, ...]


class Weigher(Protocol):
    """What picks one of the candidates."""

    def choose(self, candidates: Sequence[Candidate]) -> Candidate:
        """The candidate that is measured."""


class LearntWeigher:
    """Weighs candidates by the learnt weights of their features."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._weights = weights

    def choose(self, candidates: Sequence[Candidate]) -> Candidate:
        """The likeliest candidate; the first of equals."""
        weights = self._weights
        return max(candidates, key=lambda one: sum(weights.get(f, 0.0) for f in one.features))


def shipped_weights() -> dict[str, float]:
    """The weights of the candidates' features, as learnt."""
    path = files("claimx.claims") / "measured_weights.json"
    weights: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))
    return weights


def tells(mention: Mention) -> bool:
    """Whether a phrase says what is measured: no bare number, sign, unit or word of change."""
    return _TELLS_NOTHING.fullmatch(mention.text) is None


def candidates(place: Place) -> list[Candidate]:
    """The phrases that may be measured, in the order in which they were thought of."""
    found: dict[tuple[int, int], tuple[Mention, list[str]]] = {}
    for rule, mention in _proposals(place):
        if tells(mention):
            found.setdefault((mention.start, mention.end), (mention, []))[1].append(rule)
    if len(found) == 1:
        return [Candidate(mention, rules[0], ()) for mention, rules in found.values()]
    kind = _kind(place)
    return [
        Candidate(
            mention,
            rules[0],
            tuple(
                feature
                for plain in (*rules, *_features(place, mention))
                for feature in (plain, f"{plain} of {kind}")
            ),
        )
        for mention, rules in found.values()
    ]


def _proposals(place: Place) -> Iterator[tuple[str, Mention]]:
    quantity = place.quantity
    for name, road in _ROADS:
        mention = road(place)
        if mention is not None:
            yield name, mention
    if quantity.of is not None:
        yield "quantity-of", place.mention(quantity.of.start, quantity.of.end)
    if (before := _of_number_before(place)) is not None:
        yield "number-before", before
    start = max(place.sentence.start, quantity.start - _NEAREST)
    end = min(place.sentence.end, quantity.end + _NEAREST)
    for token in place.reading.tokens(start, end):
        inside = quantity.start <= token.idx < quantity.end
        if not inside and place.may_measure(token) and not _goes_on(token):
            yield "noun-nearby", place.phrase(token)


def _of_number_before(place: Place) -> Mention | None:
    """What the number before measures, where it stands in the same paragraph."""
    if not place.earlier:
        return None
    quantity, measured = place.earlier[-1]
    near = place.reading.sentence_at(quantity.start).paragraph == place.sentence.paragraph
    return measured if near else None


def _goes_on(noun: Token) -> bool:
    """Whether a noun only describes the next one: "gas" of "gas prices"."""
    if noun.i + 1 >= len(noun.doc) or noun.dep_ not in ("compound", "nmod", "poss"):
        return False
    return noun.nbor(1).tag_ in NOUN_TAGS and not is_time(noun.nbor(1))


def _kind(place: Place) -> str:
    """What sort of number it is: the same link says other things of money and of shares."""
    quantity = place.quantity
    if quantity.unit is None:
        return "share" if is_share(quantity) else "count"
    if quantity.unit in _SHARES:
        return "share"
    return "money" if quantity.currency else "measure"


def _features(place: Place, mention: Mention) -> Iterator[str]:
    tokens = place.reading.tokens(mention.start, mention.end)
    if mention.start < place.sentence.start:
        yield "told-before"
        return
    head = next((token for token in tokens if not _governed(token, mention)), tokens[-1])
    quantity = place.quantity
    before = mention.start < quantity.start
    side = "before" if before else "after"
    gap = slice(mention.end, quantity.start) if before else slice(quantity.end, mention.start)
    between = place.reading.text[gap]
    yield f"{side} at {_distance(between)}"
    yield side
    yield f"path {_path(place.head, head)}"
    yield f"tag {head.tag_}"
    yield f"{min(len(tokens), 5)} words"
    yield from sorted({f"{name} {side}" for mark, name in _MARKS.items() if mark in between})
    if _LINKED.search(between):
        yield f"link {side}"
    if any(letter.isdigit() for letter in between):
        yield f"number {side}"
    yield from _introduced(tokens[0], side)
    if head.lower_ in place.light:
        yield "light"
    if head.dep_ in SUBJECTS and any(child.dep_ == "ccomp" for child in head.head.children):
        yield "speaker"


def _governed(token: Token, mention: Mention) -> bool:
    """Whether the head of a token is inside the phrase too."""
    return token.head.i != token.i and mention.start <= token.head.idx < mention.end


def _distance(between: str) -> int:
    words = len(between.split())
    return next((limit for limit in _DISTANCES if words <= limit), 99)


def _introduced(first: Token, side: str) -> Iterator[str]:
    """The article and the preposition before a phrase."""
    if not first.i:
        return
    left = first.nbor(-1)
    if left.tag_ in ("DT", "PRP$"):
        yield f"article {left.lower_}" if left.tag_ == "DT" else "possessive"
        if not left.i:
            return
        left = left.nbor(-1)
    if left.tag_ in ("IN", "TO"):
        yield f"{left.lower_} {side}"


def _path(number: Token, noun: Token) -> str:
    """How the parse leads from the number to a noun: verbs passed upwards, then the way down."""
    above = {number.i: 0}
    token, verbs = number, 0
    for _ in range(_UPWARD):
        if token.head.i == token.i:
            break
        token = token.head
        verbs += token.tag_[0] in "VM"
        above[token.i] = verbs
    down: list[str] = []
    token = noun
    while token.i not in above and token.head.i != token.i and len(down) < _DOWNWARD:
        down.append(token.dep_)
        token = token.head
    if token.i not in above:
        return "none"
    return f"{min(above[token.i], 3)} {'/'.join(reversed(down[-3:]))}"
