"""What the words of the quantities themselves tell, before any look at the sentence."""

import re

from claimx.lexicon import Lexicon
from claimx.lexicon.quantity_words import Modifier, NumberWord
from claimx.model import Veto
from claimx.quantities.ages import AgeReader
from claimx.quantities.modifiers import ModifierReader
from claimx.quantities.numerals import NumeralReader
from claimx.quantities.parts import join_parts, read_halves, share_suspended
from claimx.quantities.ranges import join_ranges, mark_scores
from claimx.quantities.readings import Reading, read_measure
from claimx.quantities.units import UnitReader
from claimx.quantities.vetoes import Vetoes, is_glued

# A stretch without a blank that is far longer than any word or address is data, not prose; its
# numbers count nothing, and a page of them ("1,1,1,1,...") would take quadratic time.
_DATA = re.compile(r"\S{500,}")


class TextReader:
    """Reads numbers, units, ranges and bounds from plain text."""

    def __init__(self, lexicon: Lexicon, units: UnitReader) -> None:
        self._numerals = NumeralReader(lexicon.of(NumberWord))
        self._units = units
        self._modifiers = ModifierReader(lexicon.of(Modifier))
        self._ages = AgeReader(self._units)

    def read(self, text: str) -> tuple[list[Reading], list[Veto]]:
        """The readings of a text in text order, and what its dates, times and names veto."""
        prose = _DATA.sub(lambda stretch: " " * len(stretch[0]), text)
        numerals = self._numerals.find(prose)
        if not numerals:
            return [], []
        readings: list[Reading] = []
        vetoes: dict[int, Veto] = {}
        blocked = Vetoes(text, numerals)
        last_end = 0
        for numeral in numerals:
            if numeral.start < last_end:
                continue  # "75 USD million" is read whole
            veto = blocked.of(numeral)
            if veto is None:
                reading = read_measure(text, numeral, self._units, last_end)
                if not is_glued(text, reading.start, reading.end):
                    readings.append(reading)
                    last_end = reading.end
                    continue
                veto = vetoed(text, reading, "identifier")
            vetoes.setdefault(veto.start, veto)
        halves = read_halves(text, readings, self._units)
        joined = join_parts(text, share_suspended(text, halves))
        joined = join_ranges(text, mark_scores(text, joined))
        aged = (self._ages.aged(text, reading) for reading in joined)
        return [self._modifiers.bound(text, reading) for reading in aged], list(vetoes.values())


def vetoed(text: str, reading: Reading, rule: str) -> Veto:
    """The veto of a reading by a rule."""
    start, end = reading.start, reading.end
    return Veto(text=text[start:end], start=start, end=end, rule=rule)
