"""What all tests share: the pipeline, loaded once, and one claim made by hand."""

from datetime import date

import pytest
from spacy.language import Language

import claimx
from claimx.model import (
    Claim,
    Document,
    Extraction,
    FieldConfidence,
    Mention,
    Period,
    Quantity,
    Source,
)


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The whole pipeline on the default model."""
    return claimx.load()


@pytest.fixture
def extraction() -> Extraction:
    """A document with one claim, whose fields all hold something."""
    text = "At least 40 homes burned on Sunday, the fire service told Radio Alder."
    claim = Claim(
        id="c-1",
        quantity=Quantity(
            text="At least 40",
            start=0,
            end=11,
            low=40.0,
            high=None,
            comparator=">=",
            counted=Mention(text="homes", start=12, end=17),
            rules=("at-least",),
        ),
        of=Mention(text="homes burned", start=12, end=24),
        sources=(
            Source(
                text="the fire service",
                start=36,
                end=52,
                name="Alder Fire Service",
                kind="government",
                cue="told",
            ),
            Source(text="Radio Alder", start=58, end=69, kind="media", role="relay", cue="told"),
        ),
        date=Period(
            text="on Sunday",
            start=25,
            end=34,
            first=date(2025, 3, 9),
            last=date(2025, 3, 9),
            timex="2025-03-09",
        ),
        stance="stated",
        confidence=0.87,
        confidences=FieldConfidence(value=0.98, sources=0.93, date=0.95),
        rules=("at-least", "told"),
        sentence=Mention(text=text, start=0, end=70),
    )
    document = Document(
        text=text,
        id="north/fire",
        title="Fire in Alder, again",
        published="2025-03-10",
        url="https://example.org/fire",
        outlet="Alder Post",
    )
    return Extraction(document=document, claims=(claim,))
