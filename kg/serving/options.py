"""The settings of a server."""

import ipaddress
from dataclasses import dataclass
from pathlib import Path

from kg.errors import UsageError

LONGEST_BODY = 256 * 1024  # bytes of a request; a query of 64 KiB may grow threefold as a form


@dataclass(frozen=True, slots=True, kw_only=True)
class ServeOptions:
    """Where to listen and what one query may cost.

    Every query runs in one of `workers` processes, which is ended after `seconds` or above
    `memory` bytes; its answer is cut after `rows`. `waiting` queries may wait for a free process;
    more are sent away. An address other than loopback needs a `token`.
    """

    address: str = "127.0.0.1"
    port: int = 8765
    token: str = ""
    seconds: float = 10.0
    memory: int = 1024**3
    rows: int = 10_000
    workers: int = 2
    waiting: int = 16
    names: tuple[str, ...] = ()  # by which the server may be called, besides its address
    updates: bool = False  # of a copy of a graph file; whoever has the token may write
    save: Path | None = None  # where each update is written to

    def check(self) -> None:
        """Raises UsageError for an open address or updates without a token."""
        if self.updates and not self.token:
            raise UsageError(
                "Updates need a token; set KG_SERVE_TOKEN to a secret that who writes must give."
            )
        if self.save is not None and not self.updates:
            raise UsageError("--save has nothing to write without --update; give both.")
        if self.save is not None and not self.save.name.removesuffix(".gz").endswith(".nq"):
            raise UsageError(f"--save writes N-Quads; let '{self.save}' end in .nq or .nq.gz.")
        if not self.is_loopback and not self.token:
            raise UsageError(
                f"Others could read the graph at {self.address}; set KG_SERVE_TOKEN to a secret that"
                " they must give, or listen on 127.0.0.1."
            )

    @property
    def is_loopback(self) -> bool:
        """Whether only this machine can reach the address."""
        if self.address == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.address).is_loopback
        except ValueError:
            return False
