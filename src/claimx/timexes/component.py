"""The spaCy component of the room: Doc to `doc._.timexes` and `doc._.periods`."""

from collections.abc import Iterable, Iterator
from datetime import date

from spacy.language import Language
from spacy.tokens import Doc

from claimx import extensions
from claimx.lexicon import Lexicon, load_lexicon
from claimx.lexicon.time_words import Event, Holiday, TimeCue, TimeWord
from claimx.model import Period, Timex, published_date
from claimx.timexes.clock import clock_rules
from claimx.timexes.days import day_rules
from claimx.timexes.deictic import deictic_rules
from claimx.timexes.durations import duration_rules
from claimx.timexes.evidence import Evidence
from claimx.timexes.grammar import Grammar, Match, Rule
from claimx.timexes.lexemes import Lexemes, Lexer
from claimx.timexes.months import month_rules
from claimx.timexes.periods import TIMEX_ROLES, PeriodFinder
from claimx.timexes.published import DayMention, find_published
from claimx.timexes.quarters import quarter_rules
from claimx.timexes.reading import Context, Reader, Reading
from claimx.timexes.references import reference_rules
from claimx.timexes.relative import relative_rules
from claimx.timexes.seasons import season_rules
from claimx.timexes.tense import Tenses
from claimx.timexes.years import year_rules

# "a year earlier" compares, "by the new year" sets a term: what follows is about the time before.
_COMPARED = frozenset(("ago", "earlier", "year-ago", "new-year"))
_NUCLEI = (
    "MONTH UNIT WEEKDAY WEEKDAYS YEAR DAYNUM ISO NUMERIC CLOCK DECADE DECADEWORD DEICTIC DAYPART"
    " SEASON HOLIDAY QUARTER HALFYEAR HALF FISCALYEAR FREQUENCY TONIGHT OVERNIGHT YEARAGO CHRIST"
    " CARDINAL SCALE ORDINAL PERIOD PAST REF NOW CURRENT RECENT"
)


class _Cues(dict[str, frozenset[str]]):
    """Lists of words by name; one that a user has removed is empty."""

    def __missing__(self, name: str) -> frozenset[str]:
        return frozenset()


class TimexFinder:
    """Finds the time expressions of a Doc and reads them against its publication date."""

    def __init__(self, lexicon: Lexicon) -> None:
        events = lexicon.of(Event)
        holidays = {holiday.name: holiday for holiday in lexicon.of(Holiday)}
        words = (
            *lexicon.of(TimeWord),
            *_named("HOLIDAY", holidays.values()),
            *_named("EVENT", events),
        )
        lexer = Lexer(words, TIMEX_ROLES)
        rules = (
            *clock_rules(),
            *season_rules(holidays),
            *quarter_rules(),
            *day_rules(),
            *month_rules(),
            *year_rules(),
            *deictic_rules(),
            *relative_rules(),
            *reference_rules(),
            *duration_rules(),
        )
        self._cues = _Cues((cue.name, frozenset(cue.forms)) for cue in lexicon.of(TimeCue))
        self._lexer = lexer
        self._evidence = Evidence(lexer.letters)
        self._grammar = Grammar(rules, _NUCLEI, lexer.letters)
        self._periods = PeriodFinder(events, lexer.letters, self._cues)

    def find(self, doc: Doc) -> tuple[tuple[Timex, ...], tuple[Period, ...]]:
        """The TIMEX3 expressions of a Doc and the calendar periods they give, in text order."""
        _, timexes, periods = self._find(doc)
        return timexes, periods

    def __call__(self, doc: Doc) -> Doc:
        """Write `doc._.timexes` and `doc._.periods`, and `doc._.published` if it was absent."""
        doc._.published, doc._.timexes, doc._.periods = self._find(doc)
        return doc

    def _find(self, doc: Doc) -> tuple[date | None, tuple[Timex, ...], tuple[Period, ...]]:
        extensions.require_parse(doc, "claimx_timexes")
        lexemes = self._lexer.read(doc.text)
        tenses = Tenses(doc, self._cues)
        published = published_date(doc._.published)
        if published is None:
            timexes, _ = self._timexes(lexemes, tenses, None)
            published = find_published(
                doc.text, tuple(_days(timexes)), day_first=self._evidence.is_day_first(lexemes)
            )
        timexes, places = self._timexes(lexemes, tenses, published)
        periods = self._periods.find(lexemes, timexes, places, published, tenses)
        return published, timexes, periods

    def _timexes(
        self, lexemes: Lexemes, tenses: Tenses, published: date | None
    ) -> tuple[tuple[Timex, ...], list[tuple[int, int]]]:
        """The time expressions, and the lexemes that each of them covers."""
        context = Context(
            published,
            tenses,
            self._cues,
            self._evidence.is_day_first(lexemes),
            self._evidence.is_narrative(lexemes, published),
        )
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


def _named(role: str, entries: Iterable[Event | Holiday]) -> Iterator[TimeWord]:
    """Events and holidays as words of the grammar."""
    for entry in entries:
        yield TimeWord(name=entry.name, forms=entry.forms, role=role, value=entry.name)


def _days(timexes: tuple[Timex, ...]) -> Iterator[DayMention]:
    """The expressions that name a day with its month."""
    for timex in timexes:
        year, _, rest = timex.value.partition("T")[0].partition("-")
        if timex.rules[0] in _DAY_RULES and len(rest) == 5 and rest.replace("-", "").isdigit():
            month, day = rest.split("-")
            told = year in timex.text or timex.rules[0] == "numeric-date"
            number = int(year) if told and year.isdigit() else None
            yield DayMention(timex.start, timex.end, number, int(month), int(day))


_DAY_RULES = frozenset(("iso-date", "numeric-date", "month-day", "day-month", "clock-time-of-day"))


def _timex(rule: str, match: Match, reading: Reading) -> Timex:
    first, last = reading.days() or (None, None)
    return Timex(
        text=match.text,
        start=match.offset,
        end=match.last_offset + 1,
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
