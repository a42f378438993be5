"""Names that are given to what is told right before: "a venture called Norvik Wings", "a mill to be named Tarka"."""

from kg.recognition.tokens import Tokens

_GIVING = frozenset(
    ["called", "named", "dubbed", "christened", "titled", "codenamed", "baptised", "renamed"]
)
_KNOWN = (["known", "as"], ["branded", "as"], ["operating", "as"], ["trading", "as"])
_LINKS = frozenset(["which", "that", "is", "was", "will", "to", "be", "it", "has", "been"])
_LONGEST = 4  # such words: "which will be called"
_QUOTES = frozenset(['"', "“", "‘", "'", "``", "the", "The"])


def find_given(after: int, tokens: Tokens) -> int | None:
    """Where the name begins that is given to the noun before token `after`; None where none is."""
    words = tokens.lower
    k = after + (words[after : after + 1] == [","])
    linked = k
    while linked - k < _LONGEST and words[linked : linked + 1] and words[linked] in _LINKS:
        linked += 1
    if words[linked : linked + 1] and words[linked] in _GIVING:
        behind = linked + 1
    elif words[linked : linked + 2] in _KNOWN:
        behind = linked + 2
    else:
        return None
    if linked == after and tokens.tags[linked] != "VBN":
        return None  # "the company called Norvik on Monday"
    return behind + (words[behind : behind + 1] != [] and tokens.words[behind] in _QUOTES)
