"""Rules for quarters, halves, fiscal years, seasons, weekends and holidays."""

from collections.abc import Mapping
from datetime import date, timedelta

from claimx.lexicon.time_words import Holiday
from claimx.timexes.explicit import date_reading, is_ahead, lies, mod_of
from claimx.timexes.grammar import Match, Rule
from claimx.timexes.reading import Context, Reader, Reading, offset_of
from claimx.timexes.relative import is_plural
from claimx.timexes.values import days_of, easter, shift, value_at, yearly_day

_MOD = (
    r"(?:(?:THE)?[EARLY MID]:mod [DASH IN]?|(?:THE)?EDGE:edge OF(?:THE)?|[EARLIER LATER](?:IN)?)?"
)
_WHICH_YEAR = r"(?:[OF IN COMMA DASH]?(?:FISCAL(?:UNIT)?)?YEAR:year|[OF IN]?[LAST THIS NEXT]:rel(?:FISCAL)?UNIT:yearunit|OF THE(?:FISCAL)?UNIT:ofyear)?"
_QUARTER = r"(?:FISCAL DASH?)?ORDINAL:ordinal DASH?(?:FISCAL)?UNIT:unit"


def named_rules(holidays: Mapping[str, Holiday]) -> tuple[Rule[Reader], ...]:
    """The rules, the more telling first; `holidays` by name."""

    def read_holiday(match: Match, context: Context) -> Reading | None:
        return _holiday(match, context, holidays[match.value("holiday")])

    table: tuple[tuple[str, str, Reader], ...] = (
        (
            "holiday",
            rf"{_MOD}(?:(?:LAST:rel|THIS:rel0|NEXT:rel1))?HOLIDAY:holiday(?:COMMA?YEAR:year)?(?:UNIT:unit)?",
            read_holiday,
        ),
        (
            "quarter",
            rf"{_MOD}(?:THE(?!FISCAL?DASH?ORDINAL DASH)|A WORD)?{_QUARTER}{_WHICH_YEAR}",
            _quarter,
        ),
        ("quarter", rf"(?:THE)?YEAR:year {_QUARTER}", _quarter),
        ("quarter", rf"[LAST THIS NEXT]:rel UNIT:yearunit POSSESSIVE {_QUARTER}", _quarter),
        (
            "quarter",
            r"(?:THE)?[LAST FINAL]:ordinal UNIT:unit [OF IN](?:YEAR:year|LAST:rel UNIT:yearunit)",
            _quarter,
        ),
        ("quarter", r"QUARTER:short(?:(?:OF)?YEAR:year)?", _short_quarter),
        (
            "quarter-of-year",
            r"(?:THE)?(?:YEAR:year|[LAST THIS NEXT]:rel UNIT:yearunit POSSESSIVE)(?:FISCAL)?[UNIT PERIOD]:unit",
            _year_quarter,
        ),
        ("half", rf"(?:THE)?[ORDINAL LAST]:ordinal HALF {_WHICH_YEAR}", _half),
        ("half", r"HALFYEAR:short(?:(?:OF)?YEAR:year)?", _short_half),
        ("fiscal-year", rf"{_MOD}(?:THE)?FISCAL(?:UNIT)?DASH?YEAR:year", _fiscal_year),
        ("fiscal-year", r"FISCALYEAR:fiscal", _fiscal_year),
        ("quarter-ended", r"THE UNIT:unit(?=ENDED MONTH:month DAY:day)", _quarter_ended),
        ("latest-period", r"(?:THE)?LATEST [UNIT PERIOD]:unit|THE PERIOD", _latest),
        (
            "season",
            rf"{_MOD}(?:(?:THE)?[LAST THIS NEXT COMING PREVIOUS FOLLOWING THAT]:rel [PAST COMING]?|THE)?(?:[EARLY MID]:mod2 DASH?)?SEASON:season(?:(?:OF|IN)?YEAR:year|OF CARDINAL:century CARDINAL:tens(?:DASH?CARDINAL:ones)?)?",
            _season,
        ),
        (
            "weekend",
            rf"{_MOD}(?:[THIS LAST NEXT]:rel [PAST COMING]?|THE (?:COMING|PAST)?)UNIT:weekend",
            _weekend,
        ),
        ("year-end", r"(?:THE)?(?:YEAR:year)?UNIT:unit (?:POSSESSIVE|DASH)?EDGE:end", _year_end),
        ("the-unit", rf"{_MOD}THE FULL?(?:FISCAL:fiscal)?UNIT:unit", _the_unit),
    )
    return tuple(Rule(name, pattern, read) for name, pattern, read in table)


