"""Makes a change of a store: as a whole or not at all, whenever the process may be killed."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from kg.growing.changing import change_graph
from kg.growing.describing import describe_change, describe_new
from kg.growing.makers import describe_options
from kg.growing.renewing import list_quads, renew_graph
from kg.growing.workshop import Workshop
from kg.model.ids import format_digest
from kg.model.provenance import Run
from kg.resources import digest_code
from kg.stores.graph_folder import (
    drop_old_graphs,
    finish_pending,
    note_pending,
    write_graph_folder,
)
from kg.stores.locking import hold_changing
from kg.stores.store_file import StoreFile

FEW = 10  # documents that are always put in one by one
SHARE = 5  # of so many documents one may change before the graph is made anew as a whole


def commit(shop: Workshop, folder: Path, run: Run, *, removed: set[int], added: set[int]) -> None:
    """Takes live documents out and puts waiting ones in, by their numbers.

    The graph is made anew as a whole where its makers or many of its documents are others, else only
    in what the documents touch; both give the same.
    """
    made = _digest_makers(shop, run)
    whole = shop.file.find_fact("made") != made
    if not (whole or removed or added):
        return
    live = len(shop.documents.list_live())
    whole = whole or len(removed) + len(added) > max(FEW, live // SHARE)
    with _change(shop.file, folder, alone=not whole):
        if whole:
            shop.file.drop_documents(removed)
            for number in sorted(added):
                shop.documents.publish(number)
            renew_graph(shop)
            graph = write_graph_folder(shop.file, folder, list_quads(shop, run))
            graph.bulk_extend(describe_new(shop, run, graph))
            graph.flush()
        else:
            difference = change_graph(shop, removed, added)
            difference = describe_change(shop, folder, run, difference)
            note_pending(shop.file, difference.removed, difference.added)
        shop.file.note_fact("made", made)
        shop.file.note_fact("run", asdict(run))
        shop.file.note_fact("code", digest_code())
        shop.file.note_fact("options", describe_options(shop.pipeline.options))
    drop_old_graphs(shop.file, folder)


def _digest_makers(shop: Workshop, run: Run) -> str:
    options = shop.pipeline.options
    shape = (options.base, options.min_confidence, options.provenance)
    return format_digest(digest_code(), sorted(asdict(run).items()), shape)


@contextmanager
def _change(file: StoreFile, folder: Path, *, alone: bool) -> Iterator[None]:
    """A change of the database; one of it `alone` is followed by the graph before anybody reads."""
    if not alone:
        with file.change():
            yield
        return
    with hold_changing(folder):
        with file.change():
            yield
        finish_pending(file, folder)
