"""The spaCy component of the room: Doc to `doc._.attributions`."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from claimx import extensions
from claimx.lexicon import Lexicon, load_lexicon
from claimx.lexicon.source_words import Cue, Nobody, Publication
from claimx.model import Attribution

from .carry import Carrier
from .contents import content_of
from .cues import CueFinder
from .evidence import features, is_share, load_weights
from .quotations import Quotations
from .reading import Reading
from .scope import Draft, outer_drafts, outermost, with_quotations
from .sources import Recorder


class AttributionFinder:
    """Finds who says what in a Doc: cue, content and sources."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._cues = CueFinder(lexicon.of(Cue), lexicon.of(Publication), lexicon.of(Nobody))
        self._published = frozenset(
            form for publication in lexicon.of(Publication) for form in publication.forms
        )
        self._weights = load_weights()
        self._recorder = Recorder(lexicon)
        self._carrier = Carrier(lexicon)

    def find(self, doc: Doc) -> tuple[Attribution, ...]:
        """The attributions that a Doc tells, in the order of their content."""
        extensions.require_parse(doc, "claimx_attributions")
        return self.told(Reading(doc))

    def told(self, reading: Reading) -> tuple[Attribution, ...]:
        """The attributions of a text that was read."""
        quotations = Quotations(reading.text)
        drafts = self.drafts(reading, quotations)
        weighed = [
            replace(draft, confidence=self._weights.confidence(seen))
            for draft, seen in zip(drafts, self.features(reading, quotations, drafts), strict=True)
        ]
        likely = [draft for draft in weighed if self._weights.accept(reading, draft)]
        # What a share of those asked says is a finding of whoever asked, not their report.
        chosen = [
            draft
            for draft in outermost(reading, likely)
            if not is_share(reading, draft.lead.sources[0])
        ]
        return self._recorder.attributions(reading, quotations, chosen)

    def drafts(self, reading: Reading, quotations: Quotations) -> list[Draft]:
        """All that could be an attribution, likely or not: what the weights are trained on."""
        drafts = []
        for lead in self._cues.find(reading):
            spans, rule = content_of(reading, lead)
            if spans:
                drafts.append(Draft(lead, tuple(spans), (rule,)))
        return with_quotations(reading, quotations, self._cues, drafts)

    def features(
        self, reading: Reading, quotations: Quotations, drafts: Sequence[Draft]
    ) -> list[list[str]]:
        """The evidence on each draft, as the weights know it."""
        outers = outer_drafts(reading, drafts)
        return [
            features(reading, quotations, draft, outer, self._published)
            for draft, outer in zip(drafts, outers, strict=True)
        ]

    def __call__(self, doc: Doc) -> Doc:
        """Write `doc._.attributions`, and to `doc._.carried` what goes on with them."""
        extensions.require_parse(doc, "claimx_attributions")
        reading = Reading(doc)
        told = self.told(reading)
        doc._.attributions, doc._.carried = told, self._carrier.carried(reading, told)
        return doc


@Language.factory(
    "claimx_attributions",
    assigns=["doc._.attributions", "doc._.carried"],
    requires=["token.tag", "token.dep", "doc.sents"],
    default_config={"lexicons": []},
)
def make_attributions(nlp: Language, name: str, lexicons: list[str]) -> AttributionFinder:  # noqa: ARG001  spaCy's factory signature
    """The component, with users' lexicon files over the shipped words."""
    return AttributionFinder(load_lexicon(lexicons))
