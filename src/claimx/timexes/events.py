"""Which well-known event a wording names in this document."""

import re
from collections.abc import Callable, Iterable
from datetime import date

from claimx.lexicon.time_words import Event

Named = Callable[[str], Event | None]


class Events:
    """The events of a lexicon, by the wording that names them."""

    def __init__(self, events: Iterable[Event]) -> None:
        self._by_form: dict[str, dict[str, Event]] = {}
        self._context: dict[str, re.Pattern[str]] = {}
        for event in events:
            for form in event.forms:
                self._by_form.setdefault(form.lower(), {})[event.name] = event
            if event.context:
                words = "|".join(re.escape(word) for word in event.context)
                self._context[event.name] = re.compile(rf"\b(?:{words})")

    def named_in(self, text: str, published: date | None) -> Named:
        """A function from a wording to the event that it names in this text, or None.

        Of two events with that wording the text is about the one whose context it has more often;
        what began after publication it cannot name.
        """
        counts: dict[str, int] = {}

        def weight(event: Event) -> int:
            if event.name not in counts:
                context = self._context.get(event.name)
                counts[event.name] = len(context.findall(text)) if context else 1_000_000
            return counts[event.name]

        def named(form: str) -> Event | None:
            events = [
                event
                for event in self._by_form.get(" ".join(form.lower().split()), {}).values()
                if published is None or event.first <= published
            ]
            weights = sorted(((weight(event), event.name) for event in events), reverse=True)
            if not weights or not weights[0][0]:
                return None
            if len(weights) > 1 and weights[0][0] == weights[1][0]:
                return None
            return next(event for event in events if event.name == weights[0][1])

        return named
