"""The tense of a clause."""

import pytest

from claimx.claims.tense import tense_of

from .conftest import MakeDoc


@pytest.mark.parametrize(
    ("pieces", "verb", "tense"),
    [
        ("Forty/CD/nsubj/1 died/VBD/ROOT/1", 1, "past"),
        ("Forty/CD/nsubjpass/2 were/VBD/auxpass/2 hurt/VBN/ROOT/2", 2, "past"),
        ("Forty/CD/nsubj/2 have/VBP/aux/2 died/VBN/ROOT/2", 2, "perfect"),
        ("Forty/CD/nsubj/2 will/MD/aux/2 come/VB/ROOT/2", 2, "future"),
        ("Demand/NN/nsubj/1 stands/VBZ/ROOT/1", 1, "present"),
        ("It/PRP/nsubj/1 broke/VBD/ROOT/1 killing/VBG/advcl/1 two/CD/dobj/2", 2, "past"),
        ("troops/NNS/ROOT/0 lost/VBN/acl/0", 1, "past"),
        ("Snow/NN/ROOT/0", 0, "none"),
    ],
)
def test_tense(make_doc: MakeDoc, pieces: str, verb: int, tense: str) -> None:
    assert tense_of(make_doc(pieces)[verb]) == tense
