"""Rules for seasons, weekends and holidays: "last summer", "over the weekend", "Easter 2024"."""

from collections.abc import Mapping
from datetime import date, timedelta

from claimx.lexicon.time_words import Holiday
from claimx.timexes.grammar import Match, Rule
from claimx.timexes.reading import Context, Reader, Reading, date_reading, mod_of
from claimx.timexes.values import days_of, easter, value_at, yearly_day
from claimx.timexes.years import spoken_year

_WHICH = "(?: THE? [LAST THIS NEXT COMING PREVIOUS FOLLOWING THAT]:rel [PAST COMING]? | THE )?"


def season_rules(holidays: Mapping[str, Holiday]) -> tuple[Rule[Reader], ...]:
    """The rules, the more telling first; `holidays` by name."""

    def holiday(match: Match, context: Context) -> Reading | None:
        return _holiday(match, context, holidays[match.value("holiday")])

    return (
        Rule(
            "holiday",
            "MOD [LAST THIS NEXT]:rel? HOLIDAY:holiday (?: COMMA? YEAR:year )? UNIT:unit?",
            holiday,
        ),
        Rule("season", f"MOD {_WHICH} SEASON:season [OF IN]? YEAR:year", _season_of_year),
        Rule(
            "season",
            f"""MOD {_WHICH} SEASON:season OF?
            CARDINAL:century [CARDINAL SCALE]:tens (?: DASH? CARDINAL:ones )?""",
            _season_of_spoken_year,
        ),
        Rule("season", f"MOD {_WHICH} (?: [EARLY MID]:part_mod DASH? )? SEASON:season", _season),
        Rule(
            "weekend",
            "MOD (?: [THIS LAST NEXT]:rel [PAST COMING]? | THE [COMING PAST]? ) UNIT:weekend",
            _weekend,
        ),
    )


def _season_of_year(match: Match, context: Context) -> Reading | None:  # noqa: ARG001  every rule takes both
    return date_reading(f"{match.value('year')}-{match.value('season')}", mod_of(match))


def _season_of_spoken_year(match: Match, context: Context) -> Reading | None:
    year = spoken_year(match, context)
    return date_reading(f"{year.value}-{match.value('season')}", mod_of(match)) if year else None


def _season(match: Match, context: Context) -> Reading | None:
    """A season that a word makes a time: "last fall", "in the spring"; not "summer camp"."""
    place, lexemes = match.at("season"), match.lexemes
    led = lexemes.before(match.first) in context.cues["before-season"]
    alone = match.end - match.first == 1 or (place in lexemes.doubtful and not match.has("rel"))
    if (alone and not led) or context.tenses.token(lexemes.starts[place]).tag_[:2] != "NN":
        return None
    year = _season_year(match, context)
    return date_reading(f"{year or 'XXXX'}-{match.value('season')}", mod_of(match))


def _season_year(match: Match, context: Context) -> int | None:
    relation, published = match.value("rel"), context.published
    told = context.mentioned(match, "Y M D S")
    if told and context.narrative:
        return _told_year(told, match.value("season"), relation)
    days = days_of(f"{published.year}-{match.value('season')}") if published else None
    if published is None or days is None:
        return None
    if relation == "-1":
        return published.year - (days[1] >= published)
    if relation == "1":
        return published.year + (days[0] <= published)
    if relation == "0":
        return published.year
    if context.is_ahead(match):
        return published.year + (days[1] < published)
    return published.year - (days[0] > published)


def _told_year(told: str, season: str, relation: str) -> int:
    """The year of a season in a tale: "that winter", "the following spring"."""
    year, before = int(told[:4]), days_of(told)
    own = days_of(f"{year:04}-{season}")
    if before is None or own is None:
        return year
    if relation == "1":
        return year + (own[0] <= before[0])
    return year - (relation == "-1" and own[1] >= before[0])


def _weekend(match: Match, context: Context) -> Reading | None:
    """The weekend past, on weekdays and where the verb does not look ahead."""
    if match.value("weekend") != "WE" or match.text.endswith("s"):
        return None
    if context.published is None:
        return Reading("DATE", "XXXX-WXX-WE", mod_of(match))
    weeks = int(match.value("rel", "0"))
    if not weeks and context.published.isoweekday() < 6 and not context.is_ahead(match):
        weeks = -1
    return date_reading(value_at(context.published + timedelta(7 * weeks), "WE"), mod_of(match))


def _holiday(match: Match, context: Context, holiday: Holiday) -> Reading | None:
    before = context.tenses.before(match.offset)
    if before is not None and before.tag_ == "NNP" and not match.has("rel"):
        return None  # "Johnnie Christmas"
    day = _holiday_near(match, context, holiday)
    if day is None:
        return Reading("DATE", "XXXX-XX-XX")
    unit = match.value("unit")  # "Easter week"
    return date_reading(value_at(day, unit if unit in {"W", "WE"} else "D"))


def _holiday_near(match: Match, context: Context, holiday: Holiday) -> date | None:
    """The feast in the year told, or nearest to publication, or before it if the verb says so."""
    told = context.mentioned(match, "Y M D S") if context.narrative else None
    if match.has("year") or told:
        return _holiday_in(holiday, int(match.value("year", (told or "")[:4])))
    published, relation = context.published, match.value("rel")
    if published is None:
        return None
    last, own, following = (_holiday_in(holiday, published.year + away) for away in (-1, 0, 1))
    if relation == "0":
        return own
    if relation == "1" or context.is_ahead(match):
        return own if own >= published else following
    nearest = min((last, own, following), key=lambda day: abs((day - published).days))
    behind = relation == "-1" or (context.lies(match) < 0 and (nearest - published).days > 14)
    if behind and nearest > published:
        return own if own <= published else last
    return nearest


def _holiday_in(holiday: Holiday, year: int) -> date:
    if holiday.easter is not None:
        return easter(year) + timedelta(holiday.easter)
    return yearly_day(holiday.day or "01-01", year)
