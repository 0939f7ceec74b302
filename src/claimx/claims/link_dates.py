"""For when a quantity holds: the period that dates it."""

from collections.abc import Sequence

from claimx.model import Attribution, Period, Quantity

from .reading import Reading


def link_dates(
    reading: Reading,
    quantity: Quantity,
    periods: Sequence[Period],
    attribution: Attribution | None,
) -> tuple[Period | None, str]:
    """The period of a quantity and the rule that found it; None where the text does not tell."""
    sentence = reading.sentence_at(quantity.start)
    near = [
        (abs(period.start - quantity.start), index)
        for index, period in enumerate(periods)
        if period.start is not None and sentence.start <= period.start < sentence.end
    ]
    return (periods[min(near)[1]], "date-in-sentence") if near else (None, "no-date")
