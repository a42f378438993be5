""" "Our company will open a mill," said X, head of Norvik: a speaker's own firm is the body of his post."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind

if TYPE_CHECKING:
    from kg.extraction.arguments import ArgumentFinder
    from kg.extraction.candidate import Candidate

_FIRMS = load_lexicon("nominals").get("said_firms")
_OWN = frozenset(["our", "my"])


def is_said_firm(mention: Mention, arguments: ArgumentFinder) -> bool:
    """Whether it is the nameless firm right behind "our" or "my", and no "sister company"."""
    if mention.kind is not MentionKind.NOMINAL or mention not in arguments.ranges:
        return False
    start, end = arguments.ranges[mention]
    parse = arguments.parse
    return (
        end == start + 1
        and start > 0
        and parse.words[start - 1].lower() in _OWN
        and parse.lemmas[start].lower() in _FIRMS
    )


def find_own_firm(pronoun: Mention, arguments: ArgumentFinder) -> Mention | None:
    """The firm right behind such a possessive."""
    behind = arguments.by_token.get(arguments.ranges[pronoun][1], ())
    return next((m for m in behind if is_said_firm(m, arguments)), None)


def put_firms(
    candidates: list[Candidate], firms: dict[Mention, Mention], arguments: ArgumentFinder
) -> None:
    """The candidates made of such firms, said of the bodies that they are; those of others are dropped."""
    kept = []
    for candidate in candidates:
        candidate.subject = firms.get(candidate.subject, candidate.subject)
        if isinstance(candidate.object, Mention):
            candidate.object = firms.get(candidate.object, candidate.object)
        sides = (candidate.subject, candidate.object)
        if not any(
            isinstance(side, Mention)
            and side not in arguments.resolved
            and is_said_firm(side, arguments)
            for side in sides
        ):
            kept.append(candidate)
    candidates[:] = kept
