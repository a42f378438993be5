"""Who is said to hold a post: "X is deputy minister", "X was named as the new governor", "Chairman X"."""

from collections.abc import Container, Mapping

from kg.lexicon import load_lexicon
from kg.recognition.family_names import is_nobody_behind
from kg.recognition.post_deeds import may_be_of_body, takes_post
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
_FIRMS_BY_LINK = load_lexicon("posts").get_mapping("firms_too")
_REACH = 8  # tokens from the name to the title
_FIRMS_TOO = frozenset(  # what is said of firms as well: "Norvik is the owner of"
    "owner leader partner manager operator founder member chief lead head receiver controller".split()  # noqa: SIM905
)


def tells_holder(tokens: Tokens, start: int, end: int, post_starts: Mapping[int, PostSpan]) -> bool:
    """Whether it is said that a name of several words has, takes or leaves a post."""
    told = end - start > 1 and is_said_to_hold(tokens, end, post_starts)
    return told or (end - start > 1 and takes_post(tokens, start, end, post_starts))


def is_said_to_hold(tokens: Tokens, end: int, post_starts: Mapping[int, PostSpan]) -> bool:
    """Whether the words from `end` on, behind a name, say so of it."""
    k = end
    told = given = False
    while k < min(end + _REACH, len(tokens.words)):
        if k in post_starts and told:
            post = post_starts[k]
            own = tokens.lower[post.head] not in _FIRMS_TOO or _is_of_persons(tokens, post, given)
            return own and tokens.tags[post.head] != "NNS"
        word = tokens.lower[k]
        given = given or word in _GIVEN
        told = told or given or word in _BEING
        if not (word in _BEING or word in _HAVING or word in _GIVEN or word in _BETWEEN):
            return False
        k += 1
    return False


def _is_of_persons(tokens: Tokens, post: PostSpan, given: bool) -> bool:
    """ "was named head of", "is the general manager of", "a board member": what no firm is called so."""
    head = tokens.lower[post.head]
    seated = head == "member" and "board" in tokens.lower[post.start : post.head]
    named = seated or (given and head in {"head", "chief"})
    return named or (head == "manager" and not may_be_of_body(tokens, post))


def find_titled(
    tokens: Tokens,
    start: int,
    end: int,
    post_ends: Mapping[int, PostSpan],
    places: Container[int],
) -> str | None:
    """What a title in capitals right before makes of a name: a person, or a body with its head behind it.

    `places` are the tokens of known places: one of them may stand between, "CM Norvik X".
    """
    post = post_ends.get(start)
    if post is None and end - start > 1 and start - 1 in places:
        before = post_ends.get(start - 1)
        return "Person" if before and before.public and tokens.capital[before.head] else None
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


def is_of_firms(tokens: Tokens, post: PostSpan) -> bool:
    """ "Norvik, a leader in solar power", "Norvik, owner of the Zenda chain": what firms are as well."""
    head, behind = tokens.lower[post.head], post.head + 1
    if head not in _FIRMS_BY_LINK:
        return False
    return _FIRMS_BY_LINK[head] == tokens.lower_at(behind) and not (
        tokens.lower_at(behind) == "in" and tokens.tags[behind + 1 : behind + 2] == ["DT"]
    )
