"""A document as a user hands it in, and with the claims that were read in it."""

from dataclasses import dataclass
from datetime import date, datetime

from claimx.errors import InputError
from claimx.model.claim import Claim

# Day 1 of year 1 and the end of 9999 stand for "no date" in data, and have no day before or after.
_NEWS_YEARS = range(1500, 3000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text to read, with what is known about it.

    `published` is a date or an ISO 8601 string; where it is absent, the text's own dateline counts.
    """

    text: str
    id: str | None = None
    title: str | None = None
    published: date | str | None = None
    url: str | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """A document and its claims, in text order: what exporters write."""

    document: Document
    claims: tuple[Claim, ...]


def published_date(value: date | str | None) -> date | None:
    """A publication date as a date; InputError says what is wrong with a value."""
    if value is None or value == "":
        return None
    try:
        day = value if isinstance(value, date) else datetime.fromisoformat(value)
    except (ValueError, TypeError) as error:
        raise InputError(
            f"published: {value!r} is no date; give a datetime.date or 'YYYY-MM-DD'"
        ) from error
    if day.year not in _NEWS_YEARS:
        raise InputError(f"published: {value!r} is no day of news; give a year from 1500 to 2999")
    return date(day.year, day.month, day.day)
