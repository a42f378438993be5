"""A change of the graph for a few documents: what they share nothing with stays as it is.

The clusters that are tied to theirs by keys are resolved again; the claims whose entities are others
then, and those of the documents, say which statements have to be put together again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from kg.growing.touching import Side, Toucher, list_says_other
from kg.growing.workshop import Made, Workshop, digest_owner
from kg.model.entity import Entity, Judgement
from kg.rdf.parts import Part, Quad
from kg.stores.crowd_rows import Ref

Mention = tuple[str, int]  # the id of an entity, and the number of a document that names it


@dataclass(frozen=True, slots=True)
class Difference:
    """The quads that go and those that come."""

    removed: set[Quad]
    added: set[Quad]


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is to be done: both sides, and the claims that are placed anew."""

    before: Side
    after: Side
    kin_of: dict[Ref, int | None]  # of claims
    kin: set[int]  # whose statements are put together again


def change_graph(shop: Workshop, removed: set[int], added: set[int]) -> Difference:
    """Takes documents out, puts waiting ones in, and tells what that means for the quads."""
    toucher = Toucher(shop, removed, added)
    before, after = toucher.find_sides()
    plan = _make_plan(shop, before, after, removed, added)
    places = _list_places(shop, plan)
    mentions = _list_mentions(before, after, removed), _list_mentions(after, before, added)
    old = _list_parts(shop, before, after, removed)
    old |= _name_parts(p for s, _ in _make(shop, plan.kin) for p in shop.parts.list_statement(s))
    old |= _describe_mentions(shop, mentions[0], toucher.identifiers)
    old_places = _find_containers(shop, places)
    numbers = _apply(shop, plan, removed, added)
    made = _make(shop, plan.kin)
    told = [(kin, list(shop.parts.list_statement(statement))) for statement, kin in made]
    new = _list_parts(shop, after, before, added)
    new |= _name_parts(part for _, parts in told for part in parts)
    kept = {
        m for m in mentions[0] if m[0] in numbers and shop.crowds.has_mention(m[1], numbers[m[0]])
    }
    new |= _describe_mentions(shop, mentions[1] | kept, toucher.identifiers)
    shop.statements.write(made)
    for kin, parts in told:
        shop.held.hold(kin, [part.digest for part in parts if part.shared])
    return _compare(shop, old | old_places, new | _find_containers(shop, places))


def _make_plan(
    shop: Workshop, before: Side, after: Side, removed: set[int], added: set[int]
) -> _Plan:
    touched = shop.claims.find_speaking_of(list_says_other(before, after))
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


def _make(shop: Workshop, kin: Iterable[int]) -> list[Made]:
    return list(shop.make_statements(shop.claims.load_kin(sorted(kin)), shop.find_entity))


def _apply(shop: Workshop, plan: _Plan, removed: set[int], added: set[int]) -> dict[str, int]:
    """Writes the rows of the side after; gives the numbers of its entities that may be others now."""
    before, after = plan.before, plan.after
    moved = {crowd: name for crowd, name in after.owner.items() if before.owner.get(crowd) != name}
    into = set(moved.values())
    written = {
        name: draft
        for name, draft in sorted(after.drafts.items())
        if name in into or draft != before.drafts.get(name)
    }
    gone = before.drafts.keys() - after.drafts.keys()
    shop.statements.drop(plan.kin)
    shop.held.drop([*plan.kin, *map(digest_owner, gone | (written.keys() & before.drafts.keys()))])
    shop.file.drop_documents(removed)
    for number in sorted(added):
        shop.documents.publish(number)
    shop.entities.drop(gone)
    numbers = shop.entities.write(written)
    for name in written:
        shop.hold_entity(after.entities[name])
    shop.crowds.assign((crowd, numbers[name]) for crowd, name in sorted(moved.items()))
    shop.crowds.assign((crowd, None) for crowd in before.owner.keys() - after.owner.keys())
    _write_judgements(shop, before.judgements, after.judgements)
    shop.claims.assign(sorted(plan.kin_of.items()))
    kept = after.drafts.keys() - numbers.keys()
    return numbers | {n: k for n in kept if (k := shop.entities.find_number(n)) is not None}


def _write_judgements(
    shop: Workshop, before: Mapping[str, Judgement], after: Mapping[str, Judgement]
) -> None:
    shop.judgements.drop(before.keys() - after.keys())
    shop.judgements.write({path: j for path, j in after.items() if before.get(path) != j})


def _list_mentions(side: Side, other: Side, documents: set[int]) -> set[Mention]:
    """Who is named where, of the documents and of the crowds that are of another entity on the other side."""
    return {
        (name, document)
        for crowd, name in side.owner.items()
        for document, _, _ in side.standing[crowd]
        if document in documents or other.owner.get(crowd) != name
    }


def _describe_mentions(
    shop: Workshop, mentions: Iterable[Mention], identifiers: Mapping[int, str]
) -> dict[str, Part]:
    found = (
        part
        for name, document in mentions
        for part in shop.parts.list_mention(name, identifiers[document])
    )
    return _name_parts(found)


def _list_parts(
    shop: Workshop, side: Side, other: Side, documents: Iterable[int]
) -> dict[str, Part]:
    """The documents of one side, and its entities and judgements that the other has not, by name."""
    others = other.judgements
    parts = [
        *(shop.parts.list_document(shop.documents.get_document(n)) for n in documents),
        *(
            shop.parts.list_entity(entity)
            for name, entity in side.entities.items()
            if other.entities.get(name) != entity
        ),
        *(
            shop.parts.list_judgement(path, judgement)
            for path, judgement in side.judgements.items()
            if others.get(path) != judgement
        ),
    ]
    return _name_parts(chain.from_iterable(parts))


def _name_parts(parts: Iterable[Part]) -> dict[str, Part]:
    return {part.name: part for part in parts}


def _list_places(shop: Workshop, plan: _Plan) -> set[str]:
    """Places that may be told of by the gazetteer alone on one side and not on the other."""
    before, after = plan.before.entities, plan.after.entities
    changed = before.keys() ^ after.keys()
    entities = (side[name] for side in (before, after) for name in changed & side.keys())
    return changed.union(*(shop.parts.list_containers(entity) for entity in entities))


def _find_containers(shop: Workshop, places: Iterable[str]) -> dict[str, Part]:
    return _name_parts(filter(None, map(shop.find_container, sorted(places))))


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
