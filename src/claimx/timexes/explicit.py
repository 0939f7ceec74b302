"""Rules for dates that name a day, month or year: "Nov. 10-12", "12/11/2024", "early 1990"."""

import re
from datetime import date

from claimx.model import TimexMod
from claimx.timexes.grammar import Match, Rule
from claimx.timexes.reading import Context, Reader, Reading, offset_of
from claimx.timexes.values import days_of, unit_of, value_at

_HEAD = r"(?:(?:THIS|LAST|NEXT|THE)? COMING?WEEKDAY (?:DAYPART)? COMMA?(?:THE)?|LAST)?"
_YEAR = "(?:[COMMA OF IN DASH]?YEAR:year(?!PERCENT)|[LAST THIS NEXT]:rel UNIT:unit)?"
_MOD = r"(?:(?:THE)?[EARLY MID]:mod [DASH IN]?|(?:THE)?EDGE:edge OF(?:THE)?)?"


def explicit_rules() -> tuple[Rule[Reader], ...]:
    """The rules, the more telling first."""
    table: tuple[tuple[str, str, Reader], ...] = (
        ("iso-date", "ISO:iso", _iso),
        ("numeric-date", "NUMERIC:date", _numeric),
        (
            "month-day",
            rf"{_HEAD}{_MOD}MONTH:month DAY:day(?!PERCENT|CLOCK|MERIDIEM){_YEAR}",
            month_day,
        ),
        (
            "day-part-of-day",
            r"(?:THE)?EARLY?DAYPART:part OF (?:WEEKDAY COMMA?)?(?:THE)?(?:MONTH:month DAY:day|DAY:day2 MONTH:month2)(?:COMMA?YEAR:year)?",
            _part_of_day,
        ),
        ("day-month", rf"{_HEAD}{_MOD}(?:THE)?DAY:day OF?MONTH:month{_YEAR}", month_day),
        ("day-of-range", r"(?<=MONTH DAY DASH)DAY:day(?:COMMA YEAR:year)?", _next_day),
        ("day-of-range", r"(?<=MONTH DAY [AND TO OR])DAY:day(?:COMMA YEAR:year)?", _next_day),
        ("day-before-range", r"DAY:day(?=(?:DASH|AND|TO)DAY MONTH)", _day_before_month),
        (
            "month-year",
            rf"{_MOD}MONTH:month(?:COMMA|OF|IN)?YEAR:year(?!PERCENT)",
            _month_year,
        ),
        (
            "month-spoken-year",
            rf"MONTH:month CARDINAL:century CARDINAL:tens(?:DASH?CARDINAL:ones)?",
            _month_spoken_year,
        ),
        ("week-of", r"THE UNIT:unit OF MONTH:month DAY:day(?:COMMA YEAR:year)?", _week_of),
        (
            "month-of-year",
            rf"{_MOD}MONTH:month(?:COMMA|OF)?[LAST THIS NEXT]:rel UNIT:unit",
            _month_of_relative_year,
        ),
        (
            "month",
            rf"{_MOD}(?:[THIS LAST NEXT COMING PAST]:rel [PAST COMING]?)?"
            r"(?:EARLY:mod2)?MONTH:month(?!DASH OLD)",
            _month,
        ),
        ("short-range", r"(?<=YEAR DASH)DAYNUM:year", _short_range),
        ("before-christ", r"(?:THE)?[NUMBER DAYNUM YEAR]:year CHRIST", _before_christ),
        (
            "spoken-year",
            r"(?:THE UNIT)?CARDINAL:century CARDINAL:tens(?:DASH?CARDINAL:ones)?",
            _spoken_year,
        ),
        (
            "decade",
            rf"{_MOD}(?:THE)?(?:[EARLY MID]:mod2 DASH?)?(?:DECADE:decade|DECADEWORD:word)",
            _decade,
        ),
        (
            "century",
            rf"{_MOD}(?:THE)?(?:[EARLY MID]:mod2 DASH?)?ORDINAL:ordinal DASH?UNIT:unit",
            _century,
        ),
        ("year", rf"{_MOD}(?:THE UNIT:unit)?(?:FULL UNIT:unit2)?YEAR:year", _year),
    )
    return tuple(Rule(name, pattern, read) for name, pattern, read in table)


