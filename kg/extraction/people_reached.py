"""People whom something is brought to: "will bring clean water to 30,000 people" tells no level of water."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.clause import Clause
from kg.lexicon import load_lexicon
from kg.model.mention import Mention

_BRINGING = frozenset(["bring", "take", "extend", "push", "open"])
_PEOPLE = load_lexicon("measures").get("people") | load_lexicon("measures").get("people_kinds")
_COUNTED = frozenset(["number", "population", "workforce", "membership", "total", "toll", "tally"])
_NEAR = 4  # tokens of "580,000 newly arrived refugees"


def are_reached(arguments: ArgumentFinder, clause: Clause, value: Mention | None) -> bool:
    """Whether a value behind the verb's "to" counts those whom the object is brought to."""
    if value is None or clause.lemma not in _BRINGING or clause.passive:
        return False
    parse, (start, end) = arguments.parse, arguments.ranges[value]
    if any(parse.lemmas[k] in _PEOPLE | _COUNTED for k in clause.objects):
        return False  # "brought its staff to 30,000 people"
    if "to" not in {word.lower() for word in parse.words[max(start - 2, 0) : start]}:
        return False
    return any(parse.lemmas[k] in _PEOPLE for k in range(end, min(end + _NEAR, len(parse.words))))
