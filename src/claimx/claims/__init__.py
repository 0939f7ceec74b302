"""The claim: which quantities are claims, of what, by whom, for when, and how surely."""

from claimx.claims.component import ClaimAssembler
from claimx.claims.explain import explain

__all__ = ["ClaimAssembler", "explain"]
