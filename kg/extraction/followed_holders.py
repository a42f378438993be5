"""Who is followed in a post by somebody: "[X] will be succeeded by Y, head of A and chair of B" has neither post."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.dropping import drop_false
from kg.model.mention import Mention

_POSTS = frozenset(["holdsPost"])
_FOLLOWING = frozenset(
    ["succeeded", "replaced", "followed", "nominated", "welcomed", "joined", "interviewed"]
)
_DOING = frozenset(
    ["is", "was", "are", "has", "had", "will", "became", "becomes", "remains", "served"]
)
_PERSONS = ("Person", "Official")
_REACH = 6  # tokens from a name to the passive verb behind it


def drop_followed(candidates: list[Candidate], arguments: ArgumentFinder) -> list[Candidate]:
    """The candidates without posts told behind the one by whom the holder is followed."""
    return drop_false(candidates, _POSTS, lambda c, body: _is_followed(c.subject, body, arguments))


def _is_followed(person: Mention, body: Mention, arguments: ArgumentFinder) -> bool:
    if person not in arguments.ranges or body not in arguments.ranges:
        return False
    (_, end), (start, _) = arguments.ranges[person], arguments.ranges[body]
    words = arguments.parse.words
    reach = range(end, min(end + _REACH, start))
    by = next((k + 1 for k in reach if words[k] in _FOLLOWING and words[k + 1] == "by"), None)
    if by is None:
        return False
    others = [
        k
        for k in range(by + 1, start)
        for m in arguments.by_token.get(k, ())
        if arguments.fits(m, _PERSONS) and arguments.ranges[m][0] == k
    ]
    behind = words[others[0] : start] if others else []
    beside = "," in behind and "as" not in behind[: behind.index(",")]
    return beside and _DOING.isdisjoint(behind)  # "X, who was followed by Y, is now chair of Z"
