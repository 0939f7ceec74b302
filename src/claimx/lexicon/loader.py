"""Reads the shipped lexicon and users' additions to it, and says what is wrong with a file.

A lexicon file is TOML. Every entry is a table in an array named for its kind (``[[modifier]]``),
has a `name` that is unique in its kind, and only the keys that the kind's record declares. A user
file is written the same way: an entry with a shipped entry's name replaces it, and a ``[remove]``
table (``modifier = ["more-than"]``) drops entries.
"""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from claimx.errors import LexiconError
from claimx.lexicon import claim_words, quantity_words, source_words, time_words

KINDS: dict[str, type] = {
    **quantity_words.KINDS,
    **time_words.KINDS,
    **source_words.KINDS,
    **claim_words.KINDS,
}

Entry = TypeVar("Entry")
_Entries = dict[str, dict[str, object]]


@dataclass(frozen=True, slots=True)
class Addition:
    """A user's lexicon file: its name, for messages, and its text."""

    name: str
    text: str


class Lexicon:
    """The words of all rooms, by kind of entry."""

    def __init__(self, entries: Mapping[type, tuple[object, ...]]) -> None:
        self._entries = entries

    def of(self, kind: type[Entry]) -> tuple[Entry, ...]:
        """All entries of a kind, sorted by name."""
        found = self._entries[kind]
        return tuple(entry for entry in found if isinstance(entry, kind))


def load_lexicon(paths: Iterable[str | Path] = ()) -> Lexicon:
    """The shipped lexicon with the users' files over it, later files over earlier ones."""
    return build_lexicon(read_additions(paths))


def read_additions(paths: Iterable[str | Path]) -> tuple[Addition, ...]:
    """The texts of users' lexicon files; LexiconError names a file that cannot be read."""
    return tuple(_read(Path(path)) for path in paths)


def _read(path: Path) -> Addition:
    try:
        return Addition(str(path), path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(
            f"{path}: the lexicon file cannot be read ({error}); give a UTF-8 TOML file"
        ) from error


@cache
def build_lexicon(additions: tuple[Addition, ...]) -> Lexicon:
    """The shipped lexicon with additions over it, built once for the same texts."""
    entries: _Entries = {kind: {} for kind in KINDS}
    for addition in (*_shipped(), *additions):
        _merge(entries, addition, shipped=addition not in additions)
    return Lexicon(
        {
            record: tuple(entry for _, entry in sorted(entries[kind].items()))
            for kind, record in KINDS.items()
        }
    )


def _shipped() -> Sequence[Addition]:
    folder = files("claimx.lexicon") / "en"
    found = [entry for entry in folder.iterdir() if entry.name.endswith(".toml")]
    return [
        Addition(entry.name, entry.read_text(encoding="utf-8"))
        for entry in sorted(found, key=lambda entry: entry.name)
    ]


def _merge(entries: _Entries, addition: Addition, *, shipped: bool) -> None:
    try:
        tables = tomllib.loads(addition.text)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{addition.name}: not valid TOML: {error}") from error
    _remove(entries, tables.pop("remove", {}), addition.name)
    for kind, rows in tables.items():
        if kind not in KINDS:
            raise LexiconError(
                f"{addition.name}: unknown kind {kind!r}; allowed: {', '.join(sorted(KINDS))}"
            )
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise LexiconError(f"{addition.name}: {kind}: is no table; write [[{kind}]]")
        seen: set[str] = set()
        for row in rows:
            entry = _entry(kind, row, addition.name)
            key: str = row["name"]
            if key in seen or (shipped and key in entries[kind]):
                raise LexiconError(f"{addition.name}: {kind} {key!r} stands twice; rename one")
            seen.add(key)
            entries[kind][key] = entry


def _remove(entries: _Entries, removed: object, place: str) -> None:
    if not isinstance(removed, dict) or not all(isinstance(it, list) for it in removed.values()):
        raise LexiconError(f'{place}: remove: is no table of names; write kind = ["name"] in it')
    for kind, names in removed.items():
        for name in names:
            if entries.get(kind, {}).pop(name, None) is None:
                raise LexiconError(
                    f"{place}: remove: there is no {kind} {name!r}; name a shipped entry"
                )


@cache
def _adapter(record: type) -> TypeAdapter[object]:
    return TypeAdapter(record)


def _entry(kind: str, row: Mapping[str, Any], place: str) -> object:
    record = KINDS[kind]
    allowed = [field.name for field in fields(record)]
    label = f"{place}: {kind} {row.get('name', '?')!r}"
    for key in row:
        if key not in allowed:
            raise LexiconError(f"{label}: unknown key {key!r}; allowed: {', '.join(allowed)}")
        if isinstance(row[key], list) and any(str(word).strip() == "" for word in row[key]):
            raise LexiconError(f"{label}: {key} = {row[key]!r} has an empty word; remove it")
    for field in fields(record):
        required = field.default is MISSING and field.default_factory is MISSING
        if required and row.get(field.name) in (None, "", []):
            raise LexiconError(f"{label}: {field.name!r} is missing or empty; give it a value")
    try:
        return _adapter(record).validate_python(row)
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        raise LexiconError(f"{label}: {key} = {first['input']!r}: {first['msg']}") from error
