"""Raises the quality floors in `tests/quality/floors.json` to what `corpus/` measures now.

`make floors` calls it. A floor lies a little below its figure, so that a claim or three may flip
where a parse does, and never sinks: a figure below its floor is an error, here as in the tests.
"""

import json
import math
import sys
from pathlib import Path

from claimx.corpus import evaluate

_ROOT = Path(__file__).parents[1]
_FLOORS = _ROOT / "tests" / "quality" / "floors.json"
_SLACK = 0.005  # of some 600 claims one more wrong costs 0.0015


def main() -> None:
    """Measure, raise and write; exit with 1 where a figure lies below its floor."""
    floors: dict[str, float] = json.loads(_FLOORS.read_text(encoding="utf-8"))
    figures = evaluate(_ROOT / "corpus").figures()
    fallen = {name: figures[name] for name, floor in floors.items() if figures[name] < floor}
    if fallen:
        sys.exit(f"below their floors, which do not sink: {fallen}")
    raised = {
        name: max(floors.get(name, 0.0), math.floor((figure - _SLACK) * 1000) / 1000)
        for name, figure in figures.items()
    }
    _FLOORS.write_text(json.dumps(raised, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
