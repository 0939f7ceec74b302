"""Whether a claim is stated, estimated, forecast, hypothetical or denied."""

import re
from collections.abc import Sequence

from claimx.lexicon import Lexicon
from claimx.lexicon.claim_words import StanceCue
from claimx.model import Attribution, Mention, Quantity, Stance

from .phrases import by_form, phrase_pattern
from .reading import Reading

# Forecast before estimated where both fit; a denied or hypothetical number is no forecast.
_ORDER: tuple[Stance, ...] = ("denied", "forecast", "hypothetical", "estimated")
_CLAUSE_EDGE = re.compile(r"[;:.!?]|,\s+(?:and|but|while|which|who|as|after|although)\b|\n")


class StanceReader:
    """Reads the stance of a claim from the words of its clause and its attribution."""

    def __init__(self, lexicon: Lexicon) -> None:
        cues = lexicon.of(StanceCue)
        self._cue_of = by_form(cues)
        self._patterns = {
            place: phrase_pattern(cue for cue in cues if cue.place == place)
            for place in ("clause", "phrase", "sentence")
        }

    def read(
        self,
        reading: Reading,
        quantity: Quantity,
        of: Mention | None,
        attribution: Attribution | None,
    ) -> tuple[Stance, str]:
        """The stance and the name of the rule or lexicon entry that gives it."""
        found = {cue.stance: cue.name for cue in self._cues(reading, quantity, of)}
        if attribution is not None and attribution.stance != "stated":
            found.setdefault(attribution.stance, "attribution-stance")
        for stance in _ORDER:
            if stance in found:
                return stance, found[stance]
        return "stated", "stated"

    def _cues(
        self, reading: Reading, quantity: Quantity, of: Mention | None
    ) -> Sequence[StanceCue]:
        sentence = reading.sentence_at(quantity.start)
        before = reading.text[sentence.start : quantity.start]
        edges = list(_CLAUSE_EDGE.finditer(before))
        clause = before[edges[-1].end() :] if edges else before
        near = f"{reading.text[max(quantity.start - 25, sentence.start) : quantity.start]}"
        near += reading.text[quantity.end : min(quantity.end + 30, sentence.end)]
        phrase = f"{of.text if of else ''} {near}"
        stretches = {"clause": clause, "phrase": phrase, "sentence": before}
        return [
            self._cue_of[match.group().lower()]
            for place, pattern in self._patterns.items()
            for match in pattern.finditer(stretches[place])
            if match.group().lower() in self._cue_of
        ]
