"""From time expressions to periods: the whole expression with its frame, and the days it covers."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from claimx.lexicon.time_words import Event
from claimx.model import Period, Timex
from claimx.timexes.events import Events
from claimx.timexes.frame import Frame, FrameContext
from claimx.timexes.frames import frame_rules
from claimx.timexes.grammar import Grammar, Match, Rule
from claimx.timexes.lexemes import Lexemes
from claimx.timexes.tense import Tenses

# The roles that a found time expression has in the frames.
_NUCLEI = "TIMEX CLOCKTIME NIGHTTIME LENGTH EVENT YEARONYEAR YEARTODATE EDGE PERIOD"
_LEAD = 17  # "since" with the longest clause that a frame may have before its time
TIMEX_ROLES = ("TIMEX", "CLOCKTIME", "NIGHTTIME", "LENGTH", "VAGUETIME")


class PeriodFinder:
    """Reads the periods of a text from its lexemes and the time expressions among them."""

    def __init__(
        self,
        events: Iterable[Event],
        letters: dict[str, str],
        cues: Mapping[str, frozenset[str]],
    ) -> None:
        self._cues = cues
        self._events = Events(events)
        self._letters = letters
        self._folded = frozenset(letters[role] for role in TIMEX_ROLES)
        self._grammar = Grammar(frame_rules(), _NUCLEI, letters, lead=_LEAD)

    def find(
        self,
        lexemes: Lexemes,
        timexes: Sequence[Timex],
        places: Sequence[tuple[int, int]],
        published: date | None,
        tenses: Tenses,
    ) -> tuple[Period, ...]:
        """The periods in text order; `places` are the lexemes that each time expression covers."""
        folded = self._fold(lexemes, timexes, places)
        found: list[Period] = []
        context = FrameContext(
            published,
            timexes,
            self._events.named_in(lexemes.text, published),
            lexemes.text,
            tenses,
            found,
            self._cues,
        )

        def accept(rule: Rule[Frame], match: Match) -> bool:
            days = rule.read(match, context)
            if days is None or days[0] > days[1]:
                return False
            found.append(self._period(rule.name, match, context, days))
            return True

        for _ in self._grammar.search(folded, accept):
            pass
        return tuple(found)

    def _period(
        self, rule: str, match: Match, context: FrameContext, days: tuple[date, date]
    ) -> Period:
        lexemes, place = match.lexemes, range(match.first, match.end)
        inside = [
            context.timexes[int(lexemes.values[index])]
            for index in place
            if lexemes.roles[index] in self._folded
        ]
        own = next((timex for timex in inside if timex.first), inside[0] if inside else None)
        return Period(
            text=match.text,
            start=match.offset,
            end=match.last_offset + 1,
            first=days[0],
            last=days[1],
            timex=own.value if own else None,
            rules=(rule, *(own.rules if own else ())),
        )

    def _fold(
        self, lexemes: Lexemes, timexes: Sequence[Timex], places: Sequence[tuple[int, int]]
    ) -> Lexemes:
        """The lexemes with each time expression as one; its value is its number."""
        roles: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        values: list[str] = []
        place = 0
        for number, ((first, end), timex) in enumerate(zip(places, timexes, strict=True)):
            roles.append(lexemes.roles[place:first])
            starts += lexemes.starts[place:first]
            ends += lexemes.ends[place:first]
            values += lexemes.values[place:first]
            roles.append(self._letters[_role(timex)])
            starts.append(timex.start)
            ends.append(timex.end)
            values.append(str(number))
            place = end
        roles.append(lexemes.roles[place:])
        starts += lexemes.starts[place:]
        ends += lexemes.ends[place:]
        values += lexemes.values[place:]
        return Lexemes(lexemes.text, "".join(roles), starts, ends, values)


def _role(timex: Timex) -> str:
    if timex.first:
        return {"overnight": "NIGHTTIME", "clock-time": "CLOCKTIME"}.get(timex.rules[0], "TIMEX")
    return "LENGTH" if timex.type == "DURATION" else "VAGUETIME"
