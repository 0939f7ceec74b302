"""The publication date that a text itself gives: a label, a dateline, a line of its own.

Only whole days count, within the bounds below; where two places give one, the more telling wins:
"Published on ...", then a line that is only a date, then an agency's dateline, then "Updated ...",
then a date that ends the title.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

_HEAD = 2500  # characters: headline, byline and picture lines; further down dates are the story's
_TAIL = 600
_NEAR = 180  # days: a dateline without a year is at most so long after the latest whole date
_YEARS = range(1900, 2101)

# What a label may stand after: the start of its line or field, or names ("By Jo Miller Published").
_OPENING = r"""(?:^|[|•·(\[])\s*(?:(?:this\s)?(?:article|story|post|page)\s(?:was\s)?)?
    (?:(?:first|last|originally)\s)?"""
_BYLINE = r"(?:^|[|•·])\s*(?:[Bb]y\s|and\s|[A-Z][\w.’'-]*,?\s){1,8}(?=(?-i:[A-Z]))"
_PUBLISHED = re.compile(
    rf"""(?:{_OPENING}|{_BYLINE})(?:published|posted|issued|released|filed
    |for\simmediate\srelease|embargoed\suntil
    |(?:(?:release|publication|issue)\s)?date(?:\sof\s(?:publication|issue|release)
    |\s(?:published|posted|issued))?)\b(?P<rest>[^\n]{{0,40}})$""",
    re.IGNORECASE | re.VERBOSE,
)
_UPDATED = re.compile(
    rf"(?:{_OPENING}|{_BYLINE})(?:updated|modified|revised)\b(?P<rest>[^\n]{{0,40}})$",
    re.IGNORECASE | re.VERBOSE,
)
_LABELLED = re.compile(
    r"^[^\n]{0,20}\b(?:published|posted|updated|date)\b:? ?(?:on )?([^\n]{0,30}\d[^\n]{0,20})$",
    re.IGNORECASE | re.MULTILINE,
)
_BREAK = re.compile(r"[,:|–—-]\s*$")
_PICTURE = re.compile(r"\b(?:image|photo|photograph|picture|file|video|credit)\b", re.IGNORECASE)
_PLACE_BEFORE = re.compile(
    r"\[?(?:[A-Z][A-Z.’' ]{2,40}(?:, ?[A-Z][\w. ]{0,20})?,?\s*|[A-Z][\w.’' ]{1,40},\s*)"
    r"(?:(?:--?|[–—])\s?\([^)\n]{2,30}\)\s?(?:--?|[–—])\s?)?"
)
_AGENCY_AFTER = re.compile(r",?\s*(?:\([^)\n]{2,30}\)|/[^/\n]{2,30}/)?\s*(?:--?|[–—:\]])")
_FURNITURE = re.compile(
    r"\b(?:\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:[ap]m)?|[ap]\.?m\b\.?|[A-Z]{2,4}T|GMT|UTC|by|on|in|at|and|read|"
    r"story|min(?:ute)?s?|hours?|days?|ago|updated|published|posted|last|first|comments?|"
    r"\d{1,2} ?[hmd]?)\b",
    re.IGNORECASE,
)
_FIELD = re.compile(r"\s[|•·]\s")
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\s*(\d{4})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DayMention:
    """A day of the calendar as it stands in a text; the year is None where it has none."""

    start: int
    end: int
    year: int | None
    month: int
    day: int


def find_published(
    text: str, mentions: Sequence[DayMention], *, day_first: bool = False
) -> date | None:
    """The day on which the text was published, as it says itself; None where it does not."""
    ranked = sorted(
        (rank, mention.start, mention)
        for mention in mentions
        if (rank := _rank(text, mention)) is not None
    )
    for _, _, mention in ranked:
        day = _day(text, mention, mentions)
        if day is not None:
            return day
    return _labelled(text, day_first=day_first)


def _labelled(text: str, *, day_first: bool) -> date | None:
    """The date after a label, in a style that the grammar does not have: "Published: 12-Nov-24"."""
    found = _LABELLED.search(text, 0, _HEAD)
    if found is None:
        return None
    import dateparser  # noqa: PLC0415  takes a third of a second, and hardly any text needs it

    read = dateparser.parse(
        found[1],
        languages=["en"],
        settings={
            "DATE_ORDER": "DMY" if day_first else "MDY",
            "RELATIVE_BASE": datetime(2000, 1, 1),  # noqa: DTZ001  only so that no clock is read
            "REQUIRE_PARTS": ["day", "month", "year"],
        },
    )
    return read.date() if read and read.year in _YEARS else None


def _rank(text: str, mention: DayMention) -> int | None:
    """How telling the place of a date is, 0 the most; None where it tells of the story."""
    if _HEAD < mention.start < len(text) - _TAIL:
        return None
    line_start = text.rfind("\n", 0, mention.start) + 1
    line_end = text.find("\n", mention.end)
    before = text[line_start : mention.start]
    after = text[mention.end : line_end if line_end >= 0 else len(text)]
    if _has_label(_UPDATED, before):
        return 3
    if _has_label(_PUBLISHED, before):
        return 0
    if mention.start > _HEAD or _PICTURE.search(before + after):
        return None
    if _is_dateline(before, after):
        return 2
    if mention.year is None:
        return None
    if _is_own_line(before, after):
        return 1
    ends_title = line_start == 0 < line_end and not after.strip() and _BREAK.search(before)
    return 4 if ends_title else None


def _is_dateline(before: str, after: str) -> bool:
    """Whether it is an agency's: "KYIV, Nov. 12 (Agency) - ..."."""
    return bool(_PLACE_BEFORE.fullmatch(before) and _AGENCY_AFTER.match(after))


def _has_label(label: re.Pattern[str], before: str) -> bool:
    """Whether a label stands before a date, with at most time and names between: "Posted by Jo"."""
    found = label.search(before)
    return found is not None and _names_only(found["rest"])


def _is_own_line(before: str, after: str) -> bool:
    """Whether the rest of its line, or of a field of it, is only time, name, or byline."""
    opening, (ending, *others) = _FIELD.split(before)[-1], _FIELD.split(after)
    return len(ending) < 60 and len(others) < 6 and _names_only(f"{opening} {ending}")


def _names_only(text: str) -> bool:
    words = re.findall(r"[^\W\d_]+", _FURNITURE.sub(" ", text))
    return len(words) <= 6 and all(word[0].isupper() for word in words)


def _day(text: str, mention: DayMention, mentions: Sequence[DayMention]) -> date | None:
    year = mention.year or _year_near(text, mention, mentions)
    if year is None or year not in _YEARS:
        return None
    try:
        return date(year, mention.month, mention.day)
    except ValueError:  # no such day in that year
        return None


def _year_near(text: str, mention: DayMention, mentions: Sequence[DayMention]) -> int | None:
    """The year of a dateline without one: the copyright's, or that of the latest whole date."""
    found = _COPYRIGHT.search(text)
    if found:
        return int(found[1])
    whole = [(one.year, one.month, one.day) for one in mentions if one.year is not None]
    if not whole:
        return None
    year, month, day = max(whole)
    ahead = ((mention.month - month) * 31 + mention.day - day) % (12 * 31)
    return year + ((mention.month, mention.day) < (month, day)) if ahead < _NEAR else None
