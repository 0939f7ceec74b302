"""Who vouches for a quantity: the attribution whose content holds it most closely."""

import re
from collections.abc import Sequence

from claimx.lexicon import Lexicon
from claimx.lexicon.source_words import Cue
from claimx.model import Attribution, Mention, Quantity

from .reading import Reading

# "The army said it had taken two hills - one 9 km from the town": an aside is the text's own voice.
_DASH = re.compile(r"\s[-–—]\s|—")


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
    sentence = reading.sentence_at(quantity.start)
    before = reading.text[max(piece.start, sentence.start) : quantity.start]
    return len(_DASH.findall(before)) % 2 == 1
