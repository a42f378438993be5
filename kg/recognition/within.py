"""Names that only name the thing around them: "Salar" in "the Salar copper mine"."""

from collections.abc import Sequence

from kg.model.mention import GUESS
from kg.ontology import Ontology
from kg.recognition.name import Name
from kg.recognition.nominals import Nominal
from kg.recognition.tokens import Tokens
from kg.recognition.way_names import name_pairs

_WAY = "TransportCorridor"
_HOLDERS = ("Facility", "Project", "EconomicZone")


def drop_inner_names(
    tokens: Tokens, names: list[Name], nominals: Sequence[Nominal], ontology: Ontology
) -> list[Name]:
    """The names without those that begin nominals of plants and projects and stand nowhere else.

    A firm that owns the plant is told elsewhere too; known names and headed ones stay. A way's name only
    names the way around it, and a project to build one is another thing.
    """
    holders = {
        nominal.start: nominal.head
        for nominal in nominals
        if any(ontology.is_a(nominal.type, kind) for kind in _HOLDERS)
    }
    ways = {nominal.start: nominal.head for nominal in nominals if nominal.type == _WAY}

    def is_inner(name: Name) -> bool:
        ends = name.type == _WAY and name.end - name.start > 2  # "the [A-B] lines", no "N3 highway"
        around = ways if ends else holders
        ranked = name.type == "Person" and ways.get(name.start - 1, -1) >= name.end
        if ranked and tokens.capital[name.start - 1]:
            return True  # "the Sheikh [Salem] highway"
        return name.origin in {"context", GUESS} and around.get(name.start, -1) >= name.end

    free = {tokens.slice(n.start, n.end) for n in names if not is_inner(n)}
    kept = [n for n in names if not is_inner(n) or tokens.slice(n.start, n.end) in free]
    return name_pairs(tokens, kept, ways, ontology)


def find_covered(spans: Sequence[Name]) -> frozenset[int]:
    """The last tokens of names inside longer ones: "southern [Ruritania]"."""
    return frozenset(
        inner.end - 1
        for inner in spans
        if any(
            s.start <= inner.start
            and inner.end <= s.end
            and s.end - s.start > inner.end - inner.start
            for s in spans
        )
    )
