"""Where a text attributes: cue words with the head of their source."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claimx.lexicon.source_words import Cue

from .reading import Extent, Reading

_SUBJECT = ("nsubj", "nsubjpass")


@dataclass(frozen=True, slots=True)
class Lead:
    """A cue in a text: its word, its head token, its extent, and the head of its source."""

    cue: Cue
    place: int
    extent: Extent
    source: int | None
    rule: str


class CueFinder:
    """Finds the cues of a lexicon in a text."""

    def __init__(self, cues: Iterable[Cue]) -> None:
        self._verbs: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
        for cue in cues:
            for form in cue.forms:
                first, *rest = form.split()
                self._verbs.setdefault(first, []).append((tuple(rest), cue))
        for entries in self._verbs.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def find(self, reading: Reading) -> Iterator[Lead]:
        """The cues of a text in order."""
        for place, word in enumerate(reading.words):
            for rest, cue in self._verbs.get(word, ()):
                end = place + 1 + len(rest)
                if tuple(reading.words[place + 1 : end]) != rest:
                    continue
                lead = _lead(reading, cue, place, end)
                if lead is not None:
                    yield lead
                break


def _lead(reading: Reading, cue: Cue, place: int, end: int) -> Lead | None:
    if cue.part == "preposition":
        source = next(
            (kid for kid in reading.kids[end - 1] if reading.deps[kid] == "pobj"),
            None,
        )
        if source is None:
            return None
        return Lead(cue, place, (place, end), source, "according-to")
    if not reading.tags[place].startswith("VB"):
        return None
    source, rule = verb_source(reading, place)
    return Lead(cue, place, (place, end), source, rule)


def verb_source(reading: Reading, verb: int) -> tuple[int | None, str]:
    """The head of who acts in a verb, and the rule that found it."""
    subject = reading.kid(verb, *_SUBJECT)
    relation, head = reading.deps[verb], reading.heads[verb]
    if subject is not None:
        if relation == "relcl" and reading.tags[subject] in ("WP", "WDT"):
            return head, "relative-clause"
        return subject, "subject"
    if relation in ("acl", "relcl"):
        return head, "participle"
    if relation in ("conj", "advcl", "xcomp", "dep") and head != verb:
        return verb_source(reading, head)[0], "shared-subject"
    return None, "no-source"
