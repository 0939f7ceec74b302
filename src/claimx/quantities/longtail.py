"""The long tail of units: quantulum3's unit table, read as plain data when a word asks for it."""

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from claimx.quantities.wordsets import words

# Units of that table which are other words in news far more often.
_COMMON = words(
    "annum atmosphere bar barn base bit candle cord cup curie darcy denier dots drop ell"
    " fathom gal galileo gauss gray hand head henry langley league link maxwell minute mole"
    " nibble peck pel pond quad quarter quartet rad rod rutherford second shake siemens span"
    " stick stokes tesla tex turn weber"
)


class LongTail:
    """Unit names by their words in quantulum3's table."""

    def named(self, word: str) -> str | None:
        """The unit's name for its word or regular plural, None where the table has none."""
        table = _table()
        return table.get(word) or (table.get(word.removesuffix("s")) if len(word) > 4 else None)


@cache
def _table() -> dict[str, str]:
    spec = find_spec("quantulum3")
    folders = spec.submodule_search_locations if spec else None
    if not folders:
        return {}
    raw = json.loads((Path(folders[0]) / "units.json").read_text(encoding="utf-8"))
    return {
        surface.lower(): name
        for name, unit in raw.items()
        if unit.get("entity") not in ("dimensionless", "currency")
        for surface in (name, *unit.get("surfaces", ()))
        if surface.lower() not in _COMMON
    }
