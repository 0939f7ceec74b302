"""Probabilities stay probabilities."""

from hypothesis import given
from hypothesis import strategies as st

from claimx.claims.confidence import log_odds, whole_features


@given(st.floats(0, 1), st.floats(0, 1))
def test_log_odds_grow_with_the_probability(low: float, high: float) -> None:
    if low < high:
        assert log_odds(low) <= log_odds(high)


def test_log_odds_of_certainty_are_finite() -> None:
    assert -5 < log_odds(0.0) < 0 < log_odds(1.0) < 5


def test_the_whole_is_told_by_its_fields() -> None:
    assert whole_features({"value": 0.5, "sources": 0.5, "date": 0.5}) == {
        "any": 1.0,
        "value": 0.0,
        "sources": 0.0,
        "date": 0.0,
    }
