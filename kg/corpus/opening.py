"""Opens files in workers ahead of their turn: those whose parsers can hang, crash or eat memory."""

from collections import deque
from collections.abc import Iterable, Iterator

from kg.corpus.work import OPEN, parse_items
from kg.model.document import Document, ErrorKind, Outcome, Status
from kg.model.encoding import EncodingError
from kg.readers import Unread
from kg.running import Failure, Job, Pool
from kg.running.pool import Ticket

_AHEAD = 4  # files a worker
Item = Document | Outcome
BROKEN = Failure(kind=ErrorKind.CRASHED, message="broke the process that read it; leave it out.")


def open_ahead(inputs: Iterable[Item | Unread], pool: Pool) -> Iterator[Item]:
    """The documents and outcomes of inputs, in their order."""
    source, more = iter(inputs), True
    line: deque[tuple[Item | Unread, Ticket | None]] = deque()
    opening = 0
    while more or line:
        while more and opening < _AHEAD * pool.workers and len(line) < 8 * _AHEAD * pool.workers:
            item = next(source, None)
            if item is None:
                more = False
                break
            if isinstance(item, Unread):
                (ticket,) = pool.submit([Job(kind=OPEN, content=item)], first=True)
                line.append((item, ticket))
                opening += 1
            elif line:
                line.append((item, None))
            else:
                yield item
        if line:
            item, waiting = line.popleft()
            opening -= waiting is not None
            if waiting is not None:
                yield from _finish(item.identifier, waiting, pool)
            elif not isinstance(item, Unread):
                yield item


def _finish(identifier: str, ticket: Ticket, pool: Pool) -> Iterator[Item]:
    """What the file holds, when it has been opened; an outcome where its worker died of it."""
    while ticket.answer is None:
        pool.step()
    pool.take(OPEN)
    if isinstance(ticket.answer, Failure):
        yield make_failed(identifier, ticket.answer)
        return
    try:
        yield from parse_items(ticket.answer)
    except EncodingError:
        yield make_failed(identifier, BROKEN)


def make_failed(identifier: str, failure: Failure, marks: tuple[str, ...] = ()) -> Outcome:
    """The outcome of a document whose worker died or was ended."""
    return Outcome(
        identifier=identifier,
        status=Status.FAILED,
        kind=failure.kind,
        message=f"{identifier} {failure.message}",
        marks=marks,
    )
