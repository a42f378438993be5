"""Small letters inside names of persons: particles and second parts of given names."""

from collections.abc import Container

from kg.recognition.tokens import Tokens


def pass_particles(tokens: Tokens, i: int, limit: int, particles: frozenset[str]) -> int | None:
    """The capital behind two particles or one joined by a hyphen: "von der Tarne", "al-Tarni"."""
    if tokens.lower[i] not in particles or i + 2 >= limit:
        return None
    joined = tokens.words[i + 1] == "-" and tokens.touches(i) and tokens.touches(i + 1)
    if (joined or tokens.lower[i + 1] in particles) and tokens.capital[i + 2]:
        return i + 2
    return None


def find_given_name_end(
    tokens: Tokens, start: int, i: int, limit: int, tails: Container[str]
) -> int | None:
    """ "Choi Seung-woo": a small second part of a name of two words, but not "Norvik-led"."""
    if (
        tokens.words[i] != "-"
        or i + 1 >= limit
        or not (tokens.touches(i - 1) and tokens.touches(i))
    ):
        return None
    part = tokens.words[i + 1]
    if not part.isalpha() or len(part) > 6 or part in tails:
        return None
    return i + 2 if i - start >= 2 or not tokens.is_common(i + 1) else None


def is_clipped(tokens: Tokens, i: int) -> bool:
    """ "Tarnin' Donuts": an apostrophe behind a word that is no plural, and so no possessive."""
    clipped = tokens.words[i] in {"'", "’"} and tokens.touches(i - 1) and not tokens.touches(i)
    quoted = any(word in {"'", "‘", "`"} for word in tokens.words[max(i - 8, 0) : i])
    return clipped and not quoted and tokens.lower[i - 1][-1] not in "sxz"
