"""Trains the weights by which the attributions room tells likely attributions from unlikely ones.

    python training/attributions.py FOLDER...

A folder holds pairs NAME.txt and NAME.ann (brat standoff with Source, Cue and Content spans). Every
draft of the room is an example; it is right where an annotated attribution with a source shares a
word with its cue and with one of its sources. Needs scikit-learn; the same data give the same
weights.
"""

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict
from spacy.tokens import Doc

import claimx
from claimx.attributions import component
from claimx.attributions.component import AttributionFinder
from claimx.attributions.quotations import Quotations
from claimx.attributions.reading import Reading
from claimx.attributions.scope import Draft
from claimx.lexicon import load_lexicon

Span = tuple[int, int]
_OUT = Path(component.__file__).with_name("weights.json")
_STRENGTH = 0.25  # C of the regression; 0.1 to 0.5 do as well in cross-validation
# The best F1 of the source of a number in cross-validation, with a precision above 0.8.
_THRESHOLDS = {"report": 0.45, "plan": 0.65, "attitude": 0.65}
_RAREST = 4  # occurrences; rarer features are chance
_SMALLEST = 0.02  # weights nearer to zero decide nothing


@dataclass(frozen=True, slots=True)
class Gold:
    """An annotated attribution with a source."""

    cue: list[Span]
    source: list[Span]
    content: list[Span]


@dataclass(slots=True)
class Examples:
    """Features, rightness and document number of examples."""

    rows: list[dict[str, int]] = field(default_factory=list)
    labels: list[int] = field(default_factory=list)
    groups: list[int] = field(default_factory=list)

    def add(self, seen: list[str], *, right: bool, group: int) -> None:
        """Take one more example."""
        self.rows.append(dict.fromkeys(seen, 1))
        self.labels.append(int(right))
        self.groups.append(group)


def annotated(folder: Path) -> Iterator[tuple[str, list[Gold]]]:
    """The texts of a folder with their annotated attributions."""
    for path in sorted(folder.glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        records = path.with_suffix(".ann").read_bytes().decode("utf-8")
        placed: dict[str, list[Span]] = {}
        found = []
        for record in re.split(r"\n(?=[A-Z#]\d+\t)", records):
            fields = record.split("\t")
            if re.match(r"T\d+$", fields[0]):
                pairs = [pair.split() for pair in fields[1].split(" ", 1)[1].split(";")]
                placed[fields[0]] = [(int(start), int(end)) for start, end in pairs]
            elif re.match(r"E\d+$", fields[0]):
                roles: dict[str, list[Span]] = defaultdict(list)
                for part in fields[1].split()[1:]:
                    role, ident = part.split(":")
                    roles[role.rstrip("0123456789")] += placed.get(ident, [])
                if roles["Source"]:
                    found.append(Gold(roles["Cue"], roles["Source"], roles["Content"]))
        yield text, found


def examples(folders: list[Path], parse: Callable[[str], Doc]) -> Examples:
    """Every draft in the folders as an example."""
    finder = AttributionFinder(load_lexicon())
    found = Examples()
    documents = [one for folder in folders for one in annotated(folder)]
    for number, (text, gold) in enumerate(documents):
        reading, quotations = Reading(parse(text)), Quotations(text)
        drafts = finder.drafts(reading, quotations)
        for draft, seen in zip(drafts, finder.features(reading, quotations, drafts), strict=True):
            found.add(seen, right=match(reading, draft, gold) is not None, group=number)
    return found


def match(reading: Reading, draft: Draft, gold: list[Gold]) -> Gold | None:
    """The annotated attribution that shares words with the cue and a source of a draft."""
    cue = spans(reading, [draft.lead.extent])
    sources = spans(reading, list(draft.lead.sources))
    found = (one for one in gold if _meet(cue, one.cue) and _meet(sources, one.source))
    return next(found, None)


def spans(reading: Reading, extents: list[tuple[int, int]]) -> list[Span]:
    """The characters of some tokens."""
    return [(reading.starts[first], reading.ends[end - 1]) for first, end in extents]


def _meet(ones: list[Span], others: list[Span]) -> bool:
    return any(a < d and c < b for a, b in ones for c, d in others)


def train(folders: list[Path], parse: Callable[[str], Doc]) -> None:
    """Write the weights and print what cross-validation says of them."""
    seen = examples(folders, parse)
    vectorizer = DictVectorizer(dtype=np.float32)
    matrix = vectorizer.fit_transform(seen.rows)
    common = np.asarray(matrix.sum(axis=0)).ravel() >= _RAREST
    matrix = matrix[:, common]
    names = vectorizer.get_feature_names_out()[common]
    labels = np.array(seen.labels)
    model = LogisticRegression(C=_STRENGTH, max_iter=1000, solver="liblinear", random_state=0)
    guesses = cross_val_predict(
        model, matrix, labels, groups=seen.groups, cv=GroupKFold(5), method="predict_proba"
    )[:, 1]
    given = guesses >= 0.5
    right = int(np.sum(given & (labels == 1)))
    print(  # noqa: T201
        f"{len(labels)} drafts, {labels.sum()} right; in cross-validation"
        f" precision {right / given.sum():.3f}, recall {right / labels.sum():.3f}"
    )
    model.fit(matrix, labels)
    weights = {
        name: round(float(weight), 3)
        for name, weight in sorted(zip(names, model.coef_[0], strict=True))
        if abs(weight) >= _SMALLEST
    }
    intercept = round(float(model.intercept_[0]), 3)
    table = {"intercept": intercept, "thresholds": _THRESHOLDS, "weights": weights}
    _OUT.write_text(json.dumps(table, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")


def main() -> None:
    """Read the folders from the command line and train on them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", type=Path, nargs="+")
    folders: list[Path] = parser.parse_args().folders
    nlp = claimx.load()
    nlp.disable_pipe("claimx")
    train(folders, nlp)


if __name__ == "__main__":
    main()
