"""How the pins of a ledger bear on the clusters of one component."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.model.cluster import Cluster
from kg.model.entity import Entity
from kg.resolution.keys import KeyMaker
from kg.resolution.ledger import Ledger, Pin, Reference


@dataclass(slots=True)
class Bonds:
    """What pins say of clusters, by their numbers.

    `must` are lists that are one each, with the number of the pin; `sides` the sides of a pin
    "different" (its number, the side's number) on which a cluster stands; `apart` those taken out of
    their entity by naming a document. `where` tells file and line of each pin by its number.
    """

    must: list[tuple[int, list[int]]] = field(default_factory=list)
    sides: dict[int, set[tuple[int, int]]] = field(default_factory=lambda: defaultdict(set))
    apart: set[int] = field(default_factory=set)
    where: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class View:
    """The clusters of a component with the entity of each, as far as it is resolved."""

    clusters: Sequence[Cluster]
    entities: Sequence[Entity]


class Pinning:
    """Finds what references name in a component, and what the pins want of it.

    `matched` collects the references found, `notes` what could not be done.
    """

    def __init__(self, ledger: Ledger, keys: KeyMaker) -> None:
        self.ledger = ledger
        self.keys = keys
        self.matched: set[str] = set()
        self.notes: set[str] = set()

    def find(self, pin: Pin, reference: Reference, *views: View) -> list[int]:
        """The clusters that a reference names in the first view where it names any.

        They are those of the entity with this id, else those that would have it alone, else those of
        which a name would give it. What may be several entities is none of them.
        """
        for view in views:
            found = self._find_in(reference, view)
            if reference.document is not None:
                found = [n for n in found if view.clusters[n].document == reference.document]
            if not found:
                continue
            self.matched.add(str(reference))
            named = sorted({view.entities[n].id for n in found})
            if len(named) == 1:
                return found
            self.notes.add(
                f"{pin.where}: '{reference}' may be {' or '.join(named)}, so the line does nothing; "
                "name one of them."
            )
            return []
        return []

    def _find_in(self, reference: Reference, view: View) -> list[int]:
        tiers: list[list[int]] = [[], [], []]
        for n, (cluster, entity) in enumerate(zip(view.clusters, view.entities, strict=True)):
            ids = self.keys.list_ids(cluster)
            if entity.id == reference.id:
                tiers[0].append(n)
            elif reference.id in ids[:1]:
                tiers[1].append(n)
            elif reference.id in ids:
                tiers[2].append(n)
        return next((tier for tier in tiers if tier), [])

    def find_bonds(self, *views: View) -> Bonds:
        """What pins of kind same and different tie and part."""
        bonds = Bonds()
        for number, pin in enumerate(self.ledger.pins):
            bonds.where[number] = pin.where
            if pin.kind == "same":
                named = [self.find(pin, reference, *views) for reference in pin.references]
                if all(named):
                    bonds.must.append((number, [n for numbers in named for n in numbers]))
            elif pin.kind == "different":
                self._part(number, pin, bonds, *views)
        return bonds

    def _part(self, number: int, pin: Pin, bonds: Bonds, *views: View) -> None:
        named = [self.find(pin, reference, *views) for reference in pin.references]
        narrow = {
            n
            for reference, numbers in zip(pin.references, named, strict=True)
            for n in numbers
            if reference.document is not None
        }
        sides: dict[int, set[int]] = defaultdict(set)
        for side, (reference, numbers) in enumerate(zip(pin.references, named, strict=True)):
            for n in numbers:
                if reference.document is not None or n not in narrow:
                    sides[n].add(side)
        for n, own in sides.items():
            if len(own) == 1:
                bonds.sides[n].add((number, min(own)))
                continue
            self.notes.add(
                f"{pin.where}: {views[0].clusters[n].document} itself gives "
                f"{' and '.join(str(pin.references[k]) for k in sorted(own))} as one thing, so the "
                "line does nothing there."
            )
        bonds.apart |= narrow

    def find_values(self, kind: str, *views: View) -> dict[int, str]:
        """The new type or label of each cluster that pins of this kind name."""
        return {
            n: pin.value
            for pin in self.ledger.list_pins(kind)
            for n in self.find(pin, pin.references[0], *views)
        }
