"""How the per-document function is run over a corpus: here or in workers, with journal and cache."""

from kg.running.cache import Cache
from kg.running.in_process import run_documents
from kg.running.in_workers import run_in_workers
from kg.running.journal import Entry, Journal
from kg.running.limits import Limits
from kg.running.options import RunOptions
from kg.running.pool import Failure, Pool
from kg.running.report import format_outcome, write_report
from kg.running.worker import Job

__all__ = [
    "Cache",
    "Entry",
    "Failure",
    "Job",
    "Journal",
    "Limits",
    "Pool",
    "RunOptions",
    "format_outcome",
    "run_documents",
    "run_in_workers",
    "write_report",
]
