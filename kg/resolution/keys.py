"""Keys: what clusters must share before any rule may look at them together."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from kg.model.cluster import Cluster
from kg.model.ids import format_digest, format_slug
from kg.ontology import Ontology
from kg.resolution.ledger import EMPTY_LEDGER, Ledger
from kg.resolution.normal import normalize_name

COMMON_THINGS = frozenset(["sector", "product"])  # families whose common nouns are names


class KeyMaker:
    """Makes the keys and ids of a cluster from the cluster alone, and the pins of the ledger."""

    def __init__(self, ontology: Ontology, ledger: Ledger = EMPTY_LEDGER) -> None:
        self.ontology = ontology
        self.ledger = ledger

    def find_family(self, kind: str) -> str:
        """The family of a type, "" for none."""
        found = self.ontology.find_type(kind)
        return found.family if found else ""

    def stands_alone(self, cluster: Cluster) -> bool:
        """Whether it is told in common nouns only: "a tyre plant" of two documents is two plants."""
        return cluster.nominal and self.find_family(cluster.type) not in COMMON_THINGS

    def find_name_key(self, cluster: Cluster) -> str | None:
        """The normal form of its fullest name in its family."""
        if self.stands_alone(cluster) or not cluster.names:
            return None
        family = self.find_family(cluster.type)
        return f"name:{family}:{normalize_name(cluster.names[0], family)}"

    def list_ids(self, cluster: Cluster) -> tuple[str, ...]:
        """The id that the cluster would have alone, then those that its other names would give it."""
        folder = self.ontology.get_type(cluster.type).folder
        ids = [f"{folder}/{format_slug(name)}" for name in cluster.names]
        if self.stands_alone(cluster):
            where = format_digest(cluster.document, cluster.spans[0].start, length=8)
            ids = [f"{i}-{where}" for i in ids]
        if cluster.known_as:
            ids.insert(0, cluster.known_as)
        return tuple(dict.fromkeys(ids))

    def list_keys(self, cluster: Cluster) -> tuple[str, ...]:
        """All its keys, sorted.

        They are its known id, the normal form of its name and the acronyms it is given, and the slug
        of each name, since things of one slug have to agree on whose id has what behind it.
        """
        pinned = self._list_pin_keys(cluster)
        if self.stands_alone(cluster):
            return tuple(sorted(pinned))
        keys = {f"slug:{format_slug(name)}" for name in cluster.names}
        if cluster.known_as:
            keys.add(f"id:{cluster.known_as}")
            keys.add(f"slug:{cluster.known_as.rsplit('/', 1)[-1]}")
        else:
            keys.add(self.find_name_key(cluster) or "")
        family = self.find_family(cluster.type)
        keys |= {f"name:{family}:{normalize_name(name, family)}" for name in cluster.declared}
        return tuple(sorted((keys | pinned) - {""}))

    def _list_pin_keys(self, cluster: Cluster) -> set[str]:
        """The keys of pins on the cluster, and of its name under the types that pins may give it."""
        if not self.ledger.pins:
            return set()
        found = self.ledger.list_keys(self.list_ids(cluster))
        for pin in self.ledger.list_pins("retype"):
            if found:
                found.add(self.find_name_key(replace(cluster, type=pin.value)) or "")
        return found


def find_components(keys: Sequence[Sequence[str]]) -> list[list[int]]:
    """The numbers of those that are tied by shared keys, directly or over others; in order."""
    parent = list(range(len(keys)))

    def find_root(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    first: dict[str, int] = {}
    for n, own in enumerate(keys):
        for key in own:
            low, high = sorted((find_root(first.setdefault(key, n)), find_root(n)))
            parent[high] = low
    components: dict[int, list[int]] = defaultdict(list)
    for n in range(len(keys)):
        components[find_root(n)].append(n)
    return list(components.values())
