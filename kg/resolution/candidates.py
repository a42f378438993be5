"""Candidates: names that are alike and that no rule joins, for people to decide in a ledger."""

from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher

from kg.resolution.joining import Joining
from kg.resolution.keys import KeyMaker
from kg.resolution.normal import is_acronym, normalize_name, strip_legal_forms

_CROWD = 40  # names that share a key: so many tell nothing
_ALIKE = 0.86  # of the letters of two names
_MOST = 5  # candidates told of one entity


def propose_candidates(joining: Joining, keys: KeyMaker) -> None:
    """Records, as refused, the pairs of groups whose names are alike; nothing is ever joined."""
    told = {
        frozenset(map(joining.find_root, (d.left, d.right)))
        for d in joining.decisions
        if not d.same
    }
    counts: dict[int, int] = defaultdict(int)
    for left, right, score, reason in _find_pairs(joining, keys):
        pair = frozenset((joining.find_root(left), joining.find_root(right)))
        if pair not in told and max(counts[left], counts[right]) < _MOST:
            told.add(pair)
            counts[left] += 1
            counts[right] += 1
            joining.keep_apart([left, right], score, f"candidate: {reason}")


def _find_pairs(joining: Joining, keys: KeyMaker) -> Iterator[tuple[int, int, float, str]]:
    """(cluster, cluster, score, reason), the likest first; one cluster stands for its group."""
    buckets: dict[str, set[int]] = defaultdict(set)
    for group in joining.list_groups():
        fullest = max(group, key=lambda n: _measure(joining, n))
        for key in keys.list_likeness_keys(joining.clusters[fullest]):
            buckets[key].add(fullest)
    found = {
        (left, right)
        for members in buckets.values()
        if len(members) <= _CROWD
        for left in members
        for right in members
        if left < right
    }
    judged = ((left, right, *_compare(joining, keys, left, right)) for left, right in found)
    return iter(sorted((j for j in judged if j[2]), key=lambda j: (-j[2], j[0], j[1])))


def _measure(joining: Joining, n: int) -> tuple[int, int, int]:
    name = joining.clusters[n].names[0] if joining.clusters[n].names else ""
    return len(name.split()), len(name), -n


def _compare(joining: Joining, keys: KeyMaker, left: int, right: int) -> tuple[float, str]:
    """How alike two names are, and in what; 0 where it is not worth telling."""
    clusters = (joining.clusters[left], joining.clusters[right])
    families = {keys.find_family(c.type) for c in clusters}
    if len(families) > 1 or all(c.known_as for c in clusters):
        return 0.0, ""
    family = families.pop()
    names = [c.names[0] for c in clusters]
    forms = [normalize_name(name, family) for name in names]
    ratio = round(SequenceMatcher(None, min(forms), max(forms), autojunk=False).ratio() * 0.6, 2)
    if family == "person":
        return ratio, "may be two spellings of one person's name"
    words = [strip_legal_forms(name).replace("|", " ").split() for name in names]
    short, full = sorted(words, key=len)
    if full[: len(short)] == short and not any(is_acronym(name) for name in names):
        return 0.4, "one name goes on where the other ends; it may be a part or another thing"
    return (ratio, "names written alike") if ratio >= _ALIKE * 0.6 else (0.0, "")
