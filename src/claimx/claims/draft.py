"""A claim on its way: what is known before it is dated."""

from dataclasses import dataclass

from claimx.model import Attribution, Quantity, Stance


@dataclass(frozen=True, slots=True)
class Draft:
    """A selected quantity with what it measures, who vouches for it and its stance."""

    quantity: Quantity
    attribution: Attribution | None
    stance: Stance
    rules: tuple[str, ...]
