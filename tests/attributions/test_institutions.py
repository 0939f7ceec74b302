"""One institution behind names of other order, spelling and form."""

import pytest

from claimx.attributions.institutions import Institutions
from claimx.lexicon.source_words import Country, Institution

_INSTITUTIONS = Institutions(
    [
        Institution(name="army", label="Armed Forces of Sandland", kind="military"),
        Institution(
            name="defence",
            label="Sandland Ministry of Defence",
            kind="government",
            aliases=("SMD",),
        ),
    ],
    [Country(name="sandland", forms=("Sandland", "Sandish"), capital="Dunes")],
)


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Sandland's Armed Forces", "Armed Forces of Sandland"),
        ("Sandish armed forces", "Armed Forces of Sandland"),
        ("the Defense Ministry of Sandland", "Sandland Ministry of Defence"),
        ("SMD", "Sandland Ministry of Defence"),
    ],
)
def test_find(name: str, label: str) -> None:
    found = _INSTITUTIONS.find(name)
    assert found is not None
    assert found.label == label


@pytest.mark.parametrize("name", ["smd", "Armed Forces", "Sandland", ""])
def test_find_nothing(name: str) -> None:
    assert _INSTITUTIONS.find(name) is None


def test_is_country() -> None:
    assert _INSTITUTIONS.is_country("Sandish")
    assert _INSTITUTIONS.is_country("Dunes")
    assert not _INSTITUTIONS.is_country("Armed Forces")
