"""Variants of a person's name that are joined where both hold a post of one body, and only there."""

import itertools
from collections import defaultdict

from kg.resolution.joining import Joining
from kg.resolution.keys import KeyMaker
from kg.resolution.normal import normalize_name
from kg.resolution.romanizing import find_pinyin

_BORN_LATER = frozenset(["jr", "sr", "ii", "iii", "iv"])


def join_variants(joining: Joining, keys: KeyMaker) -> None:
    """Joins shorter names ("Robert Callahan") and Wade-Giles spellings of one with the same post."""
    buckets: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, cluster in enumerate(joining.clusters):
        for shared in keys.list_variant_keys(cluster):
            buckets[shared].append(n)
    for _, bucket in sorted(buckets.items()):
        for left, right in itertools.combinations(bucket, 2):
            reason = _compare(joining.clusters[left].names[0], joining.clusters[right].names[0])
            if reason is not None:
                joining.join(left, right, 0.85, f"{reason} of one with the same post")


def _compare(left: str, right: str) -> str | None:
    """What one name is of the other, None for neither."""
    forms = [normalize_name(name, "person") for name in (left, right)]
    for name, other in ((left, forms[1]), (right, forms[0])):
        wade = find_pinyin(name)
        if wade is not None and normalize_name(wade, "person") == other:
            return "Wade-Giles spelling"
    short, full = sorted((form.split() for form in forms), key=len)
    rest = iter(full)
    shorter = (
        2 <= len(short) < len(full)
        and all(word in rest for word in short)
        and not _BORN_LATER.intersection(full)
        and (short[-1] == full[-1] or short == full[: len(short)])
    )
    return "shorter name" if shorter else None
