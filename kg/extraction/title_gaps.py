"""Past the titles of posts beside a name, and what they are of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from kg.model.mention import Mention, MentionKind

if TYPE_CHECKING:
    from kg.extraction.arguments import ArgumentFinder

_BODIES = 2  # of a post: "head of the Trade Department of the Coast Authority"
_ROW = frozenset(["and", "&", ","])
_DESCRIBING = frozenset(["DT", "JJ", "RB", "PRP$"])
_LOCAL = frozenset(
    "provincial municipal city district county regional state national local central federal".split()  # noqa: SIM905
)
_OF_BODY = (["of"], ["at"], ["for"], ["to"], ["in"])


def skip_title(position: int, arguments: ArgumentFinder) -> int:
    """The token after a post and its body: "Norvik Group chairman [X]", "the head of the Tarka Institute [X]"."""
    words, end = arguments.parse.words, position + (arguments.parse.tags[position:][:1] == ["DT"])
    body = _longest_from(end, arguments)
    if body is not None and body.kind is not MentionKind.POST:
        end = arguments.ranges[body][1]
        end += words[end : end + 1] in (["'s"], ["’s"])
    post = _longest_from(end, arguments)
    if post is None or post.kind is not MentionKind.POST:
        return position
    end = arguments.ranges[post][1]
    for _ in range(_BODIES):
        after = end + 1 + (words[end + 1 : end + 2] == ["the"])
        after += words[after : after + 1] != [] and words[after] in _LOCAL
        body = _find_body(after, arguments) if words[end : end + 1] in _OF_BODY else None
        if body is None or arguments.fits(body, ("Person",)):
            break
        end = arguments.ranges[body][1]
    return end + (words[end : end + 1] == [","])


def find_titled(token: int, types: tuple[str, ...], arguments: ArgumentFinder) -> Mention | None:
    """ "[the president] of Peru, X, signed": the name behind a title, which the parse hangs on the body."""
    posts = (m for m in arguments.by_token.get(token, ()) if m.kind is MentionKind.POST)
    start = next((arguments.ranges[m][0] for m in posts if arguments.ranges[m][1] == token + 1), -1)
    end = skip_title(start, arguments) if start >= 0 else 0
    if end < token + 3 or arguments.parse.words[end - 1] != ",":
        return None
    for mention in arguments.by_token.get(end, ()):
        begun, behind = arguments.ranges[mention]
        closed = begun == end and arguments.parse.words[behind : behind + 1] == [","]
        if closed and mention.kind is MentionKind.NAME and arguments.fits(mention, ("Person",)):
            return mention if arguments.fits(mention, types) else None
    return None


def skip_own_titles(position: int, arguments: ArgumentFinder) -> int:
    """The token behind the titles in apposition to a name: "X[, head of A and chair of B], Y"."""
    words, first = arguments.parse.words, position
    while words[position : position + 1] in ([","], ["and"], ["&"]):
        start = position + 1 + (words[position + 1 : position + 2] in (["the"], ["a"], ["an"]))
        post = _longest_from(start, arguments)
        if post is None or post.kind is not MentionKind.POST:
            break
        end = skip_title(start, arguments)
        others = words[end - 1] != "," or (position == first and words[position] != ",")
        if names_person(end, arguments) and others:
            break  # "X and Transport Minister [Y]", "X and the head of A, [Y]"
        position = end - (words[end - 1] == ",")
    return position


def names_person(k: int, arguments: ArgumentFinder) -> bool:
    """Whether a person's name begins at a token."""
    return arguments.find_name(k, ("Person",)) is not None


def _find_body(position: int, arguments: ArgumentFinder) -> Mention | None:
    """What a post is of, past the country whose body it is: "Ruritania's [Ministry of Trade]"."""
    body = _longest_from(position, arguments)
    if body is None or body.type != "Country":
        return body
    end = arguments.ranges[body][1]
    inner = _longest_from(end + (arguments.parse.tags[end : end + 1] == ["POS"]), arguments)
    owned = inner is not None and arguments.fits(inner, ("Organization",))
    return inner if owned else body


def _longest_from(position: int, arguments: ArgumentFinder) -> Mention | None:
    """The longest mention that begins at a token."""
    found = [m for m in arguments.by_token.get(position, ()) if arguments.ranges[m][0] == position]
    return max(found, key=lambda m: arguments.ranges[m][1], default=None)


def is_in_title(token: int, arguments: ArgumentFinder) -> bool:
    """Whether a token belongs to the title of a post."""
    return arguments.find_post_around(token) is not None


def crosses_title(
    title: Mention | None,
    body: Mention | None,
    arguments: ArgumentFinder,
    binding: Mapping[str, Sequence[Mention]],
) -> bool:
    """ "[chairman] of A and a former director of [B]": whether another title of a row stands between the two.

    A title that the rule itself names between them is meant to stand there.
    """
    if title is None or body is None:
        return False
    start, end = arguments.ranges[title][1], arguments.ranges[body][0]
    named = {m for members in binding.values() for m in members}
    posts = (m for k in range(start + 1, end) for m in arguments.by_token.get(k, ()))
    return any(
        m.kind is MentionKind.POST
        and m not in named
        and _is_in_row(arguments.ranges[m][0], start, arguments)
        for m in posts
    )


def _is_in_row(position: int, floor: int, arguments: ArgumentFinder) -> bool:
    """Whether an "and" or comma leads to a title, past what describes it."""
    parse, k = arguments.parse, position - 1
    while k > floor and parse.tags[k] in _DESCRIBING:
        k -= 1
    return parse.words[k] in _ROW
