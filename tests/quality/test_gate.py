"""No figure on `corpus/` falls below its floor; `make floors` raises them."""

import json
from pathlib import Path

import pytest

from claimx.corpus import evaluate

_FLOORS: dict[str, float] = json.loads(
    Path(__file__).with_name("floors.json").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def figures() -> dict[str, float]:
    return evaluate(Path(__file__).parents[2] / "corpus").figures()


@pytest.mark.parametrize("name", _FLOORS)
def test_no_figure_falls_below_its_floor(name: str, figures: dict[str, float]) -> None:
    assert figures[name] >= _FLOORS[name]


def test_every_figure_has_a_floor(figures: dict[str, float]) -> None:
    assert set(figures) == set(_FLOORS)
