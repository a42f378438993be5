"""Titles told again by their first letters or by another word for the post: "the DG said", "the envoy said"."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from kg.lexicon import load_lexicon
from kg.recognition.forecasts import Forecast
from kg.recognition.post_rows import PostSpan
from kg.recognition.referents import Referent
from kg.recognition.tokens import Tokens

_Known = TypeVar("_Known")
_POSTS = load_lexicon("posts")
_LESSER = _POSTS.get("lesser")
_LETTERS = range(2, 5)
_LINKS = frozenset(["of", "the", "for", "and", "-", "&", "to", "in"])
_GROUPS = (_POSTS.get_mapping("heads_of_states"), _POSTS.get_mapping("sole"))
_CALLED = _POSTS.get_mapping("called_posts")
_SAID = frozenset(["V", "M", "R"])  # tags behind who acts
_ENDS = frozenset([",", ".", ";", "also", "himself", "herself"])


def take_short_titles(
    tokens: Tokens, posts: Sequence[PostSpan], known: Mapping[int, tuple[int, _Known]]
) -> tuple[list[PostSpan], dict[int, tuple[int, _Known]]]:
    """The titles with those of initials, and the `known` names by their start that are no such title.

    "The RC said" behind "Zenda Regional Commissioner X"; and "the MD" of a firm is no state.
    """
    short = _find_short_titles(tokens, posts)
    starts = {post.start for post in short}
    rest = {start: found for start, found in known.items() if start not in starts}
    return sorted([*posts, *short], key=lambda post: post.start), rest


def _find_short_titles(tokens: Tokens, posts: Sequence[PostSpan]) -> list[PostSpan]:
    """Words of capitals behind "the" that have the first letters of a title told beside a name before."""
    found: list[PostSpan] = []
    taken = {k for post in posts for k in range(post.start, post.end)}
    for i in range(1, len(tokens.words) - 1):
        word = tokens.words[i]
        short = len(word) in _LETTERS and word.isalpha() and word.isupper()
        if not short or i in taken or tokens.lower[i - 1] != "the":
            continue
        acting = tokens.tags[i + 1][:1] in _SAID or tokens.lower[i + 1] in _ENDS
        if not acting or tokens.capital[i + 1]:
            continue
        told = (p for p in posts if p.end < i and is_beside_name(tokens, p))
        whole = next((p for p in told if is_short_for(word, tokens.lower[p.start : p.end])), None)
        if whole is not None:
            found.append(PostSpan(i, i + 1, whole.public, i))
    return found


def is_beside_name(tokens: Tokens, post: PostSpan) -> bool:
    """Whether somebody stands right before or behind a title."""
    behind = post.end + (tokens.lower_at(post.end) == ",")
    return any(tokens.capital[behind : behind + 1]) or tokens.lower_at(post.start - 1) == ","


def is_short_for(word: str, title: Iterable[str]) -> bool:
    """Whether a word has the first letters of a title's words, in whatever order."""
    words = [part for w in title for part in w.split("-") if part and w not in _LINKS]
    return len(words) == len(word) > 1 and sorted(w[0] for w in words) == sorted(word.lower())


def keep_holders(
    title: str, token: int, people: Iterable[Referent], forecast: Forecast
) -> list[Referent]:
    """Those told with the same post by another title before `token`.

    "The premier" was a prime minister, "the DG" a director-general, "the envoy" an ambassador.
    """
    others = _list_other_spellings(title)
    chains = set(_list_chains(title, token, forecast)) if " " not in title else set()
    return [
        r
        for r in people
        if r.chain in chains
        # and no "Deputy PM"
        or (any(other <= _split(r.heads) for other in others) and _LESSER.isdisjoint(r.heads))
    ]


def _list_chains(word: str, token: int, forecast: Forecast) -> Iterator[int]:
    """The chains of names with a title of these initials beside them, before a token."""
    for _, chain, start in forecast.upcoming:
        title = forecast.titles.get(forecast.last_tokens.get(start, start), set())
        if start < token and title and is_short_for(word, title):
            yield chain


def _list_other_spellings(title: str) -> list[set[str]]:
    """The words of what a post is called besides."""
    found = [
        _split(other.split())
        for group in _GROUPS
        if (post := group.get(title)) is not None
        for other, same in group.items()
        if same == post and other != title
    ]
    return found + [
        _split(post.split()) for post, called in sorted(_CALLED.items()) if called == title
    ]


def _split(words: Iterable[str]) -> set[str]:
    """ "director-general" as "director" and "general"."""
    return {part for word in words for part in word.split("-") if part}
