"""Bodies that tell their land before their field: "State Committee of Ruritania for Forestry"."""

from collections.abc import Mapping

from kg.recognition.tokens import Tokens

_LINKS = frozenset(["for", "on"])
_HEADS = frozenset(
    ["committee", "commission", "agency", "ministry", "service", "council", "inspectorate"]
) | frozenset(["department", "directorate", "union", "federation", "association", "fund"])


def goes_on_with_field(
    tokens: Tokens, start: int, i: int, nxt: int, places: Mapping[int, int]
) -> bool:
    """Whether "for" or "on" at `i` leads from a body's land to its field, a word of the language."""
    if tokens.lower[i] not in _LINKS or nxt in places or not tokens.is_common(nxt):
        return False
    if tokens.headline[tokens.parse.sentence_of[i]]:
        return False
    of = next((k for k in range(start + 1, i) if tokens.lower[k] == "of"), None)
    if of is None or tokens.lower[of - 1] not in _HEADS or not tokens.capital[of - 1]:
        return False
    if of == i - 1:
        return False
    land = [k for k in range(of + 1, i) if tokens.lower[k] not in {"the", "of"}]
    known = any(places.get(k) == i for k in land) or not tokens.is_common(land[-1])
    return all(tokens.capital[k] for k in land) and known
