"""The spaCy component of the room: Doc to `doc._.timexes` and `doc._.periods`."""

from spacy.language import Language
from spacy.tokens import Doc

from claimx import extensions
from claimx.lexicon import Lexicon, load_lexicon
from claimx.model import Period, Timex


class TimexFinder:
    """Finds the time expressions of a Doc and reads them against its publication date."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def find(self, doc: Doc) -> tuple[tuple[Timex, ...], tuple[Period, ...]]:
        """The TIMEX3 expressions of a Doc and the calendar periods they give, in text order."""
        extensions.require_parse(doc, "claimx_timexes")
        return (), ()

    def __call__(self, doc: Doc) -> Doc:
        """Write `doc._.timexes` and `doc._.periods`, and `doc._.published` if it was absent."""
        doc._.timexes, doc._.periods = self.find(doc)
        return doc


@Language.factory(
    "claimx_timexes",
    assigns=["doc._.timexes", "doc._.periods", "doc._.published"],
    requires=["token.tag", "token.dep", "doc.sents"],
    default_config={"lexicons": []},
)
def make_timexes(nlp: Language, name: str, lexicons: list[str]) -> TimexFinder:  # noqa: ARG001  spaCy's factory signature
    """The component, with users' lexicon files over the shipped words."""
    return TimexFinder(load_lexicon(lexicons))
