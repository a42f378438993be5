"""What a noun in apposition is said of: "A, the arm of B", and not "X, members of the Norvik Council and Y"."""

from collections.abc import Sequence

from kg.model.parse import Parse

# people told by their plural alone, who are others than the one name before them
_CROWDS = frozenset(
    "member official representative delegate executive leader envoy expert director minister head".split()  # noqa: SIM905
)


def find_hosts(hosts: Sequence[int], noun: int, parse: Parse) -> list[int]:
    """Those of the heads before an apposed noun that it is said of."""
    if parse.tags[noun] == "NN":  # "A, the arm of B, and C": A alone is the arm
        return [host for host in hosts if host < noun]
    crowd = parse.tags[noun] == "NNS" and parse.lemmas[noun] in _CROWDS
    alone = len(hosts) == 1 and parse.tags[hosts[0]] == "NNP"
    return [] if crowd and alone else list(hosts)
