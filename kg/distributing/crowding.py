"""Steps that bring together what tells the same (crowds), and crowds that share keys (components)."""

from collections import Counter, defaultdict

from pydantic import TypeAdapter

from kg.distributing.reading import Answer, load_repeated
from kg.distributing.site import Site
from kg.model.cluster import Cluster, Crowd
from kg.model.document import Span
from kg.resolution.crowds import make_crowd

_CLUSTER = TypeAdapter(Cluster)
CROWD = TypeAdapter(Crowd)


def gather_crowds(site: Site, number: int) -> Answer:
    """Makes crowds of the clusters that tell the same, and hands on their keys."""
    repeated, resolver = load_repeated(site), site.make_resolver()
    commons: dict[str, str] = {}
    standing: dict[str, list[tuple[str, Span]]] = defaultdict(list)
    partitions: dict[str, list[int]] = defaultdict(list)
    for digest, partition, common, places in site.collect("cluster", site.partitions, number):
        out = repeated.get(partition, ())
        own = [(name, Span(start, end)) for place, name, start, end in places if place not in out]
        if own:
            commons[digest] = common
            standing[digest] += own
            partitions[digest].append(partition)
    keys, words = site.sort(), site.sort()
    counts: Counter[str] = Counter()
    kept = []
    for digest in sorted(commons):
        own, common = standing[digest], _CLUSTER.validate_json(commons[digest])
        crowd = make_crowd(common, min(own), [name for name, _ in own])
        kept.append([digest, CROWD.dump_json(crowd).decode(), partitions[digest]])
        for key in resolver.list_keys(crowd.first):
            keys.add(key, [key, digest])
        counts.update(resolver.list_beginnings(crowd.first))
        for form in resolver.list_short_forms(crowd.first):
            words.add(form, [form, 0, digest])
    for beginning, size in sorted(counts.items()):
        words.add(beginning, [beginning, size, None])
    site.keep("crowds", number, kept)
    site.hand_on("key", number, keys)
    site.hand_on("words", number, words)
    return {"crowds": len(kept)}


def count_beginnings(site: Site, number: int) -> Answer:
    """Tells the crowds that may be called by a short name how many names begin so."""
    counts: Counter[str] = Counter()
    asked: dict[str, list[str]] = defaultdict(list)
    for words, size, digest in site.collect("words", site.buckets, number):
        counts[words] += size
        if digest is not None:
            asked[words].append(digest)
    answers = site.sort()
    for words, digests in sorted(asked.items()):
        for asking in digests:
            answers.add(asking, [asking, words, counts[words]])
    site.hand_on("count", number, answers)
    return {}


def tie_by_keys(site: Site, number: int) -> Answer:
    """Edges between the crowds that share a key: each is tied to the least of them."""
    least: dict[str, str] = {}
    sharing: dict[str, list[str]] = defaultdict(list)
    for key, digest in site.collect("key", site.buckets, number):
        sharing[key].append(digest)
        least[key] = min(digest, least.get(key, digest))
    edges = {(d, least[key]) for key, own in sharing.items() for d in own if d != least[key]}
    _hand_on_both_ways(site, "edge-0", number, edges)
    return {}


def _hand_on_both_ways(site: Site, kind: str, number: int, edges: set[tuple[str, str]]) -> None:
    sorter = site.sort()
    for left, right in sorted(edges):
        sorter.add(left, [left, right])
        sorter.add(right, [right, left])
    site.hand_on(kind, number, sorter)


def _gather_neighbours(site: Site, kind: str, number: int) -> dict[str, set[str]]:
    neighbours: dict[str, set[str]] = defaultdict(set)
    for node, other in site.collect(kind, site.buckets, number):
        neighbours[node].add(other)
    return neighbours


def tie_larger(site: Site, number: int, turn: int) -> Answer:
    """Ties the larger neighbours of each crowd to the least of them; tells how many were in between.

    With the next step, in turns, until there is none in between: connected components by "large star,
    small star" (Kiveris and others, 2014). Then each crowd is tied to the least of its component alone.
    """
    neighbours = _gather_neighbours(site, f"edge-{turn}", number)
    between, roots = 0, []
    sorter = site.sort()
    for node, others in sorted(neighbours.items()):
        least = min(node, *others)
        between += least < node and len(others) > 1
        roots.append([node, least])
        for other in sorted(others):
            if other > node:
                sorter.add(other, [other, least])
    site.keep(f"root-{turn}", number, roots)
    site.hand_on(f"larger-{turn}", number, sorter)
    return {"between": between}


def tie_smaller(site: Site, number: int, turn: int) -> Answer:
    """Ties each crowd and its smaller neighbours to the least of them."""
    neighbours = _gather_neighbours(site, f"larger-{turn}", number)
    edges = set()
    for node, others in neighbours.items():
        least = min(others)
        edges |= {(other, least) for other in (node, *others) if other != least}
    _hand_on_both_ways(site, f"edge-{turn + 1}", number, edges)
    return {}


def gather_components(site: Site, number: int, turn: int) -> Answer:
    """Hands the crowds on to where their component is resolved, as the last turn has them."""
    roots: dict[str, str] = dict(site.take(f"root-{turn}", number))
    counts: dict[str, dict[str, int]] = defaultdict(dict)
    for digest, words, size in site.collect("count", site.buckets, number):
        counts[digest][words] = size
    sorter = site.sort()
    for digest, crowd, partitions in site.take("crowds", number):
        root = str(roots.get(digest, digest))
        sorter.add(root, [root, digest, crowd, partitions, counts.get(digest, {})])
    site.hand_on("component", number, sorter)
    return {}
