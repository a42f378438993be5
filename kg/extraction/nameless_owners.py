"""Figures of works that have no name and are told apart by nothing: "the large-scale project", "the expansion"."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind

_OBSERVES = "observes"
_CALLINGS = frozenset(["ProductionServiceHub", "BusinessServiceHub"])  # "China's manufacturing hub"
_PLAIN = ("JJ", "HYPH", "CD", "DT", "VBN", "RB", "$", "PRP$")


class NamelessOwners:
    """Drops the figures whose owner nobody could find again."""

    def __init__(self) -> None:
        words = load_lexicon("measures")
        self.undertakings = words.get("undertakings")
        self.empty_kinds = words.get("empty_kinds")

    def drop(self, candidates: list[Candidate], arguments: ArgumentFinder) -> list[Candidate]:
        """The candidates without figures of an undertaking of which nothing else is told."""
        told = {
            arguments.find_first(m)
            for c in candidates
            if c.rule.predicate != _OBSERVES
            for m in (c.subject, c.object)
            if isinstance(m, Mention)
        }
        return [
            c
            for c in candidates
            if c.rule.predicate != _OBSERVES
            or (first := arguments.find_first(c.subject)) in told
            or not self._is_vague(first, arguments)
        ]

    def _is_vague(self, owner: Mention, arguments: ArgumentFinder) -> bool:
        """Whether an owner is an undertaking with no word that tells which one."""
        if owner.kind is not MentionKind.NOMINAL or owner not in arguments.ranges:
            return False
        if owner.type in _CALLINGS:
            return True
        parse = arguments.parse
        start, end = arguments.ranges[owner]
        told = parse.words[end : end + 1] in (
            ["for"],
            ["of"],
            ["between"],
        )  # "the project for the line"
        vague = parse.lemmas[end - 1].lower() in self.undertakings and not told
        return vague and all(
            parse.tags[t] in _PLAIN or parse.lemmas[t].lower() in self.empty_kinds
            for t in range(start, end - 1)
        )
