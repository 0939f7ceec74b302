"""A document as a user hands it in."""

from dataclasses import dataclass
from datetime import date


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
