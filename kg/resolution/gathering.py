"""Mentions of one document that are one thing: the chains of coreference."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kg.lexicon import load_lexicon
from kg.model.claim import Reading
from kg.model.cluster import Cluster, NameLink
from kg.model.mention import GUESS, OPEN, Coreference, Mention, MentionKind
from kg.ontology import Ontology
from kg.resolution.keys import COMMON_THINGS
from kg.resolution.known import FindKnown
from kg.resolution.normal import is_acronym
from kg.resolution.told import ToldFinder

_NAMING = frozenset([MentionKind.NAME, MentionKind.ADJECTIVE])
_BESIDE = frozenset(["other name", "other script"])
_DECLARED = frozenset(["declared in brackets", "initials"])
_WORDS = load_lexicon("nominals")
_TAKING_UP = (
    _WORDS.get("undertakings") | _WORDS.get("any_facility") - {"plant", "complex"} | {"venture"}
)


class _Union:
    """Union-find over hashable items; the smallest item is the root, so that order does not matter."""

    def __init__(self) -> None:
        self.parent: dict[Mention, Mention] = {}

    def find(self, item: Mention) -> Mention:
        self.parent.setdefault(item, item)
        while self.parent[item] != item:
            self.parent[item] = self.parent[self.parent[item]]
            item = self.parent[item]
        return item

    def join(self, left: Mention, right: Mention) -> None:
        a, b = self.find(left), self.find(right)
        if a != b:
            low, high = sorted((a, b), key=_place)
            self.parent[high] = low


def _place(mention: Mention) -> tuple[int, int, str]:
    return mention.span.start, -mention.span.end, mention.type


def gather_clusters(reading: Reading, ontology: Ontology, find_known: FindKnown) -> list[Cluster]:
    """The document's things in text order; nominals and guesses only where a claim speaks of them.

    A pure function of the reading (and of the gazetteer, which tells the country of a place): what it
    gives can be kept and handed to resolve_clusters later.
    """
    used = _used_mentions(reading)
    union = _Union()
    for mention in reading.mentions:
        if mention.kind in _NAMING:
            union.find(mention)
    for mention in sorted(used, key=_place):
        union.find(mention)
    for link in reading.coreferences:
        union.join(link.mention, link.antecedent)
    groups: dict[Mention, list[Mention]] = defaultdict(list)
    for mention in sorted(union.parent, key=_place):
        groups[union.find(mention)].append(mention)
    links: dict[Mention, list[Coreference]] = defaultdict(list)
    for link in reading.coreferences:
        links[union.find(link.mention)].append(link)
    maker = _ClusterMaker(reading, ontology, find_known, used)
    same = {m: mentions for mentions in groups.values() for m in mentions}
    made = [maker.make(mentions, links[root], same) for root, mentions in groups.items()]
    return _tell_apart([cluster for cluster in made if cluster is not None])


def _tell_apart(clusters: list[Cluster]) -> list[Cluster]:
    """The clusters with each span in one alone, the last; a cluster without any is none."""
    owner = {
        span: n
        for n in sorted(
            range(len(clusters)), key=lambda n: (clusters[n].spans[0], clusters[n].type)
        )
        for span in clusters[n].spans
    }
    if len(owner) == sum(len(cluster.spans) for cluster in clusters):
        return clusters
    kept = (
        replace(cluster, spans=tuple(s for s in cluster.spans if owner[s] == n))
        for n, cluster in enumerate(clusters)
    )
    return [cluster for cluster in kept if cluster.spans]


def _used_mentions(reading: Reading) -> set[Mention]:
    """Mentions of things that claims speak of."""
    return {m for claim in reading.claims for m in claim.list_mentions() if m.value is None}


class _ClusterMaker:
    """Makes the clusters of a reading."""

    def __init__(
        self, reading: Reading, ontology: Ontology, find_known: FindKnown, used: set[Mention]
    ) -> None:
        self.reading = reading
        self.ontology = ontology
        self.used = used
        self.told = ToldFinder(reading, ontology, find_known)
        self.country = self.told.find_main_country()
        published = reading.document.published
        self.issued = published.isoformat() if published else None

    def make(
        self,
        mentions: Sequence[Mention],
        links: Sequence[Coreference],
        same: Mapping[Mention, Sequence[Mention]],
    ) -> Cluster | None:
        """The cluster of coreferent mentions; None where nothing makes them a thing."""
        names = [m for m in mentions if m.kind is MentionKind.NAME]
        known = sorted({m.known_as for m in mentions if m.known_as})
        sure = known or any(m.origin != GUESS for m in names)
        if not sure and not self.used.intersection(mentions):
            return None
        beside = {k.mention for k in links if k.reason in _BESIDE}
        shown = (
            [m for m in names if m not in beside]
            or names
            or [m for m in mentions if m.kind is MentionKind.NOMINAL and m.origin != OPEN]
        )
        if not shown and not known:
            return None
        kind = choose_type((m.type for m in (names or mentions) if m.type), self.ontology)
        person = self.ontology.is_a(kind, "Person")
        ordered = _order_names((m.text for m in shown), named=bool(names))
        ordered, placed = self._add_places(ordered, () if names or known or person else shown, kind)
        posts = self.told.find_posts(mentions, same) if person else ()
        return Cluster(
            document=self.reading.document.identifier,
            spans=tuple(m.span for m in mentions),
            type=kind,
            names=ordered,
            declared=tuple(sorted({k.mention.text for k in links if k.reason in _DECLARED})),
            others=(*_order_names(m.text for m in beside), *placed),
            known_as=next((k for k in known if not self.told.is_elsewhere(k, mentions)), None),
            links=(*_tell_links(links), *_tell_choices(mentions)),
            nominal=not (names or known),
            posts=posts,
            places=() if person else self.told.find_places(mentions),
            country=None if person else self._find_country(kind, ordered),
            issued=self.issued if posts else None,
        )

    def _add_places(
        self, names: tuple[str, ...], nameless: Iterable[Mention], kind: str
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What a thing without a name is called with its place, and the other such names.

        "plant in Porto": where another in Lisbon is told of, "plant" would name neither.
        """
        known = self.ontology.find_type(kind)
        if known is not None and known.family in COMMON_THINGS:
            return names, ()
        nameless = list(nameless)
        placed = _order_names(n for m in nameless if (n := self.told.find_placed_name(m)))
        first = tuple(name for name in placed if name.startswith(names[0]))
        ordered = _order_names(n for m in nameless if (n := self.told.find_ordered_name(m)))
        return (*first, *names), (*(name for name in placed if name not in first), *ordered)

    def _find_country(self, kind: str, names: Sequence[str]) -> str | None:
        """The country that the document is about, for what a rule may place by it."""
        body = self.ontology.is_a(kind, "GovernmentBody")
        return self.country if body or (names and is_acronym(names[0])) else None


