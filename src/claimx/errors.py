"""Every error that claimx raises on purpose.

    ClaimxError
    ├── InputError               a document, date or option that cannot be used
    ├── LexiconError             a lexicon file that cannot be used
    ├── MissingAnnotationError   a Doc without the parse that a finder needs
    ├── MissingModelError        a spaCy model that is not installed
    └── ReadingError             a document that breaks the pipeline, or kills its worker

A message names the place, the value seen and the remedy, in one sentence. Odd text is not an
error: a finder that is unsure returns nothing.
"""


class ClaimxError(Exception):
    """The root of all errors that claimx raises."""


class InputError(ClaimxError, ValueError):
    """A document, date or option cannot be used as it is."""


class LexiconError(ClaimxError, ValueError):
    """A lexicon file cannot be read, or an entry in it breaks the format."""


class MissingAnnotationError(ClaimxError, ValueError):
    """A Doc lacks tags, a parse or sentences; the message names the pipe to add."""


class MissingModelError(ClaimxError, ImportError):
    """A spaCy model is not installed; the message says how to install it."""


class ReadingError(ClaimxError):
    """A document breaks the pipeline or the worker that reads it; the message names it and why."""
