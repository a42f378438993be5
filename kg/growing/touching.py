"""What a change of documents touches: the crowds and entities that may be others then, before and after."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from kg.growing.workshop import Workshop, keep_standing
from kg.model.entity import Draft, Entity, Judgement, Likeness
from kg.rdf.judgements import gather_judgements
from kg.resolution import Resolver
from kg.resolution.candidates import CROWD, Pair, list_decided
from kg.resolution.crowds import list_first
from kg.resolution.identifying import settle_ids
from kg.resolution.judging import name_sides
from kg.stores.crowd_rows import Ref, Standing


@dataclass(frozen=True)
class Side:
    """One side of a change. `owner` has the id of the entity of each crowd, `drafts` are by id.

    `standing` are the clusters that the crowds have on this side, `decided` the judgements but for
    candidates, by their ids.
    """

    owner: dict[int, str]
    drafts: dict[str, Draft]
    standing: dict[int, list[Standing]]
    decided: Mapping[str, Judgement]
    candidates: dict[str, Judgement] = field(default_factory=dict)

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """The entities by id, without their documents."""
        return {name: replace(d.entity, id=name) for name, d in self.drafts.items()}

    @cached_property
    def entity_of(self) -> dict[Ref, Entity]:
        """The entity of each cluster."""
        return {
            (document, place): self.entities[self.owner[crowd]]
            for crowd, own in self.standing.items()
            for document, place, _ in own
        }

    @property
    def judgements(self) -> dict[str, Judgement]:
        """The judgements by their ids, put together anew; of candidates those that the change may touch."""
        return {**self.decided, **self.candidates}


class Toucher:
    """Finds both sides of a change that takes documents out and puts waiting ones in."""

    def __init__(self, shop: Workshop, removed: set[int], added: set[int]) -> None:
        self.shop = shop
        self.resolver: Resolver = shop.make_resolver()
        self.identifiers = shop.documents.list_identifiers()
        self.live = shop.documents.list_live()
        self.left = (self.live - removed) | added
        self.changed = removed | added
        self._own: set[int] = set()  # the numbers of the entities of the side before

    def find_sides(self) -> tuple[Side, Side]:
        """Before and after."""
        own = {crowd for crowd, _, _ in self.shop.crowds.list_of_documents(self.changed)}
        quiet = self._find_quiet(own)
        crowds = self.shop.crowds.follow(own - quiet.keys())
        crowds |= self.shop.crowds.find_short(own - quiet.keys())
        while True:
            standing = self.shop.crowds.list_standing(crowds)
            before = self._read_side(keep_standing(standing, self.live))
            after = self._make_side(keep_standing(standing, self.left))
            rivals = self._find_rivals(before, after)
            if not rivals:
                break
            crowds |= self.shop.crowds.find_of_entities(rivals)
        self._propose(before, after)
        for crowd in quiet.keys() - crowds:
            self._note_quiet(crowd, quiet[crowd], before, after)
        return before, after

    def _find_quiet(self, crowds: set[int]) -> dict[int, list[Standing]]:
        """The crowds to which a cluster more or less makes no difference, with where they stand.

        Their first cluster and first documents stay, and all that is their entity is of one type.
        """
        standing = self.shop.crowds.list_standing(crowds)
        before, after = keep_standing(standing, self.live), keep_standing(standing, self.left)
        alike = {
            crowd
            for crowd in before.keys() & after.keys()
            if self._find_first(before[crowd]) == self._find_first(after[crowd])
        }
        entities = self.shop.crowds.find_entities(alike)
        types = self.shop.crowds.list_types(set(entities.values()))
        return {c: standing[c] for c, entity in entities.items() if len(types[entity]) == 1}

    def _find_first(self, own: list[Standing]) -> tuple[tuple[str, int], list[str]]:
        """What a crowd tells of where it stands."""
        places = [(self.identifiers[document], start) for document, _, start in own]
        return min(places), list_first({name for name, _ in places})

    def _note_quiet(self, crowd: int, own: list[Standing], before: Side, after: Side) -> None:
        """Notes a quiet crowd on both sides, with its clusters of the documents that change alone."""
        number = self.shop.crowds.find_entities([crowd])[crowd]
        name, draft = self.shop.entities.load([number])[number]
        for side, documents in ((before, self.live), (after, self.left)):
            side.owner[crowd] = name
            side.drafts[name] = draft
            side.standing[crowd] = [s for s in own if s[0] in self.changed & documents]

    def _read_side(self, standing: dict[int, list[Standing]]) -> Side:
        """What the store has."""
        numbers = self.shop.crowds.find_entities(standing)
        self._own = set(numbers.values())
        loaded = self.shop.entities.load(self._own)
        drafts = dict(loaded.values())
        return Side(
            owner={crowd: loaded[number][0] for crowd, number in numbers.items()},
            drafts=drafts,
            standing=standing,
            decided=self.shop.judgements.find_decided(drafts),
        )

    def _make_side(self, standing: dict[int, list[Standing]]) -> Side:
        """What the crowds are when they are resolved again."""
        crowds = self.shop.load_crowds(standing, self.identifiers)
        number_of = {crowd.first: number for number, crowd in crowds.items()}
        grouped = self.resolver.resolve(
            crowds.values(), lambda words: self.shop.count_beginning(words, self.left)
        )
        ids = settle_ids(grouped.drafts)
        return Side(
            owner={
                number_of[crowd.first]: ids[owner]
                for crowd, owner in zip(grouped.crowds, grouped.owner, strict=True)
            },
            drafts=dict(zip(ids, grouped.drafts, strict=True)),
            standing=standing,
            decided=gather_judgements(name_sides(j, ids) for j in grouped.judgements),
        )

    def _find_rivals(self, before: Side, after: Side) -> set[int]:
        """Entities elsewhere that would have an id of these if they were alone."""
        alone = {d.entity.id for side in (before, after) for d in side.drafts.values()}
        return self.shop.entities.find_alone(alone) - self._own

    def _propose(self, before: Side, after: Side) -> None:
        """The candidates of all likenesses in which anything changes, on both sides."""
        decided = list_decided(before.decided.values()), list_decided(after.decided.values())
        names = set().union(*(decided[0] ^ decided[1]))
        names |= {
            name
            for name in before.drafts.keys() | after.drafts.keys()
            if _find_likeness(before, name) != _find_likeness(after, name)
        }
        keys: set[str] = set()
        for side in (before, after):
            found = (_find_likeness(side, name) for name in names)
            keys.update(*(likeness.keys for likeness in found if likeness))
        for key in sorted(keys):
            self._propose_of(key, before, after, decided)

    def _propose_of(
        self, key: str, before: Side, after: Side, decided: tuple[set[Pair], set[Pair]]
    ) -> None:
        elsewhere = set(self.shop.entities.list_like(key)) - self._own
        if len(elsewhere) > CROWD:
            return
        others = {
            name: draft.likeness
            for name, draft in self.shop.entities.load(elsewhere).values()
            if draft.likeness
        }
        apart = list_decided(self.shop.judgements.find_decided(others).values())
        for side, pairs in zip((before, after), decided, strict=True):
            members = others | _list_members(key, side)
            told = self.resolver.propose_of(key, members, pairs | apart)
            side.candidates.update(gather_judgements(told))


def _find_likeness(side: Side, name: str) -> Likeness | None:
    draft = side.drafts.get(name)
    return draft.likeness if draft else None


def _list_members(key: str, side: Side) -> dict[str, Likeness]:
    return {
        name: draft.likeness
        for name, draft in side.drafts.items()
        if draft.likeness and key in draft.likeness.keys
    }


def list_says_other(before: Side, after: Side) -> Iterable[Ref]:
    """The clusters that are on both sides and of an entity of another id, type or label."""
    for crowd in before.owner.keys() & after.owner.keys():
        old = before.entities[before.owner[crowd]]
        new = after.entities[after.owner[crowd]]
        if (old.id, old.type, old.label) != (new.id, new.type, new.label):
            kept = {(document, place) for document, place, _ in before.standing[crowd]}
            for document, place, _ in after.standing[crowd]:
                if (document, place) in kept:
                    yield document, place
