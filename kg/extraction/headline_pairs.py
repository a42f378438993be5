"""Two that a headline joins by a comma alone: "Ruritania, Tarkistan hold talks in Zenda"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model.mention import Mention, MentionKind

if TYPE_CHECKING:
    from kg.extraction.arguments import ArgumentFinder

_PLURAL = frozenset(["VB", "VBP"])  # "A, B hold talks", but "A, B's capital, holds talks"


def find_headline_mate(
    first: Mention, types: tuple[str, ...], arguments: ArgumentFinder
) -> Mention | None:
    """The other one of such a pair that opens the sentence, if `first` is one of the two."""
    parse, (start, end) = arguments.parse, arguments.ranges[first]
    opening = parse.sentences[parse.sentence_of[start]][0]
    if start == opening:
        mate = (
            _find_name(end + 1, 0, first, types, arguments) if _is_comma(end, arguments) else None
        )
        return mate if mate and _acts(arguments.ranges[mate][1], arguments) else None
    if not (_is_comma(start - 1, arguments) and _acts(end, arguments)):
        return None
    mate = _find_name(start - 2, 1, first, types, arguments)
    return mate if mate and arguments.ranges[mate][0] == opening else None


def _is_comma(k: int, arguments: ArgumentFinder) -> bool:
    return arguments.parse.words[k : k + 1] == [","]


def _acts(k: int, arguments: ArgumentFinder) -> bool:
    """Whether a verb of several stands at a token, right behind the names."""
    parse = arguments.parse
    return (
        k < len(parse.words)
        and parse.tags[k] in _PLURAL
        and parse.words[k].lower() == parse.lemmas[k].lower()
    )


def _find_name(
    token: int, side: int, first: Mention, types: tuple[str, ...], arguments: ArgumentFinder
) -> Mention | None:
    """The name of the type of `first` that begins (0) or ends (1) at a token."""
    return next(
        (
            m
            for m in arguments.by_token.get(token, ())
            if m.kind is MentionKind.NAME
            and m.type == first.type
            and arguments.ranges[m][side] == token + side
            and arguments.fits(m, types)
        ),
        None,
    )
