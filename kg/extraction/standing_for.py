"""What a noun stands for beside itself: the name before it, what it is an amount of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.model.mention import Mention, MentionKind

if TYPE_CHECKING:
    from kg.extraction.arguments import ArgumentFinder

_NAMING = frozenset([MentionKind.NAME, MentionKind.ADJECTIVE])
_HEADING = frozenset(["board", "management"])  # "[its] board approved a plan to build"
_BEFORE = frozenset(["compound", "amod", "nmod", "poss"])


def find_modifying(token: int, types: tuple[str, ...], arguments: ArgumentFinder) -> Mention | None:
    """ "the Ruritanian side", "X officials": the name before the noun."""
    parse = arguments.parse
    for child in parse.children[token]:
        if parse.deps[child] not in _BEFORE:
            continue
        for mention in arguments.by_token.get(child, ()):
            heading = mention.kind is MentionKind.PRONOUN and parse.lemmas[token] in _HEADING
            if (mention.kind in _NAMING or heading) and arguments.fits(mention, types):
                return mention
    return None


def is_in_name(token: int, arguments: ArgumentFinder) -> bool:
    """Whether a word is a part of a name of several words: "Norvik [Shipping]", "the Norvik [Group] of Peru"."""
    return any(
        m.kind is MentionKind.NAME and arguments.ranges[m] != (token, token + 1)
        for m in arguments.by_token.get(token, ())
    )


def list_holders(token: int, arguments: ArgumentFinder) -> frozenset[MentionKind]:
    """The kinds of mentions that a noun may stand inside of and still be named by none of them.

    "largest producer of [tea]", "3 tonnes of [tea] a year": what is made or measured.
    """
    parse = arguments.parse
    measured = parse.lemmas[parse.heads[token]] == "of"
    quantity = [MentionKind.QUANTITY] if measured else []
    return frozenset([MentionKind.POST, *quantity])


def tells_seat(end: int, words: Sequence[str]) -> bool:
    """Whether a place that ends before a token is the seat of what follows: "Lodz, Poland-based X", "Lima based X"."""
    if words[end : end + 1] == ["based"]:
        return "".join(words[end + 1 : end + 2])[:1].isupper()
    return words[end : end + 1] == [","] and "based" in words[end + 3 : end + 6]
