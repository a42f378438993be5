"""Runs jobs over a pool in tasks of a good size; knows no stage."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kg.running.pool import Failure, Pool
from kg.running.worker import Job

TASK = 100_000  # characters of a task: some seconds of work, which large batches speed up
_LEAST = 3_000


@dataclass(slots=True)
class _Feeder:
    """Holds jobs that came and hands them in so that no worker waits, and none is left with all."""

    pool: Pool
    held: list[Job] = field(default_factory=list)
    size: int = 0

    @property
    def wants_more(self) -> bool:
        """Whether there is too little in hand to share out well."""
        return self.size < 2 * self.pool.workers * TASK

    def hold(self, job: Job) -> None:
        self.held.append(job)
        self.size += job.size

    def hand_in(self) -> int:
        """Makes tasks while workers want them, smaller ones when little is left; how many jobs."""
        number = 0
        while self.held and self.pool.waiting < self.pool.workers:
            share = self.size // (2 * self.pool.workers)
            wanted, taken, count = min(TASK, max(_LEAST, share)), 0, 0
            while count < len(self.held) and (not count or taken < wanted):
                taken += self.held[count].size
                count += 1
            self.pool.submit(self.held[:count])
            del self.held[:count]
            self.size -= taken
            number += count
        return number


def run_in_workers(
    jobs: Iterable[Job | None], pool: Pool, kind: str
) -> Iterator[tuple[Job, bytes | Failure] | None]:
    """(job, answer) of each job, all of `kind`, as soon as it is there: in no order.

    A None among the jobs is nothing to do, and is given back, so that the caller has its turn. `jobs`
    may itself wait for the pool, for jobs of another kind.
    """
    feeder, source = _Feeder(pool), iter(jobs)
    more, open_jobs = True, 0
    while more or feeder.held or open_jobs:
        while more and feeder.wants_more:
            try:
                job = next(source)
            except StopIteration:
                more = False
                break
            if job is None:
                yield None
            else:
                feeder.hold(job)
        open_jobs += feeder.hand_in()
        found = pool.take(kind)
        open_jobs -= len(found)
        yield from ((ticket.job, ticket.answer) for ticket in found if ticket.answer is not None)
        if not found and open_jobs and not (more and feeder.wants_more):
            pool.step()
