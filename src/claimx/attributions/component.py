"""The spaCy component of the room: Doc to `doc._.attributions`."""

from spacy.language import Language
from spacy.tokens import Doc

from claimx import extensions
from claimx.lexicon import Lexicon, load_lexicon
from claimx.lexicon.source_words import Cue
from claimx.model import Attribution, Source

from .contents import content_of
from .cues import CueFinder, Lead
from .mentions import joint_sources
from .quotations import Quotations
from .reading import Reading


class AttributionFinder:
    """Finds who says what in a Doc: cue, content and sources."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._cues = CueFinder(lexicon.of(Cue))

    def find(self, doc: Doc) -> tuple[Attribution, ...]:
        """The attributions of a Doc, in the order of their content."""
        extensions.require_parse(doc, "claimx_attributions")
        reading = Reading(doc)
        quotations = Quotations(doc.text)
        found = [
            attribution
            for lead in self._cues.find(reading)
            if (attribution := _attribution(reading, quotations, lead)) is not None
        ]
        return tuple(sorted(found, key=lambda one: one.content[0].start))

    def __call__(self, doc: Doc) -> Doc:
        """Write `doc._.attributions`."""
        doc._.attributions = self.find(doc)
        return doc


def _attribution(reading: Reading, quotations: Quotations, lead: Lead) -> Attribution | None:
    extents = content_of(reading, lead)
    if not extents or lead.source is None:
        return None
    content = tuple(reading.mention(extent) for extent in extents)
    cue = reading.mention(lead.extent)
    sources = []
    for _, extent in joint_sources(reading, lead.source):
        mention = reading.mention(extent)
        sources.append(
            Source(text=mention.text, start=mention.start, end=mention.end, cue=cue.text)
        )
    quoted = quotations.at(content[0].start) is not None
    return Attribution(
        cue=cue,
        content=content,
        sources=tuple(sources),
        quotation="direct" if quoted else "indirect",
        stance=lead.cue.stance,
        rules=(lead.rule, lead.cue.name),
    )


@Language.factory(
    "claimx_attributions",
    assigns=["doc._.attributions"],
    requires=["token.tag", "token.dep", "doc.sents"],
    default_config={"lexicons": []},
)
def make_attributions(nlp: Language, name: str, lexicons: list[str]) -> AttributionFinder:  # noqa: ARG001  spaCy's factory signature
    """The component, with users' lexicon files over the shipped words."""
    return AttributionFinder(load_lexicon(lexicons))
