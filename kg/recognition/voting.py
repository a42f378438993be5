"""Votes for the types of a name: by type, how much speaks for it."""


def vote(found: dict[str, float], kind: str, weight: float) -> None:
    """Adds to what speaks for a type, or takes from it."""
    found[kind] = found.get(kind, 0.0) + weight