def mod_of(match: Match) -> TimexMod | None:
    """START, MID or END where the match has "early", "mid-" or "the end of"."""
    value = match.value("mod") or match.value("mod2") or match.value("edge")
    mods: dict[str, TimexMod] = {"START": "START", "MID": "MID", "END": "END"}
    return mods.get(value)


def date_reading(value: str, mod: TimexMod | None = None) -> Reading | None:
    """A DATE with that value; None where the calendar has no such day."""
    return Reading("DATE", value, mod) if "X" in value or days_of(value) else None


def _iso(match: Match, context: Context) -> Reading | None:  # noqa: ARG001  every rule takes both
    return date_reading(match.value("iso")[:10])


def _numeric(match: Match, context: Context) -> Reading | None:
    parts = re.split(r"[/.-]", match.value("date"))
    if len(parts[0]) == 4:
        year, month, day = parts
    else:
        one, other, year = parts
        if int(one) > 31 or int(other) > 31:
            return None
        day_first = int(one) > 12 or (context.day_first and int(other) <= 12)
        day, month = (one, other) if day_first else (other, one)
    if len(year) == 2:
        year = _full_year(int(year), context)
    return date_reading(f"{year}-{int(month):02}-{int(day):02}")


def _full_year(short: int, context: Context) -> str:
    """The year of two digits: at most twenty years ahead of publication."""
    now = context.published.year if context.published else 2030
    year = now // 100 * 100 + short
    return str(year - 100 if year > now + 20 else year)


def month_day(match: Match, context: Context) -> Reading | None:
    """The reading of a month and day, with or without a year."""
    day = _number(match.value("day"))
    month = int(match.value("month"))
    if not 1 <= day <= 31:
        return None
    if match.has("year"):
        return date_reading(f"{match.value('year')}-{month:02}-{day:02}", mod_of(match))
    year = _year_for(match, context, month, day)
    return date_reading(f"{year}-{month:02}-{day:02}", mod_of(match))


def _number(value: str) -> int:
    return int(re.sub(r"\D", "", value) or 0)


def _year_for(match: Match, context: Context, month: int, day: int) -> str:
    """The year of a month and day without one, XXXX where nothing anchors it."""
    offset = offset_of(match)
    told = context.mentioned(offset, "Y M D", sentences=40 if context.narrative else 4)
    if context.narrative and told:
        return _narrative_year(told, month, day)
    if context.published is None:
        return told[:4] if told else "XXXX"
    published = context.published
    if match.value("unit") == "Y":
        return str(published.year + int(match.value("rel")))
    gap = (month - published.month) * 30 + day - published.day
    return str(published.year + _years_away(gap, lies(match, context)))


def _years_away(gap: int, direction: int) -> int:
    """Years from publication to a day that lies `gap` days from publication's date in its year."""
    if gap < 0:
        return int(direction > 0 and gap < -30 or direction == 0 and gap < -240)
    return -int(direction < 0 and gap > 60 or direction == 0 and gap > 120)


def _narrative_year(told: str, month: int, day: int) -> str:
    """The year of the last date told; the next one after December where the tale moves on."""
    if unit_of(told) == "Y":
        return told[:4]
    days = days_of(told)
    if days and days[0].month - month >= 8 and day:
        return str(days[0].year + 1)
    return told[:4]


def lies(match: Match, context: Context) -> int:
    """1 where the time lies ahead, -1 behind, by its tense or a word like "until" before it."""
    direction = context.tenses.direction(offset_of(match))
    if match.has("month") and context.tenses.modifies(match.lexemes.ends[match.end - 1] - 1):
        direction = 0
    before = match.lexemes.surface(match.first - 1).lower() if match.first else ""
    if before in {"until", "till", "effective"}:
        return 1
    return 1 if direction == 0 and before in {"by", "through"} else direction


def is_ahead(match: Match, context: Context) -> bool:
    """Does the time lie ahead?"""
    return lies(match, context) > 0


def _next_day(match: Match, context: Context) -> Reading | None:
    told = context.mentioned(offset_of(match), "D", sentences=1)
    day = _number(match.value("day"))
    if told is None or not day:
        return None
    year = match.value("year") or told[:4]
    return date_reading(f"{year}-{told[5:7]}-{day:02}")


