"""Resolver: crowds to drafts of entities, component by component."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kg.model.cluster import Cluster, Crowd
from kg.model.entity import Draft, Entity, Judgement, Likeness
from kg.ontology import Ontology
from kg.resolution.candidates import gather_likenesses, list_decided, propose_candidates
from kg.resolution.crowds import order_crowds, strip_place
from kg.resolution.grouping import Grouping
from kg.resolution.identifying import EntityMaker, name_entity, settle_ids
from kg.resolution.joining import Joining
from kg.resolution.judging import make_judgements
from kg.resolution.keys import KeyMaker, find_components
from kg.resolution.known import FindKnown, FindLinked, link_nothing
from kg.resolution.ledger import EMPTY_LEDGER, Ledger
from kg.resolution.pinning import Bonds, Pinning, View
from kg.resolution.shortening import CountBeginning


@dataclass(slots=True)
class Grouped:
    """Which crowds are one thing: `owner` has the number of the draft of each of the `crowds`.

    The judgements have numbers of drafts in place of ids, which others may still change (settle_ids).
    """

    crowds: list[Crowd] = field(default_factory=list)
    owner: list[int] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    judgements: list[Judgement] = field(default_factory=list)


class Resolver:
    """Resolves crowds in three steps, each of which looks no further than it must.

    1. Components: crowds that share a key (list_keys), directly or over others, are grouped, with all
       that pins want (resolve). Crowds of no common key never become one thing; of crowds elsewhere it
       only counts how many names begin with a short name (list_beginnings).
    2. Drafts that would have one id settle who has it (identifying.settle_ids).
    3. Entities that share a likeness are told as candidates (propose).

    So a store that keeps crowds by key, drafts by id and likenesses by key can redo what a document
    touches, and nothing else.
    """

    def __init__(
        self,
        ontology: Ontology,
        find_known: FindKnown,
        ledger: Ledger = EMPTY_LEDGER,
        find_linked: FindLinked = link_nothing,
    ) -> None:
        self._keys = KeyMaker(ontology, ledger)
        self._maker = EntityMaker(ontology, find_known, self._keys, find_linked)
        self._find_known = find_known
        self._pinned = bool(ledger.pins)
        self._count: CountBeginning = lambda _: 0
        self.pinning = Pinning(ledger, self._keys)

    def strip_place(self, cluster: Cluster) -> Cluster:
        """What the cluster has in common with all of its crowd; see crowds.strip_place."""
        return strip_place(cluster, self._keys)

    def list_keys(self, cluster: Cluster) -> tuple[str, ...]:
        """What a cluster, and so its crowd, may share with others; another ledger means other keys."""
        return self._keys.list_keys(cluster)

    def list_beginnings(self, cluster: Cluster) -> tuple[str, ...]:
        """With what the name of a cluster begins, for those who count (see resolve)."""
        return self._keys.list_beginnings(cluster)

    def list_short_forms(self, cluster: Cluster) -> tuple[str, ...]:
        """What `count_beginning` may be asked for when the cluster's crowd is resolved."""
        return self._keys.list_short_forms(cluster)

    def resolve(
        self, crowds: Iterable[Crowd], count_beginning: CountBeginning | None = None
    ) -> Grouped:
        """Step 1; raises RuleError where pins contradict each other.

        `count_beginning` tells of how many crowds, of all there are, the name begins with some words;
        without it these crowds are all.
        """
        ordered = order_crowds(crowds)
        self._count = count_beginning or self._count_all(ordered)
        whole = Grouped()
        for component in find_components([self.list_keys(c.first) for c in ordered]):
            members = [ordered[n] for n in component]
            clusters, owner, drafts, joining = self._resolve_component(members)
            start = len(whole.drafts)
            own = [start + n for n in owner]
            whole.crowds += members
            whole.owner += own
            whole.drafts += drafts
            whole.judgements += make_judgements(
                members,
                clusters,
                own,
                {start + n: d for n, d in enumerate(drafts)},
                joining.decisions,
            )
        return whole

    def _count_all(self, crowds: Iterable[Crowd]) -> CountBeginning:
        counts = Counter(words for c in crowds for words in self.list_beginnings(c.first))
        return lambda words: counts[words]

    def propose(
        self, likenesses: Mapping[str, Likeness | None], judgements: Iterable[Judgement]
    ) -> list[Judgement]:
        """Step 3: the candidates among all entities, by their ids; the judgements are those of step 1."""
        decided = list_decided(judgements)
        return [
            judgement
            for key, members in sorted(gather_likenesses(likenesses).items())
            for judgement in self.propose_of(key, members, decided)
        ]

    def propose_of(
        self, key: str, members: Mapping[str, Likeness], decided: set[frozenset[str]]
    ) -> list[Judgement]:
        """The candidates among those who share one likeness, but for the pairs decided already."""
        return list(propose_candidates(key, members, decided, self._keys))

    def _resolve_component(
        self, crowds: Sequence[Crowd]
    ) -> tuple[list[Cluster], list[int], list[Draft], Joining]:
        """Groups the crowds of a component, by the rules alone and then as the pins will have it."""
        joining, groups, drafts = self._group(crowds, Bonds())
        if self._pinned:
            crowds, joining, groups, drafts = self._pin(crowds, _view(crowds, groups, drafts))
        owner = {n: number for number, group in enumerate(groups) for n in group}
        clusters = [crowd.first for crowd in crowds]
        return clusters, [owner[n] for n in range(len(crowds))], drafts, joining

    def _group(
        self, crowds: Sequence[Crowd], bonds: Bonds
    ) -> tuple[Joining, list[list[int]], list[Draft]]:
        clusters = [crowd.first for crowd in crowds]
        joining = Grouping(clusters, self._keys, self._find_known, bonds, self._count).joining
        groups = joining.list_groups()
        drafts = [
            self._maker.make_draft(
                [crowds[n] for n in group], apart=bool(bonds.apart.intersection(group))
            )
            for group in groups
        ]
        return joining, groups, drafts

    def _pin(
        self, crowds: Sequence[Crowd], view: View
    ) -> tuple[list[Crowd], Joining, list[list[int]], list[Draft]]:
        kinds = self.pinning.find_values("retype", view)
        retyped = [
            replace(crowd, first=replace(crowd.first, type=kinds[n])) if n in kinds else crowd
            for n, crowd in enumerate(crowds)
        ]
        _, groups, drafts = self._group(retyped, Bonds())
        second = _view(retyped, groups, drafts)
        joining, groups, drafts = self._group(retyped, self.pinning.find_bonds(second, view))
        third = _view(retyped, groups, drafts)
        labels = self.pinning.find_values("rename", third, second, view)
        for number, group in enumerate(groups):
            for n in group:
                known = drafts[number].entity
                kind, label = kinds.get(n, known.type), labels.get(n, known.label)
                drafts[number] = replace(drafts[number], entity=_change(known, kind, label))
        return retyped, joining, groups, drafts


def _view(
    crowds: Sequence[Crowd], groups: Sequence[Sequence[int]], drafts: Sequence[Draft]
) -> View:
    """A component with the ids as they are settled in it; pins tie all that may have the id they name."""
    entities: dict[int, Entity] = {}
    for group, draft, entity_id in zip(groups, drafts, settle_ids(drafts), strict=True):
        entities |= dict.fromkeys(group, name_entity(draft, entity_id))
    return View([crowd.first for crowd in crowds], [entities[n] for n in range(len(crowds))])


def _change(entity: Entity, kind: str, label: str) -> Entity:
    """The entity under another type and label; its old label becomes another name."""
    names = {*entity.aliases, entity.label} - {label}
    return replace(entity, type=kind, label=label, aliases=tuple(sorted(names)))
