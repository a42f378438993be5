"""How the per-document function is run over a corpus, and the report of how each one ended."""

from kg.running.in_process import run_documents
from kg.running.report import format_outcome, write_report

__all__ = ["format_outcome", "run_documents", "write_report"]
