"""Steps that resolve: components to drafts, drafts to entities with ids, names that are alike."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from pydantic import TypeAdapter

from kg.distributing.crowding import CROWD
from kg.distributing.reading import Answer
from kg.distributing.shards import Shard
from kg.distributing.shuffling import Sorter
from kg.distributing.site import Site
from kg.model.cluster import Crowd
from kg.model.entity import Draft, Entity, Judgement, KnownEntity, Likeness
from kg.rdf.judgements import gather_judgements
from kg.rdf.parts import format_quads
from kg.resolution.candidates import CROWD as MOST_ALIKE
from kg.resolution.candidates import list_decided
from kg.resolution.identifying import name_entity, settle_ids
from kg.resolution.judging import name_sides
from kg.resolution.resolver import Grouped

_DRAFT = TypeAdapter(Draft)
_JUDGEMENT = TypeAdapter(Judgement)
_KNOWN = TypeAdapter(KnownEntity)
_LIKENESS = TypeAdapter(Likeness)
_EACH = 1 << 32  # numbers of drafts that a bucket has for itself
_Order = tuple[tuple[str, int, int, str], ...]


def resolve_components(site: Site, number: int) -> Answer:
    """Resolves whole components; who would have one id meet at the next step."""
    resolver = site.make_resolver()
    components: dict[str, list[list[Any]]] = defaultdict(list)
    for root, *rest in site.collect("component", site.buckets, number):
        components[root].append(rest)
    alone, kept = site.sort(), []
    start = number * _EACH
    for _, members in sorted(components.items()):
        crowds = [CROWD.validate_json(crowd) for _, crowd, _, _ in members]
        known = {c.first: (d, p) for c, (d, _, p, _) in zip(crowds, members, strict=True)}
        counts = {words: n for _, _, _, own in members for words, n in own.items()}
        grouped = resolver.resolve(crowds, counts.__getitem__)
        for n, (draft, order) in enumerate(_order_drafts(grouped), start):
            plain = replace(draft, likeness=None, entity=_make_bare(draft.entity))
            alone.add(
                draft.entity.id,
                [draft.entity.id, number, n, order, _DRAFT.dump_json(plain).decode()],
            )
        kept.append(_keep_group(grouped, known, start))
        start += len(grouped.drafts)
    site.hand_on("draft", number, alone)
    site.keep("groups", number, kept)
    pinning = resolver.pinning
    return {"matched": sorted(pinning.matched), "notes": sorted(pinning.notes)}


def _order_drafts(grouped: Grouped) -> list[tuple[Draft, _Order]]:
    """The drafts with what tells in which order a local build has them: by component, then by crowd."""
    places = [_tell_place(crowd) for crowd in grouped.crowds]
    least: dict[int, _Order] = {}
    for owner, place in zip(grouped.owner, places, strict=True):
        least.setdefault(owner, (min(places), place))
    return [(draft, least[n]) for n, draft in enumerate(grouped.drafts)]


def _tell_place(crowd: Crowd) -> tuple[str, int, int, str]:
    span = crowd.first.spans[0]
    return crowd.first.document, span.start, span.end, crowd.first.type


def _make_bare(entity: Entity) -> Entity:
    return Entity(id=entity.id, type=entity.type, label=entity.label)


def _keep_group(
    grouped: Grouped, known: dict[Any, tuple[str, list[int]]], start: int
) -> list[list[Any]]:
    """A component as it waits for its ids: drafts, crowds with their owners, judgements."""
    names = [str(start + n) for n in range(len(grouped.drafts))]
    drafts = [
        [start + n, _DRAFT.dump_json(draft).decode()] for n, draft in enumerate(grouped.drafts)
    ]
    crowds = [
        [*known[crowd.first], start + owner]
        for crowd, owner in zip(grouped.crowds, grouped.owner, strict=True)
    ]
    judgements = [_JUDGEMENT.dump_json(name_sides(j, names)).decode() for j in grouped.judgements]
    return [drafts, crowds, judgements]


def settle(site: Site, number: int) -> Answer:
    """Settles who has an id among the drafts that would have it."""
    same: dict[str, list[tuple[Any, int, int, Draft]]] = defaultdict(list)
    for name, bucket, n, order, draft in site.collect("draft", site.buckets, number):
        same[name].append((order, n, bucket, _DRAFT.validate_json(draft)))
    sorter = site.sort()
    for _, found in sorted(same.items()):
        found.sort(key=lambda entry: entry[:2])
        ids = settle_ids([draft for _, _, _, draft in found])
        for (_, n, bucket, _), entity_id in zip(found, ids, strict=True):
            sorter.add_to(bucket, [n, entity_id])
    site.hand_on("id", number, sorter)
    return {}


def name_entities(site: Site, number: int) -> Answer:
    """Writes the entities; tells partitions of which entity their clusters are."""
    ids = {int(n): str(name) for n, name in site.collect("id", site.buckets, number)}
    owners, namer = site.sort(site.partitions), _Namer(site)
    for drafts, crowds, judgements in site.take("groups", number):
        entities: dict[int, Entity] = {}
        likenesses: dict[str, Likeness | None] = {}
        for n, body in drafts:
            draft = _DRAFT.validate_json(body)
            entities[n] = name_entity(draft, ids[n])
            likenesses[ids[n]] = draft.likeness
            namer.add_entity(entities[n])
        for digest, partitions, n in crowds:
            entity = entities[n]
            for partition in partitions:
                owners.add_to(partition, [digest, entity.id, entity.type, entity.label])
        namer.add_likenesses(
            likenesses, [name_sides(_JUDGEMENT.validate_json(j), ids) for j in judgements]
        )
    site.hand_on("owner", number, owners)
    return {**namer.finish(number), "entities": dict(namer.types)}


class _Namer:
    """Takes what entities bring, and sorts what others may bring too."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._parts = site.make_parts()
        self._shard = Shard()
        self._shared, self._places = site.sort(), site.sort()
        self._likenesses, self._judgements = site.sort(), site.sort()
        self.types: Counter[str] = Counter()

    def add_entity(self, entity: Entity) -> None:
        """Its own part goes to the shard; facts of the gazetteer and places are shared."""
        self.types[entity.type] += 1
        for part in self._parts.list_entity(entity):
            if part.shared:
                self._shared.add(
                    part.name, [part.name, entity.id, format_quads(part.quads).decode()]
                )
            else:
                self._shard.add(part.quads)
        self._places.add(entity.id, [entity.id, None, None])
        if self._site.options.provenance and entity.known is not None:
            for place in entity.known.above:
                body = _KNOWN.dump_json(place).decode()
                self._places.add(place.id, [place.id, entity.id, body])

    def add_likenesses(
        self, likenesses: dict[str, Likeness | None], judgements: Sequence[Judgement]
    ) -> None:
        """What entities may be likened by, and which pairs are decided already."""
        keys = {name: frozenset(known.keys) for name, known in likenesses.items() if known}
        for name, likeness in likenesses.items():
            if likeness is None:
                continue
            body = _LIKENESS.dump_json(likeness).decode()
            for key in likeness.keys:
                self._likenesses.add(key, [key, [name], body])
        for pair in list_decided(judgements):
            sides = sorted(pair)
            if len(sides) == 2:
                for key in sorted(
                    keys.get(sides[0], frozenset()) & keys.get(sides[1], frozenset())
                ):
                    self._likenesses.add(key, [key, sides, None])
        add_judgements(self._judgements, judgements)

    def finish(self, number: int) -> Answer:
        """Hands all on and writes the shard."""
        self._site.hand_on("entity-part", number, self._shared)
        self._site.hand_on("place", number, self._places)
        self._site.hand_on("likeness", number, self._likenesses)
        self._site.hand_on("judgement", number, self._judgements)
        return self._shard.write(self._site, "entities", number)


