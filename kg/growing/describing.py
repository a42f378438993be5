"""Keeps the description of a store's graph: its counts change by what a change takes and brings.

Only where the graph is made anew as a whole is it counted as a whole.
"""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from kg.growing.changing import Difference
from kg.growing.workshop import Workshop
from kg.model.provenance import Run
from kg.rdf.dataset import Tally
from kg.rdf.parts import Quad
from kg.stores.graph_folder import open_for_change

_FACT = "tally"


def describe_new(shop: Workshop, run: Run, graph: Iterable[Quad]) -> tuple[Quad, ...]:
    """The description of a graph without one; notes its counts."""
    tally = Tally()
    tally.add(graph)
    _note(shop, tally)
    return shop.parts.describe_dataset(tally, run)


def describe_change(shop: Workshop, folder: Path, run: Run, change: Difference) -> Difference:
    """The change with that of the description; notes the new counts."""
    noted = shop.file.find_fact(_FACT)
    tally = Tally(Counter(noted["properties"]), Counter(noted["classes"]))
    before = shop.parts.describe_dataset(tally, run)
    # A change may bring what is there already and takes nothing that is not.
    graph = open_for_change(shop.file, folder)
    tally.add((quad for quad in change.removed if quad in graph), -1)
    tally.add(quad for quad in change.added if quad not in graph)
    _note(shop, tally)
    after = shop.parts.describe_dataset(tally, run)
    return Difference(removed={*change.removed, *before}, added={*change.added, *after})


def _note(shop: Workshop, tally: Tally) -> None:
    counts = {"properties": dict(+tally.properties), "classes": dict(+tally.classes)}
    shop.file.note_fact(_FACT, counts)
