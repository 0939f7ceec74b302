"""The spaCy component of the room: Doc to `doc._.quantities` and `doc._.vetoes`."""

from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from claimx import extensions
from claimx.lexicon import Lexicon, load_lexicon
from claimx.lexicon.quantity_words import (
    Currency,
    Denominator,
    Modifier,
    Movement,
    NumberedName,
    NumberWord,
    Unit,
)
from claimx.model import Mention, Quantity, Veto
from claimx.quantities.ages import AgeReader
from claimx.quantities.conversions import conversion
from claimx.quantities.counted import counted_span
from claimx.quantities.measured import measured_span
from claimx.quantities.modifiers import ModifierReader
from claimx.quantities.movements import MovementReader
from claimx.quantities.names import NameReader
from claimx.quantities.numerals import NumeralReader
from claimx.quantities.ranges import join_ranges, split_scores
from claimx.quantities.rates import RateReader
from claimx.quantities.readings import Reading, join_parts, read_measure
from claimx.quantities.sentence import TokenMap
from claimx.quantities.units import UnitReader
from claimx.quantities.vetoes import Vetoes, is_glued


class QuantityFinder:
    """Finds every quantity of a Doc; keeps what looked like one and is none as vetoes."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._numerals = NumeralReader(lexicon.of(NumberWord))
        self._units = UnitReader(lexicon.of(Unit), lexicon.of(Currency))
        self._modifiers = ModifierReader(lexicon.of(Modifier))
        self._names = NameReader(lexicon.of(NumberedName))
        self._rates = RateReader(lexicon.of(Denominator))
        self._movements = MovementReader(lexicon.of(Movement))
        self._ages = AgeReader(self._units)

    def find(self, doc: Doc) -> tuple[tuple[Quantity, ...], tuple[Veto, ...]]:
        """The quantities of a Doc in text order, and the vetoed candidates."""
        extensions.require_parse(doc, "claimx_quantities")
        readings, vetoes = self._read(doc.text)
        quantities: list[Quantity] = []
        if readings:
            tokens = TokenMap(doc)
            taken = frozenset(index for one in readings for index in tokens.within(one.start, one.end))
            for reading in readings:
                placed = self._place(doc, tokens, reading, taken)
                if isinstance(placed, Veto):
                    vetoes.append(placed)
                else:
                    quantities.append(conversion(doc.text, quantities[-1], placed) if quantities else placed)
        return tuple(quantities), tuple(sorted(vetoes, key=lambda veto: veto.start))

    def __call__(self, doc: Doc) -> Doc:
        """Write `doc._.quantities` and `doc._.vetoes`."""
        doc._.quantities, doc._.vetoes = self.find(doc)
        return doc

    def _read(self, text: str) -> tuple[list[Reading], list[Veto]]:
        """What the words of the quantities themselves tell."""
        numerals = self._numerals.find(text)
        if not numerals:
            return [], []
        blocked = Vetoes(text)
        readings: list[Reading] = []
        vetoes: list[Veto] = []
        for numeral in numerals:
            veto = blocked.of(numeral)
            if veto is not None:
                if not vetoes or vetoes[-1] != veto:
                    vetoes.append(veto)
                continue
            reading = read_measure(text, numeral, self._units)
            if is_glued(text, reading.start, reading.end):
                vetoes.append(
                    Veto(
                        text=text[reading.start : reading.end],
                        start=reading.start,
                        end=reading.end,
                        rule="identifier",
                    )
                )
                continue
            readings.append(reading)
        readings = join_parts(text, readings)
        readings = join_ranges(text, split_scores(text, readings), self._modifiers)
        return [
            self._modifiers.bound(text, self._ages.aged(text, reading)) for reading in readings
        ], vetoes

    def _unit_behind(
        self, doc: Doc, reading: Reading, counted: tuple[int, int] | None
    ) -> tuple[Reading, tuple[int, int] | None]:
        """A unit with a word of its own before it: "517 rushing yards", "15 IQ points"."""
        if counted is None or reading.form == "fraction" or not 2 <= counted[1] - counted[0] <= 3:
            return reading, counted
        noun = doc[counted[1] - 1]
        unit = self._units.word(noun.text) if noun.tag_ == "NNS" else None
        if unit is None or (unit.kind == "point" and doc[noun.i - 1].text != "IQ"):
            return reading, counted
        end = noun.idx + len(noun)
        return replace(reading, end=end, unit=replace(unit, start=reading.end, end=end)), None

    def _place(
        self, doc: Doc, tokens: TokenMap, reading: Reading, taken: frozenset[int]
    ) -> Quantity | Veto:
        """The quantity that a reading is in its sentence, or the veto of it."""
        text = doc.text
        first, last = tokens.at(reading.first), tokens.at(reading.end - 1)
        veto = self._names.veto(doc, reading, first, tokens.at(reading.last - 1))
        if veto is not None:
            return Veto(
                text=text[reading.start : reading.end],
                start=reading.start,
                end=reading.end,
                rule=veto,
            )
        counted = None
        if reading.unit is None and "score" not in reading.rules:
            counted = counted_span(doc, last, partitive=reading.form in ("fraction", "vague"))
            reading, counted = self._unit_behind(doc, reading, counted)
        tail = doc[counted[1] - 1].idx + len(doc[counted[1] - 1]) if counted else reading.end
        rate = self._rates.per(text, reading.end) or (
            self._rates.per(text, tail) if counted else None
        )
        stop = tokens.at(rate[1] - 1) if rate and not counted else last
        measured = measured_span(doc, reading, first, stop, counted, taken)
        change = self._movements.change(doc, reading, tokens.at(reading.start), last, counted)
        return Quantity(
            text=text[reading.start : reading.end],
            start=reading.start,
            end=reading.end,
            low=reading.low,
            high=reading.high,
            comparator=reading.comparator,
            unit=reading.unit.name if reading.unit else None,
            currency=reading.unit.currency if reading.unit else None,
            ucum=reading.unit.ucum if reading.unit else None,
            counted=_mention(doc, counted),
            change=change,
            per=rate[0] if rate else None,
            of=_mention(doc, measured),
            rules=reading.rules,
        )


def _mention(doc: Doc, span: tuple[int, int] | None) -> Mention | None:
    if span is None or span[0] >= span[1]:
        return None
    found = doc[span[0] : span[1]]
    return Mention(text=found.text, start=found.start_char, end=found.end_char)


@Language.factory(
    "claimx_quantities",
    assigns=["doc._.quantities", "doc._.vetoes"],
    requires=["token.tag", "token.dep", "doc.sents"],
    default_config={"lexicons": []},
)
def make_quantities(nlp: Language, name: str, lexicons: list[str]) -> QuantityFinder:  # noqa: ARG001  spaCy's factory signature
    """The component, with users' lexicon files over the shipped words."""
    return QuantityFinder(load_lexicon(lexicons))
