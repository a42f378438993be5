"""Names that tell of what kind other things are: "a number of Velm and Dawn games", "a Velm web series"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.lexicon import load_lexicon

if TYPE_CHECKING:
    from kg.extraction.arguments import ArgumentFinder

_TRIGGERS = load_lexicon("triggers")
_WORKS = _TRIGGERS.get("works")
_KINDS = _WORKS | _TRIGGERS.get("goods") | _TRIGGERS.get("wares")
_BETWEEN, _ROW = 3, 12  # tokens from a name to the kind behind it, and of a row of names
_CALLED = frozenset(["models", "model", "lines", "line", "brands", "range", "family"])
_LINKS = frozenset([",", "and", "or", "&", "-", "/"])
_DEFINITE = frozenset(
    ["the", "its", "their", "his", "her", "our", "this", "these", "'s", "’s", "'"]
)


def only_tells_kind(start: int, end: int, arguments: ArgumentFinder) -> bool:
    """Whether what stands behind the name from `start` to `end` is made, several or one of many.

    "The Dawn games" are called so, "games" or "a game" with a name before them only run on what it names.
    """
    kind = _find_kind(end, arguments)
    if kind is None:
        return False
    parse = arguments.parse
    several = parse.tags[kind] == "NNS"
    before = start - 1
    first = parse.sentences[parse.sentence_of[start]][0]
    while before > max(first, start - _ROW) and (
        parse.words[before] in _LINKS
        or parse.words[before][:1].isupper()
        or parse.tags[before][:2] in {"JJ", "CD"}
        or parse.words[before][1:2].isupper()
    ):
        before -= 1
    word = parse.words[before].lower()
    initials = parse.words[end - 1].isupper()  # "a BCG vaccine", and "a Dawn camera"
    one = word in {"a", "an"} and (initials or parse.words[kind] in _WORKS)
    return word not in _DEFINITE and (several or one)


def _find_kind(end: int, arguments: ArgumentFinder) -> int | None:
    """The noun for works or wares behind a name, past the rest of a row and what else describes it."""
    parse = arguments.parse
    limit = parse.sentences[parse.sentence_of[end - 1]][1]
    small = 0
    for k in range(end, min(end + _ROW, limit)):
        word = parse.words[k]
        if word in _LINKS or (not small and (word[:1].isupper() or word[1:2].isupper())):
            continue
        if not word.islower() or parse.tags[k][:2] not in {"NN", "JJ", "VB"} or small == _BETWEEN:
            return None
        if parse.words[k - 1] in _LINKS or word in _CALLED:
            return None  # "Dawn, and music videos", "Velm and Dawn models"
        small += 1
        behind = parse.tags[k + 1 : k + 2]
        if word in _KINDS and not (behind and behind[0].startswith("NN")):
            return k
    return None
