"""The spaCy component of the room: the finders' records to `doc._.claims`."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from claimx import extensions
from claimx.lexicon import Lexicon, load_lexicon
from claimx.model import (
    Attribution,
    Claim,
    FieldConfidence,
    Mention,
    Period,
    Quantity,
    Timex,
    Veto,
    published_date,
)
from claimx.model.identity import claim_id, text_digest

from .choose_dates import Choice, DateChooser, Dater, shipped_weights
from .confidence import Assessor
from .draft import Draft
from .link_sources import SourceLinker, carried_source, is_part_of_source
from .measured import Measurer
from .reading import Reading
from .select import Selector
from .stance import StanceReader


class ClaimAssembler:
    """Joins quantities, periods and attributions of a Doc into its numeric claims."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._selector = Selector(lexicon)
        self._measurer = Measurer(lexicon)
        self._sources = SourceLinker(lexicon)
        self._stances = StanceReader(lexicon)
        self._dater = Dater(lexicon, DateChooser(shipped_weights()))
        self._assessor = Assessor()

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
        return self._assembled(doc, quantities, timexes, periods, attributions)[0]

    def __call__(self, doc: Doc) -> Doc:
        """Write `doc._.claims`, and add to `doc._.vetoes` why a quantity is no claim."""
        attributions = (*doc._.attributions, *doc._.carried)
        doc._.claims, vetoes = self._assembled(
            doc, doc._.quantities, doc._.timexes, doc._.periods, attributions
        )
        doc._.vetoes = _in_text_order(doc._.vetoes, vetoes)
        return doc

    def drafts(
        self,
        reading: Reading,
        quantities: Sequence[Quantity],
        attributions: Sequence[Attribution],
    ) -> list[Draft]:
        """What is known of the claims before they are dated."""
        drafts: list[Draft] = []
        before: list[tuple[Quantity, Mention | None]] = []
        for quantity in quantities:
            of, of_rule = self._measurer.find(reading, quantity, before)
            before.append((quantity, of))
            measured = replace(quantity, of=of)
            attribution = self._sources.link(reading, quantity, attributions) or carried_source(
                reading, quantity, of_rule, drafts
            )
            stance, rule = self._stances.read(reading, measured, attribution, drafts)
            if attribution is None and is_part_of_source(quantity, attributions):
                stance, rule = "stated", "counts-the-speakers"
            source_rules = attribution.rules if attribution else ("no-source",)
            rules = (*quantity.rules, of_rule, *source_rules, rule)
            drafts.append(Draft(measured, attribution, stance, rules))
        return drafts

    def _assembled(
        self,
        doc: Doc,
        quantities: Sequence[Quantity],
        timexes: Sequence[Timex],
        periods: Sequence[Period],
        attributions: Sequence[Attribution],
    ) -> tuple[tuple[Claim, ...], Sequence[Veto]]:
        """The claims of a Doc, and why its other quantities are none."""
        extensions.require_parse(doc, "claimx_claims")
        reading = Reading(doc, published_date(doc._.published))
        selected, vetoes = self._selector.select(reading, quantities, timexes)
        drafts = self.drafts(reading, selected, attributions)
        choices = self._dater.date(reading, drafts, periods, attributions)
        digest = text_digest(reading.text)
        claims = tuple(
            _claim(
                reading,
                draft,
                choice,
                self._assessor.assess(reading, draft, choice, attributions),
                digest,
            )
            for draft, choice in zip(drafts, choices, strict=True)
        )
        return claims, vetoes


def _claim(
    reading: Reading,
    draft: Draft,
    choice: Choice,
    sureness: tuple[float, FieldConfidence],
    digest: str,
) -> Claim:
    confidence, confidences = sureness
    quantity = draft.quantity
    sentence = reading.sentence_at(quantity.start)
    return Claim(
        id=claim_id(digest, quantity.start, quantity.end),
        quantity=quantity,
        of=quantity.of,
        sources=draft.attribution.sources if draft.attribution else (),
        date=choice.period,
        stance=draft.stance,
        confidence=confidence,
        confidences=confidences,
        rules=(*draft.rules, choice.rule),
        sentence=Mention(
            text=reading.text[sentence.start : sentence.end],
            start=sentence.start,
            end=sentence.end,
        ),
    )


def _in_text_order(*groups: Sequence[Veto]) -> list[Veto]:
    return sorted((veto for group in groups for veto in group), key=lambda veto: veto.start)


@Language.factory(
    "claimx_claims",
    assigns=["doc._.claims"],
    requires=[
        "doc._.quantities",
        "doc._.timexes",
        "doc._.periods",
        "doc._.attributions",
        "doc._.carried",
    ],
    default_config={"lexicons": []},
)
def make_claims(nlp: Language, name: str, lexicons: list[str]) -> ClaimAssembler:  # noqa: ARG001  spaCy's factory signature
    """The component, with users' lexicon files over the shipped words."""
    return ClaimAssembler(load_lexicon(lexicons))
