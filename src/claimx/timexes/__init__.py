"""When: finds time expressions, reads them in TIMEX3, and gives their calendar periods."""

from claimx.timexes.component import TimexFinder

__all__ = ["TimexFinder"]
