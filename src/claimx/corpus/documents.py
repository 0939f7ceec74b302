"""Documents as they are read: each one sound, or a failure that says where and why."""

from collections.abc import Mapping
from dataclasses import dataclass

from claimx.errors import InputError
from claimx.model import Document, published_date

FACTS = ("title", "published", "url", "outlet")


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A document that could not be read: the place, and in one sentence why not."""

    place: str
    reason: str


def parse_document(facts: Mapping[str, object], *, known_as: str) -> Document:
    """The document with this `text` and, where `facts` has them, its id, title, date and origin.

    InputError says what is wrong with a fact.
    """
    strings = {name: _string(name, facts.get(name)) for name in ("text", "id", *FACTS)}
    text = strings["text"]
    if text is None or not text.strip():
        raise InputError("holds no text")
    return Document(
        text=text,
        id=strings["id"] or known_as,
        title=strings["title"],
        published=published_date(strings["published"]),
        url=strings["url"],
        outlet=strings["outlet"],
    )


def decode(raw: bytes) -> str:
    """The text of UTF-8 bytes, line ends as they stand; InputError names the first bad byte."""
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            f"is not UTF-8 (byte 0x{raw[error.start]:02x} at {error.start}); save it as UTF-8"
        ) from error


def _string(name: str, value: object) -> str | None:
    if value is None or value == "":
        return None
    if name == "id" and isinstance(value, int):
        return str(value)
    if not isinstance(value, str):
        raise InputError(f"{name}: {value!r} is no string")
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:  # JSON's "\ud83d" alone, which no UTF-8 file can hold
        raise InputError(
            f"{name}: holds half a surrogate pair at {error.start}; remove it"
        ) from error
    return value
