"""Trains the weights by which the attributions room tells likely attributions from unlikely ones.

    python training/attributions.py FOLDER... [--check FOLDER]

A folder holds pairs NAME.txt and NAME.ann (brat standoff with Source, Cue and Content spans). Every
draft of the room is an example; it is right where an annotated attribution with a source shares a
word with its cue and with one of its sources. Needs scikit-learn; the same data give the same weights.
"""

import argparse
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict
from spacy.tokens import Doc

from claimx.attributions import component, evidence
from claimx.attributions.component import AttributionFinder
from claimx.attributions.quotations import Quotations
from claimx.attributions.reading import Reading
from claimx.lexicon import load_lexicon

Span = tuple[int, int]
_OUT = Path(component.__file__).with_name("weights.json")
_STRENGTH = 0.25  # C of the regression; 0.1 to 0.5 do as well in cross-validation
_THRESHOLD = 0.45
_SMALLEST = 0.02  # weights nearer to zero decide nothing


def annotated(folder: Path) -> Iterator[tuple[str, list[tuple[list[Span], list[Span]]]]]:
    """The texts of a folder with the spans of cue and source of each attribution."""
    for path in sorted(folder.glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        spans: dict[str, list[Span]] = {}
        found = []
        for record in re.split(
            r"\n(?=[A-Z#]\d+\t)", path.with_suffix(".ann").read_bytes().decode("utf-8")
        ):
            fields = record.split("\t")
            if re.match(r"T\d+$", fields[0]):
                where = fields[1].split(" ", 1)[1]
                pairs = [pair.split() for pair in where.split(";")]
                spans[fields[0]] = [(int(start), int(end)) for start, end in pairs]
            elif re.match(r"E\d+$", fields[0]):
                roles: dict[str, list[Span]] = {"Cue": [], "Source": []}
                for part in fields[1].split()[1:]:
                    role, ident = part.split(":")
                    roles.setdefault(role, []).extend(spans.get(ident, []))
                if roles["Source"]:
                    found.append((roles["Cue"], roles["Source"]))
        yield text, found


def examples(
    folders: list[Path], parse: Callable[[str], Doc]
) -> tuple[list[dict[str, int]], list[int], list[int]]:
    """Features, rightness and document number of every draft in the folders."""
    finder = AttributionFinder(load_lexicon())
    rows: list[dict[str, int]] = []
    labels: list[int] = []
    groups: list[int] = []
    documents = [one for folder in folders for one in annotated(folder)]
    for number, (text, gold) in enumerate(documents):
        reading, quotations = Reading(parse(text)), Quotations(text)
        drafts = finder.drafts(reading, quotations)
        for draft in drafts:
            cue = _spans(reading, [draft.lead.extent])
            sources = _spans(reading, list(draft.lead.sources))
            rows.append(dict.fromkeys(evidence.features(reading, quotations, drafts, draft), 1))
            labels.append(int(any(_meet(cue, c) and _meet(sources, s) for c, s in gold)))
            groups.append(number)
    return rows, labels, groups


def _spans(reading: Reading, extents: list[tuple[int, int]]) -> list[Span]:
    return [(reading.starts[first], reading.ends[end - 1]) for first, end in extents]


def _meet(ones: list[Span], others: list[Span]) -> bool:
    return any(a < d and c < b for a, b in ones for c, d in others)


def train(folders: list[Path], parse: Callable[[str], Doc]) -> None:
    """Write the weights and print what cross-validation says of them."""
    rows, labels, groups = examples(folders, parse)
    vectorizer = DictVectorizer(dtype=np.float32)
    matrix = vectorizer.fit_transform(rows)
    common = np.asarray(matrix.sum(axis=0)).ravel() >= 4
    matrix = matrix[:, common]
    names = vectorizer.get_feature_names_out()[common]
    model = LogisticRegression(C=_STRENGTH, max_iter=1000, solver="liblinear", random_state=0)
    guesses = cross_val_predict(
        model, matrix, labels, groups=groups, cv=GroupKFold(5), method="predict_proba"
    )[:, 1]
    for threshold in (0.3, 0.4, 0.5, 0.6, 0.7):
        given = guesses >= threshold
        right = int(np.sum(given & (np.array(labels) == 1)))
        precision, recall = right / max(given.sum(), 1), right / sum(labels)
        print(f"{threshold:.1f}  precision {precision:.3f}  recall {recall:.3f}")  # noqa: T201
    model.fit(matrix, labels)
    weights = {
        name: round(float(weight), 3)
        for name, weight in sorted(zip(names, model.coef_[0], strict=True))
        if abs(weight) >= _SMALLEST
    }
    written = {
        "intercept": round(float(model.intercept_[0]), 3),
        "threshold": _THRESHOLD,
        "weights": weights,
    }
    _OUT.write_text(json.dumps(written, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{len(rows)} drafts, {sum(labels)} right, {len(weights)} weights")  # noqa: T201


def main() -> None:
    """Read the folders from the command line and train on them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", type=Path, nargs="+")
    folders: list[Path] = parser.parse_args().folders
    import claimx  # noqa: PLC0415  the model is loaded for a run, not for an import

    nlp = claimx.load()
    nlp.disable_pipe("claimx")
    train(folders, nlp)


if __name__ == "__main__":
    main()
