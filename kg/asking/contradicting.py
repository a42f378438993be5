"""find_conflicts(): what contradicts what, one function a kind of conflict."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation
from functools import partial
from itertools import product
from typing import cast

from kg.asking.amounts import Range, find_range
from kg.asking.conflicts import Conflict, Option, Side, find_opposed
from kg.asking.naming import Names
from kg.asking.posts import find_sole_posts
from kg.asking.times import Day, Known, find_bounds, find_post_time, find_told_time, tells_time
from kg.asking.told import Told, read_told
from kg.model.quantity import Comparator, Quantity
from kg.model.wording import format_quantity
from kg.ontology import Ontology
from kg.stores.graph_store import GraphStore

KINDS = ("post", "figure", "place", "date", "denial")
_DEFINING = ("title", "matter", "agreement")


def find_conflicts(store: GraphStore, ontology: Ontology) -> list[Conflict]:
    """All conflicts of a graph: by kind, the certain ones first, then by what they are about."""
    told = [
        statement for statement in read_told(store) if statement.predicate in ontology.predicates
    ]
    names = Names(store)
    actual = [statement for statement in told if statement.modality == "Actual"]
    found = [
        *_find_posts(actual, names),
        *_find_figures(actual, names),
        *_find_values(actual, names, ontology),
        *_find_denials(told, names, ontology),
    ]
    return sorted(found, key=_sort_key)


def _sort_key(conflict: Conflict) -> tuple[object, ...]:
    iris = [told.iri for side in conflict.sides for told in side.statements]
    return KINDS.index(conflict.kind), not conflict.certain, conflict.about.casefold(), iris


def _find_posts(told: Iterable[Told], names: Names) -> Iterator[Conflict]:
    """Two holders of one post at one time, of posts that have one holder."""
    posts: dict[tuple[str, str], dict[str, list[Told]]] = defaultdict(lambda: defaultdict(list))
    for statement in told:
        if statement.predicate == "holdsPost" and find_post_time(statement) is not None:
            body = names.name(statement.object)
            for post in find_sole_posts(statement.get_detail("title"), body):
                posts[statement.object, post][statement.subject].append(statement)
    for (body, _), holders in sorted(posts.items()):
        titles = {s.get_detail("title") for statements in holders.values() for s in statements}
        options = []
        for holder, statements in sorted(holders.items()):
            known = tuple(find_post_time(statement) or Known() for statement in statements)
            side = Side(value=names.name(holder), statements=tuple(statements), known=known)
            options.append(Option(holder, side))
        about = f"{min(titles, key=lambda title: (len(title), title))}, {names.name(body)}"
        yield from find_opposed("post", about, options, _hold_at_once)


def _hold_at_once(left: Option[str], right: Option[str]) -> bool | None:
    """Whether two held a post on one day; not certain where no day is known for one of them.

    Nor where one text tells of both without a time: its author knows who came first.
    """
    found: bool | None = None
    ours = zip(left.side.statements, left.side.known, strict=True)
    others = zip(right.side.statements, right.side.known, strict=True)
    for (one, known), (other, time) in product(list(ours), list(others)):
        together = not (tells_time(one) or tells_time(other)) and set(one.documents) & set(
            other.documents
        )
        if together or not (known.dated and time.dated):
            found = False
        elif known.meets(time):
            return True
    return found


def _find_figures(told: Iterable[Told], names: Names) -> Iterator[Conflict]:
    """Two values of one measure of a thing, at one place and in one period."""
    figures: dict[tuple[str, ...], dict[Quantity, list[Told]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for statement in told:
        get = statement.get_measured
        if statement.predicate != "observes" or not (get("periodStart") and get("periodEnd")):
            continue
        quantity = _find_quantity(statement)
        if quantity is None:
            continue
        measure = " ".join(get("measure").casefold().split())
        own = (
            statement.subject, measure, get("place"), get("periodStart"), get("periodEnd"),
            quantity.unit, "value" if get("value") else "change",
        )  # fmt: skip
        figures[own][quantity].append(statement)
    for key, values in sorted(figures.items()):
        sample = min((s for found in values.values() for s in found), key=lambda s: s.iri)
        place = f" in {names.name(key[2])}" if key[2] else ""
        measure = sample.get_measured("measure") + (", change" if key[-1] == "change" else "")
        about = f"{measure} of {names.name(key[0])}{place}, {sample.get_measured('period')}"
        options = [
            Option(
                find_range(quantity.value, quantity.comparator, quantity.upper),
                Side(value=format_quantity(quantity), statements=tuple(found)),
            )
            for quantity, found in values.items()
        ]
        differ = _differ_in_change if key[-1] == "change" else _differ
        yield from find_opposed("figure", about, options, differ)


def _differ(left: Option[Range], right: Option[Range]) -> bool | None:
    return True if left.facet.contradicts(right.facet) else None


def _differ_in_change(left: Option[Range], right: Option[Range]) -> bool | None:
    """As values do, but one text may well give two changes: against the month and the year before."""
    ours = {document for told in left.side.statements for document in told.documents}
    others = {document for told in right.side.statements for document in told.documents}
    return _differ(left, right) if ours.isdisjoint(others) else None


def _find_quantity(statement: Told) -> Quantity | None:
    """The value of the statement's observation, or its change in per cent; None where it is no number."""
    get = statement.get_measured
    comparator = cast("Comparator", get("comparator") or "=")
    try:
        if not get("value"):
            return Quantity(value=Decimal(get("change")), unit="%", comparator=comparator)
        upper = Decimal(get("upperValue")) if get("upperValue") else None
        value = Decimal(get("value"))
    except InvalidOperation:
        return None
    return Quantity(value=value, unit=get("unit"), comparator=comparator, upper=upper)


