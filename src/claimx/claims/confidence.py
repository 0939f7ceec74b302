"""How likely a claim is right: the probability that value, sources and date all are."""

from claimx.model import FieldConfidence

from .choose_dates import Choice
from .draft import Draft


def assess(draft: Draft, choice: Choice) -> tuple[float, FieldConfidence]:
    """The confidence of a claim and of its three attributing fields."""
    sources = 0.8 if draft.attribution else 0.85
    return 0.95 * sources * choice.probability, FieldConfidence(
        value=0.97, sources=sources, date=choice.probability
    )
