"""`kg load`: put a graph into a running triple store."""

import json
import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from kg.cli import load_options as lo
from kg.cli import options as o
from kg.cli.progress import show_count
from kg.cli.terminal import say, write_data, write_text
from kg.errors import TermError, UsageError

if TYPE_CHECKING:
    from kg.stores.load_report import LoadReport
    from kg.stores.loading import Loader, LoadOptions
    from kg.stores.profiles import StoreProfile

COULD_NOT_FINISH = 1
SOME_FAILED = 3
_SHOWN = 10  # lines of each kind; --json has all
EXAMPLES = o.format_examples(
    "kg load graph.nq --to http://localhost:7878 --store-type oxigraph",
    "kg load graph.ttl --to http://localhost:3030/news --store-type fuseki --replace --dry-run",
)


def load(
    graph: o.GraphArgument,
    to: lo.ToOption,
    store_type: lo.StoreTypeOption,
    graph_name: lo.GraphNameOption = None,
    replace: lo.ReplaceOption = False,
    update: lo.UpdateOption = False,
    compress: lo.GzipOption = None,
    journal: lo.JournalOption = None,
    query_url: lo.QueryUrlOption = None,
    update_url: lo.UpdateUrlOption = None,
    tries: lo.TriesOption = 5,
    timeout: lo.TimeoutOption = 60.0,
    dry_run: lo.DryRunOption = False,
    quiet: o.QuietOption = False,
    as_json: lo.OutcomeOption = False,
) -> None:
    """Put a graph into a running triple store by the SPARQL 1.1 Graph Store Protocol.

    User and password come from KG_STORE_USER and KG_STORE_PASSWORD, a token from KG_STORE_TOKEN, or
    else from netrc. Exit code 3: the store refused a part; 1: it could not be finished.
    """
    from kg.stores.endpoint import check_url, is_local
    from kg.stores.loading import LoadOptions
    from kg.stores.profiles import PROFILES

    url, profile = check_url(to), PROFILES[store_type]
    options = LoadOptions(
        replace=replace,
        update=update,
        compressed=compress if compress is not None else profile.gzip and not is_local(url),
        update_url=check_url(update_url) if update_url else None,
        query_url=check_url(query_url) if query_url else None,
    )
    graphs = _read(graph, graph_name)
    with _connect(url, profile, options, tries, timeout) as loader:
        if dry_run:
            return write_text("".join(_format_requests(loader, graphs)))
        report = _send(loader, graphs, journal, quiet=quiet or as_json)
    return _tell(report, url, journal, quiet=quiet, as_json=as_json)


def _read(path: Path, graph_name: str | None) -> dict[str, list[bytes]]:
    """The graphs to send; UsageError where there are none or the name is no IRI."""
    from kg.rdf.terms import make_iri
    from kg.stores.batches import read_graphs
    from kg.stores.graph_store import open_graph

    try:
        only = make_iri(graph_name).value if graph_name is not None else None
    except TermError as error:
        raise UsageError(
            f"--graph is '{graph_name}', which is no IRI; write it in full."
        ) from error
    graphs = read_graphs(open_graph(path), only)
    if not graphs:
        raise UsageError(f"'{path}' holds no triples; there is nothing to load.")
    return graphs


@contextmanager
def _connect(
    url: str, profile: "StoreProfile", options: "LoadOptions", tries: int, timeout: float
) -> Iterator["Loader"]:
    from kg.stores.endpoint import Endpoint, find_login, is_local
    from kg.stores.loading import Loader

    login = find_login(url)
    if login is not None and url.startswith("http:") and not is_local(url):
        say("kg: The password goes unencrypted over http to another machine; prefer https.")
    with Endpoint(login, profile.login, tries=tries, timeout=timeout) as endpoint:
        yield Loader(url, profile, endpoint, options)


