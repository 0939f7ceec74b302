"""JSON Lines: a claim in each line, with its document and the version of the format.

    {"schema_version": 1, "document": {"id": ..., "title": ..., "published": ..., "url": ...,
     "outlet": ...}, "claim": {...}}

`claim` is `Claim.to_dict()`, which the JSON Schema of `claimx schema` describes.
"""

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, TextIO

from claimx.errors import InputError
from claimx.model import Claim, Document, Extraction, published_date
from claimx.model.schema import SCHEMA_VERSION

_FACTS = ("id", "title", "published", "url", "outlet")


def write_jsonl(extractions: Iterable[Extraction], stream: TextIO) -> None:
    """Write a line for each claim."""
    for extraction in extractions:
        stream.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows(extraction))


def rows(extraction: Extraction) -> Iterator[dict[str, Any]]:
    """The claims of a document as plain data, each with the version and the document's facts."""
    document = _facts(extraction.document)
    for claim in extraction.claims:
        yield {"schema_version": SCHEMA_VERSION, "document": document, "claim": claim.to_dict()}


def _facts(document: Document) -> dict[str, str | None]:
    published = published_date(document.published)
    return {
        "id": document.id,
        "title": document.title,
        "published": published.isoformat() if published else None,
        "url": document.url,
        "outlet": document.outlet,
    }


def read_jsonl(stream: TextIO) -> Iterator[Extraction]:
    """The documents with their claims as `write_jsonl` wrote them; their texts are not in the file.

    InputError names the first line that is no such claim.
    """
    lines = (_claim(number, line) for number, line in enumerate(stream, start=1) if line.strip())
    for document, claims in groupby(lines, key=lambda read: read[0]):
        yield Extraction(document=document, claims=tuple(claim for _, claim in claims))


def _claim(number: int, line: str) -> tuple[Document, Claim]:
    try:
        row = json.loads(line)
        version, facts = row["schema_version"], row["document"]
        document = Document(text="", **{name: facts[name] for name in _FACTS})
        claim = Claim.from_dict(row["claim"])
    except InputError as error:
        raise InputError(f"line {number}: {error}") from error
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(f"line {number} is no claim that claimx wrote as JSON Lines") from error
    if version != SCHEMA_VERSION:
        raise InputError(
            f"line {number}: schema_version is {version!r}; this claimx reads {SCHEMA_VERSION}"
        )
    return document, claim