def _relative_year(match: Match, context: Context) -> int | None:
    if match.has("year"):
        return int(match.value("year"))
    if match.has("rel") and context.published:
        return context.published.year + int(match.value("rel"))
    if match.has("ofyear") and context.published:
        return context.published.year
    return None


def _is_quarter(match: Match) -> bool:
    years = all(match.value(name, "Y") == "Y" for name in ("yearunit", "ofyear"))
    return match.value("unit", "Q") == "Q" and years


def _quarter(match: Match, context: Context) -> Reading | None:
    number = {"-1": "4"}.get(match.value("ordinal"), match.value("ordinal")[:1])
    if not _is_quarter(match) or number not in "1234":
        return None
    return _quarter_reading(match, context, int(number))


def _short_quarter(match: Match, context: Context) -> Reading | None:
    return _quarter_reading(match, context, int(match.value("short").strip("Qq")))


def _quarter_reading(match: Match, context: Context, number: int) -> Reading | None:
    year = _relative_year(match, context)
    if year is None:
        year = _quarter_year(match, context, number)
    return Reading("DATE", f"{year:04}-Q{number}" if year else f"XXXX-Q{number}", mod_of(match))


def _quarter_year(match: Match, context: Context, number: int) -> int | None:
    published = context.published
    if published is None:
        return None
    if match.first and match.lexemes.surface(match.first - 1).lower() in {
        "year-earlier",
        "year-ago",
    }:
        return published.year - 1
    first = date(published.year, number * 3 - 2, 1)
    ahead = (first - published).days
    if ahead <= 0 or is_ahead(match, context):
        return published.year
    return published.year - (ahead > 100 or number == 4)


def _year_quarter(match: Match, context: Context) -> Reading | None:
    """ "the 1988 period", "last year's quarter": the quarter told, in that year."""
    unit = match.value("unit")
    if unit not in {"", "Q"} or not _is_quarter_like(match) or match.value("yearunit", "Y") != "Y":
        return None
    year = _relative_year(match, context)
    told = context.mentioned(offset_of(match), "Q H M", sentences=3)
    if year is None:
        return None
    return date_reading(f"{year:04}{told[4:] if told else ''}")


def _is_quarter_like(match: Match) -> bool:
    return match.surface("unit").lower() in {"quarter", "period"}


def _half(match: Match, context: Context) -> Reading | None:
    number = {"1": 1, "2": 2, "-1": 2}.get(match.value("ordinal"))
    year = _relative_year(match, context)
    return date_reading(f"{year:04}-H{number}") if number and year else None


def _short_half(match: Match, context: Context) -> Reading | None:
    year = _relative_year(match, context) or (context.published and context.published.year)
    return date_reading(f"{year:04}-H{match.value('short').strip('H')}") if year else None


def _fiscal_year(match: Match, context: Context) -> Reading | None:  # noqa: ARG001
    digits = match.value("year") or match.value("fiscal")[-4:].strip("FY ’'")
    return date_reading(digits if len(digits) == 4 else f"20{digits}", mod_of(match))


def _latest(match: Match, context: Context) -> Reading | None:
    told = context.mentioned(offset_of(match), "Q H M", sentences=4)
    unit = match.value("unit", "")
    if match.surface("unit").lower() == "period" if match.has("unit") else True:
        return date_reading(told) if told else None
    if unit == "Q":
        return _last_quarter(context)
    if unit in {"Y", "W", "M"} and context.published:
        return date_reading(value_at(context.published, unit))
    return None


def _last_quarter(context: Context) -> Reading | None:
    """The quarter that had ended at publication: figures of a quarter come after it."""
    if context.published is None:
        return Reading("DATE", "XXXX-QX")
    day = shift(context.published, -1, "Q")
    return date_reading(value_at(day, "Q")) if day else None


def _quarter_ended(match: Match, context: Context) -> Reading | None:
    """ "the quarter ended July 31" is the one that most of its days lie in; a year so told is one of its own."""
    unit = match.value("unit")
    if unit == "Y":
        return Reading("DURATION", "P1Y")
    if unit != "Q" or context.published is None:
        return None
    year = context.published.year
    end = date(year, int(match.value("month")), 1)
    if end > context.published:
        end = end.replace(year=year - 1)
    middle = shift(end, -1, "M") if int(match.value("day")) > 15 else shift(end, -2, "M")
    return date_reading(value_at(middle, "Q")) if middle else None


