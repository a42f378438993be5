"""Members of a list that each have a place of their own: "a plant in Lima and a port in Ilo"."""

from kg.extraction.arguments import ArgumentFinder
from kg.model.mention import Mention


def stands_beside(one: Mention, other: Mention, arguments: ArgumentFinder) -> bool:
    """Whether what `other` tells belongs to another member of the list than `one`, which has its own."""
    return _is_of_another(one, other, arguments) or _is_of_another(other, one, arguments)


def _is_of_another(thing: Mention, place: Mention, arguments: ArgumentFinder) -> bool:
    parse = arguments.parse
    if thing not in arguments.ranges or place not in arguments.ranges:
        return False
    member, last = arguments.ranges[thing][1] - 1, arguments.ranges[place][1] - 1
    preposition = parse.heads[last]
    if parse.deps[last] != "pobj" or parse.deps[preposition] != "prep":
        return False
    bearer = parse.heads[preposition]
    if bearer == member or parse.tags[bearer][:1] != "N":
        return False
    if not (
        _joins(parse.heads, parse.deps, bearer, member)
        or _joins(parse.heads, parse.deps, member, bearer)
    ):
        return False
    word = parse.lemmas[preposition]
    return any(parse.deps[c] == "prep" and parse.lemmas[c] == word for c in parse.children[member])


def _joins(heads: list[int], deps: list[str], member: int, first: int) -> bool:
    """Whether a noun is joined by "and" to one before it, perhaps through others."""
    while deps[member] == "conj" and heads[member] != member:
        member = heads[member]
        if member == first:
            return True
    return False