def _tell_links(links: Iterable[Coreference]) -> tuple[NameLink, ...]:
    """The links between different names; pronouns and repeated names tell nothing of identity."""
    told = {
        (k.mention.text, k.antecedent.text, k.reason, k.score)
        for k in links
        if k.mention.text != k.antecedent.text and k.mention.kind in _NAMING
    }
    return tuple(
        NameLink(name=name, antecedent=antecedent, reason=reason, score=score)
        for name, antecedent, reason, score in sorted(told)
    )


def _tell_choices(mentions: Iterable[Mention]) -> tuple[NameLink, ...]:
    """Why a name that several places have means this one."""
    told = {
        (m.text, m.choice.full, m.choice.reason, m.choice.score)
        for m in mentions
        if m.choice is not None and m.known_as is not None
    }
    return tuple(
        NameLink(name=name, antecedent=full, reason=reason, score=score)
        for name, full, reason, score in sorted(told)
    )


def _order_names(texts: Iterable[str], *, named: bool = True) -> tuple[str, ...]:
    """Distinct names, the fullest (most words, then longest, then most frequent) first.

    Of what has no name the words that only take it up are last: "bridge" stands before "project".
    """
    counts = Counter(_clean(text) for text in texts)
    counts.pop("", None)
    ordered = sorted(counts, key=lambda t: (-len(t.split()), -len(t), -counts[t], t))
    if not named:
        ordered.sort(key=lambda text: text.islower() and text.split()[-1] in _TAKING_UP)
    return tuple(ordered)


def _clean(text: str) -> str:
    words = text.replace("\n", " ").split()
    if len(words) > 1 and words[0].lower() in {"the", "a", "an"}:
        words = words[1:]
    return " ".join(words)


def choose_type(kinds: Iterable[str] | Counter[str], ontology: Ontology) -> str:
    """The commonest of the most specific types, as listed or counted; an Official stays one, ties go by name."""
    counts = Counter(kinds)
    if len(counts) < 2:
        return next(iter(counts), "")
    if "Official" in counts:
        return "Official"
    total = {
        kind: sum(n for other, n in counts.items() if ontology.is_a(kind, other)) for kind in counts
    }
    return min(total, key=lambda kind: (-total[kind], -len(ontology.lineage(kind)), kind))
