"""The claim: which quantities are claims, of what, by whom, for when, and how surely."""

from claimx.claims.component import ClaimAssembler

__all__ = ["ClaimAssembler"]
