"""Words and what they mean: TOML files that users can add to, read into typed entries."""

from claimx.lexicon.loader import (
    KINDS,
    Addition,
    Lexicon,
    build_lexicon,
    load_lexicon,
    read_additions,
)

__all__ = ["KINDS", "Addition", "Lexicon", "build_lexicon", "load_lexicon", "read_additions"]
