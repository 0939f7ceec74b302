"""Accounts go on: a company's figures after it reported some of them.

"Orlan Foods reported a loss of $4 million. The results include a charge. Revenue rose 4%."
"""

from collections.abc import Mapping

from claimx.model import Attribution

from .passages import Passage, is_same, kind_of

_STILL_REPORTING = 4  # sentences without such figures after which they are somebody else's
_SUBJECT = 8  # words of a sentence in which its subject stands
_TELLERS = ("anonymous", "group", "person")  # a spokesman, analysts: they end no accounts
_BODIES = ("company", "organisation")


class AccountsFrame:
    """The company whose accounts a text is telling; `effects` give the words of accounts."""

    def __init__(self, effects: Mapping[str, str]) -> None:
        self._effects = effects
        self._report: Attribution | None = None
        self._at = 0

    def hear(self, told: Attribution, passage: Passage) -> None:
        """Take a report: of accounts it opens or keeps them, of somebody else it ends them."""
        if kind_of(told) in _BODIES and self._count(passage.words):
            self._report, self._at = told, passage.number
        elif kind_of(told) in _TELLERS or (self._report and is_same(told, self._report)):
            return
        elif kind_of(told) in _BODIES:  # "Orlan lost $4 million, it said. Revenue rose 4%."
            self._report, self._at = told, passage.number - _STILL_REPORTING + 1
        else:
            self._report = None

    def source_of(self, text: str, passage: Passage) -> Attribution | None:
        """The company whose accounts a sentence goes on with."""
        if self._report is None or passage.number - self._at > _STILL_REPORTING:
            return None
        name = self._report.sources[0].text
        named = name.split(",")[0] in text[passage.start : passage.end]
        if not self._count(passage.words if named else passage.words[:_SUBJECT]):
            return None
        self._at = passage.number
        return self._report

    def _count(self, words: tuple[str, ...]) -> bool:
        return any(self._effects.get(word) == "accounts" for word in words)
