"""The spaCy component of the room: the finders' records to `doc._.claims`."""

from spacy.language import Language
from spacy.tokens import Doc

from claimx import extensions
from claimx.lexicon import Lexicon, load_lexicon
from claimx.model import Attribution, Claim, Period, Quantity, Timex


class ClaimAssembler:
    """Joins quantities, periods and attributions of a Doc into its numeric claims."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def assemble(
        self,
        doc: Doc,
        *,
        quantities: tuple[Quantity, ...],
        timexes: tuple[Timex, ...],
        periods: tuple[Period, ...],
        attributions: tuple[Attribution, ...],
    ) -> tuple[Claim, ...]:
        """The claims of a Doc in text order."""
        extensions.require_parse(doc, "claimx_claims")
        return ()

    def __call__(self, doc: Doc) -> Doc:
        """Write `doc._.claims`."""
        doc._.claims = self.assemble(
            doc,
            quantities=doc._.quantities,
            timexes=doc._.timexes,
            periods=doc._.periods,
            attributions=doc._.attributions,
        )
        return doc


@Language.factory(
    "claimx_claims",
    assigns=["doc._.claims"],
    requires=["doc._.quantities", "doc._.timexes", "doc._.periods", "doc._.attributions"],
    default_config={"lexicons": []},
)
def make_claims(nlp: Language, name: str, lexicons: list[str]) -> ClaimAssembler:  # noqa: ARG001  spaCy's factory signature
    """The component, with users' lexicon files over the shipped words."""
    return ClaimAssembler(load_lexicon(lexicons))
