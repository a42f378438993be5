"""`kg load`: put a graph into a running triple store."""

import json
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options as o
from kg.cli.progress import show_count
from kg.cli.terminal import say, write_data, write_text
from kg.errors import UsageError
from kg.stores.store_types import StoreType

if TYPE_CHECKING:
    from kg.stores.endpoint import Login
    from kg.stores.load_report import LoadReport
    from kg.stores.loading import Loader

COULD_NOT_FINISH = 1
SOME_FAILED = 3
MAIN_GRAPH = "https://w3id.org/newskg/id/graph"
_SHOWN = 10  # lines of each kind; --json has all
EXAMPLES = o.format_examples(
    "kg load graph.nq --to http://localhost:7878 --store-type oxigraph",
    "KG_STORE_USER=dba KG_STORE_PASSWORD=... \\",
    "  kg load graph.nq --to http://localhost:8890 --store-type virtuoso --replace",
    "kg load graph.ttl --to http://localhost:3030/news --store-type fuseki --dry-run",
)


def load(
    graph: o.GraphArgument,
    to: Annotated[str, typer.Option("--to", metavar="URL", help="The store's address.")],
    store_type: Annotated[StoreType, typer.Option("--store-type", help="What the store is.")],
    graph_name: Annotated[
        str | None,
        typer.Option(
            "--graph",
            metavar="IRI",
            help="The named graph that takes everything. Without it: documents keep theirs (in .nq"
            f" and .trig), and all else goes to <{MAIN_GRAPH}>.",
        ),
    ] = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Empty each graph first. Without it: add.")
    ] = False,
    update: Annotated[
        bool, typer.Option("--update", help="Write by SPARQL INSERT DATA, in small pieces.")
    ] = False,
    compress: Annotated[
        bool | None,
        typer.Option(
            "--gzip/--no-gzip",
            help="Send compressed. Without it: where the store takes it and is another machine.",
        ),
    ] = None,
    journal: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Where to note what the store has taken; run again, and only the rest is sent.",
        ),
    ] = None,
    query_url: Annotated[
        str | None,
        typer.Option(metavar="URL", help="Where to ask for counts, if not where that type has it."),
    ] = None,
    update_url: Annotated[
        str | None,
        typer.Option(metavar="URL", help="Where to send updates, if not where that type has it."),
    ] = None,
    tries: Annotated[
        int, typer.Option(min=1, max=20, metavar="NUMBER", help="Tries of each request.")
    ] = 5,
    timeout: Annotated[
        float, typer.Option(min=1, metavar="SECONDS", help="How long to wait for an answer.")
    ] = 60.0,
    dry_run: Annotated[
        bool,
        typer.Option("--dry-run", help="Print the requests as curl would make them; send none."),
    ] = False,
    quiet: o.QuietOption = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="What became of it as JSON on standard output.")
    ] = False,
) -> None:
    """Put a graph into a running triple store by the SPARQL 1.1 Graph Store Protocol.

    User and password come from KG_STORE_USER and KG_STORE_PASSWORD, a token from KG_STORE_TOKEN, or
    else from netrc; never from an option. Loading twice leaves everything there once. Exit code 3: the
    store refused a part; 1: it could not be finished.
    """
    from kg.stores.batches import read_graphs
    from kg.stores.endpoint import Endpoint, check_url, find_login, is_local
    from kg.stores.graph_store import open_graph
    from kg.stores.journal import Journal
    from kg.stores.loading import Loader, LoadOptions
    from kg.stores.profiles import PROFILES

    url = check_url(to)
    profile = PROFILES[store_type]
    options = LoadOptions(
        replace=replace,
        update=update,
        compressed=profile.gzip and not is_local(url) if compress is None else compress,
        update_url=check_url(update_url) if update_url else None,
        query_url=check_url(query_url) if query_url else None,
    )
    graphs = read_graphs(open_graph(graph), MAIN_GRAPH, _check_name(graph_name))
    if not graphs:
        raise UsageError(f"'{graph}' holds no triples; there is nothing to load.")
    login = find_login(url)
    with Endpoint(login, profile.login, tries=tries, timeout=timeout) as endpoint:
        loader = Loader(url, profile, endpoint, options)
        if dry_run:
            write_text("".join(_format_requests(loader, graphs, login)))
            return
        if login is not None and url.startswith("http:") and not is_local(url):
            say("kg: The password goes unencrypted over http to another machine; prefer https.")
        total = sum(map(len, graphs.values()))
        with (
            Journal(journal, url) as taken,
            show_count(total, "triples", quiet=quiet or as_json) as on_progress,
        ):
            report = loader.load(graphs, taken, on_progress)
    _tell(report, url, journal, quiet=quiet, as_json=as_json)


def _check_name(name: str | None) -> str | None:
    from kg.errors import TermError
    from kg.rdf.terms import make_iri

    if name is None:
        return None
    try:
        return make_iri(name).value
    except TermError as error:
        raise UsageError(
            f"--graph is '{name}', which is no IRI; write one like {MAIN_GRAPH}."
        ) from error


def _format_requests(
    loader: "Loader", graphs: dict[str, list[bytes]], login: "Login | None"
) -> Iterator[str]:
    """A line of curl for each request; the body is what would be sent, the login a reference."""
    user = ""
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
