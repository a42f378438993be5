"""Who is said to hold a post: "X is deputy minister", "X was named as the new governor", "Chairman X"."""

from collections.abc import Mapping

from kg.recognition.family_names import is_nobody_behind
from kg.recognition.post_rows import PostSpan
from kg.recognition.tokens import Tokens

_BEING = frozenset(["is", "was", "became", "becomes", "remains"])
_HAVING = frozenset(["has", "had", "will"])
_GIVEN = frozenset(
    [
        "named",
        "appointed",
        "elected",
        "reappointed",
        "re-elected",
        "reelected",
        "sworn",
        "picked",
        "nominated",
        "installed",
    ]
)
_BETWEEN = frozenset(
    "been be as in to the a an its his her new next acting current also now presently then".split()  # noqa: SIM905
)
_REACH = 8  # tokens from the name to the title
_FIRMS_TOO = frozenset(  # what is said of firms as well: "Norvik is the owner of"
    "owner leader partner manager operator founder member chief lead head receiver controller".split()  # noqa: SIM905
)


def is_said_to_hold(tokens: Tokens, end: int, post_starts: Mapping[int, PostSpan]) -> bool:
    """Whether the words from `end` on, behind a name, say so of it."""
    k = end
    told = False
    while k < min(end + _REACH, len(tokens.words)):
        if k in post_starts and told:
            post = post_starts[k]
            return tokens.lower[post.head] not in _FIRMS_TOO and tokens.tags[post.head] != "NNS"
        word = tokens.lower[k]
        told = told or word in _BEING or word in _GIVEN
        if not (word in _BEING or word in _HAVING or word in _GIVEN or word in _BETWEEN):
            return False
        k += 1
    return False


def find_titled(
    tokens: Tokens, start: int, end: int, post_ends: Mapping[int, PostSpan]
) -> str | None:
    """What a title in capitals right before makes of a name: a person, or a body with its head behind it."""
    post = post_ends.get(start)
    if post is None or not tokens.capital[post.head]:
        return None
    if _is_led_acronym(tokens, start, end):
        return "GovernmentBody" if post.public else "Company"
    return None if is_nobody_behind(tokens, start, end) else "Person"


def _is_led_acronym(tokens: Tokens, start: int, end: int) -> bool:
    """ "Secretary [BOI] Jane Doe": letters behind a title, and whose title it is behind them."""
    letters = tokens.words[start]
    named = end - start == 1 and letters.isupper() and letters.isalpha() and len(letters) > 2
    return named and tokens.capital[end : end + 1] == [True] and tokens.words[end].istitle()
