"""Conflicts as text for people, as rows, and as records for programs."""

from collections.abc import Iterable, Iterator, Sequence

from kg.asking.conflicts import Conflict, Side
from kg.asking.listing import Value
from kg.asking.sources import Source, list_sources
from kg.stores.graph_store import GraphStore
from kg.stores.results import make_printable

COLUMNS = (
    "conflict", "kind", "about", "certain", "value", "known", "independent_sources", "documents",
    "quotes", "statements",
)  # fmt: skip


def format_conflicts(store: GraphStore, conflicts: Sequence[Conflict]) -> str:
    """Each conflict with its values, and under each value the sentences that give it."""
    lines = [line for conflict in conflicts for line in _format_conflict(store, conflict)]
    count = f"{len(conflicts)} conflict{'' if len(conflicts) == 1 else 's'}"
    return "\n".join(make_printable(line).rstrip() for line in [*lines, count]) + "\n"


def list_sides(store: GraphStore, conflicts: Iterable[Conflict]) -> list[dict[str, Value]]:
    """A row for each value of each conflict; conflicts are numbered from 1."""
    return [
        {
            "conflict": number,
            "kind": conflict.kind,
            "about": conflict.about,
            "certain": "yes" if conflict.certain else "no",
            "value": side.value,
            "known": _list_known(side),
            "independent_sources": _count_sources(side),
            "documents": tuple(dict.fromkeys(s.document for s in _list_sources(store, side))),
            "quotes": tuple(source.quote for source in _list_sources(store, side)),
            "statements": tuple(told.iri for told in side.statements),
        }
        for number, conflict in enumerate(conflicts, start=1)
        for side in conflict.sides
    ]


def describe_conflicts(store: GraphStore, conflicts: Iterable[Conflict]) -> list[dict[str, object]]:
    """A record for each conflict with its sides and their evidence, for JSON."""
    return [
        {
            "kind": conflict.kind,
            "about": conflict.about,
            "certain": conflict.certain,
            "sides": [
                {
                    "value": side.value,
                    "known": list(_list_known(side)),
                    "independent_sources": _count_sources(side),
                    "statements": [told.iri for told in side.statements],
                    "evidence": [
                        {"document": s.document, "start": s.start, "quote": s.quote}
                        for s in _list_sources(store, side)
                    ],
                }
                for side in conflict.sides
            ],
        }
        for conflict in conflicts
    ]


def _format_conflict(store: GraphStore, conflict: Conflict) -> Iterator[str]:
    doubt = "" if conflict.certain else " (perhaps one after the other: not all times are told)"
    yield f"{conflict.kind}: {conflict.about}{doubt}"
    for side in conflict.sides:
        known = "; ".join(_list_known(side))
        yield f"  {side.value}{f' ({known})' if known else ''}"
        for source in _list_sources(store, side):
            yield f"      {source.document}, {source.start}: “{source.quote}”"
    yield ""


def _list_known(side: Side) -> tuple[str, ...]:
    """The times of its statements, in words, each once."""
    return tuple(dict.fromkeys(str(known) for known in side.known if str(known)))


def _count_sources(side: Side) -> int:
    """The independent sources of its best supported statement."""
    counts = (told.get_detail("independentSources") for told in side.statements)
    return max(int(count) if count.isdecimal() else 1 for count in counts)


def _list_sources(store: GraphStore, side: Side) -> list[Source]:
    found = {s for told in side.statements for s in list_sources(store, told.iri)}
    return sorted(found, key=lambda source: (source.document, source.start, source.quote))
