"""The component `claimx`: the four rooms in order, and the users' words that travel with it."""

import json
from collections.abc import Iterable
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from claimx.attributions import AttributionFinder
from claimx.claims import ClaimAssembler
from claimx.errors import LexiconError
from claimx.lexicon import Addition, build_lexicon, read_additions
from claimx.quantities import QuantityFinder, TextReading
from claimx.timexes import TimexFinder


class ClaimFinder:
    """The whole library as one spaCy component: three finders and the assembler."""

    def __init__(self, additions: tuple[Addition, ...] = (), *, missing: str | None = None) -> None:
        self._missing = missing
        self._use(additions)

    def _use(self, additions: tuple[Addition, ...]) -> None:
        lexicon = build_lexicon(additions)
        self._additions = additions
        self._quantities = QuantityFinder(lexicon)
        self._timexes = TimexFinder(lexicon)
        self._attributions = AttributionFinder(lexicon)
        self._claims = ClaimAssembler(lexicon)

    def __call__(self, doc: Doc) -> Doc:
        """Write every record of the four rooms: see `assigns` of the factory."""
        return self.find(doc, self.read(doc.text))

    def read(self, text: str) -> TextReading:
        """What the words of a text tell of quantities, before the model."""
        if self._missing:
            raise LexiconError(self._missing)
        return self._quantities.read(text)

    def find(self, doc: Doc, read: TextReading) -> Doc:
        """Write the records, given what `read` told of the Doc's text."""
        doc._.quantities, doc._.vetoes = self._quantities.find(doc, read)
        return self._claims(self._attributions(self._timexes(doc)))

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:  # noqa: ARG002  spaCy's signature
        """The users' lexicons, names and texts."""
        return json.dumps([[one.name, one.text] for one in self._additions]).encode()

    def from_bytes(self, packed: bytes, *, exclude: Iterable[str] = ()) -> "ClaimFinder":  # noqa: ARG002  as above
        """The component with the lexicons that were packed."""
        self._missing = None
        self._use(tuple(Addition(name, text) for name, text in json.loads(packed)))
        return self

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:  # noqa: ARG002  as above
        """Write the users' lexicons into a file of a saved pipeline."""
        Path(path).write_bytes(self.to_bytes())

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> "ClaimFinder":  # noqa: ARG002  as above
        """The component with the lexicons of a saved pipeline."""
        return self.from_bytes(Path(path).read_bytes())


@Language.factory(
    "claimx",
    assigns=[
        "doc._.quantities",
        "doc._.vetoes",
        "doc._.timexes",
        "doc._.periods",
        "doc._.published",
        "doc._.attributions",
        "doc._.carried",
        "doc._.claims",
    ],
    requires=["token.tag", "token.dep", "doc.sents"],
    default_config={"lexicons": []},
)
def make_claimx(nlp: Language, name: str, lexicons: list[str]) -> ClaimFinder:  # noqa: ARG001  spaCy's factory signature
    """The component, with users' lexicon files over the shipped words.

    A saved pipeline brings its lexicons along, so a file that is not there is told only when the
    component has to do without it.
    """
    absent = [path for path in lexicons if not Path(path).exists()]
    if absent:
        return ClaimFinder(missing=f"{absent[0]}: there is no such lexicon file; give a TOML file")
    return ClaimFinder(read_additions(lexicons))
