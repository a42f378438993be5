"""Who pays for something: "is covering $40 million of the cost" is no figure of who covers it."""

from kg.lexicon import load_lexicon
from kg.model.parse import Parse

_BEARING = load_lexicon("triggers").get("bearing_costs")
_COSTS = load_lexicon("measures").get("cost_nouns") | {"expense", "total", "money"}


def bears_cost(verb: str, whole: int, parse: Parse) -> bool:
    """Whether a part of a whole that costs something is paid by whoever does what the verb says."""
    return verb in _BEARING and parse.lemmas[whole] in _COSTS
