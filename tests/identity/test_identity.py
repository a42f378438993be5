"""The identity set: names that are one thing become one node, and names that are not stay apart."""

import pytest

from kg.model.claim import Reading
from kg.pipeline import Pipeline

from .pairs import OPTIONS, Pair, Verdict, count, describe, judge_pairs, read_documents, read_pairs

PRECISION, RECALL = 0.99, 0.90
FEWEST = 150


@pytest.fixture(scope="module")
def pairs() -> list[Pair]:
    """All pairs."""
    return read_pairs()


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    """The pinned model and the shipped rules."""
    return Pipeline(OPTIONS)


@pytest.fixture(scope="module")
def readings(pairs: list[Pair], pipeline: Pipeline) -> dict[str, Reading]:
    """Each document of the set, read once."""
    return read_documents([d for pair in pairs for d in pair.documents], pipeline)


def test_the_set_is_large_and_half_of_it_are_traps(pairs: list[Pair]) -> None:
    """At least 150 pairs, and of those that are two things nearly as many as of the others."""
    traps = sum(not pair.same for pair in pairs)
    assert len(pairs) >= FEWEST
    assert 0.45 <= traps / len(pairs) <= 0.55
    assert len({(p.left.document.text, p.right.document.text) for p in pairs}) == len(pairs)


@pytest.mark.parametrize("together", [False, True], ids=["each pair alone", "all in one corpus"])
def test_pairs_are_judged_rightly(
    pairs: list[Pair], readings: dict[str, Reading], pipeline: Pipeline, *, together: bool
) -> None:
    """Hardly a wrong merge, few duplicates: in a corpus of two documents, and in one of hundreds."""
    verdicts = judge_pairs(pairs, readings, pipeline, together=together)
    figures = count(verdicts)
    mistakes = "\n".join(describe(v) for v in verdicts if v.joined is not v.pair.same)
    assert figures.precision >= PRECISION, f"{figures}\n{mistakes}"
    assert figures.recall >= RECALL, f"{figures}\n{mistakes}"


def test_the_names_of_the_set_are_found(
    pairs: list[Pair], readings: dict[str, Reading], pipeline: Pipeline
) -> None:
    """A trap whose names are not found proves nothing: nearly all are."""
    verdicts: list[Verdict] = judge_pairs(pairs, readings, pipeline, together=False)
    found = sum(v.left is not None and v.right is not None for v in verdicts)
    assert found >= 0.95 * len(pairs)
