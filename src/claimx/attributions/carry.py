"""What goes on under the source of an earlier sentence: polls, studies, bulletins, accounts.

"A survey by Orlan found that 40% of tenants are in arrears. Among those under 30 it was 55%."
Most sentences that follow a report are the text's own; so only plain cases are carried.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claimx.lexicon import Lexicon
from claimx.lexicon.source_words import Continuation
from claimx.model import Attribution, Mention

from .reading import Reading

_NUMBER = re.compile(
    r"\d|\b(?:half|third|quarter|fifth|tenth|two|three|four|five|six|seven|eight|nine|ten|dozens?"
    r"|hundreds?|thousands?|millions?)\b",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"\d\s?%|\bper ?cent\b|\bin (?:five|six|seven|eight|nine|ten|10|three|four|five)\b"
    r"|\b(?:half|third|thirds|quarter|quarters|majority)\b",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"%|\bper ?cent\b", re.IGNORECASE)
_POLL = re.compile(r"\b(?:poll|survey)(?:s|ing)?\b", re.IGNORECASE)  # "results of the Orlan poll"
_AGAINST = re.compile(  # "50 percent to 44 percent", "51% to her 35%", "58%-33%"
    r"\d\s?(?:%|per ?cent)?\s?(?:to|-|–)\s?(?:(?:his|her|their|[A-Z]\w+[’']s) )?"
    r"\d+\s?(?:%|per ?cent)"
)
# "It was 12% contained", against "It has 45 vacancies", which is told of an "it".
_POINTS_BACK = re.compile(r"(?:It|That) (?:was|were|is|would be) ")
_WORDS = re.compile(r"\w+")
_NEXT = 400  # characters to the next report of the same source
_OPENING = 30  # characters in which a percentage that is the subject stands
_STILL_ASKED = 12  # sentences over which a poll is still on the reader's mind
_LONG_AGO = -1_000_000
_INSTITUTIONS = ("military", "government", "organisation")
_NEW_VOICE = {"it", "that", "this", "they", "he", "she", "we", "at", "researchers", "by"}


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence on its line, with its number in the text and that of its line."""

    number: int
    line: int
    start: int
    end: int
    words: tuple[str, ...]


@dataclass(slots=True)
class _Memory:
    """What is on the reader's mind: the last report, and the poll that is told of."""

    last: Attribution | None = None
    last_at: Passage | None = None
    poll: Attribution | None = None
    poll_at: int = _LONG_AGO

    def hear(self, told: Attribution, passage: Passage) -> None:
        """Take a report. Another document ends a poll, a person quoted on it does not."""
        self.last, self.last_at = told, passage
        if _is_poll(told):
            self.poll, self.poll_at = told, passage.number
        elif _kind(told) == "document":
            self.poll, self.poll_at = None, _LONG_AGO