def add_judgements(sorter: Sorter, judgements: Iterable[Judgement]) -> None:
    """Hands judgements on to where those of one id meet."""
    for path, judgement in sorted(gather_judgements(judgements).items()):
        sorter.add(path, [_JUDGEMENT.dump_json(judgement).decode()])


def propose(site: Site, number: int) -> Answer:
    """The candidates among those who share a likeness."""
    members: dict[str, dict[str, str]] = defaultdict(dict)
    decided: dict[str, set[frozenset[str]]] = defaultdict(set)
    for key, sides, body in site.collect("likeness", site.buckets, number):
        if body is None:
            decided[key].add(frozenset(sides))
        elif len(members[key]) <= MOST_ALIKE:  # more tell nothing
            members[key][sides[0]] = body
    resolver, sorter = site.make_resolver(), site.sort()
    for key, own in sorted(members.items()):
        likenesses = {name: _LIKENESS.validate_json(body) for name, body in sorted(own.items())}
        add_judgements(sorter, resolver.propose_of(key, likenesses, decided[key]))
    site.hand_on("candidate", number, sorter)
    return {}


def judge(site: Site, number: int) -> Answer:
    """Writes the judgements, those of one id as one."""
    told = [
        _JUDGEMENT.validate_json(body)
        for kind in ("judgement", "candidate")
        for (body,) in site.collect(kind, site.buckets, number)
    ]
    parts, shard = site.make_parts(), Shard()
    for path, judgement in sorted(gather_judgements(told).items()):
        for part in parts.list_judgement(path, judgement):
            shard.add(part.quads)
    return shard.write(site, "judgements", number)
