"""What a noun in apposition is said of: "A, the arm of B", and not "X, members of the Norvik Council and Y"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.extraction.clausing import ClauseBuilder

# people told by their plural alone, who are others than the one name before them
_CROWDS = frozenset(
    "member official representative delegate executive leader envoy expert director minister head".split()  # noqa: SIM905
)


def find_hosts(builder: ClauseBuilder, first: int, noun: int, told: int) -> list[int]:
    """Those of the heads from `first` on, before an apposed noun, that `told` is said of: it or one joined to it."""
    hosts, parse = builder.spread_from(first), builder.parse
    owned = told != noun and any(parse.deps[c] == "poss" for c in parse.children[told])
    if owned and parse.tags[noun][:3] == "NNP":
        return []  # "between A, [B] and Tarn's Velmo mining [company]": a row of names
    if parse.tags[noun] == "NN":  # "A, the arm of B, and C": A alone is the arm
        return [host for host in hosts if host < noun]
    crowd = parse.tags[noun] == "NNS" and parse.lemmas[noun] in _CROWDS
    alone = len(hosts) == 1 and parse.tags[hosts[0]] == "NNP"
    return [] if crowd and alone else list(hosts)
