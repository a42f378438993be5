"""Who is told not to have done something: "built by X, not by [Y]", "not by [Y] but by X"."""

from collections.abc import Sequence

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.model.claim import Modality
from kg.model.mention import Mention

_BETWEEN = 3  # words that may stand between the preposition and the name: "not by [her brother] Y"
_AUXILIARIES = frozenset(["be", "do", "have"])  # "is not in Y" denies what it tells
_PREPOSITIONS = frozenset(["by", "in", "to", "with", "for", "from", "at", "of", "on"])


def drop_refused(candidates: Sequence[Candidate], arguments: ArgumentFinder) -> list[Candidate]:
    """The candidates without those of a side that the sentence says it was not."""
    if "not" not in arguments.parse.words:
        return list(candidates)
    return [
        c
        for c in candidates
        if c.modality is Modality.NEGATED
        or not any(
            isinstance(side, Mention) and _is_refused(side, arguments)
            for side in (c.subject, c.object)
        )
    ]


def _is_refused(mention: Mention, arguments: ArgumentFinder) -> bool:
    if mention not in arguments.ranges:  # a place inside a name
        return False
    parse, start = arguments.parse, arguments.ranges[mention][0]
    first = max(parse.sentences[parse.sentence_of[start]][0], start - _BETWEEN - 2)
    for token in range(start - 2, first - 1, -1):
        if parse.words[token] == "not":
            refused = token > first and parse.lemmas[token - 1] not in _AUXILIARIES
            return refused and parse.words[token + 1] in _PREPOSITIONS
        if parse.tags[token + 1][0] == "V" or parse.words[token + 1] in {",", "but", "and"}:
            return False
    return False
