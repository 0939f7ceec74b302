"""The kinds of lexicon entries that the attributions room reads."""

KINDS: dict[str, type] = {}
