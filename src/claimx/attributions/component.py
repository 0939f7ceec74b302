"""The spaCy component of the room: Doc to `doc._.attributions`."""

from spacy.language import Language
from spacy.tokens import Doc

from claimx import extensions
from claimx.lexicon import Lexicon, load_lexicon
from claimx.model import Attribution


class AttributionFinder:
    """Finds who says what in a Doc: cue, content and sources."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def find(self, doc: Doc) -> tuple[Attribution, ...]:
        """The attributions of a Doc, in the order of their content."""
        extensions.require_parse(doc, "claimx_attributions")
        return ()

    def __call__(self, doc: Doc) -> Doc:
        """Write `doc._.attributions`."""
        doc._.attributions = self.find(doc)
        return doc


@Language.factory(
    "claimx_attributions",
    assigns=["doc._.attributions"],
    requires=["token.tag", "token.dep", "doc.sents"],
    default_config={"lexicons": []},
)
def make_attributions(nlp: Language, name: str, lexicons: list[str]) -> AttributionFinder:  # noqa: ARG001  spaCy's factory signature
    """The component, with users' lexicon files over the shipped words."""
    return AttributionFinder(load_lexicon(lexicons))
