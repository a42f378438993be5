"""Real stores behind a line that fails: all is there afterwards, or the report says what is."""

import dataclasses
from collections.abc import Iterator

import pytest
from rdf.sample import CONTENT

from kg.rdf.quads import to_content_quads
from kg.stores.batches import read_graphs
from kg.stores.endpoint import Endpoint, Login
from kg.stores.graph_store import GraphStore
from kg.stores.journal import Journal
from kg.stores.load_report import LoadReport
from kg.stores.loading import Loader, LoadOptions
from kg.stores.profiles import PROFILES
from kg.stores.store_types import StoreType

from .proxy import run_proxy
from .servers import require_virtuoso, run_oxigraph, run_virtuoso

GRAPHS = read_graphs(GraphStore.from_quads(to_content_quads(CONTENT)))
COUNTS = {name: len(lines) for name, lines in GRAPHS.items()}
DBA = Login(user="dba", password="dba")  # noqa: S106  what a new Virtuoso has


@pytest.fixture(scope="module", params=[StoreType.OXIGRAPH, StoreType.VIRTUOSO])
def store(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, StoreType]]:
    """The address and type of a real store."""
    folder = tmp_path_factory.mktemp("faults")
    if request.param is StoreType.VIRTUOSO:
        require_virtuoso()
    run = run_oxigraph if request.param is StoreType.OXIGRAPH else run_virtuoso
    with run(folder) as server:
        yield server.url, request.param


def _load(url: str, store_type: StoreType, tries: int) -> LoadReport:
    """Sends the sample in small pieces, each graph emptied first."""
    profile = dataclasses.replace(PROFILES[store_type], largest_batch=4000)
    login = DBA if store_type is StoreType.VIRTUOSO else None
    with (
        Endpoint(login, profile.login, tries=tries, timeout=30) as endpoint,
        Journal(None, url) as taken,
    ):
        return Loader(url, profile, endpoint, LoadOptions(replace=True)).load(GRAPHS, taken)


def test_a_flaky_line_costs_tries_alone(store: tuple[str, StoreType]) -> None:
    """500, 502, 503 and answers that are lost, after the store has taken what was sent."""
    url, store_type = store
    trouble: dict[int, int | str] = {3: 500, 5: "lost", 8: 503, 9: 502, 12: "lost", 13: 500}
    with run_proxy(url, trouble.get) as line:
        report = _load(line, store_type, tries=5)
    assert report.complete
    assert report.held == COUNTS
    assert not report.refusals


def test_a_store_that_fails_for_good_is_told_with_what_it_holds(
    store: tuple[str, StoreType],
) -> None:
    """From the fourteenth write on 507: the report counts what is there; the next run mends it."""
    url, store_type = store
    with run_proxy(url, lambda n: 507 if n >= 14 else None) as line:
        report = _load(line, store_type, tries=2)
    assert not report.complete
    assert report.refusals
    assert 0 < report.loaded < sum(COUNTS.values())
    assert report.held is not None
    assert sum(report.held.values()) < sum(COUNTS.values())
    assert set(report.wrong_counts) <= set(COUNTS)
    again = _load(url, store_type, tries=2)
    assert (again.complete, again.held) == (True, COUNTS)
