"""What is told to be worth or to cost so much behind a comma: "will build a mill near Y, estimated at 5 million"."""

from kg.extraction.clause import Clause
from kg.model.parse import Parse

_PRICING = frozenset(["value", "estimate", "price", "cost", "budget", "appraise", "assess"])
_COMING = frozenset(["expect", "project", "forecast", "think", "believe", "say", "set", "tip"])
_TAKING = frozenset(["cost", "require", "need", "involve", "take"])


def find_priced(parse: Parse, token: int, above: Clause) -> list[int]:
    """The object of the verb above where a participle behind it and a comma tells its price, else nothing."""
    behind = parse.deps[token] == "advcl" and above.token < token and parse.tags[token] == "VBN"
    if not behind or above.passive or not above.objects:
        return []
    named = above.objects[-1] < token and parse.words[token - 1] == ","
    return list(above.objects) if named and _tells_price(parse, token) else []


def _tells_price(parse: Parse, token: int) -> bool:
    if parse.lemmas[token] in _PRICING:
        return True
    below = {parse.lemmas[c] for c in parse.children[token] if parse.deps[c] == "xcomp"}
    return parse.lemmas[token] in _COMING and not below.isdisjoint(_TAKING)
