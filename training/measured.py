"""Learns how the phrases of a sentence are weighed for `of`: `claims/measured_weights.json`.

    python training/measured.py TEXTS GOLD [TEXTS GOLD ...] [--check]

TEXTS is a folder of texts, GOLD a folder of gold claims for them. The shipped weights come from

    ../shared/data/claims/texts ../shared/data/claims/gold corpus corpus/gold
    ../shared/data/claims/unlabelled training/unlabelled ../shared/data training/newswire

A phrase is right if it has half
of the words of the gold's, or the gold's half of its words, and no other has far more of them. Only
the claims that no rule decides are learnt from. With --check, documents are left out in turn (ten
folds) and nothing is written.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from gold import GoldDocument, read_gold
from logit import Example, best_candidate, learn

import claimx
from claimx.claims.measured import Measurer
from claimx.claims.measured_by_weight import Candidate, LearntWeigher
from claimx.claims.reading import Reading
from claimx.lexicon import load_lexicon

_WEIGHTS = Path(claimx.__file__).parent / "claims" / "measured_weights.json"
_ROUNDS = 2
_FOLDS = 10
_PENALTY = 4.0
_NEARLY_BEST = 0.6
_SMALL_WORDS = frozenset(
    ["a", "an", "the", "of", "in", "on", "at", "to", "for", "by", "with", "and", "or", "who"]
)


class Recorder(LearntWeigher):
    """A weigher that keeps the candidates it was shown last."""

    seen: Sequence[Candidate] = ()

    def choose(self, candidates: Sequence[Candidate]) -> Candidate:
        """The likeliest candidate by the weights so far."""
        self.seen = candidates
        return super().choose(candidates)


class Collector:
    """The examples of annotated documents, parsed once."""

    def __init__(self, documents: Iterable[GoldDocument]) -> None:
        nlp = claimx.load()
        self.lexicon = load_lexicon()
        self.documents = []
        for gold in documents:
            doc = nlp.make_doc(gold.text)
            doc._.published = gold.published
            self.documents.append((gold, nlp(doc)))

    def examples(self, weights: dict[str, float]) -> list[Example]:
        """An example for each found claim that the gold has, scores, and no rule decides."""
        recorder = Recorder(weights)
        measurer = Measurer(self.lexicon, recorder)
        found: list[Example] = []
        for gold, doc in self.documents:
            reading = Reading(doc, gold.published)
            own = {one.start: one for one in doc._.quantities}
            before = []
            for claim in doc._.claims:
                quantity = replace(claim.quantity, of=own[claim.quantity.start].of)
                recorder.seen = ()
                of, _ = measurer.find(reading, quantity, before)
                before.append((quantity, of))
                told = gold.at(quantity.start, quantity.end)
                if told is not None and told.fields.get("of") and recorder.seen:
                    right = _right(told.fields["of"], recorder.seen)
                    found.append(Example(gold.name, recorder.seen, right))
        return found


def _right(gold: str, candidates: Sequence[Candidate]) -> tuple[bool, ...]:
    asked = _words(gold)
    shares = [_agreement(asked, _words(one.mention.text)) for one in candidates]
    best = max(shares)
    return tuple(share > 0 and share >= _NEARLY_BEST * best for share in shares)


def _agreement(gold: set[str], found: set[str]) -> float:
    """The shared words of all; none where they are less than half of the shorter phrase."""
    shared = len(gold & found)
    if not shared or 2 * shared < min(len(gold), len(found)):
        return 0.0
    return shared / len(gold | found)


def _words(phrase: str) -> set[str]:
    plain = phrase.lower().replace("’s", "").replace("'s", "")
    singular = (re.sub(r"(?<=\w{3})(?<!s)s$", "", word) for word in re.findall(r"[\w&]+", plain))
    return set(singular) - _SMALL_WORDS


def learn_in_rounds(collector: Collector, documents: set[str]) -> dict[str, float]:
    """Weights learnt on some documents, each round with what the last one chose before."""
    weights: dict[str, float] = {}
    for _ in range(_ROUNDS):
        examples = [one for one in collector.examples(weights) if one.document in documents]
        weights = learn(examples, _PENALTY)
    return weights


def right(examples: Sequence[Example], weights: dict[str, float]) -> int:
    """How many examples have a right candidate first."""
    return sum(one.right[best_candidate(one, weights)] for one in examples)


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
        hits = total = 0
        for fold in range(_FOLDS):
            held = set(names[fold::_FOLDS])
            weights = learn_in_rounds(collector, set(names) - held)
            examples = [one for one in collector.examples(weights) if one.document in held]
            hits, total = hits + right(examples, weights), total + len(examples)
        sys.stdout.write(f"{hits / total:.3f} of {total} right with documents left out\n")
        return
    weights = learn_in_rounds(collector, set(names))
    examples = collector.examples(weights)
    sys.stdout.write(f"{right(examples, weights)} of {len(examples)} right in training\n")
    _WEIGHTS.write_text(json.dumps(weights, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
