"""A change of the graph for a few documents: what they share nothing with stays as it is.

The clusters that are tied to theirs by keys are resolved again; the claims whose entities are others
then, and those of the documents, say which statements have to be put together again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from kg.growing.workshop import Made, Resolved, Workshop, digest_owner
from kg.model.entity import Entity
from kg.rdf.parts import Part, Quad
from kg.stores.cluster_rows import Ref


@dataclass(frozen=True, slots=True)
class Difference:
    """The quads that go and those that come."""

    removed: set[Quad]
    added: set[Quad]


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is to be done: what is the same before and after, and the claims that are placed anew."""

    before: Resolved
    after: Resolved
    kin_of: dict[Ref, int | None]  # of claims
    kin: set[int]  # whose statements are put together again


def change_graph(shop: Workshop, removed: set[int], added: set[int]) -> Difference:
    """Takes documents out, puts waiting ones in, and tells what that means for the quads."""
    plan = _make_plan(shop, removed, added)
    places = _list_places(shop, plan)
    old = _list_parts(shop, plan.before, plan.after, removed, _make(shop, plan.kin))
    old_places = _find_containers(shop, places)
    _apply(shop, plan, removed, added)
    made = _make(shop, plan.kin)
    new = _list_parts(shop, plan.after, plan.before, added, made)
    shop.statements.write(made)
    for statement, kin in made:
        shop.held.hold(kin, [p.digest for p in shop.parts.list_statement(statement) if p.shared])
    return _compare(shop, old | old_places, new | _find_containers(shop, places))


def _make_plan(shop: Workshop, removed: set[int], added: set[int]) -> _Plan:
    refs = shop.clusters.find_tied(removed | added)
    clusters = shop.clusters.load(refs)
    before = shop.resolve({r: c for r, c in clusters.items() if r[0] not in added})
    after = shop.resolve({r: c for r, c in clusters.items() if r[0] not in removed})
    told = {
        ref
        for ref, entity in after.entity_of.items()
        if ref in before.entity_of and not _says_the_same(before.entity_of[ref], entity)
    }
    touched = shop.claims.find_speaking_of(told)
    kin = {stored.kin for stored in shop.claims.load(touched | shop.claims.list_refs(removed))}

    def find_entity(ref: Ref) -> Entity | None:
        return after.entity_of.get(ref) or shop.find_entity(ref)

    placed = touched | shop.claims.list_refs(added)
    kin_of = {
        stored.ref: shop.find_kin(stored, find_entity)
        for stored in shop.claims.load(sorted(placed))
    }
    return _Plan(
        before=before,
        after=after,
        kin_of=kin_of,
        kin={number for number in kin | set(kin_of.values()) if number is not None},
    )


def _says_the_same(before: Entity, after: Entity) -> bool:
    """Whether the entity is the same in all that a statement takes from it."""
    return (before.id, before.type, before.label) == (after.id, after.type, after.label)


def _make(shop: Workshop, kin: Iterable[int]) -> list[Made]:
    return list(shop.make_statements(shop.claims.load_kin(sorted(kin)), shop.find_entity))


def _apply(shop: Workshop, plan: _Plan, removed: set[int], added: set[int]) -> None:
    before, after = plan.before, plan.after
    moved = {
        ref: entity.id
        for ref, entity in after.entity_of.items()
        if ref not in before.entity_of or before.entity_of[ref].id != entity.id
    }
    into, known = set(moved.values()), before.entities
    written = [
        entity
        for name, entity in sorted(after.entities.items())
        if name in into or entity != known.get(name)
    ]
    shop.statements.drop(plan.kin)
    shop.held.drop([*plan.kin, *map(digest_owner, before.entities)])
    shop.file.drop_documents(removed)
    for number in sorted(added):
        shop.documents.publish(number)
    shop.entities.drop(before.entities.keys() - after.entities.keys())
    numbers = shop.entities.write(written)
    for entity in after.entities.values():
        shop.hold_entity(entity)
    shop.clusters.assign((ref, numbers[name]) for ref, name in sorted(moved.items()))
    shop.judgements.drop(before.judgements.keys() - after.judgements.keys())
    shop.judgements.write(after.judgements)
    shop.claims.assign(sorted(plan.kin_of.items()))


def _list_parts(
    shop: Workshop,
    resolved: Resolved,
    other: Resolved,
    documents: Iterable[int],
    made: Iterable[Made],
) -> dict[str, Part]:
    """The parts of one side, by name; entities and judgements that the other has too are left out."""
    entities, judgements = other.entities, other.judgements
    parts = [
        *(shop.parts.list_document(shop.documents.get_document(n)) for n in documents),
        *(
            shop.parts.list_entity(entity)
            for name, entity in resolved.entities.items()
            if entities.get(name) != entity
        ),
        *(
            shop.parts.list_judgement(path, judgement)
            for path, judgement in resolved.judgements.items()
            if judgements.get(path) != judgement
        ),
        *(shop.parts.list_statement(statement) for statement, _ in made),
    ]
    return {part.name: part for part in chain.from_iterable(parts)}


def _list_places(shop: Workshop, plan: _Plan) -> set[str]:
    """Places that may be told of by the gazetteer alone on one side and not on the other."""
    before, after = plan.before.entities, plan.after.entities
    changed = before.keys() ^ after.keys()
    entities = (side[name] for side in (before, after) for name in changed & side.keys())
    return changed.union(*(shop.parts.list_containers(entity) for entity in entities))


def _find_containers(shop: Workshop, places: Iterable[str]) -> dict[str, Part]:
    found = filter(None, map(shop.find_container, sorted(places)))
    return {part.name: part for part in found}


def _compare(shop: Workshop, old: Mapping[str, Part], new: Mapping[str, Part]) -> Difference:
    """What goes and what comes; a shared part stays while another statement brings it."""
    gone = {
        quad
        for name, part in old.items()
        if name in new or not (part.shared and shop.held.is_held(part.digest))
        for quad in part.quads
    }
    come = {quad for part in new.values() for quad in part.quads}
    return Difference(removed=gone - come, added=come - gone)
