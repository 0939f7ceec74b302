"""Polls go on: the shares of those asked that are told without a word of the poll.

"A survey by Orlan found that 40% of tenants are in arrears. Among those under 30 it was 55%."
"""

import re
from collections.abc import Mapping

from claimx.model import Attribution

from .passages import Passage, is_same, kind_of, opening, place_of

_SHARE = re.compile(
    r"\d\s?%|\bper ?cent\b|\bin (?:five|six|seven|eight|nine|ten|10|three|four|five)\b"
    r"|\b(?:half|third|thirds|quarter|quarters|majority)\b|\d[ -](?:percentage[ -])?points?\b",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"%|\bper ?cent\b", re.IGNORECASE)
_POLL = re.compile(r"\b(?:poll|survey)(?:s|ing)?\b", re.IGNORECASE)  # "results of the Orlan poll"
_AGAINST = re.compile(  # "50 percent to 44 percent", "51% to her 35%", "58%-33%"
    r"\d\s?(?:%|per ?cent)?\s?(?:to|-|–)\s?(?:(?:his|her|their|[A-Z]\w+[’']s) )?"
    r"\d+\s?(?:%|per ?cent)"
)
_THE_POLL = re.compile(r"\b[Tt]he (?:\w+ )?(?:poll|survey)\b")
_NEW_POLL = re.compile(
    r"\b[Aa]n? (?:[\w&/-]+ ){1,3}(?:poll|survey) (?:found|finds|show(?:s|ed)|put)\b"
)
_BESIDE = re.compile(r"\b(?:[Rr]ival|[Aa]nother|[Ee]arlier|[Pp]revious|[Oo]lder|[Ss]eparate) ")
_NAME = re.compile(r"\b(?!(?:The|This|That|Polls?|Surveys?)\b)[A-Z]\w{2,}")  # "Orlan's sample"
_OPENING = 30  # characters in which a percentage that is the subject stands
_IN_PASSING = 25  # characters of a sentence before a poll that is told in passing
_STILL_ASKED = 12  # sentences over which a poll is still on the reader's mind
_FRESH = 3  # sentences over which a bare percentage is the poll's
_ROW = 4  # words of an answer in a table: "Undecided 9%"
_LONG_AGO = -1_000_000


class PollFrame:
    """The poll that a text is telling of; `effects` are the words that tell shares from others."""

    def __init__(self, effects: Mapping[str, str]) -> None:
        self._effects = effects
        self._poll: Attribution | None = None
        self._at = _LONG_AGO
        self._named: dict[str, Attribution | None] = {}

    def hear(self, told: Attribution, passage: Passage, text: str) -> None:
        """Take a report. Another document ends a poll, a person quoted on it does not."""
        if is_poll(told):
            self._name(told)
            if self._at < 0 or not _is_in_passing(told, passage, text):
                self._poll, self._at = told, passage.number
        elif kind_of(told) == "document":
            self._at = _LONG_AGO

    def notice(self, passage: Passage, text: str) -> None:
        """Take a sentence that comes back to the poll: "The poll also asked about Europe"."""
        if self._poll and _THE_POLL.search(text, passage.start, passage.end):
            self._at = passage.number

    def source_of(self, text: str, passage: Passage) -> Attribution | None:
        """The poll that a sentence goes on with."""
        if self._poll is None or not self._is_polled(text, passage):
            return None
        if _NEW_POLL.search(text, passage.start, passage.end):
            return None  # "An Orlan poll found by 43%-41% that ..." is no share of this one
        called = _NAME.findall(text, passage.start, passage.end)
        named = next((poll for word in called if (poll := self._named.get(word))), None)
        if named is None and passage.number - self._at > _STILL_ASKED:
            return None
        self._at = passage.number
        return named or self._poll

    def _name(self, told: Attribution) -> None:
        """Remember a poll by the words of its name; a word that two polls share names neither."""
        for word in _NAME.findall(told.sources[0].text):
            before = self._named.get(word, told)
            self._named[word] = told if before and is_same(before, told) else None

    def _is_polled(self, text: str, passage: Passage) -> bool:
        """Whether a sentence tells shares as polls do."""
        effects = {self._effects.get(word) for word in passage.words}
        shares = [match.start() for match in _SHARE.finditer(text, passage.start, passage.end)]
        polled = "polled" in effects or bool(_POLL.search(text, passage.start, passage.end))
        if not shares or "method" in effects or ("counted" in effects and not polled):
            return False
        if "asked" in effects or polled or len(shares) > 1 or len(passage.words) <= _ROW:
            return True
        if passage.number - self._at > _FRESH:
            return False
        opens = _PERCENT.search(text, passage.start, min(passage.start + _OPENING, passage.end))
        return bool(opens) or bool(_AGAINST.search(text, passage.start, passage.end))


def is_poll(told: Attribution) -> bool:
    """Whether the source of a report is a poll, or its results."""
    source = told.sources[0]
    return source.kind == "poll" or bool(_POLL.search(source.text))


def _is_in_passing(told: Attribution, passage: Passage, text: str) -> bool:
    """Whether a poll is only compared with: "a day after an Orlan poll showed", "a rival poll"."""
    if _BESIDE.search(told.sources[0].text):
        return True
    begun = passage.start if passage.start <= place_of(told) else 0
    return opening(told) - begun > _IN_PASSING and "," not in text[begun : opening(told)]
