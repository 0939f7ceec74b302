"""What a claim's id is made of: the text, the span and the schema's version."""

import hashlib

from claimx.model.schema import SCHEMA_VERSION


def text_digest(text: str) -> str:
    """The digest that stands for a text in the ids of its claims."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def claim_id(digest: str, start: int, end: int) -> str:
    """The id of the claim whose quantity has this span, in the text with this digest."""
    key = f"{SCHEMA_VERSION}:{digest}:{start}:{end}"
    return hashlib.sha256(key.encode()).hexdigest()[:16]
