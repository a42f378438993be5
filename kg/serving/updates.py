"""Updates of a served graph: each on a copy, which takes the place of what was served once it is whole."""

import asyncio
import contextlib
import shutil
import sys
from pathlib import Path

from kg.serving.options import ServeOptions
from kg.serving.workers import Response, WorkerPool

REFUSED = 4  # exit codes of the process; the sentence is on its standard output
UNSAVED = 5


class Updater:
    """Runs updates one after the other, each in a process that is ended at the limits of a query."""

    def __init__(self, pool: WorkerPool, store: Path, options: ServeOptions) -> None:
        self._pool = pool
        self._store = store
        self._options = options
        self._turn = asyncio.Lock()
        self._waiting = 0

    async def apply(self, update: str) -> Response:
        """204 when every later query sees the change; anything else, and nothing has changed."""
        if self._waiting >= self._options.waiting:
            return Response(status=503, body=b"Too many updates wait; try again in a moment.")
        self._waiting += 1
        try:
            async with self._turn:
                return await self._apply(update)
        finally:
            self._waiting -= 1

    async def _apply(self, update: str) -> Response:
        old = self._store
        new = old.with_name(f"{old.name}-next" if not old.name.endswith("-next") else old.name[:-5])
        await asyncio.to_thread(shutil.rmtree, new, ignore_errors=True)
        refusal = await self._run(update, new)
        if refusal is not None:
            return refusal
        self._store = new
        await self._pool.switch(new)
        await asyncio.to_thread(shutil.rmtree, old, ignore_errors=True)
        return Response(status=204, body=b"")

    async def _run(self, update: str, new: Path) -> Response | None:
        """Makes the changed store; a refusal where that cannot be."""
        process = await asyncio.create_subprocess_exec(
            *[sys.executable, "-m", "kg.serving.update_worker"],
            *[str(self._store), str(new), str(self._options.memory), str(self._options.save or "")],
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            start_new_session=True,
        )
        try:
            said, _ = await asyncio.wait_for(
                process.communicate(update.encode()), self._options.seconds
            )
        except TimeoutError:
            seconds = f"{self._options.seconds:g}"
            words = f"The update took longer than {seconds} s and was given up; nothing changed."
            return Response(status=504, body=words.encode())
        finally:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()
        if process.returncode in (REFUSED, UNSAVED):
            return Response(status=400 if process.returncode == REFUSED else 500, body=said)
        if process.returncode:
            words = "The update took too much memory or broke the engine; nothing changed."
            return Response(status=500, body=words.encode())
        return None
