"""For when a quantity holds: the periods of its own sentence, and how each one stands to it.

Nearest is not enough. "The mayor said on Monday that 40 homes burned" dates the saying; a period in
another clause dates that clause; a period at the head of a sentence frames all of it. So each
period comes with the features by which `DateChooser` weighs it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from spacy.tokens import Token

from claimx.model import Attribution, Mention, Period, Quantity, Source, Stance

from .comparison_roles import Role, is_base, is_span
from .reading import Reading, Sentence, ancestors, clause_verb
from .tense import Tense

CLAUSE_EDGE = re.compile(
    r"[;:]|[—–]\s|,?\s(?:and|but|while|although|though|whereas|as|after|before|because|when)\s"
    r"|,\s(?:which|who|with|up from|down from|compared)\b",
    re.IGNORECASE,
)
_CONTRAST = re.compile(
    r"\b(?:from|compared (?:with|to)|than|versus|against|up from|down from)\b(?:[^,;.]|[.,]\d)*$",
    re.IGNORECASE,
)
_DATELINE_END = re.compile(r"\s*(?:\([^)]{2,30}\)\s*)?[-–—:]")
_CLOCK = re.compile(r"\d\s?[ap]\.?m\b|\d:\d\d|o['’]clock|\bnoon\b|\bmidnight\b", re.IGNORECASE)
_NOW = re.compile(r"now|current|currently|today|at present", re.IGNORECASE)
# "a 240 km border" has no date, "moved 5 km on Monday" has.
STATIC_UNITS = frozenset(
    ["kilometre", "mile", "metre", "foot", "hectare", "acre", "square metre", "square kilometre"]
)
_RECORD = re.compile(r"\b(?:first|most|least|worst|best|record|\w{2,}est)\b[^,.;:]{0,50}$")
_BEGAN = re.compile(
    r"\b(?:began|begun|started|erupted|broke out)(?:\s[^\W\d]+){0,3}\s$", re.IGNORECASE
)
_BEGAN_REACH = 40
_INSERTED = re.compile(r",\s(?:which|who|whose|where|when)\b[^,]*$")
_A_FEW_DAYS = timedelta(days=4)
_A_QUARTER = timedelta(days=95)


@dataclass(frozen=True, slots=True)
class DatedWords:
    """A period with what the sentence around it says: where it hangs and what it dates."""

    period: Period
    start: int
    end: int
    sentence: Sentence
    governor: Token
    fronted: bool


@dataclass(frozen=True, slots=True)
class Told:
    """A claim on its way: its quantity with what the date rules ask of it.

    `measure` are the words of what is measured; `part` is true for "two of the dead".
    """

    quantity: Quantity
    sentence: Sentence
    verb: Token
    head: Token
    tense: Tense
    stance: Stance
    happening: bool
    attribution: Attribution | None
    measure: frozenset[str]
    part: bool
    quoted: bool
    role: Role
    period: Period | None = None


# A period that may date a claim, the rule that offers it, and the features of the link.
Offer = tuple[Period, str, Sequence[str]]


class DateLinker:
    """The periods of one document, asked claim by claim."""

    def __init__(
        self,
        reading: Reading,
        periods: Sequence[Period],
        attributions: Sequence[Attribution],
        tellings: Container[str],
        numbers: Sequence[Quantity] = (),
    ) -> None:
        self._reading = reading
        self._numbers = sorted((one.start, one.end) for one in numbers)
        self._tellings = tellings
        self._cues = {
            reading.token_at(one.cue.start).i for one in attributions if one.cue is not None
        }
        self._by_sentence: dict[int, list[DatedWords]] = {}
        for period in periods:
            if period.start is None or period.end is None:
                continue
            dated = self._dated_words(period, period.start, period.end)
            if not self._is_dateline(dated):
                self._by_sentence.setdefault(dated.sentence.index, []).append(dated)

    def in_sentence(self, index: int) -> Sequence[DatedWords]:
        """The periods of a sentence, datelines left out."""
        return self._by_sentence.get(index, ())

    def weight_of(self, sentence: Sentence, period: Period) -> str:
        """Whether a sentence tells of a period in its main clause, or as a side remark."""
        for dated in self.in_sentence(sentence.index):
            if (dated.period.first, dated.period.last) == (period.first, period.last):
                return self.weight(dated)
        return "unsaid"

    def weight(self, dated: DatedWords) -> str:
        """Whether a period stands in its sentence's main clause: main, part or side."""
        lead = self._reading.text[dated.sentence.start : dated.start]
        if _CONTRAST.search(lead) or _RECORD.search(lead[-60:]):
            return "contrast"
        if dated.fronted or dated.governor.dep_ == "ROOT":
            return "main"
        clauses = {token.dep_ for token in (dated.governor, *ancestors(dated.governor))}
        return "side" if clauses & {"relcl", "acl", "advcl", "appos"} else "part"

    def dates_a_saying(self, dated: DatedWords, attribution: Attribution | None = None) -> bool:
        """Whether a period says when something was said, not when it happened."""
        if dated.governor.i in self._cues or dated.governor.lower_ in self._tellings:
            return True
        if attribution is None:
            return False
        if any(piece.start <= dated.start < piece.end for piece in attribution.content):
            return False
        told = [*attribution.sources, *((attribution.cue,) if attribution.cue else ())]
        return any(self._touches(dated, mention) for mention in told)

    def candidates(self, told: Told) -> Iterator[Offer]:
        """The periods of a claim's own sentence, each with the features of its link."""
        quantity = told.quantity
        own = [
            dated
            for dated in self.in_sentence(told.sentence.index)
            if not dated.start <= quantity.start < dated.end
        ]
        nearest = min(own, key=lambda one: _gap(one, quantity), default=None)
        for dated in own:
            features = ["own", f"own-{self._place(dated, told)}"]
            features += self._surface(dated, quantity, own)
            features += self._rivals(dated, quantity)
            features += self._relative(dated, told)
            features += self._words(dated)
            features += self._comparison(dated, told)
            features += _kind(dated.period, told, self._reading.published)
            if is_now(dated.period) and told.happening:
                features.append(f"now-happening-{told.tense}")
            if dated is nearest:
                features.append("nearest")
            if len(own) == 1:
                features.append("only")
            if self.dates_a_saying(dated, told.attribution):
                features += ["saying", f"saying-{told.tense}"]
                if told.happening:
                    features.append("saying-happening")
            if quantity.unit in STATIC_UNITS:
                features.append("own-static")
            yield dated.period, _rule(features), features
            if since := self._since_it_began(dated):
                yield (
                    since,
                    "since-it-began",
                    ["began", f"began-{told.tense}", f"began-{told.role}"],
                )

    def _since_it_began(self, dated: DatedWords) -> Period | None:
        """Up to publication, for "the war, which began in April 2023, has displaced 12 million"."""
        published, text = self._reading.published, self._reading.text
        lead = text[max(dated.start - _BEGAN_REACH, dated.sentence.start) : dated.start]
        if published is None or dated.period.last >= published or not _BEGAN.search(lead):
            return None
        return Period(text=None, start=None, end=None, first=dated.period.first, last=published)

    def _rivals(self, dated: DatedWords, quantity: Quantity) -> Iterator[str]:
        """Whether other numbers stand between, and whether one of them is nearer to the period."""
        side = "before" if dated.start < quantity.start else "after"
        low, high = sorted((dated.start, quantity.start))
        first = bisect_right(self._numbers, (low, low))
        last = bisect_left(self._numbers, (high, 0))
        between = [one for one in self._numbers[first:last] if one[0] != quantity.start]
        yield f"{side}-numbers-{min(len(between), 2)}"
        near = _gap(dated, quantity)
        around = self._numbers[max(first - 1, 0) : last + 2]
        gaps = [
            max(start - dated.end, dated.start - end)
            for start, end in around
            if start != quantity.start
            and dated.sentence.start <= start < dated.sentence.end
            and not dated.start <= start < dated.end
        ]
        yield f"{side}-{'other' if gaps and min(gaps) < near else 'this'}-nearest"

    def _relative(self, dated: DatedWords, told: Told) -> Iterator[str]:
        """Whether a period stands in a relative clause, and the number outside of it."""
        above = {token.i for token in (told.head, *ancestors(told.head))}
        clauses = (dated.governor, *ancestors(dated.governor))
        if any(token.dep_ == "relcl" and token.i not in above for token in clauses):
            yield "in-relative"
        lead = self._reading.text[dated.sentence.start : dated.start]
        if dated.end < told.quantity.start and _INSERTED.search(lead):
            between = self._reading.text[dated.end : told.quantity.start]
            yield f"inserted-{'comma' if ',' in between else 'open'}"

    def _touches(self, dated: DatedWords, mention: Source | Mention) -> bool:
        """Whether at most two words stand between a period and who tells, in one sentence."""
        if mention.end < dated.sentence.start or mention.start >= dated.sentence.end:
            return False
        between = self._reading.text[min(mention.end, dated.end) : max(mention.start, dated.start)]
        return len(between.split()) <= 2 and not re.search(r"[,;]", between)

    def _place(self, dated: DatedWords, told: Told) -> str:
        """Where a period hangs in the parse, seen from the number."""
        governor = dated.governor
        if governor.i == told.verb.i:
            return "same-verb"
        if any(token.i == governor.i for token in (told.head, *ancestors(told.head))):
            return f"above-{_clause_below(governor, told.head).dep_}"
        if any(token.i == told.head.i for token in ancestors(governor)):
            return "inside"
        if clause_verb(governor).i == told.verb.i:
            return "same-clause"
        if any(token.i == told.verb.i for token in ancestors(governor)):
            return "below-verb"
        return "other-clause"

    def _surface(
        self, dated: DatedWords, quantity: Quantity, own: Sequence[DatedWords]
    ) -> Iterator[str]:
        """What stands between a period and the number."""
        reading = self._reading
        before = dated.start < quantity.start
        left, right = (dated, quantity) if before else (quantity, dated)
        between = reading.text[left.end : right.start]
        edges = min(len(CLAUSE_EDGE.findall(between)), 2)
        side = "before" if before else "after"
        yield f"{side}-edges-{edges}"
        yield f"{side}-{'close' if len(between) < 25 else 'near' if len(between) < 80 else 'far'}"
        if "," in between.strip(" ,"):
            yield f"{side}-comma"
        if _CONTRAST.search(between):
            yield f"contrast-{side}"
        if dated.fronted:
            blocked = any(dated.start < one.start < quantity.start for one in own)
            yield "fronted-blocked" if blocked else "fronted"
        if is_now(dated.period):
            yield "now"
        if _CLOCK.search(dated.period.text or ""):
            yield "clock"

    def _comparison(self, dated: DatedWords, told: Told) -> Iterator[str]:
        """How the roles of a number and a period in a comparison agree."""
        side = "before" if dated.start < told.quantity.start else "after"
        text = self._reading.text
        lead = text[max(dated.sentence.start, dated.start - 20) : dated.start]
        base = is_base(dated.period) or _CONTRAST.search(lead) is not None
        span = is_span(dated.period)
        roles = f"role-{told.role}-{'span' if span else 'base' if base else 'plain'}"
        yield from (roles, f"{roles}-{side}")

    def _words(self, dated: DatedWords) -> Iterator[str]:
        """What kind of expression a period is, and what it hangs on."""
        text, period = self._reading.text, dated.period
        yield from (f"frame-{rule}" for rule in period.rules[-1:])
        yield f"opens-{text[dated.start : dated.end].split()[0].lower()}"
        yield f"governor-{dated.governor.tag_[0]}"
        words = text[dated.sentence.start : dated.start].split()
        yield f"behind-{words[-1].lower()}" if words else "opening"
        if _RECORD.search(text, max(dated.start - 60, dated.sentence.start), dated.start):
            yield "record"

    def _dated_words(self, period: Period, start: int, end: int) -> DatedWords:
        reading = self._reading
        sentence = reading.sentence_at(start)
        governor = reading.head_of(start, end).head
        if governor.tag_ in ("IN", "TO") and governor.head.i != governor.i:
            governor = governor.head
        before = reading.text[sentence.start : start].strip(" \"'“‘").split()
        return DatedWords(period, start, end, sentence, governor, fronted=len(before) <= 3)

    def _is_dateline(self, dated: DatedWords) -> bool:
        reading, sentence, period = self._reading, dated.sentence, dated.period
        if reading.published is None or not period.first == period.last == reading.published:
            return False
        line = reading.text[sentence.start : sentence.end]
        if sentence.heading and len(line.split()) <= 10 and any(c.isdigit() for c in line):
            return True
        opening = dated.start - sentence.start <= 40 and sentence.index <= 4
        return opening and _DATELINE_END.match(reading.text, dated.end) is not None


