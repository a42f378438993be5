"""The processes that answer: a query that takes too long or too much ends one, never the server."""

import asyncio
import contextlib
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import GraphError
from kg.serving import frames
from kg.serving.options import ServeOptions

_START_SECONDS = 60.0
_LONGEST_ANSWER = 256 * 1024 * 1024  # bytes, as a last resort: rows are limited before


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """An answer, or why there is none."""

    status: int
    body: bytes
    form: str = "text/plain"
    cut: int | None = None
    own_policy: bool = False


class _Worker:
    """One process, started when it is first asked and again after it was ended."""

    def __init__(self, store: Path, memory: int) -> None:
        self.store = store
        self._memory = memory
        self._process: asyncio.subprocess.Process | None = None

    async def ask(self, request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        """The answer. Raises EOFError where the process ended before it gave one."""
        if self._process is None or self._process.returncode is not None:
            await self._start()
        process = self._process
        if process is None or process.stdin is None:
            raise EOFError
        process.stdin.write(frames.pack(request))
        with contextlib.suppress(ConnectionError):  # then the answer ends at once
            await process.stdin.drain()
        return await self._read()

    async def end(self) -> None:
        """Ends the process at once and waits until it is gone."""
        process, self._process = self._process, None
        if process is not None:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()

    async def start(self) -> None:
        """Makes it ready to answer."""
        await asyncio.wait_for(self._start(), _START_SECONDS)

    async def _start(self) -> None:
        self._process = await asyncio.create_subprocess_exec(
            *[sys.executable, "-m", "kg.serving.worker", str(self.store), str(self._memory)],
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            start_new_session=True,  # Ctrl-C is for the server, which ends them
        )
        await self._read()

    async def _read(self) -> tuple[dict[str, Any], bytes]:
        process = self._process
        if process is None or process.stdout is None:
            raise EOFError
        try:
            head, body = frames.unpack_sizes(await process.stdout.readexactly(frames.SIZES))
            if head + body > _LONGEST_ANSWER:
                raise EOFError
            return (
                frames.parse_header(await process.stdout.readexactly(head)),
                await process.stdout.readexactly(body),
            )
        except asyncio.IncompleteReadError as error:
            raise EOFError from error


class WorkerPool:
    """A fixed number of processes over one store; each answers one request at a time."""

    def __init__(self, store: Path, options: ServeOptions) -> None:
        self._options = options
        self._workers = [_Worker(store, options.memory) for _ in range(options.workers)]
        self._free: asyncio.Queue[_Worker] = asyncio.Queue()
        self._waiting = 0
        self._ended = False

    async def start(self) -> None:
        """Starts all processes, so that the first request does not wait for that.

        Raises GraphError where they cannot open the store.
        """
        try:
            await asyncio.gather(*(worker.start() for worker in self._workers))
        except (EOFError, TimeoutError) as error:
            await self.end()
            raise GraphError(
                "The graph cannot be opened by the processes that answer; try it with kg stats."
            ) from error
        for worker in self._workers:
            self._free.put_nowait(worker)

    async def end(self) -> None:
        """Ends all processes; nothing is answered any more."""
        self._ended = True
        await asyncio.gather(*(worker.end() for worker in self._workers))

    async def switch(self, store: Path) -> None:
        """Lets all processes answer from another store, each when it has done what it does."""
        taken = [await self._free.get() for _ in self._workers]
        for worker in taken:
            await worker.end()
            worker.store = store
            self._free.put_nowait(worker)

    async def ask(self, request: dict[str, Any]) -> Response:
        """The answer of the next free process, or a refusal: 503 busy, 504 too long, 500 too large."""
        if self._free.empty() and self._waiting >= self._options.waiting:
            return Response(status=503, body=b"All processes are busy; try again in a moment.")
        self._waiting += 1
        try:
            worker = await self._free.get()
        finally:
            self._waiting -= 1
        try:
            if self._ended:
                return Response(status=503, body=b"The server is about to end.")
            return await self._ask(worker, request)
        finally:
            self._free.put_nowait(worker)

    async def _ask(self, worker: _Worker, request: dict[str, Any]) -> Response:
        try:
            header, body = await asyncio.wait_for(worker.ask(request), self._options.seconds)
        except TimeoutError:
            await worker.end()
            return Response(status=504, body=self._describe_slow())
        except EOFError:
            await worker.end()
            return Response(status=500, body=self._describe_large())
        except asyncio.CancelledError:  # the asker went away
            await worker.end()
            raise
        return Response(
            status=header["status"],
            body=body,
            form=header.get("type", "text/plain"),
            cut=header.get("cut"),
            own_policy=header.get("own_policy", False),
        )

    def _describe_slow(self) -> bytes:
        seconds = f"{self._options.seconds:g}"
        return f"The answer took longer than {seconds} s and was given up; ask for less.".encode()

    def _describe_large(self) -> bytes:
        size = self._options.memory // 1024**2
        return (
            f"The answer took more memory than {size} MiB or broke the engine; ask for less."
        ).encode()
