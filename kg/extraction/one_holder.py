"""One title has one holder: "X, A's head of trade, and chairman of B Y" makes Y the chairman of B."""

from collections import defaultdict
from itertools import pairwise

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.titled_rows import find_bearer, find_governing, shares_land
from kg.extraction.titles import TitleReader
from kg.model.mention import Mention, MentionKind

_ADJACENT = 2  # tokens between a title with its body and the name of who holds it
_CHANGES = frozenset(["replace", "succeed", "hand"])
_TAKEN = ("over", "as")


class HolderChooser:
    """Drops the claims of a title that give it to somebody else than the name beside it."""

    def __init__(self, titles: TitleReader) -> None:
        self.titles = titles

    def choose(self, candidates: list[Candidate], arguments: ArgumentFinder) -> list[Candidate]:
        """The candidates without those whose title is taken by another person right beside it.

        A title that is there twice, that is plural, or that passes from one to another stays with all;
        but in a row of names with titles behind them each title is of the name before it.
        """
        groups: dict[tuple[int, str, Mention], list[Candidate]] = defaultdict(list)
        for candidate in candidates:
            body = candidate.object
            if candidate.rule.predicate != "holdsPost" or not isinstance(body, Mention):
                continue
            if body not in arguments.ranges:
                continue  # a country within a name
            title = next((q.value for q in candidate.qualifiers if q.name == "title"), None)
            if isinstance(title, str):
                sentence = arguments.parse.sentence_of[candidate.token]
                groups[(sentence, title.casefold(), body)].append(candidate)
        dropped = {
            id(c)
            for key, group in groups.items()
            for c in self._find_farther(key, group, arguments)
        }
        return [c for c in candidates if id(c) not in dropped]

    def _find_farther(
        self,
        key: tuple[int, str, Mention],
        group: list[Candidate],
        arguments: ArgumentFinder,
    ) -> list[Candidate]:
        sentence, text, body = key
        first, last = arguments.parse.sentences[sentence]
        if _tells_change(first, last, arguments):
            return []
        posts = self._find_posts(text, (first, last), arguments)
        of, to = arguments.ranges[body]
        inside = first <= of < last
        governing = find_governing(of, arguments) if inside else None
        other = governing is not None and self.titles.format(governing).casefold() != text
        if other and not shares_land(governing, body, posts, arguments):
            own = self._find_own(governing, posts, to, arguments)
            # "chair of A, Y, head of | B": nobody is said to chair B
            return [c for c in group if own is None or arguments.find_first(c.subject) != own]
        if inside:
            posts = _keep_beside(posts, (of, to), arguments)
        if len(posts) != 1 or self.titles.is_plural(posts[0]):
            return []
        if named := self._find_named(posts[0], arguments):
            return [c for c in group if arguments.find_first(c.subject) != named]
        if inside and (others := _list_others(posts[0], of, group, arguments)):
            return others
        bearer = find_bearer(posts[0], self.titles.former, arguments)
        end = arguments.ranges[posts[0]][1]
        beside = _list_beside(group, posts[0], to, arguments)
        if inside and of >= end and 0 < len(beside) < len(group):
            return [c for c in group if c not in beside]  # "X, head of A | Y": Y heads A
        if bearer is not None and (of >= end or not inside):
            holder, end = arguments.find_first(bearer), to if inside else end
            return [c for c in group if self._is_other(c, holder, end, arguments)]
        if len({arguments.find_first(c.subject) for c in group}) < 2:
            return []
        start, end = arguments.ranges[posts[0]]
        start, end = (min(start, of), max(end, to)) if inside else (start, end)
        return self._list_away(group, start, self._pass_seat(end, arguments), arguments)

    def _find_own(
        self, governing: Mention | None, posts: list[Mention], to: int, arguments: ArgumentFinder
    ) -> Mention | None:
        """ "[X], head of A|, will become chairman": whose first title is told with the body may get one behind it."""
        if governing is None or len(posts) != 1 or arguments.ranges[posts[0]][0] < to:
            return None
        bearer = find_bearer(governing, self.titles.former, arguments)
        return arguments.find_first(bearer) if bearer is not None else None

    def _list_away(
        self, group: list[Candidate], start: int, end: int, arguments: ArgumentFinder
    ) -> list[Candidate]:
        """Who stands farther from a title with its body than the name beside it."""
        away = {id(c): _measure(arguments.ranges[c.subject], start, end) for c in group}
        behind = any(arguments.ranges[c.subject][0] == end for c in group)
        allowed = 0 if behind else _ADJACENT
        return [c for c in group if min(away.values()) <= allowed < away[id(c)]]

    def _find_named(self, post: Mention, arguments: ArgumentFinder) -> Mention | None:
        """ "picked X to lead the unit, [Y] as finance chief": who stands right before "as"."""
        words, k = arguments.parse.words, arguments.ranges[post][0] - 1
        k -= words[k] in {"its", "the", "their"}
        if k < 1 or words[k] != "as":
            return None
        person = arguments.find(k - 1, ("Person",))
        if person is None or person.kind is not MentionKind.NAME:
            return None
        start, end = arguments.ranges[person]
        apart = words[start - 1] not in {"and", "&"}  # "X and Y as deputy"
        return arguments.find_first(person) if end == k and apart else None

    def _find_posts(
        self, text: str, bounds: tuple[int, int], arguments: ArgumentFinder
    ) -> list[Mention]:
        """The mentions of a title between two tokens."""
        return [
            m
            for m in arguments.recognized.mentions
            if m.kind is MentionKind.POST
            and bounds[0] <= arguments.ranges[m][0] < bounds[1]
            and self.titles.format(m).casefold() == text
        ]

    def _is_other(
        self, candidate: Candidate, holder: Mention, end: int, arguments: ArgumentFinder
    ) -> bool:
        """Whether a claim gives a title to another than its bearer, and to none right behind its body."""
        start, _ = arguments.ranges[candidate.subject]
        return arguments.find_first(candidate.subject) != holder and start != end

    def _pass_seat(self, end: int, arguments: ArgumentFinder) -> int:
        """ "Ambassador of Peru | to Chile": past the place where a post is held."""
        words = arguments.parse.words
        if end + 1 >= len(words) or words[end] not in {"to", "for", "in"}:
            return end
        seat = arguments.find(end + 1 + (words[end + 1] == "the"), ("Place",))
        return arguments.ranges[seat][1] if seat is not None else end


