"""What holds for every text, news or not: claimx never raises, never moves, never wavers."""

from datetime import date, timedelta

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import claimx
from claimx.model import Claim

# Pieces of news that the rules react to, joined in any order with any characters between them:
# arbitrary characters alone would hardly ever make a claim.
_PIECES = st.sampled_from(
    [
        "1,950", "over 712,000", "$4.5 million", "12%", "3-1", "half a million", "dozens of",
        "between 5 and 10 km", "one in five", "2024", "Nov. 12", "9:02 AM", "last month",
        "since Monday", "by 2030", "a day", "troops", "people were killed", "rose", "to",
        "according to", "the ministry", "said", "Mr Ames", "he", "told Reuters", "that", "\u201c",
        "\u201d", '"', "'", "(", ")", ",", ".", "\n\n", "\u00a0", "-", "\u2013", "\u00bd",
    ]
)  # fmt: skip
_TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(st.one_of(_PIECES, st.text(max_size=3)), max_size=30).map(" ".join),
    st.lists(_PIECES, max_size=30).map("".join),
)
_DATES = st.one_of(st.none(), st.dates(date(1500, 1, 1), date(2999, 12, 31)))
_FEW = settings(
    max_examples=300,
    deadline=timedelta(seconds=10),
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)


def _stretches(claim: Claim) -> list[tuple[str, int, int]]:
    """Every piece of text in a claim with its place."""
    parts = [claim.quantity, claim.quantity.counted, claim.of, claim.sentence, *claim.sources]
    placed = [(part.text, part.start, part.end) for part in parts if part is not None]
    period = claim.date
    if period and period.text is not None and period.start is not None and period.end is not None:
        placed.append((period.text, period.start, period.end))
    return placed


@_FEW
@given(_TEXTS, _DATES)
@example("", None)
@example("\x00 5 people \ufffd died", None)
@example("5 people died.\r\n\r\n\u2028At least 6\u00a0000 fled, \U0001f525 officials said", None)
@example("9" * 400 + " people died", None)
@example("1e999 people, 0/0 of them, said \u0661\u0662 officials", None)
def test_every_text_is_read(text: str, published: date | None) -> None:
    claims = claimx.extract(text, published=published)
    assert claims == sorted(claims, key=lambda claim: claim.quantity.start)
    for claim in claims:
        assert all(text[start:end] == part for part, start, end in _stretches(claim))
        assert 0.0 <= claim.confidence <= 1.0
        assert Claim.from_dict(claim.to_dict()) == claim
    assert len({claim.id for claim in claims}) == len(claims)
    assert claimx.extract(text, published=published) == claims


@_FEW
@given(st.lists(_TEXTS, max_size=4))
def test_neighbours_change_nothing(texts: list[str]) -> None:
    assert list(claimx.pipe(texts)) == [claimx.extract(text) for text in texts]
