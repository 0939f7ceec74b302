"""The records on a spaCy Doc: the only file that registers extensions or touches `doc.user_data`.

A Doc goes through `to_bytes`, `DocBin` and worker processes only with plain data in `user_data`.
So the records are kept there as dicts, lists and ISO strings; `doc._.claims` and its kin are
getters that build the records, and setters that take them.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from spacy.tokens import Doc

from claimx.errors import MissingAnnotationError
from claimx.model import Attribution, Claim, Period, Quantity, Timex, Veto, published_date
from claimx.model.schema import from_plain, to_plain

_RECORDS: dict[str, type] = {
    "quantities": Quantity,
    "vetoes": Veto,
    "timexes": Timex,
    "periods": Period,
    "attributions": Attribution,
    "carried": Attribution,
    "claims": Claim,
}
_PUBLISHED = "claimx_published"


def require_parse(doc: Doc, component: str) -> None:
    """Raise MissingAnnotationError where the finders would have no tags or no parse to read."""
    for annotation, pipe in (("TAG", "tagger"), ("DEP", "parser")):
        if len(doc) and not doc.has_annotation(annotation):
            raise MissingAnnotationError(
                f"{component} reads tags and a parse, and this Doc has no {annotation};"
                f" add a trained {pipe!r} before {component!r}"
            )


def _records(name: str, kind: type) -> tuple[Callable[[Doc], tuple[Any, ...]], Callable[..., None]]:
    key = f"claimx_{name}"

    def get(doc: Doc) -> tuple[Any, ...]:
        return tuple(from_plain(kind, raw) for raw in doc.user_data.get(key, ()))

    def put(doc: Doc, records: Iterable[object]) -> None:
        doc.user_data[key] = [to_plain(record) for record in records]

    return get, put


def _get_published(doc: Doc) -> str | None:
    value: str | None = doc.user_data.get(_PUBLISHED)
    return value


def _put_published(doc: Doc, value: date | str | None) -> None:
    day = published_date(value)
    doc.user_data[_PUBLISHED] = day.isoformat() if day else None


def register() -> None:
    """Register the extensions once; spaCy's own error tells of another package's same name."""
    if Doc.has_extension("claims") and Doc.get_extension("published")[2] is _get_published:
        return
    for name, kind in _RECORDS.items():
        get, put = _records(name, kind)
        Doc.set_extension(name, getter=get, setter=put)
    Doc.set_extension("published", getter=_get_published, setter=_put_published)


register()
