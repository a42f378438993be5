"""Components that are found in turns by many tasks are those that one look at all keys finds."""

import random
from pathlib import Path

import pytest

from kg.distributing.crowding import tie_by_keys, tie_larger, tie_smaller
from kg.distributing.site import Site
from kg.pipeline import BuildOptions
from kg.resolution.keys import find_components

BUCKETS = 3


def _find_roots(site: Site) -> dict[str, str]:
    for n in range(BUCKETS):
        tie_by_keys(site, n)
    turn = 0
    while sum(tie_larger(site, n, turn)["between"] for n in range(BUCKETS)):
        for n in range(BUCKETS):
            tie_smaller(site, n, turn)
        turn += 1
    return dict(record for n in range(BUCKETS) for record in site.take(f"root-{turn}", n))


@pytest.mark.parametrize("seed", range(6))
def test_crowds_that_share_keys_over_others_have_one_root(seed: int, tmp_path: Path) -> None:
    """In chains of many, in stars, and alone."""
    chosen = random.Random(seed)  # noqa: S311  a fixed graph, no secret
    names = [f"{chosen.getrandbits(64):016x}" for _ in range(60)]
    keys: list[list[str]] = [[f"alone {n}"] for n in range(60)]
    for n in range(0, 25):  # a chain
        keys[n] += [f"chain {n}", f"chain {n + 1}"]
    for n in range(30, 55):
        keys[n] += [f"any {chosen.randrange(6)}"] * (seed % 2) + [f"some {chosen.randrange(20)}"]
    site = Site(
        options=BuildOptions(),
        output=str(tmp_path),
        work=".kg-0",
        made="",
        partitions=1,
        buckets=BUCKETS,
    )
    for task in range(BUCKETS):
        sorter = site.sort()
        for n in range(task, 60, BUCKETS):
            for key in keys[n]:
                sorter.add(key, [key, names[n]])
        site.hand_on("key", task, sorter)
    roots = _find_roots(site)
    found = [roots.get(name, name) for name in names]
    for component in find_components(keys):
        members = {names[n] for n in component}
        assert {found[n] for n in component} == {min(members)}
