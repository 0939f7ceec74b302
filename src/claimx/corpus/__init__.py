"""Folders of documents: read them, run the pipeline over them, score them against gold."""

from claimx.corpus.documents import Failure
from claimx.corpus.evaluate import Tally, evaluate
from claimx.corpus.reader import count_documents, find_files, read_bytes, read_files
from claimx.corpus.runner import run

__all__ = [
    "Failure",
    "Tally",
    "count_documents",
    "evaluate",
    "find_files",
    "read_bytes",
    "read_files",
    "run",
]
