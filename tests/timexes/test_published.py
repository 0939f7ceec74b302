"""The publication date that a text gives, and the places where a date is the story's own."""

import pytest
from spacy.language import Language


def _published(nlp: Language, text: str) -> str | None:
    day: str | None = nlp(text)._.published
    return day


@pytest.mark.parametrize(
    "head",
    [
        "Nov.12 - 2024 9:02 AM CET",
        "Tuesday, November 12, 2024",
        "Tuesday 12 November 2024 09.02 GMT",
        "12 November 2024",
        "2024-11-12",
        "By Jo Miller | Nov 12, 2024",
        "Published on 12 November 2024",
        "Published: Nov. 12, 2024, 9:02 a.m. ET",
        "Posted November 12, 2024 at 9:02 am",
        "First published 12 Nov 2024",
        "Last updated 12 November 2024",
        "November 12, 2024 — 5.00am",
        "For immediate release: November 12, 2024",
        "Embargoed until 00:01 GMT Tuesday 12 November 2024",
        "Published: 12-Nov-24",
        "Updated 12/11/2024 (first sent 25/10/2024)",
    ],
)
def test_lines_of_their_own(nlp: Language, head: str) -> None:
    text = f"River rises\n\n{head}\n\nThe river rose by 2 metres last week."
    assert _published(nlp, text) == "2024-11-12"


@pytest.mark.parametrize(
    "dateline",
    [
        "KYIV, Nov. 12, 2024 (Agency) - ",
        "NEW YORK, November 12, 2024 -- ",
        "LONDON, 12 November 2024 – ",
    ],
)
def test_datelines(nlp: Language, dateline: str) -> None:
    assert _published(nlp, f"{dateline}The river rose by 2 metres.") == "2024-11-12"


def test_dateline_without_year_takes_the_copyrights(nlp: Language) -> None:
    text = "OSLO, Nov. 12 (Agency) - The river rose by 2 metres.\n\n© 2024 Agency"
    assert _published(nlp, text) == "2024-11-12"


def test_dateline_without_year_follows_the_latest_whole_date(nlp: Language) -> None:
    text = "OSLO, Jan. 3 (Agency) - The river rose by 2 metres on December 30, 2023."
    assert _published(nlp, text) == "2024-01-03"


def test_published_goes_before_updated(nlp: Language) -> None:
    text = "Updated 14 November 2024\nPublished 12 November 2024\n\nThe river rose."
    assert _published(nlp, text) == "2024-11-12"


@pytest.mark.parametrize(
    "text",
    [
        "The river rose by 2 metres on November 12, 2024.",
        "Image: the bridge on November 12, 2024. Photo: City.\n\nThe river rose.",
        "OSLO, Nov. 12 (Agency) - The river rose by 2 metres.",
        "OSLO, Nov. 12 (Agency) - The river rose, having fallen since December 3, 2022.",
        "OSLO, Nov. 12 (Agency) - The river rose, as it had on November 20, 2022.",
        "OSLO, Nov. 12 (Agency) - The river rose in July 1997, and on March 12 it fell.",
        "Published on 12 November 1024\n\nThe river rose.",
        "Published on 31 November 2024\n\nThe river rose.",
        "",
    ],
)
def test_none(nlp: Language, text: str) -> None:
    assert _published(nlp, text) is None


def test_a_date_given_is_kept(nlp: Language) -> None:
    doc = nlp.make_doc("Published on 12 November 2024\n\nThe river rose yesterday.")
    doc._.published = "2024-11-20"
    doc = nlp(doc)
    assert doc._.published == "2024-11-20"
    assert doc._.timexes[-1].value == "2024-11-19"
