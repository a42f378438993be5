"""The counts of a graph as text for people, as CSV, or as JSON."""

import dataclasses
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.asking.statistics import Statistics
from kg.rdf.table import format_row, guard_cell

_MODALITIES = ("actual", "planned", "possible", "negated")
_INDENT = "  "


def format_statistics(counts: Statistics, form: str, *, top: int) -> str:
    """The counts as "table", "csv" or "json"; of rules a table shows the `top` ones."""
    if form == "json":
        return json.dumps(_list_fields(counts), ensure_ascii=False, indent=1) + "\n"
    if form == "csv":
        rows = (("section", "name", "modality", "count"), *_list_rows(counts))
        return "".join(format_row(map(guard_cell, row)) for row in rows)
    return "\n".join(_list_sections(counts, top))


def _list_fields(counts: Statistics) -> dict[str, object]:
    fields = dataclasses.asdict(counts)
    return {**fields, "modalities": _sum_modalities(counts)}


def _sum_modalities(counts: Statistics) -> dict[str, int]:
    told = counts.statements.values()
    return {name: sum(by.get(name, 0) for by in told) for name in _MODALITIES}


def _list_totals(counts: Statistics) -> list[tuple[str, int]]:
    return [
        ("triples", counts.triples),
        ("documents", counts.documents),
        ("sentences with statements", counts.sentences),
        ("entities that documents name", sum(counts.entities.values())),
        ("places of the gazetteer alone", counts.places),
        ("statements", sum(_sum_modalities(counts).values())),
        ("observations", counts.observations),
    ]


def _list_rows(counts: Statistics) -> Iterator[tuple[str, str, str, str]]:
    """One row a number, and one for each thing that a run tells."""
    for name, count in _list_totals(counts):
        yield "graph", name, "", str(count)
    for name, count in counts.entities.items():
        yield "entities", name, "", str(count)
    for name, by in counts.statements.items():
        for modality, count in by.items():
            yield "statements", name, modality, str(count)
    for name, count in counts.rules.items():
        yield "rules", name, "", str(count)
    for number, count in counts.sources.items():
        yield "sources", str(number), "", str(count)
    for run in counts.runs:
        for name, value in run.items():
            yield "run", name, "", value if isinstance(value, str) else " | ".join(value)


def _list_sections(counts: Statistics, top: int) -> Iterator[str]:
    yield _lay_out("graph", (), [(n, (c,)) for n, c in _list_totals(counts)])
    if counts.entities:
        yield _lay_out("entities by type", (), [(n, (c,)) for n, c in counts.entities.items()])
    if counts.statements:
        totals = _sum_modalities(counts)
        told = [*counts.statements.items(), ("all", totals)]
        yield _lay_out(
            "statements by predicate",
            ("all", *_MODALITIES),
            [
                (name, (sum(by.values()), *(by.get(modality, 0) for modality in _MODALITIES)))
                for name, by in told
            ],
        )
    if counts.sources:
        rows = [(f"{number}", (count,)) for number, count in counts.sources.items()]
        yield _lay_out("statements by independent sources", (), rows)
    if counts.rules:
        shown = list(counts.rules.items())[:top]
        more = len(counts.rules) - len(shown)
        title = "statements by rule" + (
            f", the first {len(shown)} of {more + len(shown):,}" if more else ""
        )
        yield _lay_out(title, (), [(name, (count,)) for name, count in shown])
    for run in counts.runs:
        yield _lay_out_run(run)


def _lay_out(title: str, columns: Sequence[str], rows: Iterable[tuple[str, Sequence[int]]]) -> str:
    """A title with its columns, and a line a row with its numbers to the right."""
    cells = [(_INDENT + name, *(f"{number:,}" for number in numbers)) for name, numbers in rows]
    lines = [(title, *columns), *cells]
    first = max(len(line[0]) for line in lines)
    width = max((len(cell) for line in lines for cell in line[1:]), default=0)
    return "".join(
        (line[0].ljust(first) + "".join(f"  {cell:>{width}}" for cell in line[1:])).rstrip() + "\n"
        for line in lines
    )


def _lay_out_run(run: Mapping[str, str | tuple[str, ...]]) -> str:
    lines = [f"run {run['run']}"]
    width = max(map(len, run))
    for name, value in run.items():
        if name != "run":
            text = value if isinstance(value, str) else ", ".join(value)
            lines.append(f"{_INDENT}{name.ljust(width)}  {text}")
    return "\n".join(lines) + "\n"