def _send(
    loader: "Loader", graphs: dict[str, list[bytes]], journal: Path | None, *, quiet: bool
) -> "LoadReport":
    """Loads with a bar on the way."""
    from kg.stores.journal import Journal

    total = sum(map(len, graphs.values()))
    with (
        Journal(journal, loader.url) as taken,
        show_count(total, "triples", quiet=quiet) as on_progress,
    ):
        return loader.load(graphs, taken, on_progress)


def _format_requests(loader: "Loader", graphs: dict[str, list[bytes]]) -> Iterator[str]:
    """A line of curl for each request; the body is what would be sent, the login a reference."""
    user, login = "", loader.endpoint.login
    if login is not None and login.token:
        user = ' -H "Authorization: Bearer $KG_STORE_TOKEN"'
    elif login is not None:
        user = f' --{loader.profile.login} -u "$KG_STORE_USER:$KG_STORE_PASSWORD"'
    if loader.options.replace:
        for name in graphs:
            request = loader.make_drop(name)
            yield f"curl -X {request.method}{user} {shlex.quote(request.url)}\n"
    for batch, request in loader.plan(graphs):
        headers = "".join(f" -H {shlex.quote(f'{k}: {v}')}" for k, v in request.headers.items())
        triples = sum(batch.triples.values())
        yield (
            f"curl -X {request.method}{user}{headers} --data-binary @- {shlex.quote(request.url)}"
            f"  # {triples:,} triples, {len(request.content):,} bytes, {len(batch.triples):,} graphs\n"
        )


def _tell(
    report: "LoadReport", url: str, journal: Path | None, *, quiet: bool, as_json: bool
) -> None:
    """Prints what became of the load and ends with its exit code."""
    if as_json:
        write_data(json.dumps(_list_fields(report), indent=2, sort_keys=True) + "\n")
    for line in _format_troubles(report):
        say(line)
    if report.complete:
        if not quiet:
            say(_format_success(report, url))
        return
    rest = (
        f"the same command sends what is missing (it is noted in {journal})"
        if journal
        else "the same command sends all again, which does no harm; --journal FILE sends the rest alone"
    )
    say(f"kg: {report.loaded + report.skipped:,} of {report.total:,} triples are in {url}; {rest}.")
    raise typer.Exit(COULD_NOT_FINISH if report.stopped else SOME_FAILED)


def _format_success(report: "LoadReport", url: str) -> str:
    said = f"{report.total:,} triples in {len(report.expected):,} graphs are in {url}"
    if report.held is None:
        return f"{said}; the store could not be asked to count them."
    added = {n for n, held in report.held.items() if held > report.expected.get(n, 0)}
    if added:
        return f"{said}; {len(added):,} of the graphs hold others beside them."
    return f"{said}, counted there."


def _format_troubles(report: "LoadReport") -> Iterator[str]:
    for refusal in report.refusals[:_SHOWN]:
        names = " ".join(f"<{name}>" for name in refusal.graphs[:3])
        more = f" and {len(refusal.graphs) - 3:,} more" if len(refusal.graphs) > 3 else ""
        yield f"Refused: {refusal.triples:,} triples of {names}{more}: {refusal.reason}."
    if len(report.refusals) > _SHOWN:
        yield f"... and {len(report.refusals) - _SHOWN:,} more; --json lists all."
    if report.stopped:
        yield f"Stopped: {report.stopped}."
    wrong = report.wrong_counts
    for name in sorted(wrong)[:_SHOWN]:
        yield f"<{name}> holds {wrong[name]:,} triples instead of {report.expected[name]:,}."
    if len(wrong) > _SHOWN:
        yield f"... and {len(wrong) - _SHOWN:,} graphs more; --json lists all."


def _list_fields(report: "LoadReport") -> dict[str, object]:
    return {
        "complete": report.complete,
        "triples": report.total,
        "loaded": report.loaded,
        "skipped": report.skipped,
        "stopped": report.stopped or None,
        "refused": [
            {"graphs": list(r.graphs), "triples": r.triples, "reason": r.reason}
            for r in report.refusals
        ],
        "graphs": {
            name: {"expected": n, "held": None if report.held is None else report.held.get(name, 0)}
            for name, n in report.expected.items()
        },
    }
