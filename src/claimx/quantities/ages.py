"""Ages without a unit: "Thomas Sam, 42,", "aged 87", "the age of 21"."""

import re
from dataclasses import replace

from claimx.quantities.readings import Reading
from claimx.quantities.units import UnitReader

_AFTER_NAME = re.compile(r"[A-Z][\w'’-]+,\s$")
_CLOSED = re.compile(r"\s?(?:,|\)|\.(?:\s|$)|;)")
_AGED = re.compile(
    r"\b(?:aged?|aged\s+between|ages?\s+of|over\s+the\s+age\s+of|under\s+the\s+age\s+of|turn(?:ed|s|ing)?)\s+"
    r"(?:about\s|around\s|just\s|only\s)?$",
    re.IGNORECASE,
)
_EXPECTANCY = re.compile(
    r"\b(?:life\s+expectancy|(?:average|median|retirement|pension|minimum|voting)\s+age)\b"
    r"[^.;\d]*\b(?:is|was|of|to|at)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_OF_PEOPLE = re.compile(
    r"\b(?:people|adults|children|pupils|men|women|boys|girls|those|anyone|everyone|residents|voters"
    r"|patients|drivers|workers)\s+(?:over|under|above|below)\s+$",
    re.IGNORECASE,
)
_PERSON_IS = re.compile(
    r"\b(?:he|she|who)\s+(?:(?:is|was|will\s+be|would\s+be|turns)\s+(?:only\s|just\s|now\s)?)$",
    re.IGNORECASE,
)
_CLAUSE_GOES_ON = re.compile(
    r"\s?(?:[.,;)]|$)|\s(?:and|or|in|at|on|to|with|without|who|it|they|are|were|is|was|have|had|said)\b"
)
_NOTHING_COUNTED = re.compile(r"\s?(?:[.,;)]|$)|\s(?:by|when|at|and|in|on|now|years?\s+old)\b")


class AgeReader:
    """Reads ages by their place."""

    def __init__(self, units: UnitReader) -> None:
        self._unit = units.named("year-of-age")

    def aged(self, text: str, reading: Reading) -> Reading:
        """The reading with years of age as its unit, where it stands as an age does."""
        if reading.unit is not None or reading.scale != 1.0 or reading.value not in range(121):
            return reading
        if reading.form not in ("digits", "words") or "score" in reading.rules:
            return reading
        if not self._is_age(text, reading):
            return reading
        unit = replace(self._unit, start=reading.end, end=reading.end)
        return replace(reading, unit=unit, rules=(*reading.rules, "age"))

    def _is_age(self, text: str, reading: Reading) -> bool:
        start, end = reading.start, reading.end
        near = max(0, start - 24)
        if _AGED.search(text, near, start) or _EXPECTANCY.search(text, max(0, start - 80), start):
            return True
        if _OF_PEOPLE.search(text, near, start) and _CLAUSE_GOES_ON.match(text, end):
            return True
        if _PERSON_IS.search(text, near, start) and _NOTHING_COUNTED.match(text, end):
            return True
        named = (
            reading.form == "digits"
            and reading.value >= 5
            and _AFTER_NAME.search(text, near, start)
        )
        return bool(named and _CLOSED.match(text, end))
