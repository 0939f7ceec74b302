"""What goes on under the source of an earlier sentence: polls, studies, bulletins, accounts.

Most sentences that follow a report are the text's own; so only plain cases are carried.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimx.lexicon import Lexicon
from claimx.lexicon.source_words import Continuation, SourceNoun
from claimx.model import Attribution, Mention

from .accounts import AccountsFrame
from .passages import Passage, is_same, kind_of, passages, place_of
from .polls import PollFrame
from .reading import Reading

_NUMBER = re.compile(
    r"\d|\b(?:half|third|quarter|fifth|tenth|two|three|four|five|six|seven|eight|nine|ten|dozens?"
    r"|hundreds?|thousands?|millions?)\b",
    re.IGNORECASE,
)
# "It was 12% contained", against "It has 45 vacancies", which is told of an "it".
_POINTS_BACK = re.compile(r"(?:It|That) (?:was|were|is|would be) ")
_FORETOLD = frozenset(["foretold", "foreseen"])
_NEXT = 400  # characters to the next report of the same source
_INSTITUTIONS = ("military", "government", "organisation")
_NEW_VOICE = {"it", "that", "this", "they", "he", "she", "we", "at", "researchers", "by"}


@dataclass(slots=True)
class _Memory:
    """What is on the reader's mind: the last report, the poll and the accounts that are told."""

    polls: PollFrame
    accounts: AccountsFrame
    voices: frozenset[str]  # what opens a sentence that somebody else speaks in
    last: Attribution | None = None
    last_at: Passage | None = None

    def hear(self, told: Attribution, passage: Passage, text: str) -> None:
        """Take a report."""
        self.last, self.last_at = told, passage
        self.polls.hear(told, passage, text)
        self.accounts.hear(told, passage)


class Carrier:
    """Carries attributions over to the sentences that plainly go on with them."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.of(Continuation)
        self._effects: dict[str, str] = {form: word.effect for word in words for form in word.forms}
        self._accounts = frozenset(
            form for word in words if word.effect == "accounts" for form in word.forms
        )
        self._economy = frozenset(
            form for word in words if word.effect == "economy" for form in word.forms
        )
        groups = (noun.forms for noun in lexicon.of(SourceNoun) if noun.kind == "group")
        self._voices = frozenset(_NEW_VOICE.union(*groups))

    def carried(self, reading: Reading, told: Sequence[Attribution]) -> list[Attribution]:
        """The attributions of sentences without a source of their own, sources inherited."""
        reports = sorted((one for one in told if _is_report(one)), key=place_of)
        if not reports:
            return []
        text, covered = reading.text, _merged(reports)
        places = [place_of(one) for one in reports]
        found: list[Attribution] = []
        polls, accounts = PollFrame(self._effects), AccountsFrame(self._accounts, self._economy)
        memory = _Memory(polls, accounts, self._voices)
        for passage in passages(reading):
            first, end = bisect_left(places, passage.start), bisect_left(places, passage.end)
            memory.polls.notice(passage, text)
            for one in reports[first:end]:
                memory.hear(one, passage, text)
            if first < end or not _is_open(text, covered, passage):
                continue
            following = reports[end] if end < len(reports) else None
            source, rule = _source(text, passage, memory, following)
            if source is not None:
                found.append(_inherited(text, source, passage, rule))
                memory.last, memory.last_at = source, passage
        return found


def _source(
    text: str, passage: Passage, memory: _Memory, following: Attribution | None
) -> tuple[Attribution | None, str]:
    """The report that holds for a sentence, and the rule that says so."""
    poll = memory.polls.source_of(text, passage)
    if poll is not None:
        return poll, "carried-poll"
    accounts = memory.accounts.source_of(text, passage)
    if accounts is not None:
        return accounts, "carried-accounts"
    last, at = memory.last, memory.last_at
    if last is None or at is None or passage.number != at.number + 1:
        return None, ""
    if last.quotation == "direct" or passage.line != at.line:
        return None, ""
    return _in_paragraph(text, passage, last, following, memory.voices)


def _in_paragraph(
    text: str,
    passage: Passage,
    last: Attribution,
    following: Attribution | None,
    voices: frozenset[str],
) -> tuple[Attribution | None, str]:
    """The report of the sentence before in the same paragraph, where it holds on."""
    opener, kind = passage.words[0], kind_of(last)
    if _POINTS_BACK.match(text, passage.start):
        return last, "carried-it-was"
    if kind == "document" and opener not in voices:
        return last, "carried-document"
    if kind == "military" and opener not in voices:
        return last, "carried-military"
    if following is None or kind not in _INSTITUTIONS:
        return None, ""
    near = place_of(following) - passage.end < _NEXT and not text.count(
        "\n", passage.end, place_of(following)
    )
    if near and is_same(last, following):
        return last, "carried-between"
    return None, ""


def _is_report(told: Attribution) -> bool:
    """Whether a text may go on with a report: not with "the 2% that analysts had expected"."""
    return told.sense == "report" and _FORETOLD.isdisjoint(told.rules)


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
