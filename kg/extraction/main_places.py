"""The town or state that a document is about."""

from collections import Counter

from kg.extraction.arguments import ArgumentFinder
from kg.model.mention import Mention, MentionKind

_MAIN = 3  # mentions of a place, for it to be what the document is about beside others
_OUTNUMBERING = 3  # times the mentions of the next one


def find_main_place(arguments: ArgumentFinder, kind: str) -> Mention | None:
    """The first mention of the only place of a kind; of several that which leads and is told most by far."""
    told = [
        m for m in arguments.recognized.mentions if m.kind is MentionKind.NAME and m.type == kind
    ]
    if not told:
        return None
    first = min((arguments.find_first(m) for m in told), key=lambda m: m.span)
    counts = Counter(_name(m, arguments) for m in told)
    name = _name(first, arguments)
    most = counts.pop(name)
    if not counts or (most >= _MAIN and most >= _OUTNUMBERING * max(counts.values())):
        return first
    return None


def _name(mention: Mention, arguments: ArgumentFinder) -> str:
    first = arguments.find_first(mention)
    return first.known_as or first.text
