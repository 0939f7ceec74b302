"""What a format is: a function that writes extractions to a text stream that the caller opened."""

from collections.abc import Iterable
from typing import Protocol, TextIO

from claimx.model import Extraction


class Exporter(Protocol):
    """Writes documents with their claims in one format."""

    def __call__(self, extractions: Iterable[Extraction], stream: TextIO) -> None:
        """Write the extractions as they come; nothing is kept in memory."""
