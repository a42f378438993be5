"""The ASGI application: addresses to requests for the workers, and their answers to HTTP."""

import contextlib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from kg.ontology import DEFAULT_BASE
from kg.serving import workers
from kg.serving.editor import EDITOR_POLICY, has_editor, read_asset
from kg.serving.guarding import Guard
from kg.serving.options import ServeOptions
from kg.serving.pages import POLICY, render_editor
from kg.serving.protocol import Change, Refused, read_request
from kg.serving.updates import Updater

_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Vary": "Accept",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def make_app(store: Path, options: ServeOptions) -> Starlette:
    """The application over the Oxigraph store in a folder. Its processes start and end with it."""
    site = _Site(store, options)
    routes = [
        Route("/", site.show_start),
        Route("/sparql", site.answer_query, methods=["GET", "POST"]),
        Route("/queries/{name}", site.answer_named),
        Route("/editor", site.show_editor),
        Route("/assets/{name}", site.show_asset),
        Route("/view", site.show_view),
        Route("/about", site.show_about),
        Route("/id/{path:path}", site.show_thing),
    ]
    return Starlette(
        routes=routes,
        middleware=[Middleware(Guard, options=options)],
        lifespan=site.live,
        exception_handlers={404: _tell_missing, 405: _tell_method},
    )


class _Site:
    """What stands at the addresses."""

    def __init__(self, store: Path, options: ServeOptions) -> None:
        self._pool = workers.WorkerPool(store, options)
        self._options = options
        self._updater = Updater(self._pool, store, options)

    @contextlib.asynccontextmanager
    async def live(self, app: Starlette) -> AsyncIterator[None]:
        """Starts the processes, and ends them with the server."""
        del app
        await self._pool.start()
        try:
            yield
        finally:
            await self._pool.end()

    async def show_start(self, request: Request) -> Response:
        """The query page: the editor, or the plain one where that was not packaged."""
        del request
        return RedirectResponse("/editor" if has_editor() else "/sparql", 307)

    async def show_editor(self, request: Request) -> Response:
        """The query editor."""
        if not has_editor():
            return await _tell_missing(request, KeyError())
        headers = {**_HEADERS, "Content-Security-Policy": EDITOR_POLICY}
        return Response(render_editor(), 200, headers, media_type="text/html")

    async def show_asset(self, request: Request) -> Response:
        """A script or style of the editor."""
        found = read_asset(request.path_params["name"])
        if found is None:
            return await _tell_missing(request, KeyError())
        return Response(found[0], 200, _HEADERS, media_type=found[1])

    async def answer_query(self, request: Request) -> Response:
        """The SPARQL endpoint; without a query the page or, for programs, the service description."""
        asked = await read_request(request, updates=self._options.updates)
        if isinstance(asked, Refused):
            return _respond(workers.Response(status=asked.status, body=asked.reason.encode()))
        if isinstance(asked, Change):
            return _respond(await self._updater.apply(asked.update))
        if asked.query is None:
            if request.method == "POST":
                return _respond(workers.Response(status=400, body=b"There is no query."))
            endpoint = str(request.url.replace(query="", fragment=""))
            return await self._ask(
                kind="service",
                accept=asked.accept,
                endpoint=endpoint,
                updates=self._options.updates,
            )
        return await self._ask(kind="query", query=asked.query, accept=asked.accept)

    async def answer_named(self, request: Request) -> Response:
        """A query that comes with kg, with its parameters."""
        parameters = {name: value for name, value in request.query_params.items() if value}
        form = parameters.pop("format", request.headers.get("accept", ""))
        name = request.path_params["name"]
        return await self._ask(kind="named", name=name, parameters=parameters, accept=form)

    async def show_view(self, request: Request) -> Response:
        """The page of the whole graph."""
        del request
        return await self._ask(kind="view")

    async def show_about(self, request: Request) -> Response:
        """A thing by its IRI."""
        return await self._show(request.query_params.get("iri", ""), request)

    async def show_thing(self, request: Request) -> Response:
        """A thing of the usual base by the end of its IRI, escapes kept as they are in it."""
        raw = request.scope.get("raw_path", b"").decode("ascii", "replace")
        path = raw.partition("?")[0].removeprefix("/id/")
        return await self._show(DEFAULT_BASE + path, request)

    async def _show(self, iri: str, request: Request) -> Response:
        form = request.query_params.get("format", request.headers.get("accept", ""))
        return await self._ask(kind="thing", iri=iri, accept=form)

    async def _ask(self, **request: Any) -> Response:
        return _respond(await self._pool.ask({**request, "rows": self._options.rows}))


def _respond(answer: workers.Response) -> Response:
    headers = dict(_HEADERS)
    if not answer.own_policy:
        headers["Content-Security-Policy"] = POLICY
    if answer.cut is not None:
        headers["KG-Cut"] = f"rows={answer.cut}"
    if answer.status == 503:
        headers["Retry-After"] = "1"
    body = answer.body + b"\n" if answer.form == "text/plain" else answer.body
    kind = answer.form if "json" in answer.form else f"{answer.form}; charset=utf-8"
    return Response(body, answer.status, headers, media_type=kind)


async def _tell_missing(request: Request, error: Exception) -> Response:
    del request, error
    return PlainTextResponse("There is nothing here; begin at /.\n", 404, _HEADERS)


async def _tell_method(request: Request, error: Exception) -> Response:
    del request
    headers = {**_HEADERS, **(getattr(error, "headers", None) or {})}
    return PlainTextResponse("The graph is read-only; ask by GET or POST.\n", 405, headers)
