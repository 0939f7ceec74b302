"""What the sentence around a reading tells: what it counts and measures, rate and direction."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from claimx.lexicon import Lexicon
from claimx.lexicon.quantity_words import Denominator, Movement, NumberedName
from claimx.model import Mention, Quantity, Veto
from claimx.quantities.continuations import continued, suspended
from claimx.quantities.counted import counted_span
from claimx.quantities.elisions import elided
from claimx.quantities.measured import measured_span
from claimx.quantities.movements import MovementReader
from claimx.quantities.names import NameReader
from claimx.quantities.phrases import Span, trimmed
from claimx.quantities.places import Place
from claimx.quantities.rates import RateReader
from claimx.quantities.reader import vetoed
from claimx.quantities.readings import Reading
from claimx.quantities.tokens import TokenMap
from claimx.quantities.units import UnitReader

# "300 metres a second" is a speed, "30 km a day" a rate.
_SPEED_TIMES = frozenset(("millisecond", "second", "minute", "hour"))
# Tokens each side of a number that its sentence is read in: no news sentence is longer, and a
# page without full stops ("he said 5 people, he said 5 people, ...") takes no quadratic time.
_REACH = 100


class QuantityPlacer:
    """Turns readings into quantities, or into vetoes where they are names, years or pronouns."""

    def __init__(self, lexicon: Lexicon, units: UnitReader) -> None:
        self._names = NameReader(lexicon.of(NumberedName))
        self._rates = RateReader(lexicon.of(Denominator))
        self._movements = MovementReader(lexicon.of(Movement))
        self._units = units

    def place(
        self, doc: Doc, text: str, readings: Sequence[Reading]
    ) -> tuple[list[Quantity], list[Veto]]:
        """The quantities of a Doc, and the vetoes of the other readings."""
        if not readings:
            return [], []
        tokens = TokenMap(doc)
        kept: list[Reading] = []
        vetoes: list[Veto] = []
        for reading in readings:
            rule = self._names.veto(
                doc, text, reading, tokens.at(reading.first), tokens.at(reading.last - 1)
            )
            if rule is None:
                kept.append(reading)
            else:
                vetoes.append(vetoed(text, reading, rule))
        taken = frozenset(
            index
            for one in kept
            if one.form != "multiple"
            for index in tokens.within(one.start, one.end)
        )
        quantities: list[Quantity] = []
        for reading in kept:
            quantity = self._quantity(doc, text, tokens, reading, taken)
            before = quantities[-1] if quantities else None
            quantities.append(continued(text, before, quantity) if before else quantity)
        return list(elided(text, suspended(text, quantities))), vetoes

    def _quantity(
        self, doc: Doc, text: str, tokens: TokenMap, reading: Reading, taken: frozenset[int]
    ) -> Quantity:
        first, last = tokens.at(reading.first), tokens.at(reading.end - 1)
        start, stop = tokens.sentence(first)
        start, stop = max(start, first - _REACH), min(stop, last + _REACH)
        counted = None
        if reading.unit is None and "score" not in reading.rules:
            counted = counted_span(doc, last, stop, partitive=reading.form in ("fraction", "vague"))
            reading, counted = self._unit_behind(doc, reading, counted)
            last = tokens.at(reading.end - 1)
        rate = self._rates.per(text, reading.end)
        if rate is None and counted is not None:
            rate = self._rates.per(text, doc[counted[1] - 1].idx + len(doc[counted[1] - 1]))
        per = (
            rate[0]
            if rate
            else self._rates.elsewhere(text, reading, doc[start].idx, doc[stop - 1].idx)
        )
        tail = tokens.at(rate[1] - 1) if rate and counted is None else last
        place = Place(text, first, tail, start, stop, counted, taken)
        unit = reading.unit
        if unit is not None and unit.kind == "length" and per in _SPEED_TIMES:
            unit, per = replace(unit, name=f"{unit.name} per {per}", kind="speed", ucum=None), None
            reading = replace(reading, end=rate[1] if rate else reading.end)
        return Quantity(
            text=text[reading.start : reading.end],
            start=reading.start,
            end=reading.end,
            low=reading.low,
            high=reading.high,
            comparator=reading.comparator,
            unit=unit.name if unit else None,
            currency=unit.currency if unit else None,
            ucum=unit.ucum if unit else None,
            counted=_mention(doc, counted),
            change=self._movements.change(doc, reading, place, tokens.at(reading.start), last),
            per=per,
            of=_mention(doc, trimmed(doc, measured_span(doc, reading, place))),
            rules=reading.rules,
        )

    def _unit_behind(
        self, doc: Doc, reading: Reading, counted: Span | None
    ) -> tuple[Reading, Span | None]:
        """A unit with a word of its own before it: "517 rushing yards", "15 IQ points"."""
        if counted is None or reading.form == "fraction" or not 2 <= counted[1] - counted[0] <= 3:
            return reading, counted
        noun = doc[counted[1] - 1]
        unit = self._units.word(noun.text) if noun.tag_ == "NNS" else None
        if unit is None or (unit.kind == "point" and doc[noun.i - 1].text != "IQ"):
            return reading, counted
        end = noun.idx + len(noun)
        return replace(reading, end=end, unit=replace(unit, start=reading.end, end=end)), None


def _mention(doc: Doc, span: Span | None) -> Mention | None:
    if span is None or span[0] >= span[1]:
        return None
    found = doc[span[0] : span[1]]
    return Mention(text=found.text, start=found.start_char, end=found.end_char)
