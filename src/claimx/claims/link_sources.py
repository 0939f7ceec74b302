"""Who vouches for a quantity: the attribution whose content holds it most closely."""

import re
from collections.abc import Sequence
from dataclasses import replace

from claimx.lexicon import Lexicon
from claimx.lexicon.source_words import Cue
from claimx.model import Attribution, Mention, Quantity

from .draft import Draft
from .reading import Reading

# "The army said it had taken two hills - one 9 km from the town": an aside is the text's own voice.
# Not so a number right behind the dash, which says the same again: "11 million - 800,000 more".
_DASH = re.compile(r"\s(?:--?|–|—)\s|—")
_AGAIN = re.compile(r"(?:\s--?|–|—)\s*$")

# "Lee said the school was hit, which thousands use as a shelter": so is a clause with "which".
_BACKGROUND = re.compile(r", (?:which|where)\b[^,;]*$")

_POINTS_BACK = re.compile(
    r"(?:This|That|The (?:figure|number|total|toll|rate|count|increase|rise|drop|fall))\s+"
    r"(?:follow|br(?:ing|ought)|compare|mark|mean|equal|include|represent|take|took|put|exceed|"
    r"surpass|top|is up|is down|was up|was down)"
)
_ELLIPTIC = frozenset(["of-these", "as-before", "own-predicate"])


class SourceLinker:
    """Links quantities with the attributions of their document."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._plans = frozenset(cue.name for cue in lexicon.of(Cue) if cue.sense != "report")

    def link(
        self, reading: Reading, quantity: Quantity, attributions: Sequence[Attribution]
    ) -> Attribution | None:
        """The innermost attribution that governs a quantity; None where the text speaks itself.

        A plan told of an actor ("the city plans 500 homes") has no source.
        """
        holding = [
            (piece.end - piece.start, index)
            for index, attribution in enumerate(attributions)
            if attribution.sources and not self._plans.intersection(attribution.rules)
            for piece in attribution.content
            if piece.start <= quantity.start and quantity.end <= piece.end
            if not _is_aside(reading, quantity, attribution, piece)
        ]
        return attributions[min(holding)[1]] if holding else None


def carried_source(
    reading: Reading, quantity: Quantity, of_rule: str, earlier: Sequence[Draft]
) -> Attribution | None:
    """The attribution of the claim before, where a number goes on from it.

    "This brings the total to 900" and "Half had moved away" say nothing without the number before,
    and so share its source.
    """
    last = earlier[-1] if earlier else None
    if last is None or last.attribution is None:
        return None
    sentence = reading.sentence_at(quantity.start)
    distance = sentence.index - reading.sentence_at(last.quantity.start).index
    if distance > 1:
        return None
    points_back = distance == 1 and _POINTS_BACK.match(reading.text, sentence.start)
    if not points_back and of_rule not in _ELLIPTIC:
        return None
    told = last.attribution
    sources = tuple(replace(source, inherited=True) for source in told.sources)
    return replace(told, sources=sources, rules=(*told.rules, "source-of-the-number-before"))


def is_part_of_source(quantity: Quantity, attributions: Sequence[Attribution]) -> bool:
    """Whether a quantity counts the speakers ("three economists said")."""
    return any(
        source.start <= quantity.start and quantity.end <= source.end
        for attribution in attributions
        for source in attribution.sources
    )


def _is_aside(
    reading: Reading, quantity: Quantity, attribution: Attribution, piece: Mention
) -> bool:
    cue = attribution.cue
    if attribution.quotation == "direct" or cue is None or cue.start > quantity.start:
        return False
    if any(source.inherited for source in attribution.sources):
        return False  # a sentence that goes on has no voice beside its poll's
    sentence = reading.sentence_at(quantity.start)
    before = reading.text[max(piece.start, sentence.start) : quantity.start]
    if attribution.quotation == "indirect" and _BACKGROUND.search(before):
        return True
    return len(_DASH.findall(before)) % 2 == 1 and not _AGAIN.search(before)