class Carrier:
    """Carries attributions over to the sentences that plainly go on with them."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._effects: dict[str, str] = {
            form: word.effect for word in lexicon.of(Continuation) for form in word.forms
        }

    def carried(self, reading: Reading, told: Sequence[Attribution]) -> list[Attribution]:
        """The attributions of sentences without a source of their own, sources inherited."""
        reports = sorted((one for one in told if one.sense == "report"), key=_place)
        if not reports:
            return []
        covered = _merged(reports)
        places = [_place(one) for one in reports]
        found: list[Attribution] = []
        memory = _Memory()
        for passage in _passages(reading):
            first, end = bisect_left(places, passage.start), bisect_left(places, passage.end)
            if first < end:
                for one in reports[first:end]:
                    memory.hear(one, passage)
            elif _is_open(reading.text, covered, passage):
                following = reports[end] if end < len(reports) else None
                source, rule = self._source(reading.text, passage, memory, following)
                if source is not None:
                    found.append(_inherited(reading.text, source, passage, rule))
                    memory.hear(source, passage)
        return found

    def _source(
        self, text: str, passage: Passage, memory: _Memory, following: Attribution | None
    ) -> tuple[Attribution | None, str]:
        """The report that holds for a sentence, and the rule that says so."""
        if passage.number - memory.poll_at <= _STILL_ASKED and self._is_polled(text, passage):
            return memory.poll, "carried-poll"
        last, at = memory.last, memory.last_at
        if last is None or at is None or passage.number != at.number + 1:
            return None, ""
        if last.quotation == "direct":
            return None, ""
        accounts = self._effects.get(passage.words[0]) == "accounts"
        if accounts and _kind(last) in ("company", "organisation"):
            return last, "carried-accounts"
        if passage.line != at.line:
            return None, ""
        return self._in_paragraph(text, passage, last, following)

    def _is_polled(self, text: str, passage: Passage) -> bool:
        """Whether a sentence tells shares as polls do."""
        effects = {self._effects.get(word) for word in passage.words}
        shares = [match.start() for match in _SHARE.finditer(text, passage.start, passage.end)]
        if not shares or ("counted" in effects and "polled" not in effects):
            return False
        if "asked" in effects or "polled" in effects or len(shares) > 1:
            return True
        opens = _PERCENT.search(text, passage.start, min(passage.start + _OPENING, passage.end))
        return bool(opens) or bool(_AGAINST.search(text, passage.start, passage.end))

    def _in_paragraph(
        self, text: str, passage: Passage, last: Attribution, following: Attribution | None
    ) -> tuple[Attribution | None, str]:
        """The report of the sentence before in the same paragraph, where it holds on."""
        opener, kind = passage.words[0], _kind(last)
        if _POINTS_BACK.match(text, passage.start):
            return last, "carried-it-was"
        if kind == "document" and opener not in _NEW_VOICE:
            return last, "carried-document"
        if kind == "military" and opener not in _NEW_VOICE:
            return last, "carried-military"
        if following is None or kind not in _INSTITUTIONS:
            return None, ""
        near = _place(following) - passage.end < _NEXT and not text.count(
            "\n", passage.end, _place(following)
        )
        if near and _is_same(last, following):
            return last, "carried-between"
        return None, ""


def _passages(reading: Reading) -> Iterator[Passage]:
    """The sentences of a text; a line break ends one."""
    number = line = first = 0
    count = len(reading.words)
    for place, word in enumerate(reading.words):
        broken = "\n" in word
        if not (broken or place + 1 == count or place + 1 in reading.opens):
            continue
        end = place if broken else place + 1
        if first < end:
            words = tuple(_WORDS.findall(" ".join(reading.words[first:end])))
            yield Passage(number, line, reading.starts[first], reading.ends[end - 1], words)
            number += 1
        first = place + 1
        line += broken


def _is_open(text: str, covered: Sequence[tuple[int, int]], passage: Passage) -> bool:
    """Whether a sentence has figures and stands in nobody's report."""
    if not passage.words or not _NUMBER.search(text, passage.start, passage.end):
        return False
    at = bisect_left(covered, (passage.end, 0))
    return at == 0 or covered[at - 1][1] <= passage.start


def _merged(reports: Sequence[Attribution]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in sorted((piece.start, piece.end) for one in reports for piece in one.content):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _inherited(text: str, told: Attribution, passage: Passage, rule: str) -> Attribution:
    start, end = passage.start, passage.end
    rules = [one for one in told.rules if not one.startswith("carried-")]
    return replace(
        told,
        content=(Mention(text=text[start:end], start=start, end=end),),
        sources=tuple(replace(source, inherited=True) for source in told.sources),
        quotation="indirect",
        rules=(*rules, rule),
    )


def _place(told: Attribution) -> int:
    return told.cue.start if told.cue is not None else told.content[0].start


def _is_poll(told: Attribution) -> bool:
    source = told.sources[0]
    return source.kind == "poll" or bool(_POLL.search(source.text))


def _kind(told: Attribution) -> str | None:
    return told.sources[0].kind


def _is_same(one: Attribution, other: Attribution) -> bool:
    """Whether two reports have a source by the same name or words."""
    names = {name for source in one.sources for name in (source.name, source.text)}
    return any(name in names for source in other.sources for name in (source.name, source.text))
