"""Goods of its own that a land buys it does not make: "Kenya imports most of its wheat"."""

from collections.abc import Iterable

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.dropping import drop_false
from kg.lexicon import load_lexicon
from kg.model.mention import Mention

_MAKES = frozenset(["produces"])
_GETTING = load_lexicon("triggers").get("getting_verbs")
_ABOVE = 6  # words between goods and the verb above them


def drop_imported(candidates: Iterable[Candidate], arguments: ArgumentFinder) -> list[Candidate]:
    """The candidates without goods that their land is told to get from elsewhere."""
    return drop_false(candidates, _MAKES, lambda c, goods: _gets(c.subject, goods, arguments))


def _gets(land: Mention, goods: Mention, arguments: ArgumentFinder) -> bool:
    """Whether a verb of buying or needing stands above goods, and their owner is its subject."""
    parse = arguments.parse
    if goods not in arguments.ranges:
        return False
    verb = parse.climb_to_verb(arguments.ranges[goods][1] - 1, _ABOVE)
    if parse.tags[verb][:2] != "VB" or parse.lemmas[verb] not in _GETTING:
        return False
    getting = {m for c in parse.list_subjects(verb) for m in arguments.by_token.get(c, ())}
    return arguments.find_first(land) in map(arguments.find_first, getting)
