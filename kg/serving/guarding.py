"""Who may ask: this machine or who has the token, by this server's own name, not another site."""

import base64
import binascii
import hmac
from collections.abc import Mapping
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from kg.serving.options import LONGEST_BODY, ServeOptions

_LOCAL_NAMES = frozenset(["localhost", "127.0.0.1", "::1"])


class Guard:
    """Refuses what another site's page could have sent, other host names, and who lacks the token.

    The name is checked because a foreign name can be made to lead here (DNS rebinding); Origin and
    Sec-Fetch-Site because browsers send them where a page of another site asks.
    """

    def __init__(self, app: ASGIApp, options: ServeOptions) -> None:
        self._app = app
        self._names = {*_LOCAL_NAMES, options.address.strip("[]"), *options.names}
        self._token = options.token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on or answers it with a refusal."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        refusal = self._find_refusal(request)
        if refusal is not None:
            await refusal(scope, receive, send)
            return
        await self._app(scope, receive, send)

    def _find_refusal(self, request: Request) -> Response | None:
        host = request.headers.get("host", "")
        if _get_name(host) not in self._names:
            return _refuse(403, "This server does not go by that name; --name adds one.")
        origin = request.headers.get("origin")
        if origin is not None and urlsplit(origin).netloc != host:
            return _refuse(403, "Pages of other sites may not ask here.")
        if request.headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
            return _refuse(403, "Pages of other sites may not ask here.")
        if int(request.headers.get("content-length") or 0) > LONGEST_BODY:
            return _refuse(413, f"The request is longer than {LONGEST_BODY // 1024} KiB.")
        if self._token and not _has_token(request.headers, self._token):
            return _refuse(
                401, "A token is needed.", {"WWW-Authenticate": 'Basic realm="kg", charset="UTF-8"'}
            )
        return None


def _get_name(host: str) -> str:
    """The name in a Host header, without its port."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def _has_token(headers: Mapping[str, str], token: str) -> bool:
    """As a bearer, or as the password of any user, which is what a browser asks its user for."""
    scheme, _, value = headers.get("authorization", "").partition(" ")
    given = value.strip()
    if scheme.lower() == "basic":
        try:
            given = base64.b64decode(given, validate=True).decode().partition(":")[2]
        except (binascii.Error, UnicodeDecodeError):
            return False
    elif scheme.lower() != "bearer":
        return False
    return hmac.compare_digest(given.encode(), token.encode())


def _refuse(status: int, sentence: str, headers: dict[str, str] | None = None) -> Response:
    return PlainTextResponse(f"{sentence}\n", status, headers)


async def read_body(request: Request) -> bytes | None:
    """The body, or None if it is longer than it may be, whatever its header says."""
    parts: list[bytes] = []
    size = 0
    async for part in request.stream():
        size += len(part)
        if size > LONGEST_BODY:
            return None
        parts.append(part)
    return b"".join(parts)
