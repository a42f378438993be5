"""Keys: what clusters must share before any rule may look at them together."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace

from kg.model.cluster import Cluster
from kg.model.ids import format_digest, format_slug
from kg.ontology import Ontology
from kg.resolution.known import find_nowhere
from kg.resolution.ledger import Ledger
from kg.resolution.normal import (
    is_acronym,
    is_generic,
    list_initials,
    normalize_name,
    strip_legal_forms,
)
from kg.resolution.places import PlaceReader
from kg.resolution.posts import PostReader
from kg.resolution.romanizing import find_pinyin, find_skeleton

COMMON_THINGS = frozenset(["sector", "product"])  # families whose common nouns are names
_LONGEST = 3  # words of a short name
_NO_LEDGER = Ledger()


class KeyMaker:
    """Makes the keys and ids of a cluster from the cluster alone, and the pins of the ledger."""

    def __init__(self, ontology: Ontology, ledger: Ledger = _NO_LEDGER) -> None:
        self.ontology = ontology
        self.ledger = ledger
        self.places = PlaceReader(ontology, find_nowhere)
        self.posts = PostReader(ontology, find_nowhere)
        self._families = {name: kind.family for name, kind in ontology.types.items()}

    def find_family(self, kind: str) -> str:
        """The family of a type, "" for none."""
        return self._families.get(kind, "")

    def stands_alone(self, cluster: Cluster) -> bool:
        """Whether no name ties it to other documents: "a tyre plant" of two documents is two plants."""
        return cluster.nominal and self.find_family(cluster.type) not in COMMON_THINGS

    def find_form(self, cluster: Cluster) -> str | None:
        """The normal form of its fullest name; None where that is no name, or a family name alone."""
        if self.stands_alone(cluster) or not cluster.names:
            return None
        family = self.find_family(cluster.type)
        if family == "person" and len(cluster.names[0].split()) == 1:
            return None
        return normalize_name(cluster.names[0], family)

    def find_place_core(self, cluster: Cluster) -> str | None:
        """The form of a place's name without the word for its type: "kalutara" of a district."""
        if self.find_family(cluster.type) != "place" or cluster.nominal or not cluster.names:
            return None
        form = normalize_name(cluster.names[0], "place")
        head, _, rest = form.partition("|")
        return rest if rest and head == cluster.type.lower() else form

    def list_aliases(self, cluster: Cluster) -> frozenset[str]:
        """The normal forms of an organization's other names that may stand for it elsewhere."""
        if self.find_family(cluster.type) != "organization":
            return frozenset()
        forms = {normalize_name(name, "organization") for name in cluster.names[1:]}
        return frozenset(form for form in forms if not is_generic(form))

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
        """All its keys, sorted; none for what stands alone, unless a pin names it.

        They are its known id and all forms of its names that a rule may join by.
        """
        pinned = self._list_pin_keys(cluster)
        if self.stands_alone(cluster):
            return tuple(sorted(pinned))
        keys = {f"id:{cluster.known_as}"} if cluster.known_as else set()
        family = self.find_family(cluster.type)
        form = self.find_form(cluster)
        if form:
            keys.add(f"name:{family}:{form}")
        core = self.find_place_core(cluster)
        if core:
            keys.add(f"name:place:{core}")
        keys |= {f"acronym:{name.replace('.', '').lower()}" for name in cluster.declared}
        if cluster.names and is_acronym(cluster.names[0]):
            keys.add(f"acronym:{cluster.names[0].replace('.', '').lower()}")
        if family == "organization" and cluster.names:
            keys |= self._list_organization_keys(cluster)
        elif family == "person" and form:
            keys |= {f"post:{' '.join(shared)}" for shared in self.list_variant_keys(cluster)}
        return tuple(sorted(keys | pinned))

    def list_variant_keys(self, cluster: Cluster) -> frozenset[tuple[str, str]]:
        """What names of a person with the same post share where one may be the other's shorter form.

        A part of the name, and the post: its first word with the last or the second, or all of it as
        it is spelled in pinyin.
        """
        form = self.find_form(cluster)
        if form is None or self.find_family(cluster.type) != "person" or not cluster.posts:
            return frozenset()
        words = form.split()
        wade = find_pinyin(cluster.names[0])
        parts = {f"{words[0]} {words[-1]}", " ".join(words[:2])}
        parts.add(f"whole {normalize_name(wade or form, 'person')}")
        ties = self.posts.list_post_ties(cluster)
        return frozenset((part, tie) for part in parts for tie in ties)

    def list_beginnings(self, cluster: Cluster) -> tuple[str, ...]:
        """With what an organization's name begins, the whole included: what a short name may be of.

        They tie nothing: whether another name begins like a short name is asked of all crowds.
        """
        if self.find_family(cluster.type) != "organization" or self.stands_alone(cluster):
            return ()
        words = strip_legal_forms(cluster.names[0]).split() if cluster.names else []
        return tuple(" ".join(words[:k]) for k in range(1, min(len(words), _LONGEST) + 1))

    def list_short_forms(self, cluster: Cluster) -> tuple[str, ...]:
        """The form of its name that may be short for another's, if it may be one, or a pin may make it."""
        organization = self.find_family(cluster.type) == "organization"
        if not cluster.names or not (organization or self.ledger.pins):
            return ()
        return (normalize_name(cluster.names[0], "organization"),)

    def list_likeness_keys(self, cluster: Cluster) -> set[str]:
        """Keys of names that are alike; they make candidates and never join."""
        form = self.find_form(cluster)
        family = self.find_family(cluster.type)
        if form is None:
            return set()
        if family == "person":
            wade = find_pinyin(cluster.names[0])
            likes = {find_skeleton(form), f"pinyin {normalize_name(wade or form, family)}"}
            return {f"like:{like}" for like in likes if like}
        core = strip_legal_forms(cluster.names[0]) if family == "organization" else ""
        first = core.split("|")[0].split()[:1]
        return {f"first:{first[0]}"} if first and not is_generic(first[0]) else set()

    def _list_organization_keys(self, cluster: Cluster) -> set[str]:
        """Its name without legal form and without place, its other names, its first word and initials."""
        core = strip_legal_forms(cluster.names[0])
        forms = {core, *self.list_aliases(cluster), *self.places.find_local_names(cluster)}
        keys = {f"name:organization:{form}" for form in forms}
        if len(cluster.names[0].split()) > 1 and not cluster.known_as:
            initials = list_initials(cluster.names[0])
            keys |= {f"acronym:{letters}" for letters in initials if len(letters) > 2}
        return keys

    def _list_pin_keys(self, cluster: Cluster) -> set[str]:
        """The keys of pins on the cluster, and of its name under the types that pins may give it."""
        if not self.ledger.pins:
            return set()
        found = self.ledger.list_keys(self.list_ids(cluster))
        kinds = {pin.value for pin in self.ledger.list_pins("retype")} if found else ()
        for kind in kinds:
            keys = KeyMaker(self.ontology).list_keys(replace(cluster, type=kind))
            found.update(keys)
        return found


def find_components(keys: Sequence[Collection[str]]) -> list[list[int]]:
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