def _find_values(told: Iterable[Told], names: Names, ontology: Ontology) -> Iterator[Conflict]:
    """Two values of a predicate of which there is at most one."""
    found: dict[tuple[str, str], dict[str, list[Told]]] = defaultdict(lambda: defaultdict(list))
    for statement in told:
        if ontology.get_predicate(statement.predicate).at_most_one:
            found[statement.subject, statement.predicate][statement.object].append(statement)
    for (subject, name), values in sorted(found.items()):
        predicate = ontology.get_predicate(name)
        about = f"{names.name(subject)}, {predicate.label}"
        timed = predicate.at_most_one != "ever"
        options = [
            Option(value, _make_side(names.name(value), statements, timed=timed))
            for value, statements in sorted(values.items())
        ]
        if predicate.takes_literal:
            yield from find_opposed("date", about, options, _differ_in_date)
        else:
            yield from find_opposed("place", about, options, partial(_lie_apart, names))


def _lie_apart(names: Names, left: Option[str], right: Option[str]) -> bool | None:
    apart = names.lie_apart(left.facet, right.facet)
    return True if apart and _may_hold_at_once(left.side, right.side) else None


def _make_side(value: str, statements: Iterable[Told], *, timed: bool = True) -> Side:
    ordered = tuple(statements)
    known = tuple(find_told_time(statement) for statement in ordered) if timed else ()
    return Side(value=value, statements=ordered, known=known)


def _differ_in_date(left: Option[str], right: Option[str]) -> bool | None:
    """Dates contradict each other where no day is in both; what is told as doubtful does not."""
    if any(mark in date for date in (left.facet, right.facet) for mark in "~?%X"):
        return None
    ours, others = find_bounds(left.facet), find_bounds(right.facet)
    days: list[Day] = [day for day in (*ours, *others) if day is not None]
    if len(days) < len(ours) + len(others):
        return None
    return None if Known(*ours).meets(Known(*others)) else True


def _may_hold_at_once(left: Side, right: Side) -> bool:
    """Whether the words give no two times that lie apart."""
    return not (left.known and right.known) or any(
        not (ours.dated and other.dated) or ours.meets(other)
        for ours, other in product(left.known, right.known)
    )


def _find_denials(told: Iterable[Told], names: Names, ontology: Ontology) -> Iterator[Conflict]:
    """What one text says and another denies."""
    found: dict[tuple[object, ...], dict[str, list[Told]]] = defaultdict(lambda: defaultdict(list))
    for statement in told:
        if statement.modality in ("Actual", "Negated") and statement.predicate != "observes":
            details = tuple(statement.details.get(name, ()) for name in _DEFINING)
            key = statement.subject, statement.predicate, statement.object, details
            found[key][statement.modality].append(statement)
    for (subject, name, value, _), modalities in found.items():
        if len(modalities) == 2:
            label = ontology.get_predicate(str(name)).label
            about = f"{names.name(str(subject))} {label} {names.name(str(value))}"
            options = [
                Option(modality, _make_side(text, modalities[modality]))
                for modality, text in (("Actual", "said"), ("Negated", "denied"))
            ]
            yield from find_opposed("denial", about, options, _deny)


def _deny(left: Option[str], right: Option[str]) -> bool | None:
    return True if _may_hold_at_once(left.side, right.side) else None
