"""Whom "they" stands for: the several that acted together last, "A and B will build. They will invest …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.clause import spread
from kg.model.mention import Mention, MentionKind
from kg.model.parse import SUBJECTS

if TYPE_CHECKING:
    from kg.extraction.groups import GroupReader

_PLURALS = frozenset(["NNS", "NNPS"])
_KINDS = ("Person", "Organization", "Country")
_BACK = 2  # sentences that are looked through, this one and the one before


class PluralPronouns:
    """Answers for one document."""

    def __init__(self, groups: GroupReader) -> None:
        self.groups = groups
        self.parse = groups.parse

    def find(self, token: int) -> list[Mention]:
        """The names behind "they" or "them" at `token`; none where another plural acted since."""
        parse = self.parse
        if parse.words[token].lower() not in {"they", "them"}:
            return []
        sentence = parse.sentence_of[token]
        first = parse.sentences[max(sentence - _BACK + 1, 0)][0]
        for k in range(token - 1, first - 1, -1):
            if parse.deps[k] not in SUBJECTS:
                if parse.tags[k] in _PLURALS and parse.sentence_of[k] == sentence:
                    return []  # "If the firms fail, they": other plurals of the sentence may be meant
                continue
            if parse.tags[k] in _PLURALS:
                return self.groups.find(k)
            if parse.words[k].lower() == "they":
                return self.find(k)
            members = spread(parse.children, parse.deps, k)
            if len(members) > 1:
                return self._name(members)
        return []

    def _name(self, heads: list[int]) -> list[Mention]:
        """The names at the heads of a row, where each is one and all may act alike."""
        found = [self._find_name(head) for head in heads]
        named = [m for m in found if m is not None]
        groups = self.groups
        alike = any(all(groups.ontology.is_a(m.type, k) for m in named) for k in _KINDS)
        return named if len(named) == len(heads) and alike else []

    def _find_name(self, head: int) -> Mention | None:
        return next(
            (
                m
                for m in self.groups.recognized.mentions
                if m.kind is MentionKind.NAME
                and m.type
                and self.groups.ranges[m][0] <= head < self.groups.ranges[m][1]
            ),
            None,
        )
