"""Puts many readings together on disk: what is one thing, and which claims are one statement.

The tables are those of a store, whose graph is that of a plain build to the byte; here they live in the
working folder and go with it.
"""

import contextlib
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from kg.building.kept_readings import KeptReadings
from kg.graph import Graph
from kg.growing.content import load_content
from kg.growing.renewing import renew_graph
from kg.growing.workshop import Workshop
from kg.model.document import Outcome, Status
from kg.pipeline import Pipeline
from kg.stores.store_file import open_store_file, tell_failures

MUCH = 100_000_000  # bytes of readings in a journal, beyond which they are put together on disk
_TOGETHER = 1_000  # documents in one change of the database


@contextlib.contextmanager
def assemble_on_disk(
    folder: Path, pipeline: Pipeline, outcomes: Sequence[Outcome], readings: KeptReadings
) -> Iterator[Graph]:
    """The graph; its readings and judgements are on disk, and gone when the block ends."""
    shutil.rmtree(folder, ignore_errors=True)  # of a build that was killed
    folder.mkdir(parents=True)
    with tell_failures(folder), open_store_file(folder) as file:
        file.connection.execute("PRAGMA synchronous = OFF")  # a crash costs what is made anew
        shop = Workshop(file, pipeline)
        with pipeline.stopwatch.measure("resolution"):
            _stage_all(shop, readings)
            with file.change():
                renew_graph(shop)
            content = load_content(shop, pipeline.describe_run())
        assert content.resolution is not None  # noqa: S101  a store's content has one
        yield Graph(
            outcomes=tuple(outcomes),
            readings=readings,
            documents=content.documents,
            resolution=content.resolution,
            statements=content.statements,
            run=content.run,
            base=content.base,
            provenance=content.provenance,
            notes=shop.list_notes(),
        )
    shutil.rmtree(folder, ignore_errors=True)


def _stage_all(shop: Workshop, readings: KeptReadings) -> None:
    waiting = iter(readings)
    more = True
    while more:
        with shop.file.change():
            for _ in range(_TOGETHER):
                reading = next(waiting, None)
                if reading is None:
                    more = False
                    break
                ended = Outcome(identifier=reading.document.identifier, status=Status.OK)
                shop.documents.publish(shop.stage("", "", ended, reading))
