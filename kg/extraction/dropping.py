"""Dropping ties that the words of a rule give and that the words around them tell to be none."""

from collections.abc import Callable, Container, Iterable

from kg.extraction.candidate import Candidate
from kg.model.mention import Mention


def drop_false(
    candidates: Iterable[Candidate],
    predicates: Container[str],
    is_false: Callable[[Candidate, Mention], bool],
) -> list[Candidate]:
    """The candidates, in order, without those of the predicates whose object is a mention and that are false."""
    return [
        c
        for c in candidates
        if c.rule.predicate not in predicates
        or not isinstance(c.object, Mention)
        or not is_false(c, c.object)
    ]
