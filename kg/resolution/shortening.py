"""Acronyms and short names: bare in one document, and told for what in another."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from kg.model.cluster import Cluster
from kg.resolution.joining import Joining
from kg.resolution.keys import KeyMaker
from kg.resolution.normal import is_acronym, list_initials, normalize_name
from kg.resolution.places import PlaceReader

_GUESSED = (
    "Company",
    "Organization",
)  # what recognition takes an acronym for that nothing explains
CountBeginning = Callable[[str], int]  # how many crowds have names that begin so
_BODIES = ("GovernmentBody", "IntergovernmentalBody", "Association", "ResearchBody")


def join_acronyms(
    joining: Joining, keys: KeyMaker, places: PlaceReader, homes: Sequence[str | None]
) -> None:
    """A bare acronym joins the one thing that a document declares it for.

    Else it joins the one public body of its country that has these initials.
    """
    clusters = joining.clusters
    declared: dict[str, set[int]] = defaultdict(set)
    initials: dict[str, set[int]] = defaultdict(set)
    for n, cluster in enumerate(clusters):
        for name in cluster.declared:
            declared[_plain(name)].add(n)
        if any(keys.ontology.is_a(cluster.type, kind) for kind in _BODIES) and homes[n]:
            for letters in list_initials(cluster.names[0]):
                initials[letters].add(n)
    for n, cluster in enumerate(clusters):
        if not _is_bare_acronym(cluster):
            continue
        acronym, home = _plain(cluster.names[0]), places.find_context(cluster)
        told = [k for k in declared.get(acronym, ()) if _may_be(clusters[k], cluster, keys)]
        chosen = _choose(joining, told, homes, home)
        if chosen is not None:
            joining.join(chosen, n, 0.9, "acronym declared in another document")
        elif told:
            firsts = [numbers[0] for numbers in joining.list_members(told).values()]
            joining.keep_apart([n, *firsts], 0.6, "acronym of several, or of another country")
        elif home:
            fitting = [k for k in initials.get(acronym, ()) if homes[k] == home]
            if len(joining.list_members(fitting)) == 1:
                joining.join(fitting[0], n, 0.75, "initials of the one such body of its country")


def _is_bare_acronym(cluster: Cluster) -> bool:
    return (
        not cluster.nominal
        and cluster.known_as is None
        and len(cluster.names) == 1
        and is_acronym(cluster.names[0])
    )


def _may_be(full: Cluster, bare: Cluster, keys: KeyMaker) -> bool:
    """Whether their types may be one thing's; nothing but a guess makes an unknown acronym a company."""
    families = {keys.find_family(full.type), keys.find_family(bare.type)}
    return len(families) == 1 or ("person" not in families and bare.type in _GUESSED)


def _choose(
    joining: Joining, told: Iterable[int], homes: Sequence[str | None], home: str | None
) -> int | None:
    """The one group among these; where they are of several places, the one of the acronym's own."""
    groups = joining.list_members(told)
    places = {root: {homes[n] for n in numbers} - {None} for root, numbers in groups.items()}
    if home:
        at_home = [root for root in groups if home in places[root]]
        groups = {
            root: groups[root] for root in at_home or groups if root in at_home or not places[root]
        }
    return min(next(iter(groups.values()))) if len(groups) == 1 else None


def join_short_names(
    joining: Joining, keys: KeyMaker, is_telling: Callable[[str], bool], count: CountBeginning
) -> None:
    """A bare short name joins the one organization that another document calls so.

    No other name may begin with it, in this component or, as `count` tells, in another.
    """
    clusters = joining.clusters
    called: dict[str, set[int]] = defaultdict(set)
    beginning: dict[str, set[int]] = defaultdict(set)
    for n, cluster in enumerate(clusters):
        if keys.find_family(cluster.type) == "organization" and cluster.names:
            for words in keys.list_beginnings(cluster):
                beginning[words].add(n)
            for alias in keys.list_aliases(cluster):
                called[alias].add(n)
    for n, cluster in enumerate(clusters):
        if not _is_bare_organization(cluster, keys):
            continue
        form = normalize_name(cluster.names[0], "organization")
        told = called.get(form, set()) - {n}
        if not told or not is_telling(form) or _is_bare_acronym(cluster):
            continue
        beside = beginning.get(form, set())
        rivals = joining.list_members(told | beside - {n})
        rivals.pop(joining.find_root(n), None)
        if len(rivals) == 1 and count(form) <= len(beside):
            joining.join(min(told), n, 0.8, "short name that another document gives it")
        elif len(joining.list_members(told)) > 1 or rivals:
            firsts = [numbers[0] for numbers in rivals.values()]
            joining.keep_apart([n, *firsts], 0.6, "short name that may be of several")


def _is_bare_organization(cluster: Cluster, keys: KeyMaker) -> bool:
    return (
        keys.find_family(cluster.type) == "organization"
        and not cluster.nominal
        and cluster.known_as is None
        and bool(cluster.names)
    )


def _plain(acronym: str) -> str:
    return acronym.replace(".", "").lower()
