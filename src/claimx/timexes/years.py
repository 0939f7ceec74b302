"""Rules for years, decades and centuries: "early 1990", "the '80s", "1914-18", "fiscal 2024"."""

import re

from claimx.timexes.grammar import Match, Rule
from claimx.timexes.reading import Context, Reader, Reading, date_reading, mod_of

_SPOKEN = "CARDINAL:century [CARDINAL SCALE]:tens (?: DASH? CARDINAL:ones )?"
_PART = "MOD THE? (?: [EARLY MID]:part_mod DASH? )?"


def year_rules() -> tuple[Rule[Reader], ...]:
    """The rules, the more telling first."""
    return (
        Rule("fiscal-year", "MOD THE? FISCAL UNIT? DASH? YEAR:year", _fiscal_year),
        Rule("fiscal-year", "FISCALYEAR:fiscal", _fiscal_year),
        Rule("short-year", "(?<= YEAR DASH ) DAYNUM:year", _short_year),
        Rule("before-christ", "THE? [NUMBER DAYNUM YEAR]:year CHRIST", _before_christ),
        Rule("spoken-year", f"(?: THE UNIT )? {_SPOKEN}", spoken_year),
        Rule("decade", f"{_PART} (?: DECADE:decade | DECADEWORD:word )", _decade),
        Rule("century", f"{_PART} ORDINAL:ordinal DASH? UNIT:unit CHRIST:christ?", _century),
        Rule("year", "MOD (?: THE UNIT:unit | FULL UNIT:full )? YEAR:year (?! DASH? UNIT )", _year),
        Rule(
            "year-end", "THE? (?: YEAR:year )? UNIT:unit [POSSESSIVE DASH]? EDGE:whole", _year_end
        ),
    )


def _fiscal_year(match: Match, context: Context) -> Reading | None:  # noqa: ARG001  every rule takes both
    digits = match.value("year") or re.sub(r"\D", "", match.value("fiscal"))
    return date_reading(digits if len(digits) == 4 else f"20{digits}", mod_of(match))


def _short_year(match: Match, context: Context) -> Reading | None:
    """The second year of "1914-18"."""
    told = context.mentioned(match, "Y", sentences=1)
    lexemes, short = match.lexemes, match.surface("year")
    adjacent = lexemes.ends[match.first - 2] == lexemes.starts[match.first] - 1
    if not told or not adjacent or len(short) != 2 or told != lexemes.surface(match.first - 2):
        return None
    return date_reading(told[:2] + short) if told[2:] < short else None


def _before_christ(match: Match, context: Context) -> Reading | None:  # noqa: ARG001
    digits = match.value("year")
    return Reading("DATE", f"BC{int(digits):04}") if digits.isdigit() else None


def spoken_year(match: Match, context: Context) -> Reading | None:  # noqa: ARG001
    """A year in words: "nineteen ninety-six", "the year two thousand"."""
    century, tens = int(match.value("century")), int(match.value("tens"))
    ones = int(match.value("ones", "0"))
    if 11 <= century <= 20 and 10 <= tens <= 99 and ones < 10:
        return date_reading(str(century * 100 + tens + ones))
    if (century, tens) == (2, 1000) and match.text.lower().startswith("the year"):
        return date_reading(str(2000 + ones))
    return None


def _decade(match: Match, context: Context) -> Reading | None:
    """A decade; "the '80s" and "the eighties" are those of the last hundred years."""
    before = match.lexemes.before(match.at("word" if match.has("word") else "decade"))
    digits = match.value("word") or re.sub(r"\D", "", match.value("decade"))
    if len(digits) == 4:
        return date_reading(digits[:3], mod_of(match))
    if match.surface("word" if match.has("word") else "decade")[0] not in "'’‘" and (
        before not in context.cues["before-decade"]  # "in his forties" is an age
    ):
        return None
    now = context.published.year if context.published else 2030
    return date_reading(
        f"{20 if int(digits[0]) * 10 <= now - 2000 else 19}{digits[0]}", mod_of(match)
    )


def _century(match: Match, context: Context) -> Reading | None:  # noqa: ARG001
    number = int(re.sub(r"\D", "", match.value("ordinal")))
    if match.value("unit") != "C":
        return None
    if match.has("christ"):
        return Reading("DATE", f"BC{number - 1:02}", mod_of(match))
    return date_reading(f"{number - 1:02}", mod_of(match))


def _year(match: Match, context: Context) -> Reading | None:
    if match.value("unit", "Y") != "Y" or match.value("full", "Y") != "Y":
        return None
    framed = match.has("unit") or mod_of(match) is not None
    return (
        date_reading(match.value("year"), mod_of(match))
        if framed or _is_year(match, context)
        else None
    )


def _is_year(match: Match, context: Context) -> bool:
    """Whether four digits are a year: a preposition before says so, a counted noun after not."""
    lexemes, index = match.lexemes, match.at("year")
    number, text = int(match.value("year")), lexemes.text
    start, end = lexemes.starts[index], lexemes.ends[index]
    if not 1400 <= number <= 2100 or _BOUND_BEFORE.search(text[max(0, start - 2) : start]):
        return False
    if _BOUND_AFTER.match(text, end):
        return False
    token = context.tenses.token(start)
    counted = token.i + 1 < len(token.doc) and token.nbor(1).tag_ in {"NNS", "NNPS"}
    before = lexemes.before(index)
    if before in context.cues["before-year"]:  # "In 2023 exports fell", but "in 2000 cases"
        return not counted or (before in context.cues["year-only"] and 1900 < number != 2000)
    return before in context.cues["beside-year"] or (not counted and 1900 <= number <= 2050)


_BOUND_BEFORE = re.compile(r"[$£€¥#.:]$|(?<!\d)-$")
_BOUND_AFTER = re.compile(r"%|[.,:]\d|\w|-\w*[a-z]")


def _year_end(match: Match, context: Context) -> Reading | None:
    """The last day of the year: "by year-end", "at the year's end"."""
    if (match.value("unit"), match.value("whole")) != ("Y", "END") or context.published is None:
        return None
    behind = context.published.month < 4 and context.lies(match) < 0
    year = int(match.value("year") or context.published.year - behind)
    return date_reading(f"{year:04}-12-31")
