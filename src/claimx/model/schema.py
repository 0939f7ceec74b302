"""Records as plain data and back, and the JSON Schema of a claim, through pydantic."""

from typing import Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError

from claimx.errors import InputError
from claimx.model.claim import Claim

SCHEMA_VERSION = 1

Record = TypeVar("Record")


_ADAPTERS: dict[type, TypeAdapter[Any]] = {}  # building one takes milliseconds


def _adapter(kind: type) -> TypeAdapter[Any]:
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind]


def to_plain(record: object) -> dict[str, Any]:
    """Dicts, lists, strings and numbers, with the record's field names as keys."""
    plain = _adapter(type(record)).dump_python(record, mode="json")
    return cast("dict[str, Any]", plain)  # a record always dumps to a dict


def from_plain(kind: type[Record], raw: object) -> Record:
    """The record that plain data describe; InputError names the first field that is wrong."""
    try:
        return cast("Record", _adapter(kind).validate_python(raw))  # the adapter of that kind
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or kind.__name__
        raise InputError(f"{kind.__name__}: {place}: {first['msg']}") from error


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of one claim as `Claim.to_dict` gives it."""
    schema = _adapter(Claim).json_schema(mode="serialization")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Claim",
        "version": SCHEMA_VERSION,
        **schema,
    }
