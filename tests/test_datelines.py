"""What is a dateline, and what only looks like one."""

import pytest

from claimx.datelines import DATELINE


@pytest.mark.parametrize(
    "dateline",
    [
        "GENEVA, May 3 (Newswire) - ",
        "TOAMASINA — ",
        "LIMA (AP) -- ",
        "NAIROBI, August 21 (Newswire) -- ",
        "NEWARK, N.J. _ ",
        "Kampala, Uganda (Newswire) - ",
        "(Newswire) -- ",
        "OSLO, Oct. 3, 2024 (Newswire) — ",
        "OSLO/LONDON (Newswire) - ",
        "ST. LOUIS — ",
    ],
)
def test_datelines(dateline: str) -> None:
    match = DATELINE.match(f"{dateline}Five ships sank.")
    assert match is not None
    assert match.group() == dateline


@pytest.mark.parametrize(
    "text",
    [
        "US troops - 40 of them - left.",
        "Lyon - the second city - has 500,000 people.",
        "A MAN - tall and armed - fled.",
        "The GENEVA - a ship - sank.",
        "",
    ],
)
def test_other_words_before_a_dash(text: str) -> None:
    assert DATELINE.match(text) is None
