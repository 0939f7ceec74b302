"""The kinds of lexicon entries that the timexes room reads."""

KINDS: dict[str, type] = {}
