"""The kinds of lexicon entries that the quantities room reads."""

KINDS: dict[str, type] = {}
