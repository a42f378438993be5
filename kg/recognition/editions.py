"""Editions of occasions: the year or ordinal before a name, the year or place behind it."""

from kg.recognition.gazetteer import GazetteerMatch
from kg.recognition.tokens import Tokens

_DATED = frozenset(["plan", "vision", "agenda", "strategy", "roadmap", "act", "bill", "budget"])


def fit_edition(
    tokens: Tokens,
    start: int,
    end: int,
    kind: str,
    known: dict[int, tuple[int, GazetteerMatch]],
) -> tuple[int, int]:
    """A leading year or ordinal belongs to events and plans only; a place in brackets joins the name."""
    if kind not in {"Event", "Agreement"}:
        while start < end - 1 and tokens.words[start][:1].isdigit():
            start += 1
    dated = kind == "Event" or tokens.lower[end - 1] in _DATED
    if dated and end < len(tokens.words) and is_year(tokens.words[end]):
        end += 1  # "Smart Harbour Summit 2026", "National Development Plan 2030"
    if kind in {"Event", "Company"} and end + 2 < len(tokens.words) and tokens.lower[end] == "(":
        close = known[end + 1][0] if end + 1 in known else None
        acronym = "".join(w[0] for w in tokens.words[start:end] if w[:1].isupper())
        declared = tokens.words[end + 1] == acronym  # "Public Investment Fund (PIF)"
        if close is not None and tokens.lower[close] == ")" and not declared:
            return start, close + 1
    return start, end


def is_year(word: str) -> bool:
    """Whether a word is a year of these two centuries."""
    return len(word) == 4 and word.isdigit() and word[:2] in {"19", "20"}
