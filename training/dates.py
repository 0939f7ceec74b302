"""Learns how the candidates for a claim's date are weighed: `claims/date_weights.json`.

    python training/dates.py TEXTS GOLD [TEXTS GOLD ...] [--check]

TEXTS is a folder of `.txt` files, GOLD a folder of gold claims for them. A conditional logit: the
probability of a candidate is the softmax of its features' weights over all candidates of a claim.
A claim counts where one of its candidates is right. The periods that the gold names stand in for
what the timex finder makes of the same words, so that its errors teach nothing; the claims before
are dated by the weights of the round before. With --check, documents are left out in turn
(ten folds) and nothing is written.

A pair that is named twice counts twice, and cannot be checked. The shipped weights count news of
the kind that claimx is for twice, from the folder of this project:

    WEB="../shared/data/claims/texts ../shared/data/claims/gold
         ../shared/data/claims/unlabelled training/unlabelled"
    python training/dates.py $WEB $WEB corpus corpus/gold ../shared/data training/newswire
"""

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from gold import GoldDocument, read_gold
from logit import Example, best_candidate, learn

import claimx
from claimx.claims.choose_dates import Candidate, Choice, Dater
from claimx.claims.component import ClaimAssembler
from claimx.claims.reading import Reading
from claimx.lexicon import load_lexicon
from claimx.model import Period

_WEIGHTS = Path(claimx.__file__).parent / "claims" / "date_weights.json"
_ROUNDS = 3
_PENALTY = 5.0
_FOLDS = 10
_LEAST_COUNT = 12
# Where few documents show a thing, its weights stay near what the guidelines say of it.
_EXPECTED = {
    "survey": 3.5,
    "survey-source": 1.5,
    "survey-topic": 3.0,
    "record": -2.0,
    "war-losses": 2.5,
    "compared-base-base-elliptic": 2.0,
    "compared-reported-level-elliptic": 2.0,
    "compared-span-change-elliptic": 2.0,
    "compared-span-change-base-told-here": 3.0,
    "role-base-base": 1.0,
    "role-base-plain": -1.0,
    "role-level-base": -1.0,
    "role-change-span": 1.5,
    "role-base-span": -2.0,
    "role-level-span": -3.0,
    "role-plain-span": -1.0,
    "began": 1.0,
    "began-perfect": 3.0,
    "in-relative": -1.0,
    "inserted-comma": -1.0,
}


class Recorder:
    """A chooser that keeps the candidates it is shown, and picks by given weights."""

    def __init__(self, weights: dict[str, float]) -> None:
        self.weights = weights
        self.seen: list[Sequence[Candidate]] = []

    def choose(self, candidates: Sequence[Candidate]) -> Choice:
        """The best candidate by the weights so far."""
        self.seen.append(candidates)
        best = max(candidates, key=lambda one: sum(self.weights.get(f, 0.0) for f in one.features))
        return Choice(best.period, best.rule, 1.0)


class Collector:
    """The examples of annotated documents, parsed once."""

    def __init__(self, documents: Iterable[GoldDocument]) -> None:
        nlp = claimx.load()
        self.lexicon = load_lexicon()
        self.assembler = ClaimAssembler(self.lexicon)
        self.documents = []
        for gold in documents:
            doc = nlp.make_doc(gold.text)
            doc._.published = gold.published
            doc = nlp(doc)
            self.documents.append((gold, doc, [claim.quantity for claim in doc._.claims]))

    def examples(self, weights: dict[str, float]) -> list[Example]:
        """An example for each found claim that the gold has, and scores."""
        found = []
        for gold, doc, quantities in self.documents:
            reading = Reading(doc, gold.published)
            attributions = (*doc._.attributions, *doc._.carried)
            drafts = self.assembler.drafts(reading, quantities, attributions)
            recorder = Recorder(weights)
            dater = Dater(self.lexicon, recorder)
            periods = _with_gold(doc._.periods, gold.periods())
            order = dater.order(reading, drafts)
            dater.date(reading, drafts, periods, attributions)
            for index, candidates in zip(order, recorder.seen, strict=True):
                claim = gold.at(quantities[index].start, quantities[index].end)
                if claim is None or claim.fields.get("optional"):
                    continue
                right = tuple(claim.is_dated_by(one.period, gold.published) for one in candidates)
                if any(right):
                    found.append(Example(gold.name, candidates, right))
        return found


def _with_gold(periods: Iterable[Period], gold: Sequence[Period]) -> list[Period]:
    """The found periods, those that the gold has as well with its days, and the gold's others."""
    kept, left = [], list(gold)
    for one in periods:
        match = next((other for other in left if _overlap(one, other)), None)
        if match is None:
            kept.append(one)
            continue
        left.remove(match)
        kept.append(replace(match, rules=one.rules))
    return sorted([*kept, *left], key=lambda one: one.start or 0)


def _overlap(a: Period, b: Period) -> bool:
    return (a.start or 0) < (b.end or 0) and (b.start or 0) < (a.end or 0)


def learn_in_rounds(collector: Collector, documents: set[str]) -> dict[str, float]:
    """Weights learnt on some documents, each round with the dates that the last one chose."""
    weights: dict[str, float] = {}
    for _ in range(_ROUNDS):
        examples = [one for one in collector.examples(weights) if one.document in documents]
        weights = learn(examples, _PENALTY, least_count=_LEAST_COUNT, expected=_EXPECTED)
    return weights


def accuracy(examples: Sequence[Example], weights: dict[str, float]) -> float:
    """The share of examples whose best candidate is right."""
    hits = sum(one.right[best_candidate(one, weights)] for one in examples)
    return hits / max(len(examples), 1)


def main() -> None:
    """Learn and write the weights, or check them with documents left out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    documents = read_gold(arguments.folders)
    collector = Collector(documents)
    names = sorted(document.name for document in documents)
    if arguments.check:
        right = total = 0.0
        for fold in range(_FOLDS):
            held = set(names[fold::_FOLDS])
            weights = learn_in_rounds(collector, set(names) - held)
            examples = [one for one in collector.examples(weights) if one.document in held]
            right += accuracy(examples, weights) * len(examples)
            total += len(examples)
        sys.stdout.write(f"{right / total:.3f} of {total:.0f} right with documents left out\n")
        return
    weights = learn_in_rounds(collector, set(names))
    examples = collector.examples(weights)
    sys.stdout.write(f"{accuracy(examples, weights):.3f} of {len(examples)} right in training\n")
    _WEIGHTS.write_text(json.dumps(weights, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