def _list_beside(
    group: list[Candidate], post: Mention, to: int, arguments: ArgumentFinder
) -> list[Candidate]:
    """Those whose holder stands right behind the body that ends at `to`, or behind its comma."""
    near = to + _is_set_off(post, to, arguments)
    return [c for c in group if arguments.ranges[c.subject][0] == near]


def _is_set_off(post: Mention, to: int, arguments: ArgumentFinder) -> bool:
    """ "X and the head of A|, Y,": behind "and" a title is of the name that its comma sets off."""
    words, article = arguments.parse.words, arguments.ranges[post][0] - 1
    another = words[article] in {"the", "its", "their"}  # "X, chair of A and president of B|, Y"
    return another and words[to : to + 1] == [","] and words[article - 1] in {"and", "&"}


def _keep_beside(
    posts: list[Mention], body: tuple[int, int], arguments: ArgumentFinder
) -> list[Mention]:
    """Of several such titles those nearest to the body."""
    posts = [m for m in posts if not _begins_next(m, body[1], arguments)] or posts
    gaps = [_measure(arguments.ranges[m], *body) for m in posts]
    return [m for m, gap in zip(posts, gaps, strict=True) if gap == min(gaps)]


def _measure(bounds: tuple[int, int], start: int, end: int) -> int:
    """Tokens between two ranges."""
    return max(bounds[0] - end, start - bounds[1], 0)


def _begins_next(post: Mention, end: int, arguments: ArgumentFinder) -> bool:
    """ "head of A | and chair of B": a title behind a body and "and" is of the next one."""
    start, last = arguments.ranges[post]
    words = arguments.parse.words
    return (
        start > end
        and words[start - 1] in {"and", "&", ","}
        and words[last : last + 1] in (["of"], ["at"])
    )


def _find_apposed(post: Mention, body: int, arguments: ArgumentFinder) -> Mention | None:
    """ "[X], Peru's trade minister, Captain Y": who stands before the place of a title."""
    words, start = arguments.parse.words, arguments.ranges[post][0]
    if body >= start or body < 2 or words[body - 1] != ",":
        return None
    person = arguments.find(body - 2, ("Person",))
    named = person is not None and person.kind is MentionKind.NAME
    return arguments.find_first(person) if named and person is not None else None


def _list_others(
    post: Mention, body: int, group: list[Candidate], arguments: ArgumentFinder
) -> list[Candidate]:
    """Who stands behind a comma where the title is of the name before its place."""
    holder = _find_apposed(post, body, arguments)
    own = [c for c in group if arguments.find_first(c.subject) == holder]
    return [c for c in group if own and c not in own and _is_behind_comma(c, arguments)]


def _is_behind_comma(candidate: Candidate, arguments: ArgumentFinder) -> bool:
    """Whether a comma stands before the name, or before its rank: ", Captain Y"."""
    start = arguments.ranges[candidate.subject][0]
    words = arguments.parse.words[max(start - 2, 0) : start]
    return words[-1:] == [","] or (words[:1] == [","] and words[-1][:1].isupper())


def _tells_change(first: int, last: int, arguments: ArgumentFinder) -> bool:
    """Whether a sentence tells of one who follows another: "replaced Y as", "took over as head of A from Y"."""
    words = arguments.lower[first:last]
    taken = "from" in words and _TAKEN in set(pairwise(words))
    return taken or not _CHANGES.isdisjoint(arguments.parse.lemmas[first:last])
