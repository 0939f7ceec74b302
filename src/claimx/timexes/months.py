"""Rules for months: "late October", "March 2009", "June last year", and which "May" is one."""

from datetime import date

from claimx.timexes.days import narrative_year
from claimx.timexes.grammar import Match, Rule
from claimx.timexes.reading import TOLD_YEAR, Context, Reader, Reading, date_reading, mod_of
from claimx.timexes.values import days_of, unit_of
from claimx.timexes.years import spoken_year

_YEAR_AFTER = """(?= [DASH TO AND THROUGH UNTIL] (?: THE | EARLY | MID | DASH ){0,3}
    (?: MONTH DAY? | DAY MONTH ) COMMA? YEAR:year )"""


def month_rules() -> tuple[Rule[Reader], ...]:
    """The rules, the more telling first."""
    return (
        Rule("month-year", "MOD MONTH:month [COMMA OF IN]? YEAR:year (?!PERCENT)", _month_year),
        Rule("month-year", f"MOD MONTH:month {_YEAR_AFTER}", _month_year),
        Rule(
            "month-year",
            "MOD MONTH:month CARDINAL:century [CARDINAL SCALE]:tens (?: DASH? CARDINAL:ones )?",
            _month_spoken_year,
        ),
        Rule(
            "month-of-year",
            "MOD MONTH:month [COMMA OF]? [LAST THIS NEXT]:rel UNIT:unit",
            _month_of_relative_year,
        ),
        Rule("month-of-year", f"MOD MONTH:month {TOLD_YEAR}", _month_of_told_year),
        Rule("told-month", "MOD THE [FOLLOWING PREVIOUS]:told MONTH:month", _told_month),
        Rule(
            "month",
            """MOD (?: [THIS LAST NEXT COMING PAST THAT]:rel [PAST COMING]? )?
            (?: EARLY:part_mod )? MONTH:month (?!DASH OLD)""",
            _month,
        ),
    )


def _month_year(match: Match, context: Context) -> Reading | None:  # noqa: ARG001  every rule takes both
    return date_reading(f"{match.value('year')}-{match.value('month')}", mod_of(match))


def _month_spoken_year(match: Match, context: Context) -> Reading | None:
    year = spoken_year(match, context)
    return date_reading(f"{year.value}-{match.value('month')}", mod_of(match)) if year else None


def _month_of_relative_year(match: Match, context: Context) -> Reading | None:
    if match.value("unit") != "Y":
        return None
    published = context.published
    year = published.year + int(match.value("rel")) if published else "XXXX"
    return date_reading(f"{year}-{match.value('month')}", mod_of(match))


def _month_of_told_year(match: Match, context: Context) -> Reading | None:
    told = context.mentioned(match, "Y M D S")
    if told is None or match.value("that_unit") != "Y":
        return None
    year = context.that_year(match, told)
    return date_reading(f"{year}-{match.value('month')}", mod_of(match))


def _told_month(match: Match, context: Context) -> Reading | None:
    """The month after or before the time told: "the following April"."""
    told = context.mentioned(match, "Y M D S")
    days = days_of(told) if told else None
    if days is None:
        return None
    month, ahead = int(match.value("month")), match.value("told") == "1"
    before = days[0].month < month or (unit_of(told or "") == "Y" and not ahead)
    year = days[0].year + (not before if ahead else -(not before))
    return date_reading(f"{year:04}-{month:02}", mod_of(match))


def _month(match: Match, context: Context) -> Reading | None:
    if not _is_month(match, context):
        return None
    month = int(match.value("month"))
    told = context.mentioned(match, "Y M D S")
    year: int | str
    that = match.has("rel") and match.surface("rel").lower() == "that"
    if told and (that or (context.narrative and not match.has("rel"))):
        year = narrative_year(told, month)
    elif context.published:
        year = _nearest_year(match, context, context.published, month)
    else:
        year = context.year_set(match)
    return date_reading(f"{year}-{month:02}", mod_of(match))


def _nearest_year(match: Match, context: Context, published: date, month: int) -> int:
    relation = match.surface("rel").lower() if match.has("rel") else ""
    gap = month - published.month
    if relation == "this":
        return published.year
    if relation in {"last", "past"}:  # "last February", said in March, is a year ago
        return published.year - (gap >= -1)
    direction = 1 if relation else context.lies(match)
    if direction > 0:
        return published.year + (gap < 0)
    if direction < 0:
        return published.year - (gap > 0)
    return published.year + (gap < -6) - (gap > 4)


def _is_month(match: Match, context: Context) -> bool:
    """Whether "May" is the month: the words before, the tag, and no name beside it tell."""
    lexemes, index = match.lexemes, match.at("month")
    if lexemes.surface(index) in context.cues["name-like-month"]:
        return match.end - match.first > 1
    if index not in lexemes.doubtful or match.end - match.first > 1:
        return True
    token = context.tenses.token(lexemes.starts[index])
    if token.tag_ in {"MD", "VB", "VBP", "VBD"}:
        return False
    if lexemes.before(index) in context.cues["before-month"]:
        return True
    beside = [token.doc[at] for at in (token.i - 1, token.i + 1) if 0 <= at < len(token.doc)]
    return token.tag_ == "NNP" and all(other.tag_ != "NNP" for other in beside)
