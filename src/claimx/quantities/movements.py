"""Decides whether a quantity is the size of a rise or a fall."""

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from claimx.lexicon.quantity_words import Movement
from claimx.model import Change
from claimx.quantities.places import Place
from claimx.quantities.readings import Reading
from claimx.quantities.wordsets import words

# Before a level, a place or a share of something, not before the size of a change.
_LEVEL = words("to from at into in of on with between for above below under past towards")
_SKIPPED = words(
    "a an the another additional further extra nearly about around some just only roughly almost as"
    " much many more than least estimated total staggering whopping record sharp massive huge mere"
    " modest combined similar average either both over up maybe perhaps another's - – ( by"
)
_LINKING = words(
    "is was were are be been being 's ended end ends closed close closes finished trading traded"
    " trade opened revised trending moved edged inched ticked and , – — ( while but"
)
_COPULA = words(
    "is was were be been reached reaches totalled totaled exceeded exceeds averaged hit"
)
_JOBS = words("jobs posts positions staff seats points places roles workers employees members")
_FURTHEST = 9


class MovementReader:
    """Reads rises and falls by the words of a lexicon."""

    def __init__(self, movements: Iterable[Movement]) -> None:
        movements = tuple(movements)
        self._verbs: dict[str, Change] = {form: m.change for m in movements for form in m.verbs}
        self._objects: dict[str, Change] = {form: m.change for m in movements for form in m.objects}
        self._nouns: dict[str, Change] = {form: m.change for m in movements for form in m.nouns}
        self._adverbs: dict[str, Change] = {form: m.change for m in movements for form in m.adverbs}

    def change(
        self, doc: Doc, reading: Reading, place: Place, first: int, last: int
    ) -> Change | None:
        """Up or down, by what stands before the quantity or right after it.

        `first` and `last` are its tokens with its bound.
        """
        text = place.text
        if "from-range" in reading.rules or "score" in reading.rules:
            return None
        if text[reading.start] == "+" or text[reading.start - 1 : reading.start] == "+":
            return "up"
        return (
            self._before(doc, reading, place, first, last)
            or (self._after(doc, last) if reading.unit or reading.value != 1 else None)
            or (self._added(doc, place.counted) if place.counted else None)
            or self._as_subject(doc, first)
        )

    def _before(
        self, doc: Doc, reading: Reading, place: Place, first: int, last: int
    ) -> Change | None:
        start = place.start
        for at in range(first - 1, max(start, first - _FURTHEST) - 1, -1):
            token = doc[at]
            word = token.lower_
            if word == "by":
                return self._governed(doc, at, start)
            if word in self._adverbs and not (word == "up" and doc[at + 1].lower_ == "to"):
                linked = at == start or self._links(doc[at - 1])
                return self._adverbs[word] if linked else None
            if word == "of" and at > start:
                return (
                    self._nouns.get(doc[at - 1].lower_)
                    if doc[at - 1].tag_.startswith("NN")
                    else None
                )
            if (
                word in self._verbs
                and (at == 0 or doc[at - 1].text != "-")
                and not (token.tag_ == "NN" and first - at > 1)
            ):
                return self._direct(doc, word, reading, place)
            if word in _LEVEL and not (word == "to" and doc[at - 1].lower_ == "up"):
                return None
            if word not in _SKIPPED and token.tag_ not in ("RB", "$", "RBR", "JJR", "CD"):
                break
        return self._object_moved(doc, reading, last)

    def _links(self, before: Token) -> bool:
        """As in "was up 3%", "Shares, down 3%": not "gave up 517 yards"."""
        return (
            before.lower_ in _LINKING
            or before.lower_ in self._verbs
            or not before.tag_.startswith("VB")
        )

    def _direct(self, doc: Doc, word: str, reading: Reading, place: Place) -> Change | None:
        """The movement of a verb right before the quantity: "rose 3%", "added 88,000 jobs"."""
        counted, text = place.counted, place.text
        if word.startswith("rais") and (
            reading.scale > 1.0 or (reading.unit is not None and reading.unit.kind == "currency")
        ):
            return None  # "raised 280 million" is no rise
        if word.startswith("gr") and text.startswith(" of ", reading.end):
            return None  # "grows 80% of the world's vanilla"
        if word in self._objects:
            if (
                counted is None
                and word.startswith(("lo", "ga"))
                and text[reading.end : reading.end + 4] == " of "
            ):
                return None  # "lost 87% of its tanks"
            if (
                counted is not None
                and word.startswith("lo")
                and doc[counted[1] - 1].lower_ not in _JOBS
            ):
                return None  # "lost 600 soldiers"
            return self._objects[word]
        if reading.unit is None and reading.form == "vague":
            return None  # "plunged millions into darkness"
        return self._verbs[word] if counted is None or doc[counted[1] - 1].lower_ in _JOBS else None

    def _governed(self, doc: Doc, at: int, start: int) -> Change | None:
        """The movement that "by" belongs to: the nearest verb or noun of rising or falling."""
        head = doc[at].head.lower_
        found = self._verbs.get(head) or self._nouns.get(head)
        if found:
            return found
        for index in range(at - 1, max(start, at - 14) - 1, -1):
            word = doc[index].lower_
            found = self._verbs.get(word) or self._nouns.get(word) or self._adverbs.get(word)
            if found:
                return found
        return None

    def _object_moved(self, doc: Doc, reading: Reading, last: int) -> Change | None:
        """As in "cut emissions 42 per cent": the quantity hangs on the verb beside its object."""
        token = doc[last]
        if reading.unit is None or reading.unit.kind not in ("share", "currency", "point"):
            return None
        if token.dep_ == "appos":
            token = token.head
        if token.dep_ not in ("npadvmod", "dobj") or not token.head.tag_.startswith("VB"):
            return None
        return self._verbs.get(token.head.lower_)

    def _after(self, doc: Doc, last: int) -> Change | None:
        """As in "a 3% drop", "5% pay rise"."""
        for index in range(last + 1, min(len(doc), last + 4)):
            token = doc[index]
            if doc[index - 1].text == "-" and index > last + 2:
                return None  # "two high-rise blocks"
            if token.lower_ in self._nouns and token.tag_.startswith("NN"):
                return self._nouns[token.lower_]
            if not token.tag_.startswith(("NN", "JJ", "HYPH", "VBG")) and token.text != "-":
                return None
        return None

    def _added(self, doc: Doc, counted: tuple[int, int]) -> Change | None:
        """As in "88,000 positions were added"."""
        head = doc[counted[1] - 1]
        if head.dep_ != "nsubjpass":
            return None
        return self._objects.get(head.head.lower_)

    def _as_subject(self, doc: Doc, first: int) -> Change | None:
        """As in "the reduction of yields exceeded 10%", "the increase was 3%"."""
        if first == 0 or doc[first - 1].lower_ not in _COPULA:
            return None
        verb = doc[first - 1]
        for child in verb.children:
            if child.dep_ == "nsubj" and child.i < first:
                return self._nouns.get(child.lower_)
        return None
