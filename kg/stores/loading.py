"""Puts a graph into a running triple store: all of it, or with a word on what is there."""

import gzip
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.parse import quote

import httpx

from kg.errors import UsageError
from kg.stores.batches import Batch, cut_quads, cut_triples
from kg.stores.endpoint import Endpoint, Unanswered, tell_status
from kg.stores.journal import Journal
from kg.stores.load_report import LoadReport, Refusal
from kg.stores.profiles import StoreProfile
from kg.stores.remote_counts import count_triples

Graphs = Mapping[str, list[bytes]]  # N-Triples lines by the name of the graph

_MOST_REFUSALS = 3  # batches refused in a row: what follows would be refused too
_NOT_OFFERED = frozenset([404, 405, 415, 501])
_NOT_ALLOWED = frozenset([401, 403])


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One request of the Graph Store Protocol or of SPARQL Update."""

    method: str
    url: str
    headers: Mapping[str, str]
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadOptions:
    """How to load. `replace` empties each graph first; without it triples are added.

    `update` writes by INSERT DATA instead of the Graph Store Protocol; `update_url` and `query_url`
    stand in for those of the profile; `compressed` sends gzip.
    """

    replace: bool = False
    update: bool = False
    compressed: bool = False
    update_url: str | None = None
    query_url: str | None = None


class Loader:
    """Sends graphs to one store, one batch after the other.

    As there are no blank nodes, a batch that is sent twice is there once: trying again is harmless.
    """

    def __init__(
        self, url: str, profile: StoreProfile, endpoint: Endpoint, options: LoadOptions
    ) -> None:
        self.url = url
        self.profile = profile
        self.endpoint = endpoint
        self.options = options
        self.by_update = options.update
        self.update_url = options.update_url or url + profile.updates
        self.query_url = options.query_url or url + profile.queries

    def plan(self, graphs: Graphs) -> Iterator[tuple[Batch, Request]]:
        """The batches in order, each small enough for the store, with the request that carries it."""
        for batch in self._cut(graphs):
            yield batch, self._make_request(batch)

    def load(
        self, graphs: Graphs, journal: Journal, on_progress: Callable[[int], None] | None = None
    ) -> LoadReport:
        """Sends all; what the store refuses is noted and the rest goes on, unless it refuses all.

        `on_progress` hears how many triples are there. Raises UsageError where the address takes no
        graphs or the user may not write: then nothing was changed.
        """
        report = LoadReport(expected={name: len(lines) for name, lines in graphs.items()})
        try:
            before = count_triples(self.endpoint, self.query_url, graphs)
            self._choose_way(graphs)
            plan = list(self._cut(graphs))
            self._empty(graphs, plan, journal)
            report.fresh = {
                name
                for name in graphs
                if self.options.replace or (before is not None and not before.get(name))
            }
            self._send_all(plan, journal, report, on_progress)
            report.held = count_triples(self.endpoint, self.query_url, graphs)
        except Unanswered as error:
            report.stopped = str(error)
        return report

    def _cut(self, graphs: Graphs) -> Iterator[Batch]:
        largest = self.profile.largest_batch
        if self.by_update:
            return cut_triples(graphs, largest, self.profile.largest_update)
        if self.profile.quads is not None:
            return cut_quads(graphs, largest)
        return cut_triples(graphs, largest, largest)

    def _make_request(self, batch: Batch) -> Request:
        name = next(iter(batch.triples))
        if self.by_update:
            return self._make_update(
                b"INSERT DATA { GRAPH <%s> {\n%s} }" % (name.encode(), batch.content)
            )
        if batch.form == "quads":
            url, kind = self.url + (self.profile.quads or ""), "application/n-quads"
        else:
            url, kind = self.profile.make_graph_url(self.url, name), "application/n-triples"
        headers, content = {"Content-Type": kind}, batch.content
        if self.options.compressed:
            headers["Content-Encoding"] = "gzip"
            content = gzip.compress(content, compresslevel=1, mtime=0)
        return Request(method="POST", url=url, headers=headers, content=content)

    def _make_update(self, update: bytes) -> Request:
        kind = "application/sparql-update"
        if self.profile.updates_as_form:
            kind, update = "application/x-www-form-urlencoded", b"update=" + quote(update).encode()
        return Request(
            method="POST", url=self.update_url, headers={"Content-Type": kind}, content=update
        )

    def _choose_way(self, graphs: Graphs) -> None:
        """Sends one triple: by the protocol, and where the store does not offer it by an update."""
        name, lines = next(iter(graphs.items()))
        probe = {name: lines[:1]}
        for _, request in self.plan(probe):
            answer = self._send(request)
            if answer.status_code not in _NOT_OFFERED:
                return
        if self.by_update:
            raise UsageError(
                f"Nothing at that address takes a graph ({tell_status(answer)}); give"
                f" {self.profile.meaning}, or another --store-type."
            )
        self.by_update = True
        self._choose_way(graphs)

    def _empty(self, graphs: Graphs, plan: list[Batch], journal: Journal) -> None:
        """Empties the graphs that are to be replaced, but those that an earlier run has begun."""
        if not self.options.replace:
            return
        begun = {name for batch in plan if batch.digest in journal for name in batch.triples}
        for name in graphs:
            if name not in begun:
                answer = self._send(self.make_drop(name))
                if not answer.is_success and answer.status_code != httpx.codes.NOT_FOUND:
                    raise UsageError(
                        f"The store does not empty the graph <{name}> ({tell_status(answer)});"
                        " load without --replace, or empty it there."
                    )

    def make_drop(self, name: str) -> Request:
        """The request that empties a graph."""
        if self.by_update or self.profile.drops == "update":
            return self._make_update(f"DROP SILENT GRAPH <{name}>".encode())
        url = self.profile.make_graph_url(self.url, name)
        return Request(method="DELETE", url=url, headers={}, content=b"")

    def _send_all(
        self,
        plan: list[Batch],
        journal: Journal,
        report: LoadReport,
        on_progress: Callable[[int], None] | None,
    ) -> None:
        refused = 0
        for batch, request in self._prepare(plan, journal):
            size = sum(batch.triples.values())
            if request is None:
                report.skipped += size
                continue
            answer = self._send(request)
            if answer.is_success:
                refused = 0
                report.loaded += size
                journal.add(batch.digest)
            else:
                refused += 1
                report.refusals.append(
                    Refusal(graphs=tuple(batch.triples), triples=size, reason=tell_status(answer))
                )
            if on_progress is not None:
                on_progress(report.loaded + report.skipped)
            if refused == _MOST_REFUSALS:
                report.stopped = f"it refused {refused} batches in a row"
                return

    def _prepare(
        self, plan: list[Batch], journal: Journal
    ) -> Iterator[tuple[Batch, Request | None]]:
        """The batches in order, each with its request, or None for one that was sent before.

        The next one is made ready while the store is at work on the last.
        """

        def make(batch: Batch) -> Request | None:
            return None if batch.digest in journal else self._make_request(batch)

        with ThreadPoolExecutor(max_workers=1) as beside:
            ready = beside.submit(make, plan[0]) if plan else None
            for batch, following in zip(plan, [*plan[1:], None], strict=True):
                request = ready.result() if ready else None
                ready = beside.submit(make, following) if following else None
                yield batch, request

    def _send(self, request: Request) -> httpx.Response:
        answer = self.endpoint.send(request.method, request.url, request.content, request.headers)
        if answer.status_code in _NOT_ALLOWED:
            raise UsageError(
                f"The store does not let this user write ({tell_status(answer)}); set KG_STORE_USER"
                " and KG_STORE_PASSWORD, or KG_STORE_TOKEN, to one who may."
            )
        if answer.is_redirect:
            raise UsageError(
                f"The store does not take the graph there ({tell_status(answer)}); give the address that it names."
            )
        return answer