def _day_before_month(match: Match, context: Context) -> Reading | None:
    lexemes, month = match.lexemes, match.end + 2
    after = month + 1
    if lexemes.text[lexemes.starts[match.first] - 1 : lexemes.starts[match.first]] in {
        "$",
        "£",
        "€",
    }:
        return None
    value, day = int(lexemes.values[month]), _number(match.value("day"))
    year = lexemes.values[after] if after < len(lexemes.values) else ""
    if not (year.isdigit() and len(year) == 4):
        year = _year_for(match, context, value, day)
    return date_reading(f"{year}-{value:02}-{day:02}")


def _month_year(match: Match, context: Context) -> Reading | None:  # noqa: ARG001
    return date_reading(f"{match.value('year')}-{match.value('month')}", mod_of(match))


def _month_spoken_year(match: Match, context: Context) -> Reading | None:
    year = _spoken_year(match, context)
    return date_reading(f"{year.value}-{match.value('month')}") if year else None


def _part_of_day(match: Match, context: Context) -> Reading | None:
    """ "the night of Oct. 23" """
    after = "2" if match.has("month2") else ""
    month, day = int(match.value(f"month{after}")), _number(match.value(f"day{after}"))
    year = match.value("year") or _year_for(match, context, month, day)
    named = date_reading(f"{year}-{month:02}-{day:02}")
    return Reading("TIME", f"{named.value}T{match.value('part')}") if named else None


def _week_of(match: Match, context: Context) -> Reading | None:
    named = month_day(match, context)
    days = named.days() if named else None
    if match.value("unit") != "W" or days is None:
        return None
    return date_reading(value_at(days[0], "W"))


def _month_of_relative_year(match: Match, context: Context) -> Reading | None:
    if match.value("unit") != "Y":
        return None
    if context.published is None:
        return Reading("DATE", f"XXXX-{match.value('month')}", mod_of(match))
    year = context.published.year + int(match.value("rel"))
    return date_reading(f"{year}-{match.value('month')}", mod_of(match))


def _month(match: Match, context: Context) -> Reading | None:
    index, month = match.at("month"), int(match.value("month"))
    if index in match.lexemes.doubtful and not _is_month(match, context, index):
        return None
    if match.lexemes.surface(index) in {"Jun", "Mar", "Jan", "Sep", "Dec", "Jul", "Aug", "Oct"}:
        return None  # bare short forms are names as often
    offset = offset_of(match)
    told = context.mentioned(offset, "Y M D", sentences=40 if context.narrative else 3)
    if context.narrative and told and not match.has("rel"):
        return date_reading(f"{_narrative_year(told, month, 15)}-{month:02}", mod_of(match))
    if context.published is None:
        return Reading("DATE", f"{told[:4] if told else 'XXXX'}-{month:02}", mod_of(match))
    year = _month_year_near(match, context, context.published, month)
    return date_reading(f"{year}-{month:02}", mod_of(match))


def _month_year_near(match: Match, context: Context, published: date, month: int) -> int:
    if match.has("rel") and match.surface("rel").lower() == "this":
        return published.year
    relation = int(match.value("rel") or 0)
    direction = relation or lies(match, context)
    gap = month - published.month
    if direction > 0:
        return published.year + (gap < 0)
    if relation < 0:  # "last February", said in March, is a year ago
        return published.year - (gap >= -1)
    if direction == 0:
        return published.year + (gap < -6) - (gap > 4)
    return published.year - (gap > 0)


def _is_month(match: Match, context: Context, index: int) -> bool:
    """Is "May" or "March" the month? The tag, the words before, and no name beside it tell."""
    lexemes = match.lexemes
    if match.end - match.first > 1:
        return True
    token = context.tenses.token(lexemes.starts[index])
    if token.tag_ in {"MD", "VB", "VBP", "VBD"}:
        return False
    before = lexemes.surface(index - 1).lower() if index else ""
    if before in _MONTH_LEADS:
        return True
    beside = (
        token.nbor(-1) if token.i else None,
        token.nbor(1) if token.i + 1 < len(token.doc) else None,
    )
    return token.tag_ == "NNP" and not any(t is not None and t.tag_ == "NNP" for t in beside)


