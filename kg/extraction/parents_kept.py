"""Whose part is bought is not bought, nor the buyer's parent: "X bought Y's dairy arm", "X buys a unit of Y"."""

from collections.abc import Sequence

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind

_OWNING = frozenset(["'s", "’s", "'", "’"])
_UNITS = load_lexicon("triggers").get("nameless_units") | {"division"}
_ARTICLES = frozenset(["the", "its", "a", "an", "rival", "fellow"])
_TIES = frozenset(["acquires", "subsidiaryOf"])
_GAP = 3  # tokens between the owner and the part: "'s Peruvian"


def drop_parents(candidates: Sequence[Candidate], arguments: ArgumentFinder) -> list[Candidate]:
    """The candidates without ties of a buyer to the firm of which it is told to buy a nameless part."""
    bought = [
        (c.object, c.subject)
        for c in candidates
        if c.rule.predicate == "acquires"
        and isinstance(c.object, Mention)
        and c.object.kind is MentionKind.NOMINAL
        and arguments.parse.lemmas[arguments.ranges[c.object][1] - 1] in _UNITS
    ]
    if not bought:
        return list(candidates)
    return [
        c
        for c in candidates
        if c.rule.predicate not in _TIES
        or not isinstance(c.object, Mention)
        or c.object.kind is not MentionKind.NAME
        or not any(c.subject == who and _is_part(p, c.object, arguments) for p, who in bought)
    ]


def _is_part(part: Mention, firm: Mention, arguments: ArgumentFinder) -> bool:
    """Whether a part stands right behind the firm's "'s" or right before "of" and the firm."""
    first, last = arguments.ranges[part], arguments.ranges[firm]
    words = arguments.parse.words
    between = [w.lower() for w in words[last[1] : first[0]]]
    if between and len(between) <= _GAP and between[0] in _OWNING:
        return not {",", "and"} & set(between)
    behind = [w.lower() for w in words[first[1] : last[0]]]
    return behind[:1] == ["of"] and set(behind[1:]) <= _ARTICLES
