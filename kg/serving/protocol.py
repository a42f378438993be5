"""The SPARQL 1.1 Protocol: what a request asks, by GET, form or direct POST."""

from dataclasses import dataclass
from urllib.parse import parse_qs

from starlette.requests import Request

from kg.serving.guarding import read_body
from kg.serving.options import LONGEST_BODY

_FORM = "application/x-www-form-urlencoded"
_DIRECT = "application/sparql-query"
_UPDATE = "application/sparql-update"
_DIRECT_NAMES = {_DIRECT: "query", _UPDATE: "update"}
_OTHER_TARGETS = ("using-graph-uri", "using-named-graph-uri")
_OTHER_DATA = ("default-graph-uri", "named-graph-uri")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A query and the Accept header that decides its form; `query` is None where none was given."""

    query: str | None
    accept: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A SPARQL update."""

    update: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """Why a request is no query: an HTTP status and a sentence."""

    status: int
    reason: str


_READ_ONLY = Refused(status=403, reason="The graph is read-only.")


async def read_request(request: Request, *, updates: bool) -> Asked | Change | Refused:
    """The query of a request to the endpoint, or, where `updates` are taken, the update."""
    parameters = _parse(request.scope["query_string"])
    if parameters is None:
        return Refused(status=400, reason="The address is not UTF-8.")
    if request.method == "POST":
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind == _UPDATE and not updates:
            return _READ_ONLY
        if kind not in (_FORM, _DIRECT, _UPDATE):
            return Refused(status=415, reason=f"Send the query as {_FORM} or {_DIRECT}.")
        body = await read_body(request)
        if body is None:
            return Refused(
                status=413, reason=f"The request is longer than {LONGEST_BODY // 1024} KiB."
            )
        more = _parse(body) if kind == _FORM else _parse_direct(body, _DIRECT_NAMES[kind])
        if more is None:
            return Refused(status=400, reason="The query is not UTF-8.")
        for name, values in more.items():
            parameters.setdefault(name, []).extend(values)
    if "update" in parameters:
        return _judge_update(parameters, request.method) if updates else _READ_ONLY
    return _judge(parameters, request.headers.get("accept", ""))


def _judge(parameters: dict[str, list[str]], accept: str) -> Asked | Refused:
    if any(name in parameters for name in _OTHER_DATA):
        return Refused(status=400, reason="The graph that was opened is asked, and no other.")
    queries = parameters.get("query", [])
    if len(queries) > 1:
        return Refused(status=400, reason="There is more than one query; send them one by one.")
    wanted = [value for name in ("format", "output") for value in parameters.get(name, ())]
    return Asked(query=queries[0] if queries else None, accept=wanted[0] if wanted else accept)


def _judge_update(parameters: dict[str, list[str]], method: str) -> Change | Refused:
    if method != "POST":
        return Refused(status=405, reason="Updates come by POST alone.")
    if any(name in parameters for name in _OTHER_TARGETS):
        return Refused(status=400, reason="Name the graphs in the update itself.")
    if "query" in parameters or len(parameters["update"]) > 1:
        return Refused(status=400, reason="There is more than one request; send them one by one.")
    return Change(update=parameters["update"][0])


def _parse(data: bytes) -> dict[str, list[str]] | None:
    try:
        return parse_qs(
            data.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=100
        )
    except (ValueError, UnicodeDecodeError):
        return None


def _parse_direct(body: bytes, name: str) -> dict[str, list[str]] | None:
    try:
        return {name: [body.decode("utf-8")]}
    except UnicodeDecodeError:
        return None
