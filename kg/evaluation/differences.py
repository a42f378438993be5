"""find_differences(): what one graph says and another does not, and what it says otherwise."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from kg.evaluation.reading import GraphReader, Measured, Node, Row
from kg.ontology import load_ontology
from kg.stores.graph_store import GraphStore

Key = tuple[str, str, str]
Change = tuple[str, str, str]  # what, before, after


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A statement that both graphs make, with what is no longer the same of it."""

    before: Row
    after: Row
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """Statements by predicate, sentence and what they say; `before` and `after` are all there are."""

    before: int
    after: int
    gained: tuple[Row, ...]
    lost: tuple[Row, ...]
    changed: tuple[Changed, ...]

    def __bool__(self) -> bool:
        return bool(self.gained or self.lost or self.changed)


def find_differences(before: GraphStore, after: GraphStore) -> Differences:
    """The differences of two graphs, such as before and after a change of rules.

    Things are compared by their labels, so that another IRI alone is no difference; another type is
    one. Confidence, rules and passages are not compared.
    """
    ontology = load_ontology()
    old = GraphReader(before, ontology).read_statements()
    new = GraphReader(after, ontology).read_statements()
    groups: defaultdict[Key, tuple[list[Row], list[Row]]] = defaultdict(lambda: ([], []))
    for side, rows in enumerate((old, new)):
        for row in rows:
            groups[_get_key(row)][side].append(row)
    gained: list[Row] = []
    lost: list[Row] = []
    changed: list[Changed] = []
    for left, right in groups.values():
        left, right = _drop_equal(left, right)
        for one, two in zip(left, right, strict=False):
            changes = tuple(_list_changes(one, two))
            changed.append(Changed(before=one, after=two, changes=changes))
        lost += left[len(right) :]
        gained += right[len(left) :]
    return Differences(
        before=len(old),
        after=len(new),
        gained=tuple(sorted(gained, key=_get_order)),
        lost=tuple(sorted(lost, key=_get_order)),
        changed=tuple(sorted(changed, key=lambda change: _get_order(change.after))),
    )


def _get_key(row: Row) -> Key:
    """What a statement says, without its details: a value's measure and period are details."""
    value = row.object
    if isinstance(value, Measured):
        target = f"{value.value} {value.change} {value.unit}"
    else:
        target = value.label if isinstance(value, Node) else value
    return row.subject.label, row.predicate, target


def _list_parts(row: Row) -> list[tuple[str, str]]:
    """Everything of a statement that is compared, by name."""
    parts = [
        ("subject type", row.subject.type),
        ("modality", row.modality),
        *row.details,
        *(("said by", speaker) for speaker in row.speakers),
    ]
    value = row.object
    if isinstance(value, Node):
        parts.append(("object type", value.type))
    if isinstance(value, Measured):
        given = (
            ("measure", value.measure),
            ("comparator", value.comparator),
            ("period", value.period),
        )
        parts += [(name, text) for name, text in given if text]
    return parts


def _drop_equal(left: Iterable[Row], right: Iterable[Row]) -> tuple[list[Row], list[Row]]:
    """What is left of two lists where each row is struck out with an equal one of the other."""
    rest = list(right)
    unmatched = []
    for row in left:
        parts = sorted(_list_parts(row))
        equal = next((other for other in rest if sorted(_list_parts(other)) == parts), None)
        if equal is None:
            unmatched.append(row)
        else:
            rest.remove(equal)
    return unmatched, rest


def _list_changes(before: Row, after: Row) -> Iterable[Change]:
    one, two = Counter(_list_parts(before)), Counter(_list_parts(after))
    lost, gained = sorted((one - two).elements()), sorted((two - one).elements())
    for name in sorted({name for name, _ in (*lost, *gained)}):
        values = [
            ", ".join(value for other, value in side if other == name) for side in (lost, gained)
        ]
        yield name, values[0], values[1]


def _get_order(row: Row) -> tuple[str, tuple[tuple[str, int], ...], Key, str]:
    places = tuple((passage.document, passage.start) for passage in row.passages[:1])
    return row.predicate, places, _get_key(row), row.iri


def format_differences(differences: Differences) -> str:
    """The differences as text, by predicate: `+` gained, `-` lost, `~` changed."""
    d = differences
    lines = [
        f"{len(d.gained):,} gained, {len(d.lost):,} lost, {len(d.changed):,} changed "
        f"({d.before:,} statements before, {d.after:,} after)"
    ]
    signed = [("-", row, row.predicate) for row in d.lost]
    signed += [("+", row, row.predicate) for row in d.gained]
    signs: list[tuple[str, Row | Changed, str]] = [*signed]
    signs += [("~", change, change.after.predicate) for change in d.changed]
    by_predicate: defaultdict[str, list[tuple[str, Row | Changed]]] = defaultdict(list)
    for sign, item, predicate in signs:
        by_predicate[predicate].append((sign, item))
    for predicate in sorted(by_predicate):
        items = by_predicate[predicate]
        counts = Counter(sign for sign, _ in items)
        told = (("gained", "+"), ("lost", "-"), ("changed", "~"))
        sums = ", ".join(f"{counts[sign]:,} {name}" for name, sign in told if counts[sign])
        lines += ["", f"{predicate}: {sums}"]
        ordered = sorted(items, key=lambda pair: _get_order(_get_row(pair[1])))
        lines += [line for sign, item in ordered for line in _describe(sign, item)]
    return "\n".join(lines) + "\n"


def _get_row(item: Row | Changed) -> Row:
    return item.after if isinstance(item, Changed) else item


def _describe(sign: str, item: Row | Changed) -> Iterable[str]:
    row = _get_row(item)
    yield f"  {sign} {row.subject.label} {row.predicate} {_name_object(row)}"
    if isinstance(item, Changed):
        for name, before, after in item.changes:
            yield f"      {name}: {before or 'none'} -> {after or 'none'}"
    else:
        details = [f"{name}: {value}" for name, value in row.details]
        details += [f"said by {speaker}" for speaker in row.speakers]
        yield f"      {'; '.join([row.modality, *details])}; by {', '.join(row.rules)}"
    for passage in row.passages:
        quote = " ".join(passage.quote.split())
        yield f"      {passage.document}, {passage.start}: “{quote}”"


def _name_object(row: Row) -> str:
    return row.object if isinstance(row.object, str) else row.object.label


def describe_differences(differences: Differences) -> dict[str, Any]:
    """The differences as plain values for JSON."""
    return {
        "before": differences.before,
        "after": differences.after,
        "gained": [_record(row) for row in differences.gained],
        "lost": [_record(row) for row in differences.lost],
        "changed": [
            {
                **_record(change.after),
                "changes": [
                    {"what": name, "before": before, "after": after}
                    for name, before, after in change.changes
                ],
            }
            for change in differences.changed
        ],
    }


def _record(row: Row) -> dict[str, Any]:
    return {
        "statement": row.iri,
        "subject": row.subject.label,
        "predicate": row.predicate,
        "object": _name_object(row),
        "modality": row.modality,
        "details": [{"name": name, "value": value} for name, value in row.details],
        "saidBy": list(row.speakers),
        "confidence": row.confidence,
        "rules": list(row.rules),
        "passages": [
            {"document": p.document, "start": p.start, "quote": p.quote} for p in row.passages
        ],
    }
