"""Whom "they" or "the pair" stands for: the several that acted together last, "A and B build. They sell …"."""

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
_THEY = frozenset(["they", "them"])
_PAIRS = frozenset(["pair", "duo", "two"])  # behind "the"
_PAIR_KINDS = ("Company", "Country", "Person")
_TIES = frozenset(["partner", "partnership", "alliance", "venture", "collaboration", "cooperation"])


class PluralPronouns:
    """Answers for one document."""

    def __init__(self, groups: GroupReader) -> None:
        self.groups = groups
        self.parse = groups.parse

    def may_stand(self, token: int) -> bool:
        """Whether a token is such a word: "they", "both", "the pair", or "their" of what they have together."""
        parse, word = self.parse, self.parse.words[token].lower()
        if word == "their":
            return parse.lemmas[parse.heads[token]] in _TIES
        return parse.tags[token] == "PRP" or self._is_pair(token)

    def _is_pair(self, token: int) -> bool:
        """ "Both will build", "the two have agreed": subjects that nothing more is told of."""
        parse, word = self.parse, self.parse.words[token].lower()
        if parse.deps[token] not in SUBJECTS or parse.tags[token] in _PLURALS:
            return False
        below = [parse.words[c].lower() for c in parse.children[token]]
        return (word == "both" and not below) or (word in _PAIRS and below == ["the"])

    def find(self, token: int) -> list[Mention]:
        """The names behind such a word at `token`; none where another plural acted since."""
        word = self.parse.words[token].lower()
        if word in _THEY or word == "their":
            return self._find_acting(token)
        if not self._is_pair(token):
            return []
        found = self._find_acting(token)
        if not found and word != "both":
            pairs = (self.groups.find_pair(token, kind) for kind in _PAIR_KINDS)
            found = next((pair for pair in pairs if pair), [])
        return found if len(found) == 2 else []

    def find_borne(self, noun: int) -> list[Mention]:
        """ "A, B and C are other [firms] that signed": the row of which a noun with a clause of its own is said."""
        parse = self.parse
        if not any(parse.deps[c] == "relcl" for c in parse.children[noun]):
            return []
        subject = next(
            (c for c in parse.children[parse.heads[noun]] if parse.deps[c] in SUBJECTS), None
        )
        members = spread(parse.children, parse.deps, subject) if subject is not None else []
        return self._name(members) if len(members) > 1 else []

    def _find_acting(self, token: int) -> list[Mention]:
        parse = self.parse
        sentence = parse.sentence_of[token]
        first = parse.sentences[max(sentence - _BACK + 1, 0)][0]
        for k in range(token - 1, first - 1, -1):
            if parse.deps[k] not in SUBJECTS:
                if parse.tags[k] in _PLURALS and parse.sentence_of[k] == sentence:
                    return []  # "If the firms fail, they": other plurals of the sentence may be meant
                continue
            if parse.tags[k] in _PLURALS:
                return self.groups.find(k)
            owner = next((c for c in parse.children[k] if parse.words[c].lower() == "their"), k)
            if parse.words[owner].lower() in {"they", "their"} or self._is_pair(k):
                return self.find(owner)
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
