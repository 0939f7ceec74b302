"""From drafts to records: the sources of each with their names, kinds and roles."""

from collections.abc import Iterable

from claimx.lexicon import Lexicon
from claimx.model import Attribution, Mention, Quotation, Source

from .mentions import noun_phrase
from .names import NameIndex
from .quotations import Quotations
from .reading import Extent, Reading
from .relays import RelayFinder
from .resolution import Identity, Resolver
from .scope import Draft

_NEAR = 600  # characters within which a source is still on the reader's mind
_OPENS_RELATIVE = {"where", "which", "who", "whose", "whom", "when", "as"}
_DANGLING = ("and", "or", "of", "for", "&")
_RELATIVE = ("WP", "WDT")


class Recorder:
    """Makes the records of a text's drafts, in text order, so that pronouns find their source."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._resolver = Resolver(lexicon)
        self._relays = RelayFinder(self._resolver.institutions)

    def attributions(
        self, reading: Reading, quotations: Quotations, drafts: Iterable[Draft]
    ) -> tuple[Attribution, ...]:
        """The attributions of a text in the order of their content."""
        names = self._resolver.index(reading.text)
        told: list[tuple[int, Identity]] = []
        found = [
            self._attribution(reading, quotations, names, told, draft)
            for draft in sorted(drafts, key=lambda draft: draft.lead.place)
        ]
        return tuple(sorted(found, key=lambda one: (one.content[0].start, one.content[0].end)))

    def _attribution(
        self,
        reading: Reading,
        quotations: Quotations,
        names: NameIndex,
        told: list[tuple[int, Identity]],
        draft: Draft,
    ) -> Attribution:
        lead = draft.lead
        content = tuple(
            Mention(text=reading.text[start:end], start=start, end=end)
            for start, end in draft.spans
        )
        cue = reading.mention(lead.extent)
        sources = []
        named: dict[str, None] = {}
        for extent in lead.sources:
            before = _before_relative(reading, extent)
            mention = reading.mention(_whole(reading, before, lead.place))
            earlier = [one for one in told if 0 <= mention.start - one[0] < _NEAR]
            stands_for = _before_relative(reading, _antecedent(reading, lead.place, extent))
            meant = reading.mention(_whole(reading, stands_for, lead.place))
            who = self._resolver.identify(names, meant.text, meant.start, earlier)
            told.append((mention.start, who))
            named[who.rule] = None
            sources.append(
                Source(
                    text=mention.text,
                    start=mention.start,
                    end=mention.end,
                    name=who.name,
                    kind=who.kind,
                    cue=cue.text,
                    wikidata=who.wikidata,
                )
            )
        relay = self._relays.find(reading, cue, told=lead.cue.name == "tell")
        if relay is not None:
            sources.append(relay)
            named["relay"] = None
        return Attribution(
            cue=cue,
            content=content,
            sources=tuple(sources),
            quotation=_quotation(quotations, draft),
            stance=lead.cue.stance,
            sense=lead.cue.sense,
            confidence=round(draft.confidence, 3),
            rules=(lead.cue.name, lead.rule, *draft.rules, *named),
        )


def _whole(reading: Reading, extent: Extent, cue: int) -> Extent:
    """An extent with the bracket that it opens closed, and no "and" or "of" left dangling.

    The parser ends "The Institute of Population and Social Research forecasts" at "and"; the names
    that follow up to the cue belong to it.
    """
    first, end = extent
    if reading.words[end - 1] in _DANGLING and end - first > 1:
        named = all(reading.tags[place].startswith("NNP") for place in range(end, cue))
        end = cue if end < cue and named else end - 1
    words = reading.words[first:end]
    if "(" in words and ")" not in words:
        closes = reading.words[end : end + 1] == [")"]
        end = end + 1 if closes else first + max(words.index("("), 1)
    return first, end


def _before_relative(reading: Reading, extent: Extent) -> Extent:
    """An extent without a clause behind a comma: "the average of polls, where 475 seats ..."."""
    first, end = extent
    comma = next(
        (
            place
            for place in range(first + 1, end - 1)
            if reading.words[place] == "," and reading.words[place + 1] in _OPENS_RELATIVE
        ),
        end,
    )
    return first, comma


def _antecedent(reading: Reading, verb: int, extent: Extent) -> Extent:
    """The noun phrase that "who" or "which" stands for, or the extent itself."""
    if reading.tags[extent[0]] in _RELATIVE and reading.deps[verb] == "relcl":
        return noun_phrase(reading, reading.heads[verb])
    return extent


def _quotation(quotations: Quotations, draft: Draft) -> Quotation:
    """Whether content is quoted whole, in part or not."""
    quoted = [span for whole in draft.spans for span in quotations.touching(whole)]
    if not quoted:
        return "indirect"
    size = sum(end - start for start, end in draft.spans)
    marked = sum(end - start for start, end in set(quoted))
    return "direct" if marked >= 0.9 * size else "mixed"
