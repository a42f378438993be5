"""The graph made anew from all that was read; what is read stays on disk, a part at a time."""

from collections.abc import Iterable, Iterator

from kg.growing.workshop import Workshop
from kg.model.provenance import Run
from kg.rdf.parts import Quad
from kg.stores.cluster_rows import Ref

_CLUSTERS = 20_000  # resolved at a time
_DOCUMENTS = 200  # whose claims are placed at a time
_KIN = 2_000  # put together at a time


def renew_graph(shop: Workshop) -> None:
    """Makes entities and the kin of claims anew for all live documents."""
    shop.entities.clear()
    shop.judgements.clear()
    shop.statements.clear()
    shop.held.clear()
    _renew_keys(shop)
    for refs in _list_components(shop):
        resolved = shop.resolve(shop.clusters.load(refs))
        numbers = shop.entities.write(resolved.entities.values())
        shop.clusters.assign((ref, numbers[e.id]) for ref, e in resolved.entity_of.items())
        shop.judgements.write(resolved.judgements)
    live = [stored.number for stored in shop.documents.list_all(live=True)]
    for start in range(0, len(live), _DOCUMENTS):
        refs = sorted(shop.claims.list_refs(live[start : start + _DOCUMENTS]))
        claims = shop.claims.load(refs)
        shop.claims.assign([(c.ref, shop.find_kin(c, shop.find_entity)) for c in claims])


def list_quads(shop: Workshop, run: Run) -> Iterator[Quad]:
    """The quads of the whole graph, part by part; notes the statements on the way."""
    for stored in list(shop.documents.list_all(live=True)):
        for part in shop.parts.list_document(shop.documents.get_document(stored.number)):
            yield from part.quads
    places = set()
    for entity in shop.entities.load_all():
        shop.hold_entity(entity)
        places.update(shop.parts.list_containers(entity))
        for part in shop.parts.list_entity(entity):
            yield from part.quads
    for container in filter(None, map(shop.find_container, sorted(places))):
        yield from container.quads
    for path, judgement in shop.judgements.load_all().items():
        for part in shop.parts.list_judgement(path, judgement):
            yield from part.quads
    for part in shop.parts.list_run(run):
        yield from part.quads
    kin = shop.claims.list_kin()
    for start in range(0, len(kin), _KIN):
        made = []
        claims = shop.claims.load_kin(kin[start : start + _KIN])
        for statement, group in shop.make_statements(claims, shop.find_entity):
            parts = list(shop.parts.list_statement(statement))
            made.append((statement, group))
            shop.held.hold(group, [part.digest for part in parts if part.shared])
            for part in parts:
                yield from part.quads
        shop.statements.write(made)


def _renew_keys(shop: Workshop) -> None:
    """Gives all clusters the keys of another ledger than they had."""
    digest = shop.pipeline.ledger.digest
    if shop.file.find_fact("ledger") == digest:
        return
    shop.file.note_fact("ledger", digest)
    for stored in list(shop.documents.list_all(live=True)):
        clusters = shop.clusters.load(shop.clusters.list_refs([stored.number]))
        shop.clusters.write_keys((ref, shop.list_keys(c)) for ref, c in clusters.items())


def _list_components(shop: Workshop) -> Iterator[list[Ref]]:
    """Clusters in lots of whole components, so that each can be resolved alone."""
    refs = list(shop.clusters.list_live_refs())
    number = {ref: n for n, ref in enumerate(refs)}
    parent = list(range(len(refs)))
    previous: tuple[str, int] | None = None
    for key, document, place in shop.clusters.list_live_keys():
        here = number[document, place]
        if previous is not None and previous[0] == key:
            parent[_find_root(parent, here)] = _find_root(parent, previous[1])
        previous = (key, here)
    members: dict[int, list[Ref]] = {}
    for n, ref in enumerate(refs):
        members.setdefault(_find_root(parent, n), []).append(ref)
    return _gather_lots(members.values())


def _gather_lots(components: Iterable[list[Ref]]) -> Iterator[list[Ref]]:
    lot: list[Ref] = []
    for component in components:
        lot += component
        if len(lot) >= _CLUSTERS:
            yield lot
            lot = []
    if lot:
        yield lot


def _find_root(parent: list[int], n: int) -> int:
    while parent[n] != n:
        parent[n] = parent[parent[n]]
        n = parent[n]
    return n
