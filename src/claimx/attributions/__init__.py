"""Who says so: finds cues, contents and sources, and resolves sources to names."""

from claimx.attributions.component import AttributionFinder

__all__ = ["AttributionFinder"]