def _clause_below(governor: Token, token: Token) -> Token:
    """The clause right below a governor on the way down to a token: "attacked, killing 12"."""
    below = token
    while below.head.i not in (governor.i, below.i):
        below = below.head
    return below


def _rule(features: Sequence[str]) -> str:
    if "saying" in features:
        return "date-of-the-saying"
    in_clause = {"own-same-verb", "own-inside", "own-same-clause"}.intersection(features)
    return "date-in-clause" if in_clause else "date-in-sentence"


def is_now(period: Period) -> bool:
    """Whether a period is a mere "now": it dates a level, not an event that goes on."""
    return _NOW.fullmatch(period.text or "") is not None


def _gap(dated: DatedWords, quantity: Quantity) -> int:
    return max(quantity.start - dated.end, dated.start - quantity.end)


def _kind(period: Period, told: Told, published: date | None) -> Iterator[str]:
    """How long a period is, and whether its time fits the stance and tense of the claim."""
    length = period.last - period.first
    size = "days" if length <= _A_FEW_DAYS else "months" if length <= _A_QUARTER else "years"
    yield f"{size}-{told.tense}"
    if published is None:
        return
    future = "future" if period.first > published else "past"
    yield f"{future}-{told.stance}"
    if period.first < period.last == published:
        yield f"since-{told.tense}"
