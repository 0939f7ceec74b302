"""Learns how sure a claim's fields are: `claims/confidence_weights.json`.

    python training/confidence.py TEXTS GOLD [TEXTS GOLD ...] [--check]

Documents are left out in turn (ten folds): their dates are chosen by weights learnt on the others,
so that the features here look as they do on a text that nobody trained on. A logistic model for
each of value, sources and date, and one that turns their three probabilities into that of the
whole. With --check, the calibration of documents left out is told and nothing is written.

The shipped weights are learnt on `$WEB corpus corpus/gold`, with WEB as in `dates.py`: newswire of
the eighties is so much harder that all else would look doubtful.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from dates import Collector, learn_in_rounds
from gold import read_gold, source_is_right, value_is_right
from numpy.typing import NDArray
from scipy.optimize import minimize

import claimx
from claimx.claims.choose_dates import DateChooser, Dater
from claimx.claims.confidence import Features, Field, field_features, whole_features
from claimx.claims.reading import Reading

_WEIGHTS = Path(claimx.__file__).parent / "claims" / "confidence_weights.json"
_FOLDS = 10
_LEAST_COUNT = 15
_PENALTY = 3.0
_FIELDS: tuple[Field, ...] = ("value", "sources", "date")

Weights = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Row:
    """A found claim: the features of its fields, and which of them are right."""

    document: str
    features: Mapping[Field, Features]
    right: Mapping[Field, bool]


def rows_of(collector: Collector, weights: dict[str, float], names: set[str]) -> list[Row]:
    """The claims of some documents, dated by given weights; optional ones are left out."""
    rows = []
    for gold, doc, quantities in collector.documents:
        if gold.name not in names:
            continue
        reading = Reading(doc, gold.published)
        attributions = (*doc._.attributions, *doc._.carried)
        drafts = collector.assembler.drafts(reading, quantities, attributions)
        dater = Dater(collector.lexicon, DateChooser(weights))
        choices = dater.date(reading, drafts, doc._.periods, attributions)
        for draft, choice in zip(drafts, choices, strict=True):
            claim = gold.at(draft.quantity.start, draft.quantity.end)
            if claim is not None and claim.fields.get("optional"):
                continue
            sources = draft.attribution.sources if draft.attribution else ()
            right: dict[Field, bool] = {
                "value": claim is not None and value_is_right(claim, draft.quantity),
                "sources": claim is not None and source_is_right(claim, sources),
                "date": claim is not None and claim.is_dated_by(choice.period, gold.published),
            }
            features = field_features(reading, draft, choice, attributions)
            rows.append(Row(gold.name, features, right))
    return rows


def fit(features: Sequence[Features], right: Sequence[bool]) -> dict[str, float]:
    """Logistic weights with a quadratic penalty."""
    counts = Counter(name for one in features for name in one)
    names = sorted(name for name, count in counts.items() if count >= _LEAST_COUNT)
    matrix = np.array([[one.get(name, 0.0) for name in names] for one in features])
    signs = np.where(np.array(right), 1.0, -1.0)
    free = np.array([0.0 if name == "any" else _PENALTY for name in names])

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        margins = signs * (matrix @ weights)
        value = float(np.sum(np.logaddexp(0, -margins)) + np.sum(free * weights**2) / 2)
        slope = -signs / (1 + np.exp(np.clip(margins, -30, 30)))
        return value, matrix.T @ slope + free * weights

    best = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B").x
    return {name: round(float(weight), 3) for name, weight in zip(names, best, strict=True)}


def probability(weights: Mapping[str, float], features: Features) -> float:
    """What a logistic model says."""
    score = sum(weights.get(name, 0.0) * size for name, size in features.items())
    return float(1 / (1 + np.exp(-score)))


def learn(rows: Sequence[Row]) -> Weights:
    """The four models; the whole is learnt on fields that the other half of the rows judged."""
    weights: Weights = {
        field: fit([row.features[field] for row in rows], [row.right[field] for row in rows])
        for field in _FIELDS
    }
    names = sorted({row.document for row in rows})
    features, right = [], []
    for fold in range(_FOLDS):
        held = set(names[fold::_FOLDS])
        rest = [row for row in rows if row.document not in held]
        models = {
            field: fit([row.features[field] for row in rest], [row.right[field] for row in rest])
            for field in _FIELDS
        }
        for row in (row for row in rows if row.document in held):
            features.append(whole_features(_fields(models, row)))
            right.append(all(row.right.values()))
    weights["all"] = fit(features, right)
    return weights


def _fields(models: Mapping[str, Mapping[str, float]], row: Row) -> dict[Field, float]:
    return {field: probability(models[field], row.features[field]) for field in _FIELDS}


def report(judged: Sequence[tuple[float, bool]]) -> str:
    """Calibration error over ten bins, and how right and how many the sure claims are."""
    error = 0.0
    for low in range(10):
        inside = [one for one in judged if low / 10 <= one[0] < (low + 1) / 10]
        error += abs(sum(p for p, _ in inside) - sum(good for _, good in inside))
    sure = [good for p, good in judged if p >= 0.9]
    return (
        f"calibration error {error / len(judged):.3f}; at least 0.9:"
        f" {sum(sure) / max(len(sure), 1):.3f} right of {len(sure)} in {len(judged)}\n"
    )


def main() -> None:
    """Learn and write the weights, or check them with documents left out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    documents = read_gold(arguments.folders)
    collector = Collector(documents)
    names = sorted(document.name for document in documents)
    folds = [set(names[fold::_FOLDS]) for fold in range(_FOLDS)]
    rows = [
        row
        for held in folds
        for row in rows_of(collector, learn_in_rounds(collector, set(names) - held), held)
    ]
    judged: dict[str, list[tuple[float, bool]]] = {name: [] for name in ("all", *_FIELDS)}
    for held in folds if arguments.check else ():
        weights = learn([row for row in rows if row.document not in held])
        for row in (row for row in rows if row.document in held):
            fields = _fields(weights, row)
            whole = probability(weights["all"], whole_features(fields))
            judged["all"].append((whole, all(row.right.values())))
            for field in _FIELDS:
                judged[field].append((fields[field], row.right[field]))
    for name, pairs in judged.items():
        if pairs:
            sys.stdout.write(f"{name:8} {report(pairs)}")
    if not arguments.check:
        text = json.dumps(learn(rows), indent=1, sort_keys=True)
        _WEIGHTS.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
