"""Runs the scorers of `../shared/bench` on the development data beside them: one scoreboard.

`make bench` calls it. Each figure stands beside the goal that was set for it.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import track
from rich.table import Table

_SHARED = Path(__file__).parents[2] / "shared"
_BENCH, _DATA = _SHARED / "bench", _SHARED / "data"


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the scoreboard: its place in the scorer's JSON, its name, and the goal."""

    place: str
    name: str
    goal: float | None = None
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class Scorer:
    """A scorer with its arguments, and the figures to show of it."""

    title: str
    script: str
    arguments: tuple[str | Path, ...]
    figures: tuple[Figure, ...]


_DATES = _DATA / "dates"
_DATE_FIGURES = (
    Figure("value_f1", "value F1", 88, 100),
    Figure("interval_accuracy", "interval accuracy", 93, 100),
    Figure("strict/f1", "extent F1", None, 100),
)
_NEWSQUANT = "newsquant/newsquant_dev.json/metrics"
SCORERS = (
    Scorer(
        "claims",
        "claims.py",
        (
            "--texts",
            _DATA / "claims/texts",
            "--gold",
            *sorted((_DATA / "claims/gold").glob("*.json")),
        ),
        (
            Figure("detected_f1", "detection F1", 95, 100),
            Figure("attributed_f1", "attributed F1", 85, 100),
            Figure("whole_f1", "whole F1", 78, 100),
            Figure("confident_precision", "right where confidence >= 0.9", 95, 100),
            Figure("calibration_error", "calibration error", 5, 100),
        ),
    ),
    Scorer(
        "quantities",
        "quantities.py",
        ("--data", _DATA / "quantities"),
        (
            Figure(f"{_NEWSQUANT}/value/F1", "value F1", 94),
            Figure(f"{_NEWSQUANT}/value+unit/F1", "value and unit F1", 86),
            Figure(f"{_NEWSQUANT}/value+change/F1", "value and change F1", 89),
            Figure(f"{_NEWSQUANT}/value+concept partial/F1", "value and concept, partial F1", 85),
            Figure(f"{_NEWSQUANT}/value+concept complete/F1", "value and concept, complete F1", 64),
        ),
    ),
    Scorer(
        "dates, corrected gold",
        "dates.py",
        ("--data", _DATES, "--corrections", _DATES / "corrections.tsv"),
        _DATE_FIGURES,
    ),
    Scorer(
        "dates, gold as published",
        "dates.py",
        ("--data", _DATES),
        tuple(Figure(one.place, one.name, None, one.scale) for one in _DATE_FIGURES),
    ),
    Scorer(
        "sources",
        "sources.py",
        ("--data", _DATA / "sources/dev"),
        (
            Figure("numbers/f1", "numbers with their source, F1", 80, 100),
            Figure("kinds/reporting cue/f1", "numbers with a reporting cue, F1", 92, 100),
            Figure("accuracy", "accuracy over all numbers", 87, 100),
        ),
    ),
    Scorer(
        "speed",
        "speed.py",
        ("--texts", _DATA / "sources/dev"),
        (
            Figure("ratio_median", "words/s, times the bare small model", 2),
            Figure("system_words_per_second", "words/s"),
            Figure("first_claim_seconds", "seconds to the first claim", 2.5),
            Figure("growth_of_time_for_8x_length", "time for 8 times the length, times"),
        ),
    ),
)


def run(scorer: Scorer) -> dict[str, Any]:
    """What a scorer measured, as it writes it to JSON."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "figures.json"
        script, adapter = _BENCH / scorer.script, _BENCH / "claimx_adapter.py"
        command = [sys.executable, script, "--system", adapter, *scorer.arguments, "--json", out]
        done = subprocess.run(  # noqa: S603  the scorers beside us
            command, capture_output=True, text=True, check=False
        )
        if done.returncode:
            sys.exit(f"{scorer.script} failed:\n{done.stderr}")
        measured: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
        return measured


def rows(scorer: Scorer, measured: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """The scoreboard's lines of one scorer: name, figure and goal."""
    for figure in scorer.figures:
        value: Any = measured
        for key in figure.place.split("/"):
            value = value[key]
        goal = "" if figure.goal is None else f"{figure.goal:g}"
        yield figure.name, f"{value * figure.scale:,.1f}", goal


def main() -> None:
    """Measure and show everything; without `../shared`, say so."""
    if not _BENCH.is_dir():
        sys.exit(f"There is no {_BENCH}: the scorers and their data are not part of this project.")
    board = Table(title="claimx on development data", title_justify="left")
    board.add_column("measure")
    board.add_column("figure", justify="right")
    board.add_column("goal", justify="right")
    progress = Console(stderr=True)
    for scorer in track(SCORERS, description="Measuring", console=progress, transient=True):
        board.add_section()
        board.add_row(f"[bold]{scorer.title}[/bold]", "", "")
        for row in rows(scorer, run(scorer)):
            board.add_row(*row)
    Console().print(board)


if __name__ == "__main__":
    main()
