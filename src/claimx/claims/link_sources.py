"""Who vouches for a quantity: the attribution whose content holds it most closely."""

from collections.abc import Sequence

from claimx.model import Attribution, Quantity


def link_sources(quantity: Quantity, attributions: Sequence[Attribution]) -> Attribution | None:
    """The innermost attribution that governs a quantity; None where the text speaks itself."""
    holding = [
        (piece.end - piece.start, index)
        for index, attribution in enumerate(attributions)
        for piece in attribution.content
        if piece.start <= quantity.start and quantity.end <= piece.end and attribution.sources
    ]
    return attributions[min(holding)[1]] if holding else None
