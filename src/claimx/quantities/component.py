"""The spaCy component of the room: Doc to `doc._.quantities` and `doc._.vetoes`."""

from spacy.language import Language
from spacy.tokens import Doc

from claimx import extensions
from claimx.lexicon import Lexicon, load_lexicon
from claimx.lexicon.quantity_words import Currency, Unit
from claimx.model import Quantity, Veto
from claimx.quantities.placing import QuantityPlacer
from claimx.quantities.reader import TextReader
from claimx.quantities.readings import Reading
from claimx.quantities.units import UnitReader

TextReading = tuple[list[Reading], list[Veto]]


class QuantityFinder:
    """Finds every quantity of a Doc; keeps what looked like one and is none as vetoes."""

    def __init__(self, lexicon: Lexicon) -> None:
        units = UnitReader(lexicon.of(Unit), lexicon.of(Currency))
        self._reader = TextReader(lexicon, units)
        self._placer = QuantityPlacer(lexicon, units)

    def read(self, text: str) -> TextReading:
        """What the words of a text tell of quantities, before any look at its sentences."""
        return self._reader.read(text)

    def find(
        self, doc: Doc, read: TextReading | None = None
    ) -> tuple[tuple[Quantity, ...], tuple[Veto, ...]]:
        """The quantities of a Doc in text order, and the vetoed candidates.

        `read` is what `read` gave for the Doc's text, where that was asked before.
        """
        extensions.require_parse(doc, "claimx_quantities")
        text = doc.text
        readings, in_text = read or self._reader.read(text)
        quantities, in_sentence = self._placer.place(doc, text, readings)
        vetoes = sorted((*in_text, *in_sentence), key=lambda veto: veto.start)
        return tuple(quantities), tuple(vetoes)

    def __call__(self, doc: Doc) -> Doc:
        """Write `doc._.quantities` and `doc._.vetoes`."""
        doc._.quantities, doc._.vetoes = self.find(doc)
        return doc


@Language.factory(
    "claimx_quantities",
    assigns=["doc._.quantities", "doc._.vetoes"],
    requires=["token.tag", "token.dep", "doc.sents"],
    default_config={"lexicons": []},
)
def make_quantities(nlp: Language, name: str, lexicons: list[str]) -> QuantityFinder:  # noqa: ARG001  spaCy's factory signature
    """The component, with users' lexicon files over the shipped words."""
    return QuantityFinder(load_lexicon(lexicons))
