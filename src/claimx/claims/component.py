"""The spaCy component of the room: the finders' records to `doc._.claims`."""

import hashlib
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from claimx import extensions
from claimx.lexicon import Lexicon, load_lexicon
from claimx.lexicon.claim_words import Telling
from claimx.model import Attribution, Claim, Mention, Period, Quantity, Stance, Timex, Veto
from claimx.model.schema import SCHEMA_VERSION

from .confidence import assess
from .context_dates import ContextDater, Told
from .link_dates import DateLinker
from .link_sources import SourceLinker, is_part_of_source
from .measured import Measurer
from .phrases import by_form
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
        self._dater = ContextDater(lexicon)
        self._tellings = frozenset(by_form(lexicon.of(Telling)))

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
        return self._assemble(doc, quantities, timexes, periods, attributions)[0]

    def __call__(self, doc: Doc) -> Doc:
        """Write `doc._.claims`, and add to `doc._.vetoes` why a quantity is no claim."""
        claims, vetoes = self._assemble(
            doc, doc._.quantities, doc._.timexes, doc._.periods, doc._.attributions
        )
        doc._.claims = claims
        doc._.vetoes = (*doc._.vetoes, *vetoes)
        return doc

    def _assemble(
        self,
        doc: Doc,
        quantities: tuple[Quantity, ...],
        timexes: tuple[Timex, ...],
        periods: tuple[Period, ...],
        attributions: tuple[Attribution, ...],
    ) -> tuple[tuple[Claim, ...], tuple[Veto, ...]]:
        extensions.require_parse(doc, "claimx_claims")
        reading = Reading(doc, extensions.published_date(doc._.published))
        selected, vetoes = self._selector.select(reading, quantities, timexes)
        digest = hashlib.sha256(doc.text.encode("utf-8", "surrogatepass")).hexdigest()
        measured = self._measure(reading, selected)
        dates = DateLinker(reading, periods, attributions, self._tellings)
        event = self._dater.event_of(reading, dates)
        told: list[Told] = []
        claims = []
        for quantity, of_rule in measured:
            attribution = self._sources.link(reading, quantity, attributions)
            last = (told[-1].quantity, told[-1].stance) if told else None
            stance, stance_rule = self._stances.read(reading, quantity, attribution, last)
            dated, date_rule = dates.own(quantity, attribution)
            period = dated.period if dated else None
            now = self._dater.told(reading, quantity, stance, period)
            if period is None or self._dater.goes_on(now, period, event):
                said = dates.saying(quantity, attribution)
                saying = said.period if said else None
                period, date_rule = self._dater.date(reading, now, told, dates, event, saying)
                now = replace(now, period=period)
            told.append(now)
            rules = (
                *quantity.rules,
                of_rule,
                *(attribution.rules if attribution else ()),
                date_rule,
                stance_rule,
            )
            claims.append(_claim(reading, quantity, attribution, period, stance, rules, digest))
        return tuple(claims), vetoes

    def _measure(
        self, reading: Reading, quantities: tuple[Quantity, ...]
    ) -> list[tuple[Quantity, str]]:
        """The quantities with what they measure, and the rule that found it."""
        before: list[tuple[Quantity, Mention | None]] = []
        measured = []
        for quantity in quantities:
            of, rule = self._measurer.find(reading, quantity, before)
            before.append((quantity, of))
            measured.append((replace(quantity, of=of), rule))
        return measured


def _claim(
    reading: Reading,
    quantity: Quantity,
    attribution: Attribution | None,
    period: Period | None,
    stance: Stance,
    rules: tuple[str, ...],
    digest: str,
) -> Claim:
    confidence, confidences = assess()
    sentence = reading.sentence_at(quantity.start)
    return Claim(
        id=_claim_id(digest, quantity),
        quantity=quantity,
        of=quantity.of,
        sources=attribution.sources if attribution else (),
        date=period,
        stance=stance,
        confidence=confidence,
        confidences=confidences,
        rules=rules,
        sentence=Mention(
            text=reading.text[sentence.start : sentence.end],
            start=sentence.start,
            end=sentence.end,
        ),
    )


def _claim_id(digest: str, quantity: Quantity) -> str:
    key = f"{SCHEMA_VERSION}:{digest}:{quantity.start}:{quantity.end}"
    return hashlib.sha256(key.encode()).hexdigest()[:16]


@Language.factory(
    "claimx_claims",
    assigns=["doc._.claims"],
    requires=["doc._.quantities", "doc._.timexes", "doc._.periods", "doc._.attributions"],
    default_config={"lexicons": []},
)
def make_claims(nlp: Language, name: str, lexicons: list[str]) -> ClaimAssembler:  # noqa: ARG001  spaCy's factory signature
    """The component, with users' lexicon files over the shipped words."""
    return ClaimAssembler(load_lexicon(lexicons))
