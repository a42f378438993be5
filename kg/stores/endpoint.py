"""Requests to a store: tried again where that helps, never with a secret in what is printed."""

import netrc
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import httpx
from tenacity import (
    RetryCallState,
    Retrying,
    retry_if_exception_type,
    retry_if_result,
    stop_after_attempt,
    wait_exponential_jitter,
)

from kg.errors import UsageError

_AGAIN = frozenset([408, 425, 429, 500, 502, 503, 504])
_LONGEST_WAIT = 60.0  # seconds, whatever the server asks
_BACK_OFF = wait_exponential_jitter(multiplier=0.5, max=20)
_SECONDS_A_BYTE = 4 / 1024**2  # what a store may take to sort and write a large request
_LOCAL = frozenset(["localhost", "127.0.0.1", "::1"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Login:
    """What a store is told of who writes. Never printed: it has no text of its own."""

    user: str = ""
    password: str = ""
    token: str = ""

    def __repr__(self) -> str:
        return "Login(...)"


class Unanswered(Exception):  # noqa: N818  it is no fault of kg but of the line
    """No answer came, after all tries."""


def find_login(url: str, environment: Mapping[str, str] = os.environ) -> Login | None:
    """User and password or token: from KG_STORE_USER, KG_STORE_PASSWORD, KG_STORE_TOKEN, or netrc.

    netrc is the file that NETRC names, or ~/.netrc. Raises UsageError where the file is malformed.
    """
    token, user = environment.get("KG_STORE_TOKEN", ""), environment.get("KG_STORE_USER", "")
    if token:
        return Login(token=token)
    if user:
        return Login(user=user, password=environment.get("KG_STORE_PASSWORD", ""))
    path = Path(environment.get("NETRC") or Path.home() / ".netrc")
    if not path.is_file():
        return None
    try:
        found = netrc.netrc(str(path)).authenticators(urlsplit(url).hostname or "")
    except (netrc.NetrcParseError, OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"{path} cannot be read as netrc; mend it or set KG_STORE_USER and KG_STORE_PASSWORD."
        ) from error
    return Login(user=found[0], password=found[2]) if found else None


def check_url(url: str) -> str:
    """The URL without a slash at its end. Raises UsageError for what is no plain address of a store."""
    try:
        parts = urlsplit(url)
        usable = parts.scheme in {"http", "https"} and bool(parts.hostname)
        secret = "@" in parts.netloc
    except ValueError:
        usable = secret = False
    if not usable:
        raise UsageError("The address of the store is no URL; write it like http://localhost:7878.")
    if secret:  # the address is not repeated: it holds a password
        raise UsageError(
            "The address of the store holds a user or password, which others on this machine can"
            " read; set KG_STORE_USER and KG_STORE_PASSWORD instead."
        )
    if parts.query or parts.fragment:
        raise UsageError("The address of the store has a '?' or '#' part; leave it out.")
    return url.rstrip("/")


def is_local(url: str) -> bool:
    """Whether the address is this machine."""
    return (urlsplit(url).hostname or "") in _LOCAL


class Endpoint:
    """A connection to one store. Redirects are not followed: they would take the password along."""

    def __init__(
        self,
        login: Login | None,
        scheme: Literal["basic", "digest"],
        *,
        tries: int = 5,
        timeout: float = 60.0,
    ) -> None:
        self.login = login
        self._timeout = timeout
        self._client = httpx.Client(auth=_make_auth(login, scheme), timeout=timeout)
        if login is not None and login.token:
            self._client.headers["Authorization"] = f"Bearer {login.token}"
        self._retrying = Retrying(
            stop=stop_after_attempt(tries),
            wait=_wait,
            retry=retry_if_exception_type(httpx.TransportError)
            | retry_if_result(lambda answer: answer.status_code in _AGAIN),
            retry_error_callback=_give_last,
        )

    def __enter__(self) -> "Endpoint":
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def send(
        self, method: str, url: str, content: bytes = b"", headers: Mapping[str, str] | None = None
    ) -> httpx.Response:
        """The answer, whatever its status, after as many tries as that asks for.

        Each try waits for the time limit and some more for a large content. Raises Unanswered if the
        last try brought none.
        """
        answer: httpx.Response = self._retrying(
            self._client.request,
            method,
            url,
            content=content,
            headers=headers,
            timeout=self._timeout + len(content) * _SECONDS_A_BYTE,
        )
        return answer


def _make_auth(login: Login | None, scheme: Literal["basic", "digest"]) -> httpx.Auth | None:
    if login is None or not login.user:
        return None
    kind = httpx.DigestAuth if scheme == "digest" else httpx.BasicAuth
    return kind(login.user, login.password)


def _wait(state: RetryCallState) -> float:
    """What the server asks for, within reason, or longer at each try."""
    outcome = state.outcome
    asked = ""
    if outcome is not None and not outcome.failed:
        asked = outcome.result().headers.get("Retry-After", "")
    if asked.isascii() and asked.isdigit():
        return min(float(asked), _LONGEST_WAIT)
    return _BACK_OFF(state)


def _give_last(state: RetryCallState) -> httpx.Response:
    outcome = state.outcome
    if outcome is None or outcome.failed:
        error = outcome.exception() if outcome is not None else None
        raise Unanswered(_describe(error)) from None
    answer: httpx.Response = outcome.result()
    return answer


def _describe(error: BaseException | None) -> str:
    """Why no answer came, without the address (a library may put more into its own text)."""
    if isinstance(error, httpx.ConnectError):
        return "nothing answers at that address"
    if isinstance(error, httpx.TimeoutException):
        return "it did not answer in time"
    return "the connection broke"


def tell_status(answer: httpx.Response) -> str:
    """The status and the first words of an answer that refuses, for a sentence."""
    if answer.is_redirect:
        target = urlsplit(answer.headers.get("Location", ""))
        return f"it sends on to {target.scheme}://{target.hostname}{target.path}; give that address"
    words = " ".join(answer.text.split())[:160] if "html" not in _type(answer) else ""
    return f"status {answer.status_code}" + (f", {words}" if words else "")


def _type(answer: httpx.Response) -> str:
    return str(answer.headers.get("Content-Type", ""))
