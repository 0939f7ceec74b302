"""Rules for quarters, halves and the periods of company reports: "the 1988 period", "Q3 2024"."""

from datetime import date

from claimx.timexes.grammar import Match, Rule
from claimx.timexes.reading import Context, Reader, Reading, date_reading, mod_of
from claimx.timexes.values import shift, value_at

_QUARTER = "(?: FISCAL DASH? )? ORDINAL:number DASH? FISCAL? UNIT:quarter"
_YEAR = """(?: [OF IN COMMA DASH]? (?: FISCAL UNIT? )? YEAR:year
    | [OF IN]? [LAST THIS NEXT]:rel FISCAL? UNIT:unit
    | OF THE FISCAL? UNIT:unit2 )?"""
_OWN_YEAR = "[LAST THIS NEXT]:rel UNIT:unit POSSESSIVE"


def quarter_rules() -> tuple[Rule[Reader], ...]:
    """The rules, the more telling first."""
    return (
        # Not the article of another noun: "the third-quarter loss".
        Rule("quarter", f"MOD (?: THE (?!ORDINAL DASH) | A WORD )? {_QUARTER} {_YEAR}", _quarter),
        Rule("quarter", f"THE? (?: YEAR:year | {_OWN_YEAR} ) {_QUARTER}", _quarter),
        Rule(
            "quarter",
            "THE? [LAST FINAL]:number UNIT:quarter [OF IN] (?: YEAR:year | LAST:rel UNIT:unit )",
            _quarter,
        ),
        Rule("quarter", "QUARTER:short (?: OF? YEAR:year )?", _quarter),
        Rule(
            "quarter-of-year",
            f"THE? (?: YEAR:year | {_OWN_YEAR} ) FISCAL? [UNIT PERIOD]:quarter",
            _quarter_of_year,
        ),
        Rule("half", f"THE? [ORDINAL LAST]:number HALF {_YEAR}", _half),
        Rule("half", "ORDINAL:number DASH:dash HALF", _half_reported),
        Rule("full-year", "FULL DASH UNIT:unit", _full_year),
        Rule("half", "HALFYEAR:short (?: OF? YEAR:year )?", _half),
        Rule("quarter-ended", "THE UNIT:unit (?= ENDED MONTH:month DAY:day )", _ended),
        Rule("the-period", "THE PERIOD", _period),
        Rule("latest-period", "THE? LATEST FISCAL? [UNIT PERIOD]:unit", _latest),
        Rule("the-quarter", "MOD THE FULL? FISCAL? UNIT:unit", _the_quarter),
    )


def _year_named(match: Match, context: Context) -> int | None:
    if match.has("year"):
        return int(match.value("year"))
    if context.published and (match.has("rel") or match.has("unit2")):
        return context.published.year + int(match.value("rel", "0"))
    return None


def _has_years(match: Match) -> bool:
    """Whether the units that should be years are so ("last year's third quarter")."""
    return match.value("unit", "Y") == "Y" and match.value("unit2", "Y") == "Y"


def _quarter(match: Match, context: Context) -> Reading | None:
    digits = match.value("number") or match.value("short").strip("Qq")
    number = {"-1": 4}.get(digits) or int(digits.rstrip("stndrh"))
    if match.value("quarter", "Q") != "Q" or number > 4 or not _has_years(match):
        return None
    year = _year_named(match, context) or _quarter_year(match, context, number)
    return Reading("DATE", f"{year:04}-Q{number}" if year else f"XXXX-Q{number}", mod_of(match))


def _quarter_year(match: Match, context: Context, number: int) -> int | None:
    """This year, unless the quarter lies well ahead and the verb does not look there."""
    published = context.published
    if published is None:
        return None
    ahead = (date(published.year, number * 3 - 2, 1) - published).days
    if ahead <= 0 or context.is_ahead(match):
        return published.year
    return published.year - (ahead > 100 or number == 4)


def _quarter_of_year(match: Match, context: Context) -> Reading | None:
    """The quarter told, in that year: "the 1988 period", "last year's quarter"."""
    year = _year_named(match, context)
    if year is None or not _has_years(match) or match.value("quarter") not in {"Q", "PERIOD"}:
        return None
    told = context.mentioned(match, "Q H M")
    return date_reading(f"{year:04}{told[4:] if told else ''}")


def _half(match: Match, context: Context) -> Reading | None:
    number = {"1": 1, "2": 2, "-1": 2}.get(match.value("number") or match.value("short").strip("H"))
    year = _year_named(match, context)
    if match.has("short") and context.published:
        year = year or context.published.year
    return date_reading(f"{year:04}-H{number}") if number and year and _has_years(match) else None


def _half_reported(match: Match, context: Context) -> Reading | None:
    """The half that figures are given for, the last one begun: "first-half profit"."""
    number, published = {"1": 1, "2": 2}.get(match.value("number")), context.published
    if number is None or published is None or not _tells_figure(match, context):
        return None
    behind = number == 2 and published.month < 7 and not context.is_ahead(match)
    return date_reading(f"{published.year - behind:04}-H{number}")


def _full_year(match: Match, context: Context) -> Reading | None:
    """The year that figures are given for: until March the last, "full-year profit fell"."""
    published = context.published
    if published is None or match.value("unit") != "Y" or not _tells_figure(match, context):
        return None
    behind = published.month < 4 and context.lies(match) < 0
    return date_reading(f"{published.year - behind:04}")


def _tells_figure(match: Match, context: Context) -> bool:
    """Whether one of the next three words is a figure of a report."""
    return any(
        match.lexemes.after(match.end + away) in context.cues["half-year-figure"]
        for away in range(3)
    )


def _ended(match: Match, context: Context) -> Reading | None:
    """The quarter that most days of "the quarter ended July 31" lie in.

    A year that ends with some other day than the calendar's is only a length.
    """
    if match.value("unit") == "Y":
        return Reading("DURATION", "P1Y")
    if match.value("unit") != "Q" or context.published is None:
        return None
    end = date(context.published.year, int(match.value("month")), 1)
    if end > context.published:
        end = end.replace(year=end.year - 1)
    middle = shift(end, -1 if int(match.value("day")) > 15 else -2, "M")
    return date_reading(value_at(middle, "Q")) if middle else None


def _period(match: Match, context: Context) -> Reading | None:
    return date_reading(context.mentioned(match, "Q H M"))


def _latest(match: Match, context: Context) -> Reading | None:
    unit = match.value("unit")
    if unit == "PERIOD":
        return _period(match, context) or _last_quarter(context)
    if unit == "Q":
        return _last_quarter(context)
    if unit in {"Y", "W", "M"} and context.published:
        return date_reading(value_at(context.published, unit))
    return None


def _the_quarter(match: Match, context: Context) -> Reading | None:
    if match.value("unit") != "Q":
        return None
    told = context.mentioned(match, "Q", sentences=6)
    return date_reading(told, mod_of(match)) if told else _last_quarter(context)


def _last_quarter(context: Context) -> Reading | None:
    """The quarter that had ended at publication: figures of a quarter come after it."""
    if context.published is None:
        return Reading("DATE", "XXXX-QX")
    day = shift(context.published, -1, "Q")
    return date_reading(value_at(day, "Q")) if day else None
