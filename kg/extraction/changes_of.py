"""Changes told by "in" and "of": "a rise in sales of 12 percent" is a change, "a drop in exports of $3m" no exports."""

from collections.abc import Sequence

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.lexicon import load_lexicon
from kg.model.claim import Qualifier
from kg.model.mention import Mention
from kg.model.parse import FINITE
from kg.model.quantity import Quantity

_WORDS = load_lexicon("measures")
_CHANGES, _FALLING = _WORDS.get("change_nouns"), _WORDS.get("falling_nouns")
_RATES = frozenset(["rate", "percentage", "share", "level"])
_BACK = 8  # tokens from "of" to the word of change
_CHANGE = "change"


def read_changes_of(found: Sequence[Candidate], arguments: ArgumentFinder) -> list[Candidate]:
    """The candidates, percentages of change as such, also of what was reached; sums of change left out."""
    kept: list[Candidate] = []
    for candidate in found:
        value = candidate.object
        noun = None
        if isinstance(value, Mention):
            noun = _find_change(value, arguments, candidate.measure.lower())
        if noun is None or not isinstance(value, Mention):
            kept.append(candidate)
            continue
        quantity = value.value
        if value.origin != "percent" or not isinstance(quantity, Quantity):
            continue
        sign = -1 if arguments.parse.lemmas[noun] in _FALLING else 1
        change = Qualifier(name=_CHANGE, value=_sign(quantity, sign))
        reached = next((c for c in found if _is_reached(c, candidate, value, arguments)), None)
        told = reached or candidate
        if not any(q.name == _CHANGE for q in told.qualifiers):
            told.qualifiers.append(change)
        if reached is None:
            kept.append(candidate)
    return kept


def _sign(quantity: Quantity, sign: int) -> Quantity:
    return Quantity(value=sign * quantity.value, unit=quantity.unit)


def _find_change(value: Mention, arguments: ArgumentFinder, measure: str) -> int | None:
    """The "increase" of "an increase in sales of" right before a value."""
    parse, start = arguments.parse, arguments.ranges[value][0]
    first = parse.sentences[parse.sentence_of[start]][0]
    of = start - 1
    while of > first and parse.words[of].lower() in {
        "about",
        "around",
        "nearly",
        "almost",
        "over",
        "some",
    }:
        of -= 1
    if parse.words[of].lower() != "of":
        return None
    for at in range(of - 2, max(first, of - _BACK) - 1, -1):
        word = parse.words[at].lower()
        if word == "in":
            noun = at - 1
            known = noun >= first and parse.lemmas[noun].lower() in _CHANGES
            known = known and parse.words[of - 1].lower() in measure.split()
            return noun if known else None
        if word in {",", "to", "of", "by"} or parse.tags[at] in FINITE or word in _RATES:
            return None
    return None


def _is_reached(
    other: Candidate, change: Candidate, value: Mention, arguments: ArgumentFinder
) -> bool:
    """Whether a figure is what a change led to: "… of 12 percent [to $7 million]"."""
    told = other.object
    if other is change or not isinstance(told, Mention) or other.measure != change.measure:
        return False
    end, start = arguments.ranges[value][1], arguments.ranges[told][0]
    return start == end + 1 and arguments.lower[end] == "to"
