"""Ages without a unit: "Thomas Sam, 42,", "aged 87", "the age of 21"."""

import re
from dataclasses import replace

from claimx.quantities.readings import Reading
from claimx.quantities.units import UnitReader

_AFTER_NAME = re.compile(r"[A-Z][\w'’-]+,\s$")
_BEFORE = re.compile(
    r"\b(?:aged?|aged\s+between|ages?\s+of|over\s+the\s+age\s+of|under\s+the\s+age\s+of|turn(?:ed|s|ing)?)\s+(?:about\s|around\s|just\s|only\s)?$",
    re.I,
)
_EXPECTANCY = re.compile(r"\b(?:life\s+expectancy|(?:average|median|retirement|pension|minimum|voting)\s+age)\b[^.;\d]*\b(?:is|was|of|to|at)\s+(?:\w+\s+){0,2}$", re.I)
_CLOSED = re.compile(r"\s?(?:,|\)|\.(?:\s|$)|;)")


class AgeReader:
    """Reads ages by their place."""

    def __init__(self, units: UnitReader) -> None:
        self._unit = units.named("year-of-age")

    def aged(self, text: str, reading: Reading) -> Reading:
        """The reading with years of age as its unit, where it stands as an age does."""
        low = reading.value
        if (
            reading.unit is not None
            or not 0 <= low <= 120
            or low % 1
            or reading.form not in ("digits", "words")
        ):
            return reading
        if reading.scale != 1.0 or "score" in reading.rules:
            return reading
        named = (
            _AFTER_NAME.search(text, max(0, reading.start - 24), reading.start)
            and low >= 5
            and reading.form == "digits"
        )
        if (
            named
            and _CLOSED.match(text, reading.end)
            or _BEFORE.search(text, max(0, reading.start - 24), reading.start)
        ):
            unit = replace(self._unit, start=reading.end, end=reading.end)
            return replace(reading, unit=unit, rules=(*reading.rules, "age"))
        return reading
