"""`claimx explain`: how the claims of a text were made."""

import os
from collections.abc import Iterator
from typing import Annotated

import typer

from claimx.cli.options import Lexicons, Published
from claimx.cli.output import say
from claimx.cli.reading import dated, read_source
from claimx.corpus import Failure, read_bytes
from claimx.model import Document


def explain(
    source: Annotated[
        str, typer.Argument(metavar="TEXT", help="A text, or a file; - is standard input.")
    ],
    published: Published = None,
    lexicon: Lexicons = None,
) -> None:
    """Show how each number became a claim, by which rules, or why it is none."""
    from claimx.claims.explain import explain as explain_doc  # noqa: PLC0415  it needs spaCy
    from claimx.pipeline import load  # noqa: PLC0415  as above

    nlp = load(lexicons=lexicon or ())
    failed = False
    for document in dated(_read(source), published):
        if isinstance(document, Failure):
            say(f"{document.place}: {document.reason}")
            failed = True
            continue
        doc = nlp.make_doc(document.text)
        doc._.published = document.published
        for line in explain_doc(nlp(doc)):
            typer.echo(line)
    raise typer.Exit(1 if failed else 0)


def _read(source: str) -> Iterator[Document | Failure]:
    """The documents of a file, or the text itself: what has several words and is no file."""
    is_file = os.path.isfile(source)  # noqa: PTH113  Path.is_file raises on a long text
    if is_file or len(source.split()) < 2:
        return read_source(source)
    return iter([read_bytes(source.encode("utf-8", "surrogateescape"), place="text")])
