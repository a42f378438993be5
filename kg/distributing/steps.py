"""The steps by name, and how a worker does a task of one: once, and never half."""

import json
from collections.abc import Callable
from dataclasses import dataclass

import kg.errors
from kg.distributing import crowding, reading, resolving, stating
from kg.distributing.reading import Answer
from kg.distributing.shuffling import format_record
from kg.distributing.site import Site
from kg.errors import DocumentError, KgError

Step = Callable[..., Answer]
STEPS: dict[str, Step] = {
    "count": reading.count,
    "read": reading.read,
    "repeated": reading.find_repeated,
    "crowds": crowding.gather_crowds,
    "beginnings": crowding.count_beginnings,
    "keys": crowding.tie_by_keys,
    "larger": crowding.tie_larger,
    "smaller": crowding.tie_smaller,
    "components": crowding.gather_components,
    "resolve": resolving.resolve_components,
    "settle": resolving.settle,
    "name": resolving.name_entities,
    "propose": resolving.propose,
    "judge": resolving.judge,
    "claims": stating.place_claims,
    "statements": stating.make_statements,
    "shared": stating.write_shared,
}


@dataclass(frozen=True, slots=True)
class Refusal:
    """A KgError that a task has met, by the name of its class; `kind` is that of a DocumentError."""

    error: str
    message: str
    kind: str | None = None

    def make_error(self) -> KgError:
        """The error again."""
        if self.kind is not None:
            return DocumentError(self.kind, self.message)
        found: Callable[[str], KgError] = getattr(kg.errors, self.error, KgError)
        return found(self.message)


def run_task(site: Site, step: str, number: int, turn: int | None = None) -> Answer | Refusal:
    """Does a task, or finds the answer that it has given before.

    A task gives the same bytes whenever and wherever it is run: one that was cut off is run again.
    """
    name = step if turn is None else f"{step}-{turn}"
    try:
        done = site.find_done(name, number)
        if done is not None:
            known: Answer = json.loads(done)
            return known
        answer = STEPS[step](site, number) if turn is None else STEPS[step](site, number, turn)
        site.note_done(name, number, format_record(answer))
    except KgError as error:
        kind = error.kind if isinstance(error, DocumentError) else None
        return Refusal(type(error).__name__, str(error), kind)
    return answer
