"""Where something is had beside what is told: "based in Lima with offices in [Zenda and Tarn]"."""

from kg.extraction.arguments import ArgumentFinder

_JOINTS = frozenset(["and", ",", "the"])
_LINKS = frozenset(["in", "at", "near", "across", "throughout"])
_HAVING = frozenset(["with", "plus", "having"])
_BREAKING = frozenset([";", ".", "(", ")"])
_REACH = 9  # tokens from such a place back to "with"


def is_kept_apart(start: int, arguments: ArgumentFinder) -> bool:
    """Whether the place at `start` tells where things are that stand behind "with"."""
    parse = arguments.parse
    k = start - 1
    while k > 0 and (parse.words[k].lower() in _JOINTS or parse.tags[k][:3] == "NNP"):
        k -= 1
    if parse.words[k].lower() not in _LINKS:
        return False
    for j in range(k - 1, max(k - _REACH, -1), -1):
        if parse.words[j].lower() in _HAVING:
            return True
        if parse.words[j] in _BREAKING or parse.tags[j] in {"VBD", "VBZ", "VBP", "VBN", "IN"}:
            return False
    return False
