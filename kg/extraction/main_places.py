"""The town or state that a document is about."""

from collections import Counter

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.only_told import read_key
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
    firsts = [arguments.find_first(m) for m in told]
    first = min(firsts, key=lambda m: m.span)
    counts = Counter(read_key(m, arguments) for m in firsts)
    most = counts.pop(read_key(first, arguments))
    if not counts or (most >= _MAIN and most >= _OUTNUMBERING * max(counts.values())):
        return first
    return None
