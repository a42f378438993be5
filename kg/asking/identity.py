"""Says why two names are one thing in a graph, or why they are not."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.asking.entities import Listed, list_entities
from kg.asking.finding import find_things, format_id
from kg.asking.judgements import Judged, list_judgements
from kg.model.entity import Verdict
from kg.ontology import Ontology
from kg.stores.graph_store import GraphStore
from kg.stores.results import make_printable


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two names and the things that bear them: one thing where `left` is `right`.

    `steps` are the judgements that lead from name to name, or that keep the two apart.
    """

    left: Listed
    right: Listed
    steps: tuple[Judged, ...]


def compare_names(
    store: GraphStore, ontology: Ontology, left: str, right: str
) -> tuple[Comparison, ...]:
    """What the graph says of two names: the things that bear both, else each pair of things.

    Raises GraphError where one of the names is unknown.
    """
    ours, others = find_things(store, left), find_things(store, right)
    things = {thing.iri: thing for thing in list_entities(store, ontology)}
    judgements = list_judgements(store)
    shared = [iri for iri in ours if iri in others]
    if shared:
        return tuple(
            Comparison(
                left=things[iri],
                right=things[iri],
                steps=_find_path(judgements, things[iri], left, right),
            )
            for iri in shared
        )
    return tuple(
        Comparison(
            left=things[one], right=things[other], steps=_find_refusals(judgements, one, other)
        )
        for one in ours
        for other in others
    )


def format_comparisons(left: str, right: str, comparisons: Sequence[Comparison]) -> str:
    """The comparisons as text for a terminal; ends in a line feed."""
    lines: list[str] = []
    for comparison in comparisons:
        same = comparison.left == comparison.right
        lines += (_format_same if same else _format_apart)(comparison, left, right)
        lines.append("")
    return "\n".join(make_printable(line).rstrip() for line in lines).rstrip("\n") + "\n"


def format_judged(judged: Judged) -> str:
    """One judgement in words: the names, the reason, how sure, and where."""
    link = {"same": "is", "different": "is not", "undecided": "may or may not be"}[judged.verdict]
    where = f", in {', '.join(judged.documents)}" if judged.documents else ""
    pair = f"“{judged.left.name}” {link} “{judged.right.name}”"
    return f"{pair}: {judged.reason} ({judged.score:g}){where}"


def _format_same(comparison: Comparison, left: str, right: str) -> Iterator[str]:
    thing = comparison.left
    yield f"One thing: {_describe(thing)}"
    yield from (f"  {format_judged(step)}" for step in comparison.steps)
    if not comparison.steps and left.casefold() == right.casefold():
        yield "  It is asked for by one name, twice."
    elif not comparison.steps:
        yield "  Both are names of it; the graph holds no judgement that says why."


def _format_apart(comparison: Comparison, left: str, right: str) -> Iterator[str]:
    ours, other = comparison.left, comparison.right
    yield "Two things:"
    yield f"  {_describe(ours)}"
    yield f"  {_describe(other)}"
    if left.casefold() == right.casefold():
        yield f"  They share the name “{left}”."
    yield from (f"  {format_judged(step)}" for step in comparison.steps)
    if not comparison.steps:
        yield (
            "  Nothing joins them: no other name told in a text, no acronym, no common normal form,"
            " no known name."
        )
    if not any(step.reason.startswith("pinned") for step in comparison.steps):
        pair = f"[{format_id(ours.iri)}, {format_id(other.iri)}]"
        yield "  To make them one, write in a ledger (kg build --identity):"
        yield "    same:"
        yield f"      - {pair}"


def _describe(thing: Listed) -> str:
    count = f"{thing.documents} document{'' if thing.documents == 1 else 's'}"
    return f"{thing.label} ({thing.type}), {format_id(thing.iri)}, in {count}"


def _find_refusals(judgements: Iterable[Judged], one: str, other: str) -> tuple[Judged, ...]:
    return tuple(
        judged
        for judged in judgements
        if judged.verdict is not Verdict.SAME
        and {judged.left.iri, judged.right.iri} == {one, other}
    )


def _find_path(
    judgements: Iterable[Judged], thing: Listed, left: str, right: str
) -> tuple[Judged, ...]:
    """The fewest judgements on a thing that lead from one of its names to the other."""
    start, goal = _name_in(thing, left), _name_in(thing, right)
    steps: dict[str, list[tuple[str, Judged]]] = {}
    for judged in judgements:
        if judged.verdict is Verdict.SAME and thing.iri in {judged.left.iri, judged.right.iri}:
            a, b = judged.left.name.casefold(), judged.right.name.casefold()
            steps.setdefault(a, []).append((b, judged))
            steps.setdefault(b, []).append((a, judged))
    paths: dict[str, tuple[Judged, ...]] = {start: ()}
    ahead = [start]
    for name in ahead:
        for other, judged in steps.get(name, ()):
            if other not in paths:
                paths[other] = (*paths[name], judged)
                ahead.append(other)
    return paths.get(goal, ())


def _name_in(thing: Listed, asked: str) -> str:
    """The name as it was asked for, or the label where an id was."""
    folded = asked.strip().casefold()
    names = {name.casefold() for name in (thing.label, *thing.names)}
    return folded if folded in names else thing.label.casefold()
