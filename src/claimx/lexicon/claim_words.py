"""The kinds of lexicon entries that the claims room reads."""

KINDS: dict[str, type] = {}
