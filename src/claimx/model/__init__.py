"""The records that cross room borders: frozen, plain, tied to the text by character offsets."""

from claimx.model.attribution import Attribution, Source
from claimx.model.claim import Claim, FieldConfidence
from claimx.model.document import Document, Extraction, published_date
from claimx.model.mention import Mention, Veto
from claimx.model.quantity import Quantity
from claimx.model.timex import Period, Timex
from claimx.model.vocabulary import (
    Change,
    Comparator,
    CueSense,
    Quotation,
    Role,
    SourceKind,
    Stance,
    TimexMod,
    TimexType,
)

__all__ = [
    "Attribution",
    "Change",
    "Claim",
    "Comparator",
    "CueSense",
    "Document",
    "Extraction",
    "FieldConfidence",
    "Mention",
    "Period",
    "Quantity",
    "Quotation",
    "Role",
    "Source",
    "SourceKind",
    "Stance",
    "Timex",
    "TimexMod",
    "TimexType",
    "Veto",
    "published_date",
]
