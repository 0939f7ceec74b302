"""How candidates for a date are weighed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.claims.choose_dates import Candidate, DateChooser, shipped_weights
from claimx.model import Period

_MAY = Period(text="in May", start=9, end=15, first=date(2024, 5, 1), last=date(2024, 5, 31))


def test_the_heavier_candidate_wins() -> None:
    nothing = Candidate(None, "no-date", ("none",))
    may = Candidate(_MAY, "date-in-clause", ("near", "fronted"))
    chooser = DateChooser({"none": 1.0, "near": 0.8, "fronted": 0.6})
    choice = chooser.choose([nothing, may])
    assert (choice.period, choice.rule) == (_MAY, "date-in-clause")
    assert choice.probability == pytest.approx(1 / (1 + 2.718281828 ** (1.0 - 1.4)))


def test_no_date_may_win() -> None:
    nothing = Candidate(None, "no-date", ("none",))
    may = Candidate(_MAY, "date-in-sentence", ("far",))
    assert DateChooser({"none": 1.0, "far": -1.0}).choose([nothing, may]).period is None


@given(st.lists(st.lists(st.sampled_from(sorted(shipped_weights())), max_size=6), min_size=1))
def test_a_choice_is_a_probability(features: list[list[str]]) -> None:
    candidates = [Candidate(None, str(i), tuple(names)) for i, names in enumerate(features)]
    choice = DateChooser(shipped_weights()).choose(candidates)
    assert 1 / len(candidates) - 1e-9 <= choice.probability <= 1
