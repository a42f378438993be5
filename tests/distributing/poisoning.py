"""Makes the pipeline of a process stumble over documents that say so; a preload of Dask workers."""

import os
import signal
from collections.abc import Sequence
from typing import Any

from kg.model.claim import Reading
from kg.model.document import Document
from kg.pipeline import Pipeline
from kg.recognition import ParsedDocument

MARK = "POISON "
_read = Pipeline.read_parsed


def _misbehave(what: str) -> None:
    if what == "segfault":
        os.kill(os.getpid(), signal.SIGSEGV)
    os._exit(3)


def read_poisoned(
    pipeline: Pipeline, document: Document, parsed: Sequence[ParsedDocument]
) -> Reading:
    """Reads the document, unless it begins with the mark and a word for what goes wrong."""
    if document.text.startswith(MARK):
        _misbehave(document.text.removeprefix(MARK).strip())
    return _read(pipeline, document, parsed)


def dask_setup(_worker: Any) -> None:
    """What Dask calls in a worker that has this as its preload."""
    setattr(Pipeline, "read_parsed", read_poisoned)  # noqa: B010  mypy takes it for a method