def _season(match: Match, context: Context) -> Reading | None:
    season = match.value("season")
    if match.has("century"):
        tens = int(match.value("tens")) + int(match.value("ones", "0"))
        return date_reading(f"{int(match.value('century')) * 100 + tens}-{season}", mod_of(match))
    if match.has("year"):
        return date_reading(f"{match.value('year')}-{season}", mod_of(match))
    bare = match.end - match.first == 1
    before = match.lexemes.surface(match.first - 1).lower() if match.first else ""
    if (bare and before not in {"in", "by", "since", "until", "during"}) or (
        match.at("season") in match.lexemes.doubtful
        and not match.has("rel")
        and before not in {"in", "by", "since", "until", "during"}
    ):
        return None
    if context.tenses.token(match.lexemes.starts[match.at("season")]).tag_[:2] != "NN":
        return None
    if context.published is None:
        return Reading("DATE", f"XXXX-{season}", mod_of(match))
    return date_reading(
        f"{_season_year(match, context, context.published)}-{season}", mod_of(match)
    )


def _season_year(match: Match, context: Context, published: date) -> int:
    days = days_of(f"{published.year}-{match.value('season')}")
    if days is None:
        return published.year
    relation = match.value("rel")
    told = context.mentioned(offset_of(match), "Y M D S", sentences=40)
    if context.narrative and told and relation != "1":
        return int(told[:4])
    if relation == "0":
        return published.year
    if relation == "1":
        return published.year + (days[0] <= published)
    if relation == "-1":
        return published.year - (days[1] >= published)
    ahead = is_ahead(match, context)
    if ahead:
        return published.year + (days[1] < published)
    return published.year - (days[0] > published)


def _weekend(match: Match, context: Context) -> Reading | None:
    if match.value("weekend") != "WE":
        return None
    if context.published is None:
        return Reading("DATE", "XXXX-WXX-WE", mod_of(match))
    week = 0
    if match.has("rel") and match.value("rel") != "0":
        week = int(match.value("rel"))
    elif context.published.isoweekday() < 5 or not match.has("rel"):
        ahead = is_ahead(match, context)
        week = 0 if ahead or context.published.isoweekday() > 5 else -1
    return date_reading(value_at(context.published + timedelta(7 * week), "WE"), mod_of(match))


def _year_end(match: Match, context: Context) -> Reading | None:
    if match.value("unit") != "Y" or match.value("end") != "END" or context.published is None:
        return None
    year = int(match.value("year") or context.published.year)
    behind = context.published.month < 4 and context.tenses.direction(offset_of(match)) < 0
    return Reading("DATE", f"{year - behind:04}-12-31")


def _the_unit(match: Match, context: Context) -> Reading | None:
    """ "the quarter", "for the year", "later in the week": the unit told, or publication's."""
    unit = match.value("unit")
    if unit == "Q":
        told = context.mentioned(offset_of(match), "Q", sentences=6)
        return date_reading(told, mod_of(match)) if told else _last_quarter(context)
    if unit not in {"Y", "M", "W"} or context.published is None or is_plural(match, "unit"):
        return None
    before = match.lexemes.surface(match.first - 1).lower() if match.first else ""
    framed = (
        match.groups.group()[0] != match.groups.group()[-2]
        if match.end - match.first > 2
        else False
    )
    if before not in {"for", "in", "of", "during", "this", "from", "through"} and not framed:
        return None
    return date_reading(value_at(context.published, unit), mod_of(match))


def _holiday(match: Match, context: Context, holiday: Holiday) -> Reading | None:
    if match.has("year"):
        return date_reading(_holiday_day(holiday, int(match.value("year"))).isoformat())
    published = context.published
    if published is None:
        return Reading("DATE", "XXXX-XX-XX")
    days = [_holiday_day(holiday, published.year + offset) for offset in (-1, 0, 1)]
    ahead = match.has("rel1") or is_ahead(match, context)
    if match.has("rel0"):
        day = days[1]
    elif ahead:
        day = next(day for day in days if day >= published)
    elif match.has("rel"):
        day = next(day for day in reversed(days) if day <= published)
    else:
        day = min(days, key=lambda one: abs((one - published).days))
        if (day - published).days > 14 and lies(match, context) < 0:
            day = next(day for day in reversed(days) if day <= published)
    if match.value("unit") == "W":
        return date_reading(value_at(day, "W"))
    if match.value("unit") == "WE":
        return date_reading(value_at(day, "WE"))
    return date_reading(day.isoformat())


def _holiday_day(holiday: Holiday, year: int) -> date:
    if holiday.easter is not None:
        return easter(year) + timedelta(holiday.easter)
    return yearly_day(holiday.day or "01-01", year)
