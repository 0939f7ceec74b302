"""Media that only pass on what a source said: "told the Herald", "in an interview with Radio 4"."""

import re

from claimx.lexicon.source_words import Institution
from claimx.model import Mention, Source

from .institutions import Institutions
from .reading import Reading

_NAME = r"(?:[Tt]he\s+)?[A-Z][\w&'’.-]*(?:\s+[A-Z][\w&'’.-]*){0,4}"
_TOLD = re.compile(rf"\s+(?P<name>{_NAME})")
_SPOKE = re.compile(rf"\s+(?:to|in\s+an\s+interview\s+with)\s+(?P<name>{_NAME})")
_LAST_WORD = re.compile(r"(?:^|\s+)\S+$")


class RelayFinder:
    """Finds the medium that a source spoke to, where it is a known one and not the text's own."""

    def __init__(self, institutions: Institutions) -> None:
        self._institutions = institutions

    def find(self, reading: Reading, cue: Mention, *, told: bool) -> Source | None:
        """The relay right after a cue; `told` where the cue's object is who was spoken to."""
        match = (_TOLD if told else _SPOKE).match(reading.text, cue.end)
        if match is None:
            return None
        name = match["name"].rstrip(".,'’")
        while name and (medium := self._medium(name)) is None:
            name = _LAST_WORD.sub("", name)
        if not name or medium is None or medium in self._own(reading):
            return None
        name = name.rstrip(".")
        start = match.start("name")
        return Source(
            text=name,
            start=start,
            end=start + len(name),
            name=medium.label,
            kind="media",
            role="relay",
            cue=cue.text,
            wikidata=medium.wikidata,
        )

    def _medium(self, name: str) -> Institution | None:
        found = self._institutions.find(name)
        return found if found is not None and found.kind == "media" else None

    def _own(self, reading: Reading) -> list[Institution | None]:
        """The medium that publishes the text, by its datelines: "CNN -", "KYIV (Reuters) -"."""
        parts = (part for line in reading.datelines for part in re.split(r"[()]", line))
        return [self._medium(part.strip(" —–-")) for part in parts]
