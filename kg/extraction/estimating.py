"""Figures that somebody only estimates: "the bank estimates that oil production will rise" is not the bank's."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.lexicon import load_lexicon
from kg.model.mention import Mention

_OBSERVES = "observes"
_CLAUSES = frozenset(["ccomp", "xcomp"])
_OWNERS = frozenset(["poss", "nmod"])
_FIELDS = frozenset(["economy", "output"])
_CLIMBED = 6  # heads from a value up to the verb of its clause


class EstimateReader:
    """Drops the figures whose owner only estimated them."""

    def __init__(self) -> None:
        words = load_lexicon("measures")
        self.verbs = words.get("estimating_verbs")
        fields = words.get_mapping("measure_fields")
        told = {noun for noun, field in fields.items() if field in _FIELDS}
        self.others = words.get("macro_nouns") | told

    def drop(self, candidates: list[Candidate], arguments: ArgumentFinder) -> list[Candidate]:
        """The candidates without figures of others that are told as the estimator's own."""
        return [
            c
            for c in candidates
            if c.rule.predicate != _OBSERVES or not self._is_anothers(c, arguments)
        ]

    def _is_anothers(self, candidate: Candidate, arguments: ArgumentFinder) -> bool:
        """Whether the figure stands in a clause of its own under the verb by which its owner estimates."""
        parse, owner = arguments.parse, candidate.subject
        if owner not in arguments.ranges or not isinstance(candidate.object, Mention):
            return False
        head = arguments.ranges[owner][1] - 1
        verb = parse.heads[head]
        if parse.deps[head] != "nsubj" or parse.lemmas[verb] not in self.verbs:
            return False
        token = arguments.ranges[candidate.object][0]
        for _ in range(_CLIMBED):
            above = parse.heads[token]
            if above == verb:
                return parse.deps[token] in _CLAUSES and self._is_of_others(token, arguments)
            token = above
        return False

    def _is_of_others(self, clause: int, arguments: ArgumentFinder) -> bool:
        """Whether the subject of the clause is a measure that any country or trade may have, of nobody told."""
        parse = arguments.parse
        for token in parse.children[clause]:
            if parse.deps[token] in {"nsubj", "nsubjpass"}:
                owned = any(parse.deps[c] in _OWNERS for c in parse.children[token])
                return parse.lemmas[token] in self.others and not owned
        return False
