"""Places of one name and type: with and without the word for the type, known and not."""

import itertools
from collections import defaultdict

from kg.resolution.elsewhere import lies_elsewhere
from kg.resolution.joining import Joining
from kg.resolution.keys import KeyMaker
from kg.resolution.known import FindKnown
from kg.resolution.places import PlaceReader


def join_places(
    joining: Joining, keys: KeyMaker, places: PlaceReader, find_known: FindKnown
) -> None:
    """ "Kalutara district" is the district "Kalutara", and the known one if just one is spoken of."""
    buckets: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, cluster in enumerate(joining.clusters):
        core = keys.find_place_core(cluster)
        if core is not None:
            buckets[cluster.type, core].append(n)
    for _, bucket in sorted(buckets.items()):
        known = {id_ for n in bucket if (id_ := joining.clusters[n].known_as)}
        if len(known) > 1:
            continue
        told = {
            own: n
            for n in bucket
            if joining.clusters[n].known_as is None
            and (own := places.list_containers(joining.clusters[n]))
        }
        wrong = any(
            lies_elsewhere(known_as, place, find_known)
            for known_as in known
            for own in told
            for place in own
        )
        clash = any(
            places.contradict(joining.clusters[a], joining.clusters[b])
            for a, b in itertools.combinations(told.values(), 2)
        )
        if not (wrong or clash):
            for n in bucket[1:]:
                joining.join(bucket[0], n, 0.9, "one name and type of place")
