"""One bad document never takes the others down, and nothing is lost without a word."""

import logging
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import DocumentError, KgError, ModelError
from kg.model.claim import Reading
from kg.model.document import Document, ErrorKind, Outcome, Status
from kg.running import run_documents


def _make_document(name: str, text: str = "Two words.") -> Document:
    return Document(identifier=name, text=text)


def _read(document: Document) -> Reading:
    """Reads well, or raises what the text asks for."""
    failures: dict[str, Callable[[], BaseException]] = {
        "memory": MemoryError,
        "recursion": lambda: RecursionError("maximum recursion depth exceeded"),
        "bug": lambda: KeyError("lemma"),
        "silent bug": AssertionError,
        "slow": lambda: DocumentError("TIMEOUT", "It took longer than 60 s; raise the limit."),
        "term": lambda: KgError("A name cannot become an IRI."),
        "model": lambda: ModelError("There is no model."),
        "stop": KeyboardInterrupt,
    }
    if document.text in failures:
        raise failures[document.text]()
    return Reading(document=document, sentences=(), mentions=(), coreferences=(), claims=())


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("memory", ErrorKind.MEMORY),
        ("recursion", ErrorKind.INTERNAL),
        ("bug", ErrorKind.INTERNAL),
        ("silent bug", ErrorKind.INTERNAL),
        ("slow", ErrorKind.TIMEOUT),
        ("term", ErrorKind.INTERNAL),
    ],
)
def test_a_failure_becomes_the_outcome_of_its_document(text: str, kind: ErrorKind) -> None:
    """The document fails with kind and message; those before and after it are read."""
    items = [_make_document("a"), _make_document("b", text), _make_document("c")]
    results = list(run_documents(items, _read))
    assert [outcome.identifier for outcome, _ in results] == ["a", "b", "c"]
    assert [reading is None for _, reading in results] == [False, True, False]
    failed = results[1][0]
    assert (failed.status, failed.kind) == (Status.FAILED, kind)
    assert failed.message


def test_the_place_of_an_internal_error_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    """`--debug` shows the log: where in the code a document failed, though the run goes on."""
    with caplog.at_level(logging.DEBUG, logger="kg"):
        list(run_documents([_make_document("a", "bug")], _read))
    assert "KeyError: 'lemma'" in caplog.text
    assert "Traceback" in caplog.text


def test_what_a_reader_refused_passes_through() -> None:
    """A file that gave no document keeps the outcome that its reader gave it."""
    refused = Outcome(identifier="x.pdf", status=Status.FAILED, kind=ErrorKind.BAD_PDF, message="m")
    assert list(run_documents([refused], _read)) == [(refused, None)]


def test_settings_that_fail_every_document_stop_the_run() -> None:
    """A missing model is said once, not once a document."""
    with pytest.raises(ModelError):
        list(run_documents([_make_document("a", "model")], _read))


def test_an_interruption_is_no_failure_of_a_document() -> None:
    """Ctrl-C ends the run instead of becoming a line of the report."""
    with pytest.raises(KeyboardInterrupt):
        list(run_documents([_make_document("a", "stop")], _read))


def test_fail_fast_names_the_first_failure() -> None:
    """The run stops there, and the error says which document it was."""
    items = [_make_document("a"), _make_document("b.txt", "bug"), _make_document("c")]
    results = run_documents(items, _read, fail_fast=True)
    assert next(results)[0].identifier == "a"
    with pytest.raises(DocumentError, match=r"b\.txt: KeyError"):
        next(results)


def test_marks_and_words_are_kept() -> None:
    """The outcome tells how much was read and what the reader noted."""
    document = Document(identifier="a", text="Three short words", marks=("sanitized",))
    ((outcome, _),) = run_documents([document], _read)
    assert (outcome.words, outcome.marks, outcome.status) == (3, ("sanitized",), Status.OK)


def test_progress_counts_documents_and_words() -> None:
    """Every item moves the progress, failed ones too."""
    steps: list[tuple[int, int]] = []
    items = [_make_document("a"), _make_document("b", "bug"), _make_document("c")]
    list(run_documents(items, _read, on_progress=lambda *step: steps.append(step)))
    assert steps == [(1, 2), (2, 2), (3, 4)]


@given(st.lists(st.sampled_from(["memory", "bug", "slow", "Good text."]), max_size=20))
def test_outcomes_add_up_to_the_inputs(texts: list[str]) -> None:
    """Every input has exactly one outcome, in the order of the inputs."""
    items = [_make_document(str(n), text) for n, text in enumerate(texts)]
    outcomes = [outcome for outcome, _ in run_documents(items, _read)]
    assert [outcome.identifier for outcome in outcomes] == [item.identifier for item in items]
    good = [outcome.status is Status.OK for outcome in outcomes]
    assert good == [text == "Good text." for text in texts]
