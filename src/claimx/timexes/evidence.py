"""What a whole document tells about its dates: the order of numeric ones, and news or history."""

import re
from collections.abc import Mapping
from datetime import date

from claimx.timexes.grammar import translate
from claimx.timexes.lexemes import Lexemes


class Evidence:
    """Reads the roles of a text's lexemes, without the parse."""

    def __init__(self, letters: Mapping[str, str]) -> None:
        self._numeric = letters["NUMERIC"]
        self._year = letters["YEAR"]
        self._day_month = re.compile(translate("DAY MONTH YEAR", letters))
        self._month_day = re.compile(translate("MONTH DAY COMMA? YEAR", letters))
        self._deictic = re.compile(
            translate(
                "DEICTIC|(?<!THE)[LAST THIS NEXT]UNIT|TONIGHT|WEEKDAY(?!COMMA|MONTH|DAY)", letters
            )
        )

    def is_day_first(self, lexemes: Lexemes) -> bool:
        """Whether 12/11/2024 is in November, by a number over 12 or by the dates in words."""
        for index, role in enumerate(lexemes.roles) if self._numeric in lexemes.roles else ():
            if role != self._numeric:
                continue
            parts = re.split(r"[/.-]", lexemes.values[index])
            if len(parts[0]) <= 2 and max(int(parts[0]), int(parts[1])) > 12:
                return int(parts[0]) > 12
            if "." in lexemes.values[index]:
                return True
        day_month = len(self._day_month.findall(lexemes.roles))
        return day_month > len(self._month_day.findall(lexemes.roles))

    def is_narrative(self, lexemes: Lexemes, published: date | None) -> bool:
        """Whether this is history told long after, where a month belongs to the year told before.

        Years three and more back outnumber the words that point from publication ("yesterday").
        """
        now = published.year if published else 2100
        marked = zip(lexemes.roles, lexemes.values, strict=True)
        years = [int(value) for role, value in marked if role == self._year]
        old = sum(year <= now - 3 for year in years)
        pointing = len(self._deictic.findall(lexemes.roles))
        return old >= 3 and old > 4 * pointing and old > 0.8 * len(years)
