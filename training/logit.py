"""A conditional logit: which of several candidates is right, by weights of their features."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix


class Featured(Protocol):
    """A candidate: it has features."""

    @property
    def features(self) -> tuple[str, ...]:
        """The names of what holds of the candidate."""


@dataclass(frozen=True, slots=True)
class Example:
    """The candidates of one question, and which of them are right."""

    document: str
    candidates: Sequence[Featured]
    right: tuple[bool, ...]


def learn(
    examples: Sequence[Example],
    penalty: float,
    *,
    least_count: int = 5,
    expected: Mapping[str, float] | None = None,
) -> dict[str, float]:
    """The weights that make the right candidates likeliest.

    The penalty draws them to zero, or to what is expected of a feature that few examples have.
    """
    wanted = expected or {}
    useful = [one for one in examples if any(one.right)]
    rows = [candidate.features for one in useful for candidate in one.candidates]
    counts = Counter(name for row in rows for name in row)
    frequent = {name for name, count in counts.items() if count >= least_count}
    names = sorted(frequent | wanted.keys())
    index = {name: number for number, name in enumerate(names)}
    cells = [(row, index[f]) for row, told in enumerate(rows) for f in told if f in index]
    across, down = zip(*cells, strict=True)
    matrix = csr_matrix((np.ones(len(cells)), (across, down)), shape=(len(rows), len(names)))
    owner = np.repeat(np.arange(len(useful)), [len(one.candidates) for one in useful])
    correct = np.array([right for one in useful for right in one.right])
    prior = np.array([wanted.get(name, 0.0) for name in names])

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        odds = np.exp(np.clip(matrix @ weights, -30, 30))
        total = np.bincount(owner, odds)
        good = np.bincount(owner, odds * correct)
        gradient = matrix.T @ (odds / total[owner] - odds * correct / good[owner])
        value = float(np.sum(np.log(total) - np.log(good)))
        off = weights - prior
        return value + penalty / 2 * float(off @ off), gradient + penalty * off

    best = minimize(loss, prior, jac=True, method="L-BFGS-B").x
    return {name: round(float(w), 3) for name, w in zip(names, best, strict=True) if abs(w) > 1e-3}


def best_candidate(example: Example, weights: dict[str, float]) -> int:
    """The place of the candidate with the highest score."""
    scores = [sum(weights.get(f, 0.0) for f in one.features) for one in example.candidates]
    return scores.index(max(scores))
