"""Titles beside names, and titles that stand alone for whoever holds them."""

from collections.abc import Sequence, Set

from kg.lexicon import load_lexicon
from kg.model.parse import Parse
from kg.recognition.appositions import Link
from kg.recognition.forecasts import Forecast
from kg.recognition.name import Name
from kg.recognition.nominals import Nominal
from kg.recognition.post_rows import PostSpan
from kg.recognition.tokens import Tokens

_PEOPLE = frozenset(["Person", "Official"])
_ADDRESSES = load_lexicon("names").get("honorifics")
_KNOWN = frozenset(["the", "its", "their"])
_LONGEST = 16  # tokens of "of the Board of Investment of Zenda"
_TURNS = frozenset(["new", "former", "outgoing", "veteran", "seasoned"])
_ONLOOKERS = load_lexicon("measures").get("outsiders")  # who speak of others' firms
_TELLING = frozenset(["who", "whose", "himself", "herself"])  # "the minister, who studied law"


def find_bare_posts(
    tokens: Tokens, posts: Sequence[PostSpan], names: Sequence[Name]
) -> list[Nominal]:
    """ "the Deputy Minister said": a title without a name stands for whoever holds it."""
    starts = {name.start for name in names}
    people = {name.start for name in names if name.type in _PEOPLE}
    return [
        Nominal(
            start=post.start,
            end=post.end,
            head=post.end - 1,
            type="Person",
            definite=True,
            plural=tokens.tags[post.end - 1] in {"NNS", "NNPS"},
        )
        for post in posts
        if post.start > 0
        and "the"
        in tokens.lower[post.start - 1 - (tokens.lower[post.start - 1] in _TURNS) : post.start]
        and post.end not in starts
        and tokens.lower[post.end : post.end + 1] not in (["of"], ["'s"])
        and (
            tokens.lower_at(post.end) != ","
            or tokens.lower_at(post.end + 1) in _TELLING
            or _is_source(tokens, post, people)
        )
    ]


def _is_source(tokens: Tokens, post: PostSpan, people: Set[int]) -> bool:
    """ "According to the minister, it will": no name stands behind the comma."""
    told = tokens.lower[max(post.start - 3, 0) : post.start] == ["according", "to", "the"]
    behind = post.end + 1
    addressed = tokens.lower_at(behind) in _ADDRESSES
    return told and tokens.lower_at(post.end) == "," and behind not in people and not addressed


def find_titles(
    tokens: Tokens, posts: Sequence[PostSpan], names: Sequence[Name]
) -> dict[int, set[str]]:
    """The words of titles beside each name: "Energy Minister X", "X, chair of Y"."""
    titles: dict[int, set[str]] = {}
    by_start = {name.start: name.end - 1 for name in names}
    by_end = {name.end: name.end - 1 for name in names}
    people = {name.start for name in names if name.type in _PEOPLE}
    for post in posts:
        words = set(tokens.lower[post.start : post.end])
        before = post.start - 1 - (tokens.lower[post.start - 1] in {"the", "a", "an"})
        apposed = tokens.lower_at(post.end) == "," and tokens.lower_at(post.start - 1) in _KNOWN
        name = post.end + apposed  # "the president, X"
        if not apposed and tokens.lower_at(post.end) == "of":
            name = _find_behind_body(tokens, post, people)
        elif name not in by_start:
            name = _find_apart(tokens, post, people)
        addressed = _pass_address(tokens, post.end, comma=True)
        name = addressed if addressed > post.end + 1 else name  # "Norvik director, Mr X"
        if name in by_start:
            titles.setdefault(by_start[name], set()).update(words)
        elif before in by_end and tokens.lower[before] == ",":
            titles.setdefault(by_end[before], set()).update(words)
    return titles


def _find_apart(tokens: Tokens, post: PostSpan, people: Set[int]) -> int:
    """ "Norvik Director General, Eng [X],": where a holder begins behind comma and address; -1 if nowhere."""
    apart = tokens.lower_at(post.end) == ","
    if apart and not (post.start and tokens.capital[post.start] and tokens.capital[post.start - 1]):
        return -1
    name = post.end + apart
    while tokens.lower_at(name) in _ADDRESSES or (name > post.end and tokens.lower_at(name) == "."):
        name += 1
    return name if name in people else -1


def _find_behind_body(tokens: Tokens, post: PostSpan, people: Set[int]) -> int:
    """ "the mayor of Zenda, X", "Mayor of Zenda X", "Chairman of the Unit (Crew), X": where the holder begins.

    -1 if nowhere.
    """
    if tokens.lower_at(post.start - 1) not in _KNOWN and not tokens.capital[post.start]:
        return -1
    body = range(post.end + 1, min(post.end + _LONGEST, len(tokens.words)))
    mark = next((k for k in body if k in people or not _is_of_body(tokens, k)), -1)
    if mark in people:
        return mark
    return mark + 1 if mark >= 0 and tokens.words[mark] == "," else -1


def _is_of_body(tokens: Tokens, k: int) -> bool:
    return tokens.capital[k] or tokens.lower[k] in {"the", "of", "for", "and", "'s", "(", ")"}


def find_affiliations(
    tokens: Tokens, posts: Sequence[PostSpan], names: Sequence[Name], kinds: Sequence[str]
) -> dict[int, int]:
    """Person → body, both as indices of `names`, where a title joins them.

    "Tarka Group Chairman X", "X, chair of the Board of Investment". `kinds` says of each name
    whether it is a "person", a "body" or "" (neither).
    """
    starts = {name.start: n for n, name in enumerate(names)}
    ends = {name.end: n for n, name in enumerate(names)}
    found: dict[int, int] = {}
    for post in posts:
        before = post.start - (tokens.lower[post.start - 1] == "'s")
        body = ends.get(before)
        person = starts.get(_pass_address(tokens, post.end, comma=body is not None))
        if person is None:
            comma = post.start - 1 - (tokens.lower[post.start - 1] in {"the", "a", "an"})
            person = ends.get(comma) if tokens.lower[comma] == "," else None
            link = post.end + 1
            if tokens.lower[post.end : link] in (["of"], ["at"]):
                link += tokens.lower[link : link + 1] == ["the"]
                body = starts.get(link)
        if (
            person is not None
            and body is not None
            and kinds[person] == "person"
            and kinds[body] == "body"
            and tokens.lower[post.head] not in _ONLOOKERS
        ):
            found[person] = body
    return found


def _pass_address(tokens: Tokens, k: int, *, comma: bool) -> int:
    """ "Norvik head [, Mr] X", "Tarn bank chief [Dr.] Y": behind how somebody is addressed."""
    k += comma and tokens.lower_at(k) == ","
    while tokens.lower_at(k) in _ADDRESSES:
        k += 1 + (tokens.lower_at(k + 1) == ".")
    return k


def is_told_of_somebody(parse: Parse, head: int) -> bool:
    """ "When he was the president", "ran it with X as the chairman": said of whoever is told there."""
    above = parse.heads[head]
    said = parse.deps[head] == "attr" and parse.lemmas[above] == "be"
    return said or (parse.deps[head] == "pobj" and parse.words[above].lower() == "as")


def list_later_holders(words: Set[str], token: int, forecast: Forecast) -> list[Link]:
    """Who is named with a title of these words behind `token`: "the mayor said ... Mayor X"."""
    found = {
        chain: mention
        for mention, chain, start in forecast.upcoming
        if start > token
        and words <= forecast.titles.get(forecast.last_tokens.get(start, start), set())
    }
    reason = "title of a post told later"
    return [Link(mention, mention.type, reason, 0.65, chain) for chain, mention in found.items()]
