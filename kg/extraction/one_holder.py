"""One title has one holder: "X, A's head of trade, and chairman of B Y" makes Y the chairman of B."""

from collections import defaultdict

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.titles import TitleReader
from kg.model.mention import Mention, MentionKind

_ADJACENT = 2  # tokens between a title with its body and the name of who holds it
_CHANGES = frozenset(["replace", "succeed", "hand"])


class HolderChooser:
    """Drops the claims of a title that give it to somebody else than the name beside it."""

    def __init__(self, titles: TitleReader) -> None:
        self.titles = titles

    def choose(self, candidates: list[Candidate], arguments: ArgumentFinder) -> list[Candidate]:
        """The candidates without those whose title is taken by another person right beside it.

        A title that is there twice, that is plural, or that passes from one to another stays with all.
        """
        groups: dict[tuple[int, str, Mention], list[Candidate]] = defaultdict(list)
        for candidate in candidates:
            if candidate.rule.predicate != "holdsPost" or not isinstance(candidate.object, Mention):
                continue
            title = next((q.value for q in candidate.qualifiers if q.name == "title"), None)
            if isinstance(title, str):
                sentence = arguments.parse.sentence_of[candidate.token]
                groups[(sentence, title.casefold(), candidate.object)].append(candidate)
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
        if len({arguments.find_first(c.subject) for c in group}) < 2:
            return []
        first, last = arguments.parse.sentences[sentence]
        if not _CHANGES.isdisjoint(arguments.parse.lemmas[first:last]):
            return []
        posts = [
            m
            for m in arguments.recognized.mentions
            if m.kind is MentionKind.POST
            and first <= arguments.ranges[m][0] < last
            and self.titles.format(m).casefold() == text
        ]
        of, to = arguments.ranges[body]
        inside = first <= of < last
        if inside:  # of two such titles the one beside the body
            gaps = [_measure(arguments.ranges[m], of, to) for m in posts]
            posts = [m for m, gap in zip(posts, gaps, strict=True) if gap == min(gaps)]
        if len(posts) != 1 or self.titles.is_plural(posts[0]):
            return []
        start, end = arguments.ranges[posts[0]]
        start, end = (min(start, of), max(end, to)) if inside else (start, end)
        end = self._pass_seat(end, arguments)
        away = {id(c): _measure(arguments.ranges[c.subject], start, end) for c in group}
        nearest = min(away.values())
        behind = any(arguments.ranges[c.subject][0] == end for c in group)
        allowed = 0 if behind else _ADJACENT
        return [c for c in group if nearest <= allowed < away[id(c)]]

    def _pass_seat(self, end: int, arguments: ArgumentFinder) -> int:
        """ "Ambassador of Peru | to Chile": past the place where a post is held."""
        words = arguments.parse.words
        if end + 1 >= len(words) or words[end] not in {"to", "for", "in"}:
            return end
        seat = arguments.find(end + 1 + (words[end + 1] == "the"), ("Place",))
        return arguments.ranges[seat][1] if seat is not None else end


def _measure(bounds: tuple[int, int], start: int, end: int) -> int:
    """Tokens between two ranges."""
    return max(bounds[0] - end, start - bounds[1], 0)
