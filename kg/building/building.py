"""build_outputs(): the graph of a corpus of any size, with its journal beside the outputs."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from kg.building.folder import WorkingFolder
from kg.building.kept_readings import KeptReadings
from kg.building.spilling import MUCH, assemble_on_disk
from kg.corpus import CorpusReader
from kg.graph import Graph
from kg.model.encoding import parse_outcome
from kg.pipeline import Pipeline, Progress


@dataclass(frozen=True, slots=True)
class Built:
    """A graph, which can be written within the block, and how it was made.

    `taken_up` documents were not read: an earlier run or the cache had them. `spent` are seconds by
    stage, in all processes together.
    """

    graph: Graph
    taken_up: int
    spent: Mapping[str, float]


@contextmanager
def build_outputs(
    paths: Sequence[str],
    pipeline: Pipeline,
    folder: WorkingFolder,
    on_progress: Callable[[Progress], None] | None = None,
    *,
    much: int = MUCH,
) -> Iterator[Built]:
    """The graph of the documents; it can be written until the block ends.

    What earlier runs with this folder have read is not read again. Memory does not grow with the
    number of documents until they are put together, and more than `much` bytes of readings are put
    together on disk, to the same graph.
    """

    def tell(documents: int, words: int) -> None:
        if on_progress is not None:
            on_progress(Progress(documents=documents, words=words))

    journal = folder.journal
    with CorpusReader(pipeline, tell, journal) as corpus:
        for _ in corpus.read_each(corpus.open(paths)):
            pass
        spent, taken_up = corpus.spent, corpus.hits
    readings = KeptReadings(journal)
    outcomes = tuple(parse_outcome(outcome) for outcome in journal.list_outcomes())
    if journal.measure() <= much:
        graph = pipeline.assemble(outcomes, readings, tuple(readings.list_documents()))
        yield Built(graph, taken_up, spent)
        return
    with assemble_on_disk(folder.path / "assembly", pipeline, outcomes, readings) as graph:
        yield Built(graph, taken_up, spent)
