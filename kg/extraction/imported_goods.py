"""Goods of its own that a land buys it does not make: "Kenya imports most of its wheat"."""

from collections.abc import Iterable

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.dropping import drop_false
from kg.lexicon import load_lexicon
from kg.model.mention import Mention
from kg.model.parse import SUBJECTS

_MAKES = frozenset(["produces"])
_GETTING = load_lexicon("triggers").get("getting_verbs")
_ABOVE = 6  # words between goods and the verb above them


def drop_imported(candidates: Iterable[Candidate], arguments: ArgumentFinder) -> list[Candidate]:
    """The candidates without goods that their land is told to get from elsewhere."""
    return drop_false(
        candidates, _MAKES, lambda c, goods: _is_got(goods, arguments) and _is_own(c, arguments)
    )


def _find_verb(token: int, arguments: ArgumentFinder) -> int:
    """The verb above a token, or what stands highest."""
    parse = arguments.parse
    for _ in range(_ABOVE):
        if parse.tags[token][:2] == "VB" or parse.heads[token] == token:
            break
        token = parse.heads[token]
    return token


def _is_got(goods: Mention, arguments: ArgumentFinder) -> bool:
    """Whether a verb of buying or needing stands above goods."""
    if goods not in arguments.ranges:
        return False
    verb = _find_verb(arguments.ranges[goods][1] - 1, arguments)
    parse = arguments.parse
    return parse.tags[verb][:2] == "VB" and parse.lemmas[verb] in _GETTING


def _is_own(candidate: Candidate, arguments: ArgumentFinder) -> bool:
    """Whether the owner of goods is who gets them."""
    parse, goods = arguments.parse, candidate.object
    if not isinstance(goods, Mention):
        return False
    verb = _find_verb(arguments.ranges[goods][1] - 1, arguments)
    subjects = (c for c in parse.children[verb] if parse.deps[c] in SUBJECTS)
    getting = {m for c in subjects for m in arguments.by_token.get(c, ())}
    owner = arguments.find_antecedent(candidate.subject)
    return any(m == candidate.subject or arguments.find_antecedent(m) == owner for m in getting)
