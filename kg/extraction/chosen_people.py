"""People of a body who are chosen or hired: "researchers at [X] were selected by Y" tells of no goods of X's."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.lexicon import load_lexicon

_PREDICATE = "supplies"
_LINKS = frozenset(["at", "from", "of", "with", "in"])
_PEOPLE = load_lexicon("names").get("person_nouns") | {"people", "expert", "employee", "staff"}


def drop_people_chosen(candidates: list[Candidate], arguments: ArgumentFinder) -> list[Candidate]:
    """The candidates without suppliers whose people alone are told of."""
    return [
        c
        for c in candidates
        if c.rule.predicate != _PREDICATE
        or c.subject not in arguments.ranges
        or not _tells_people(*arguments.ranges[c.subject], arguments)
    ]


def _tells_people(start: int, end: int, arguments: ArgumentFinder) -> bool:
    parse = arguments.parse
    inside = range(start, end)
    head = next((k for k in inside if parse.heads[k] not in inside), end - 1)
    link = parse.heads[head]
    if parse.deps[head] != "pobj" or parse.lemmas[link] not in _LINKS:
        return False
    return parse.lemmas[parse.heads[link]].lower() in _PEOPLE
