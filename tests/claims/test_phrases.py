"""Lexicon forms as patterns."""

from claimx.claims.phrases import by_form, phrase_pattern
from claimx.lexicon.claim_words import Furniture, Loss

_SHARES = Furniture(name="shares", forms=("# shares", "photo # of"))
_LOSS = Loss(name="loss", forms=("left", "have left"))


def test_a_number_sign_stands_for_a_number() -> None:
    pattern = phrase_pattern([_SHARES])
    assert pattern.search("1,204 Shares")
    assert pattern.search("PHOTO 3 of 9")
    assert not pattern.search("many shares")


def test_the_longest_form_wins_on_whole_words() -> None:
    pattern = phrase_pattern([_LOSS])
    match = pattern.search("They have  left")
    assert match
    assert match.group() == "have  left"
    assert not pattern.search("leftover")


def test_no_form_matches_nothing() -> None:
    assert phrase_pattern([]).search("anything at all") is None


def test_forms_lead_to_their_entry() -> None:
    assert by_form([_LOSS]) == {"left": _LOSS, "have left": _LOSS}
