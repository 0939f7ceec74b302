"""Gold claims as the trainers read them: documents with what is right for each quantity."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from claimx.model import Period


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """One gold claim: where its quantity stands, and the fields as the file has them."""

    start: int
    end: int
    fields: dict[str, Any]

    @property
    def days(self) -> tuple[date, date] | None:
        """First and last day of the period that dates the claim; None where it has no date."""
        raw = self.fields.get("date")
        return (date.fromisoformat(raw["start"]), date.fromisoformat(raw["end"])) if raw else None


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """An annotated text."""

    name: str
    text: str
    published: date
    claims: tuple[GoldClaim, ...]

    def at(self, start: int, end: int) -> GoldClaim | None:
        """The gold claim whose quantity overlaps a stretch."""
        return next((one for one in self.claims if one.start < end and start < one.end), None)

    def periods(self) -> tuple[Period, ...]:
        """The periods that the gold names by their words, where these stand nearest the claim."""
        found: dict[int, Period] = {}
        for claim in self.claims:
            words, days = (claim.fields.get("date") or {}).get("text"), claim.days
            if not words or days is None or words not in self.text:
                continue
            places = [
                index for index in range(len(self.text)) if self.text.startswith(words, index)
            ]
            start = min(places, key=lambda place: abs(place - claim.start))
            end = start + len(words)
            found[start] = Period(text=words, start=start, end=end, first=days[0], last=days[1])
        return tuple(found.values())


def read_gold(pairs: list[Path]) -> list[GoldDocument]:
    """The documents of pairs of folders: texts, gold, texts, gold, ..."""
    folders = zip(pairs[::2], pairs[1::2], strict=True)
    return [document for texts, gold in folders for document in _read_folder(texts, gold)]


def _read_folder(texts: Path, gold: Path) -> Iterator[GoldDocument]:
    for path in sorted(gold.glob("*.json")):
        raw = json.loads(path.read_text(encoding="utf-8"))
        text = (texts / f"{raw['doc']}.txt").read_text(encoding="utf-8")
        claims = tuple(_claim(text, fields) for fields in raw["claims"])
        yield GoldDocument(raw["doc"], text, date.fromisoformat(raw["published"]), claims)


def _claim(text: str, fields: dict[str, Any]) -> GoldClaim:
    quantity, context = fields["quantity"], fields.get("context", "")
    start = fields.get("start", text.find(context) + context.find(quantity))
    return GoldClaim(start, start + len(quantity), fields)
