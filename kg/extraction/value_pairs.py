"""Two values of one measure: "from 82 to 25 percent"."""

from dataclasses import replace
from decimal import Decimal

from kg.extraction.arguments import ArgumentFinder
from kg.model.mention import Mention
from kg.model.parse import Parse
from kg.model.quantity import Quantity, format_number

_FACTORS = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_FACTORS |= {"lakh": 10**5, "crore": 10**7, "mln": 10**6, "bln": 10**9, "mn": 10**6, "bn": 10**9}
_BARE = 1000  # from here on a number without a magnitude may be a whole one


def share_percent(arguments: ArgumentFinder, first: Mention, second: Mention) -> Mention:
    """ "from 82 to 25 percent": the first in percent, where the second is."""
    one, other = first.value, second.value
    bare = first.origin == "number" and second.origin == "percent"
    if not (bare and isinstance(one, Quantity) and isinstance(other, Quantity)) or one.unit:
        return first
    shared = replace(first, value=replace(one, unit=other.unit), origin="percent")
    arguments.ranges[shared] = arguments.ranges[first]
    return shared


def are_alike(first: Mention, second: Mention) -> bool:
    """Whether two values may be of one measure."""
    one, other = first.value, second.value
    if not isinstance(one, Quantity) or not isinstance(other, Quantity):
        return False
    return first.origin == second.origin and (one.unit == other.unit or first.origin == "measure")


def share_magnitude(arguments: ArgumentFinder, first: Mention, second: Mention) -> Mention:
    """ "€4.2 and €6.4 billion": the first in billions, too, where it would be nothing beside the second."""
    one, other = first.value, second.value
    if not isinstance(one, Quantity) or not isinstance(other, Quantity) or one.unit != other.unit:
        return first
    factor = next((f for word, f in _FACTORS.items() if word in second.text.lower().split()), 1)
    bare = one.value < _BARE and not any(word in first.text.lower() for word in _FACTORS)
    if factor == 1 or not bare or not 0.02 < float(one.value * factor / other.value) < 50:
        return first
    shared = replace(first, value=replace(one, value=Decimal(format_number(one.value * factor))))
    arguments.ranges[shared] = arguments.ranges[first]
    return shared


def turns_to_other(parse: Parse, start: int, end: int) -> bool:
    """ "to 3 million from 2 million [and profit to 5] million": behind "and" another measure goes on."""
    words = [word.lower() for word in parse.words[start : end - 1]]
    if "and" not in words:
        return False
    rest = range(start + words.index("and") + 1, end - 1)
    return any(parse.tags[k] in {"NN", "NNS"} for k in rest)


def takes_money(arguments: ArgumentFinder, value: Mention, known: Mention, *, told: bool) -> bool:
    """ "Sales were 2 billion euros, of which beer brought in [1.1 billion]": a sum, whose money is told before.

    `told` is whether the noun is always measured in money.
    """
    start, end = arguments.ranges[value]
    beside = arguments.parse.sentence_of[arguments.ranges[known][0]]
    if known.origin != "money" or told:
        return known.origin == "money"
    if value.origin != "number" or beside != arguments.parse.sentence_of[start]:
        return False
    counted = arguments.parse.tags[end : end + 1] in (["NN"], ["NNS"], ["JJ"], ["NNP"])
    return arguments.lower[end - 1] in _FACTORS and not counted


def parts_amounts(arguments: ArgumentFinder, token: int) -> bool:
    """ "900 tons from Peru[,] 300 tons from Iran": whether a comma parts two sums or amounts."""
    behind = arguments.by_token.get(token + 1, ())
    return arguments.lower[token] == "," and any(m.origin in {"money", "measure"} for m in behind)
