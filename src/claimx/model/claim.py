"""The numeric claim: how much, of what, who says so, and for when."""

from dataclasses import dataclass
from typing import Any, Self

from claimx.model.attribution import Source
from claimx.model.mention import Mention
from claimx.model.quantity import Quantity
from claimx.model.timex import Period
from claimx.model.vocabulary import Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldConfidence:
    """How likely each field that attributes a claim is right, 0 to 1."""

    value: float
    sources: float
    date: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One quantity that the text asserts about the world.

    `id` is the same for the same text, span and schema version. `confidence` is the probability
    that value, sources and date are all right; `confidences` has it for each of the three.
    `rules` names the rules that made the claim: its quantity, sources, date and stance.
    """

    id: str
    quantity: Quantity
    of: Mention | None
    sources: tuple[Source, ...]
    date: Period | None
    stance: Stance
    confidence: float
    confidences: FieldConfidence
    rules: tuple[str, ...]
    sentence: Mention

    def to_dict(self) -> dict[str, Any]:
        """Plain data with the field names as keys: lists for tuples, ISO 8601 strings for dates."""
        from claimx.model import schema  # noqa: PLC0415  records must not pay for pydantic at import

        return schema.to_plain(self)

    @classmethod
    def from_dict(cls, raw: dict[str, Any]) -> Self:
        """Read a claim back from plain data; InputError names the first field that is wrong."""
        from claimx.model import schema  # noqa: PLC0415  as above

        return schema.from_plain(cls, raw)
