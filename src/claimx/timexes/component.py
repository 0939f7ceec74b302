"""The spaCy component of the room: Doc to `doc._.timexes` and `doc._.periods`."""

from datetime import date

from spacy.language import Language
from spacy.tokens import Doc

from claimx import extensions
from claimx.lexicon import Lexicon, load_lexicon
from claimx.lexicon.time_words import Event, Holiday, TimeWord
from claimx.model import Period, Timex
from claimx.timexes.clock import clock_rules
from claimx.timexes.durations import duration_rules
from claimx.timexes.explicit import explicit_rules
from claimx.timexes.grammar import Grammar, Match, Rule
from claimx.timexes.lexemes import Lexemes, Lexer
from claimx.timexes.named import named_rules
from claimx.timexes.periods import TIMEX_ROLES, PeriodFinder
from claimx.timexes.reading import Context, Reader, Reading
from claimx.timexes.relative import relative_rules
from claimx.timexes.tense import Tenses


# "a year earlier" compares: what follows is about the time told before it.
_COMPARED = frozenset(("ago", "earlier", "year-ago"))


class TimexFinder:
    """Finds the time expressions of a Doc and reads them against its publication date."""

    def __init__(self, lexicon: Lexicon) -> None:
        holidays = {holiday.name: holiday for holiday in lexicon.of(Holiday)}
        words = [
            TimeWord(name=name, forms=holiday.forms, role="HOLIDAY", value=name)
            for name, holiday in holidays.items()
        ]
        events = lexicon.of(Event)
        names = [
            TimeWord(name=event.name, forms=event.forms, role="EVENT", value=event.name)
            for event in events
        ]
        self._lexer = Lexer((*lexicon.of(TimeWord), *words, *names), TIMEX_ROLES)
        rules = (
            *clock_rules(),
            *named_rules(holidays),
            *explicit_rules(),
            *relative_rules(),
            *duration_rules(),
        )
        self._grammar = Grammar(rules, self._lexer.letters)
        self._periods = PeriodFinder(events, self._lexer.letters)

    def find(self, doc: Doc) -> tuple[tuple[Timex, ...], tuple[Period, ...]]:
        """The TIMEX3 expressions of a Doc and the calendar periods they give, in text order."""
        extensions.require_parse(doc, "claimx_timexes")
        published = date.fromisoformat(doc._.published) if doc._.published else None
        lexemes = self._lexer.read(doc.text)
        sentences = [sent.start_char for sent in doc.sents]
        context = Context(published, Tenses(doc), sentences)
        timexes, places = self._timexes(lexemes, context)
        return timexes, self._periods.find(lexemes, timexes, places, published, sentences)

    def _timexes(
        self, lexemes: Lexemes, context: Context
    ) -> tuple[tuple[Timex, ...], list[tuple[int, int]]]:
        found: list[Timex] = []

        def accept(rule: Rule[Reader], match: Match) -> bool:
            reading = rule.read(match, context)
            if reading is None:
                return False
            timex = _timex(rule.name, match, reading)
            if reading.type in {"DATE", "TIME"} and timex.first and rule.name not in _COMPARED:
                context.mention(timex.start, reading.value)
            found.append(timex)
            return True

        places = [(match.first, match.end) for match in self._grammar.search(lexemes, accept)]
        return tuple(found), places

    def __call__(self, doc: Doc) -> Doc:
        """Write `doc._.timexes` and `doc._.periods`, and `doc._.published` if it was absent."""
        doc._.timexes, doc._.periods = self.find(doc)
        return doc


def _timex(rule: str, match: Match, reading: Reading) -> Timex:
    lexemes = match.lexemes
    start, end = lexemes.starts[match.first], lexemes.ends[match.end - 1]
    first, last = reading.days() or (None, None)
    return Timex(
        text=lexemes.text[start:end],
        start=start,
        end=end,
        type=reading.type,
        value=reading.value,
        mod=reading.mod,
        first=first,
        last=last,
        rules=(rule,),
    )


@Language.factory(
    "claimx_timexes",
    assigns=["doc._.timexes", "doc._.periods", "doc._.published"],
    requires=["token.tag", "token.dep", "doc.sents"],
    default_config={"lexicons": []},
)
def make_timexes(nlp: Language, name: str, lexicons: list[str]) -> TimexFinder:  # noqa: ARG001  spaCy's factory signature
    """The component, with users' lexicon files over the shipped words."""
    return TimexFinder(load_lexicon(lexicons))
