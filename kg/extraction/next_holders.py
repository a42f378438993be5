"""Titles of whoever stands behind them: "Ports Minister X, [Trade Minister of Ruritania] Y": none of X's."""

from kg.extraction.arguments import ArgumentFinder
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind

_ADDRESSES = load_lexicon("names").get("honorifics") | load_lexicon("names").get("ranks")
_JOINTS = frozenset([",", "and"])
_FAR = 3  # tokens of how somebody is addressed


def is_of_next(person: Mention, body: Mention, arguments: ArgumentFinder) -> bool:
    """Whether a titled person is told before the title, and right behind its body another who has none else."""
    if person not in arguments.ranges or body not in arguments.ranges:
        return False
    (first, last), (start, end) = arguments.ranges[person], arguments.ranges[body]
    words = arguments.parse.words
    if last > start or words[last : last + 1] == [] or words[last] not in _JOINTS:
        return False
    if arguments.find_post_around(_pass_back(first - 1, arguments)) is None:
        return False
    behind = end
    while behind < min(end + _FAR, len(words)) and words[behind].lower() in _ADDRESSES | {"."}:
        behind += 1
    return any(
        m.kind is MentionKind.NAME
        and arguments.fits(m, ("Person",))
        and arguments.find_first(m) != arguments.find_first(person)
        for m in arguments.by_token.get(behind, ())
    )


def _pass_back(token: int, arguments: ArgumentFinder) -> int:
    """The token before how somebody is addressed: "Ports [Minister] Shri Dr. X"."""
    words, k = arguments.parse.words, token
    while k > max(token - _FAR, 0) and (words[k].lower() in _ADDRESSES or words[k] == "."):
        k -= 1
    return k
