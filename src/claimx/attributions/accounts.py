"""Accounts go on: figures of a company or of the economy after somebody reported some of them.

"Orlan Foods reported a loss of $4 million. The results include a charge. Revenue rose 4%."
"""

from collections.abc import Collection

from claimx.model import Attribution

from .passages import Passage, is_same, kind_of

_STILL_REPORTING = 4  # sentences without such figures after which they are somebody else's
_SUBJECT = 8  # words of a sentence in which its subject stands
_TELLERS = (None, "anonymous", "group", "person")  # a spokesman, analysts: they end no accounts
_COMPANIES = ("company", "organisation")
_OFFICES = ("government", "organisation")  # "The labour office said 4,000 jobs went"


class AccountsFrame:
    """Whose accounts a text is telling, by the words of companies' accounts and of the economy."""

    def __init__(self, accounts: Collection[str], economy: Collection[str]) -> None:
        self._accounts = frozenset(accounts)
        self._public = self._accounts.union(economy)  # what an office tells: a levy's revenue too
        self._report: Attribution | None = None
        self._at = 0

    def hear(self, told: Attribution, passage: Passage) -> None:
        """Take a report: of accounts it opens or keeps them, of somebody else it ends them."""
        kind = kind_of(told)
        if not self._topics(told).isdisjoint(passage.words):
            self._report, self._at = told, passage.number
        elif kind in _TELLERS or (self._report and is_same(told, self._report)):
            return
        elif kind in _COMPANIES:  # "Orlan lost $4 million, it said. Revenue rose 4%."
            self._report, self._at = told, passage.number - _STILL_REPORTING + 1
        else:
            self._report = None

    def source_of(self, text: str, passage: Passage) -> Attribution | None:
        """Whose accounts a sentence goes on with."""
        if self._report is None or passage.number - self._at > _STILL_REPORTING:
            return None
        name = self._report.sources[0].text
        named = name.split(",")[0] in text[passage.start : passage.end]
        words = passage.words if named else passage.words[:_SUBJECT]
        if self._topics(self._report).isdisjoint(words):
            return None
        self._at = passage.number
        return self._report

    def _topics(self, told: Attribution) -> frozenset[str]:
        """The words that a source's report goes on with."""
        kind = kind_of(told)
        if kind in _OFFICES:
            return self._public
        return self._accounts if kind in _COMPANIES else frozenset()
