"""The rules, in their order: which clusters of one component are one entity."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from kg.model.cluster import Cluster
from kg.model.ids import format_slug
from kg.resolution.joining import Joining
from kg.resolution.keys import KeyMaker
from kg.resolution.known import FindKnown
from kg.resolution.normal import is_generic, is_specific, strip_legal_forms
from kg.resolution.pinning import Bonds
from kg.resolution.places import PlaceReader
from kg.resolution.placing import join_places
from kg.resolution.posts import PostReader
from kg.resolution.shortening import CountBeginning, join_acronyms, join_short_names
from kg.resolution.variants import join_variants

_PLACES = ("country", "city", "province", "region")
_PLACED = frozenset(["place", "facility", "zone", "project"])


@dataclass(frozen=True, slots=True)
class Marks:
    """What tells things of one name apart.

    `ties` are found with one thing only, `contradict` says that two can hardly be one, `reason` is why
    they then stay apart; what has no ties joins the only group there is if `loose`.
    """

    ties: Callable[[int], frozenset[str]]
    contradict: Callable[[int, int], bool]
    reason: str
    loose: bool


class Grouping:
    """Joins the clusters of a component, which must be in their order (document, place, type)."""

    def __init__(
        self,
        clusters: Sequence[Cluster],
        keys: KeyMaker,
        find_known: FindKnown,
        bonds: Bonds,
        count: CountBeginning,
    ) -> None:
        self.clusters = clusters
        self.keys = keys
        self.find_known = find_known
        self.places = PlaceReader(keys.ontology, find_known)
        self.posts = PostReader(keys.ontology, find_known)
        self.families = [keys.find_family(c.type) for c in clusters]
        self.homes = [self.places.find_home(c) if not c.known_as else None for c in clusters]
        self.joining = Joining(clusters, bonds)
        self._join_known()
        self._join_names()
        join_places(self.joining, keys, self.places, find_known)
        join_variants(self.joining, keys)
        join_acronyms(self.joining, keys, self.places, self.homes)
        join_short_names(self.joining, keys, self.is_telling, count)

    def _join_known(self) -> None:
        buckets: dict[str, list[int]] = defaultdict(list)
        for n, cluster in enumerate(self.clusters):
            if cluster.known_as and not self.keys.stands_alone(cluster):
                buckets[cluster.known_as].append(n)
        for bucket in buckets.values():
            self._join_all(bucket, 0.95, "known name")

    def _join_names(self) -> None:
        """Equal normal forms of one family; of organizations also without legal form, or place."""
        full: dict[tuple[str, str], list[int]] = defaultdict(list)
        core: dict[tuple[str, str], list[int]] = defaultdict(list)
        local: dict[tuple[str, str], list[int]] = defaultdict(list)
        for n, cluster in enumerate(self.clusters):
            form = self.keys.find_form(cluster)
            if form is None or (cluster.known_as and self.families[n] != "organization"):
                continue
            full[self.families[n], form].append(n)
            if self.families[n] == "organization":
                core[self.families[n], strip_legal_forms(cluster.names[0])].append(n)
                for name in self.places.find_local_names(cluster) if self.homes[n] else ():
                    local[name, self.homes[n] or ""].append(n)
        for (_, _), bucket in sorted(local.items()):
            self._join_all(bucket, 0.9, "same name of a body of one place")
        for (family, form), bucket in sorted(full.items()):
            self._join_marked(bucket, family, form, 0.95, "same normal form")
        for (family, form), bucket in sorted(core.items()):
            if len(bucket) > 1 and self.is_telling(form):
                self._join_marked(bucket, family, form, 0.9, "same name but for the legal form")

    def _join_all(self, bucket: Iterable[int], score: float, reason: str) -> None:
        """Joins each with the first that no pin keeps apart from it."""
        firsts: list[int] = []
        for n in bucket:
            other = next((k for k in firsts if self.joining.find_clash(k, n) is None), None)
            if other is None:
                firsts.append(n)
            else:
                self.joining.join(other, n, score, reason)

    def is_telling(self, form: str) -> bool:
        """Whether a short form names hardly anything else: no common words, no known place."""
        slug = format_slug(form)
        return not is_generic(form) and not any(self.find_known(f"{k}/{slug}") for k in _PLACES)

    def _join_marked(
        self, bucket: Sequence[int], family: str, form: str, score: float, reason: str
    ) -> None:
        """Joins things of one name, except where marks keep them apart."""
        if len(bucket) < 2:
            return
        marks = self._find_marks(family, form)
        if marks is None:
            self._join_all(bucket, score, reason)
            return
        ties = {n: marks.ties(n) for n in bucket}
        anchored = [n for n in bucket if ties[n]]
        floating = [n for n in bucket if not ties[n]]
        self._join_tied(anchored, ties, score, reason)
        firsts = self._join_compatible(anchored, marks, score, reason)
        if not firsts:
            self._join_all(floating, score, reason)
        elif len(firsts) == 1 and marks.loose:
            self._join_all([firsts[0], *floating], score - 0.1, reason)
        else:
            firsts += [numbers[0] for numbers in self.joining.list_members(floating).values()]
        self.joining.keep_apart(firsts if len(firsts) > 1 else (), 0.8, marks.reason)

    def _find_marks(self, family: str, form: str) -> Marks | None:
        if family == "person":
            return Marks(
                lambda n: self.posts.list_ties(self.clusters[n]),
                lambda a, b: self.posts.contradict(self.clusters[a], self.clusters[b]),
                "one name, but posts that one person can hardly hold at one time",
                True,
            )
        if family == "organization":
            return Marks(
                lambda n: frozenset({home}) if (home := self.homes[n]) else frozenset(),
                lambda a, b: self.homes[a] != self.homes[b],
                "one name, but of other places, or of one that the text does not tell",
                is_specific(form),
            )
        if family in _PLACED:
            return Marks(
                lambda n: self.places.list_containers(self.clusters[n]),
                lambda a, b: self.places.contradict(self.clusters[a], self.clusters[b]),
                "one name, but told to lie in other places",
                True,
            )
        return None

    def _join_tied(
        self, anchored: Sequence[int], ties: Mapping[int, Set[str]], score: float, reason: str
    ) -> None:
        """Joins what shares a tie."""
        by_tie: dict[str, list[int]] = defaultdict(list)
        for n in anchored:
            for tie in ties[n]:
                by_tie[tie].append(n)
        for _, numbers in sorted(by_tie.items()):
            self._join_all(numbers, score, reason)

    def _join_compatible(
        self, anchored: Sequence[int], marks: Marks, score: float, reason: str
    ) -> list[int]:
        """Joins groups of which no two contradict each other; the first cluster of each that is left.

        Where one fits two that contradict each other, nothing says with which it goes.
        """
        groups = list(self.joining.list_members(anchored).values())
        fits = {
            k: {
                m
                for m in range(len(groups))
                if m != k and not any(marks.contradict(a, b) for a in groups[k] for b in groups[m])
            }
            for k in range(len(groups))
        }
        for k, others in fits.items():
            if all(fits[m] | {m} == others | {k} for m in others):
                for m in others:
                    self.joining.join(groups[k][0], groups[m][0], score - 0.15, reason)
        return [numbers[0] for numbers in self.joining.list_members(anchored).values()]