_MONTH_LEADS = frozenset(
    "in since by until till from to between and during for of through last this next before after throughout late early mid".split()
)


def _short_range(match: Match, context: Context) -> Reading | None:
    """ "1914-18": the second year in short, where the first is a year."""
    told = context.mentioned(offset_of(match), "Y", sentences=1)
    lexemes, short = match.lexemes, match.surface("year")
    adjacent = lexemes.ends[match.first - 2] == lexemes.starts[match.first] - 1
    if not told or not adjacent or len(short) != 2 or told != lexemes.surface(match.first - 2):
        return None
    return date_reading(told[:2] + short) if told[2:] < short else None


def _before_christ(match: Match, context: Context) -> Reading | None:  # noqa: ARG001
    digits = match.value("year")
    return Reading("DATE", f"BC{int(digits):04}") if digits.isdigit() else None


def _spoken_year(match: Match, context: Context) -> Reading | None:  # noqa: ARG001
    century, tens = int(match.value("century")), int(match.value("tens"))
    ones = int(match.value("ones", "0"))
    if 11 <= century <= 20 and 10 <= tens <= 99 and ones < 10:
        return date_reading(str(century * 100 + tens + ones))
    if century == 2 and tens == 1000 and match.lexemes.surface(match.first).lower() == "the":
        return date_reading(str(2000 + ones))
    return None


def _decade(match: Match, context: Context) -> Reading | None:
    if match.has("word"):
        before = match.lexemes.surface(match.first - 1).lower() if match.first else ""
        if before in {"his", "her", "their", "my", "our"}:  # "in his forties" is an age
            return None
        tens = match.value("word")
    else:
        digits = re.sub(r"\D", "", match.value("decade"))
        if len(digits) == 4:
            return date_reading(digits[:3], mod_of(match))
        before = match.lexemes.surface(match.at("decade") - 1).lower() if match.first else ""
        if match.value("decade")[0].isdigit() and before not in {
            "the",
            "early",
            "late",
            "mid",
            "-",
        }:
            return None
        tens = digits[0]
    now = context.published.year if context.published else 2030
    return date_reading(f"{20 if int(tens) * 10 <= now - 2000 else 19}{tens}", mod_of(match))


def _century(match: Match, context: Context) -> Reading | None:  # noqa: ARG001
    if match.value("unit") != "C":
        return None
    number = _number(match.value("ordinal"))
    return date_reading(f"{number - 1:02}", mod_of(match))


def _year(match: Match, context: Context) -> Reading | None:
    if match.has("unit") and match.value("unit") != "Y":
        return None
    if not match.has("unit") and not match.has("mod") and not _is_year(match, context):
        return None
    return date_reading(match.value("year"), mod_of(match))


_YEAR_LEADS = frozenset(
    "in since by until till from during before after between through throughout of to for early late"
    " mid and or around about circa as than fiscal vs versus with".split()
)
_SURE_LEADS = frozenset(("in", "since", "until", "during", "by"))


def _is_year(match: Match, context: Context) -> bool:
    """Is a number of four digits a year? A preposition before says so, a counted noun after not."""
    lexemes, index = match.lexemes, match.at("year")
    number = int(match.value("year"))
    if not 1400 <= number <= 2100:
        return False
    text, start, end = lexemes.text, lexemes.starts[index], lexemes.ends[index]
    if start and (
        text[start - 1] in "$£€¥#.:"
        or (text[start - 1] == "-" and not text[start - 2 : start - 1].isdigit())
    ):
        return False
    if text[end : end + 1] == "%" or re.match(r"[.,:]\d|\w|-\w*[a-z]", text[end : end + 3]):
        return False
    before = lexemes.surface(index - 1).lower() if index else ""
    token = context.tenses.token(start)
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    counted = after is not None and after.tag_ in {"NNS", "NNPS"}
    if before in _YEAR_LEADS:  # "In 2023 exports fell", but "a total of 2023 exports"
        return not counted or (before in _SURE_LEADS and 1900 < number != 2000)
    if before in {"the", "its", "a", "-", "–", "(", "'s", "’s", ","}:
        return True
    return not counted and 1900 <= number <= 2050
