"""Formats for claims: each writes documents with their claims to a text stream."""

from claimx.exporters.base import Exporter
from claimx.exporters.csv import write_csv
from claimx.exporters.jsonl import read_jsonl, write_jsonl
from claimx.exporters.table import write_table

EXPORTERS: dict[str, Exporter] = {"csv": write_csv, "jsonl": write_jsonl, "table": write_table}

__all__ = ["EXPORTERS", "Exporter", "read_jsonl", "write_csv", "write_jsonl", "write_table"]
