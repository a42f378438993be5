"""The graph made anew from all that was read; what is read stays on disk, a part at a time."""

from collections.abc import Iterable, Iterator, Mapping

from kg.growing.workshop import Workshop, keep_standing
from kg.model.entity import Judgement
from kg.model.provenance import Run
from kg.rdf.judgements import gather_judgements
from kg.rdf.parts import Quad
from kg.resolution.candidates import CROWD, list_decided
from kg.resolution.identifying import settle_ids
from kg.resolution.judging import name_sides

_CROWDS = 10_000  # resolved at a time
_DOCUMENTS = 200  # whose claims are placed at a time
_KIN = 2_000  # put together at a time


def renew_graph(shop: Workshop) -> None:
    """Makes entities and the kin of claims anew for all live documents."""
    shop.entities.clear()
    shop.judgements.clear()
    shop.statements.clear()
    shop.held.clear()
    _renew_keys(shop)
    decided = _settle(shop, _draft_entities(shop))
    shop.judgements.write(decided)
    shop.judgements.write(_propose(shop, decided))
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
    """Puts all clusters into the crowds of another ledger than they had, with its keys."""
    digest = shop.pipeline.ledger.digest
    if shop.file.find_fact("ledger") == digest:
        return
    shop.file.note_fact("ledger", digest)
    resolver = shop.make_resolver()
    renewed: set[int] = set()
    for document, identifier in shop.documents.list_identifiers().items():
        crowds = []
        for cluster in shop.crowds.list_clusters(document, identifier):
            crowds.append(shop.find_crowd(cluster, resolver))
            if crowds[-1] not in renewed:
                shop.crowds.write_keys(crowds[-1], resolver.list_keys(cluster))
        renewed.update(crowds)
        shop.crowds.move(document, crowds)
    shop.crowds.drop_empty()


def _draft_entities(shop: Workshop) -> list[Judgement]:
    """Resolves all crowds, a lot at a time; the judgements have numbers of entities in place of ids.

    The entities have ids that are no thing's until all are there.
    """
    resolver, identifiers = shop.make_resolver(), shop.documents.list_identifiers()
    live = shop.documents.list_live()
    judgements = []
    for lot in _list_components(shop):
        standing = keep_standing(shop.crowds.list_standing(lot), live)
        crowds = shop.load_crowds(standing, identifiers)
        number_of = {crowd.first: number for number, crowd in crowds.items()}
        grouped = resolver.resolve(crowds.values(), lambda words: shop.count_beginning(words, live))
        name = f"{min(lot)} {{}}".format
        numbers = shop.entities.write({name(n): d for n, d in enumerate(grouped.drafts)})
        owners = [numbers[name(n)] for n in range(len(grouped.drafts))]
        shop.crowds.assign(
            (number_of[crowd.first], owners[owner])
            for crowd, owner in zip(grouped.crowds, grouped.owner, strict=True)
        )
        judgements += [name_sides(j, [str(n) for n in owners]) for j in grouped.judgements]
    return judgements


def _settle(shop: Workshop, judgements: Iterable[Judgement]) -> dict[str, Judgement]:
    """Gives the entities their ids, and the judgements, which are then by ids of their own."""
    ids = shop.entities.list_alone()
    for numbers in shop.entities.list_shared():
        drafts = [draft for _, draft in shop.entities.load(numbers).values()]
        ids |= dict(zip(numbers, settle_ids(drafts), strict=True))
    shop.entities.rename(ids)
    return gather_judgements(name_sides(judgement, ids) for judgement in judgements)


def _propose(shop: Workshop, decided: Mapping[str, Judgement]) -> dict[str, Judgement]:
    """The candidates, likeness by likeness."""
    resolver, apart = shop.make_resolver(), list_decided(decided.values())
    found: dict[str, Judgement] = {}
    for key in shop.entities.list_likenesses(CROWD):
        drafts = dict(shop.entities.load(shop.entities.list_like(key)).values())
        members = {name: d.likeness for name, d in drafts.items() if d.likeness}
        found |= gather_judgements(resolver.propose_of(key, members, apart))
    return found


def _list_components(shop: Workshop) -> Iterator[list[int]]:
    """The live crowds in lots of whole components, so that each can be resolved alone."""
    crowds = shop.crowds.list_live()
    number = {crowd: n for n, crowd in enumerate(crowds)}
    parent = list(range(len(crowds)))
    previous: tuple[str, int] | None = None
    for key, crowd in shop.crowds.list_keys():
        here = number.get(crowd)
        if here is None:
            continue
        if previous is not None and previous[0] == key:
            parent[_find_root(parent, here)] = _find_root(parent, previous[1])
        previous = (key, here)
    members: dict[int, list[int]] = {}
    for n, crowd in enumerate(crowds):
        members.setdefault(_find_root(parent, n), []).append(crowd)
    return _gather_lots(members.values())


def _gather_lots(components: Iterable[list[int]]) -> Iterator[list[int]]:
    lot: list[int] = []
    for component in components:
        lot += component
        if len(lot) >= _CROWDS:
            yield lot
            lot = []
    if lot:
        yield lot


def _find_root(parent: list[int], n: int) -> int:
    while parent[n] != n:
        parent[n] = parent[parent[n]]
        n = parent[n]
    return n
