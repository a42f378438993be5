"""Bounds that are none: "edged up to 102.5" tells what was reached, and not the most that there may be."""

from dataclasses import replace

from kg.extraction.clause import Clause
from kg.extraction.values_beside import ValueFinder
from kg.lexicon import load_lexicon
from kg.model.mention import Mention
from kg.model.parse import FINITE, Parse
from kg.model.quantity import Quantity

_LED_UP = load_lexicon("measures").get("led_up_verbs")


def reaches_out(parse: Parse, verb: int) -> bool:
    """ "is reaching out to the 83 percent": whom somebody speaks to, and no figure."""
    return parse.lemmas[verb] == "reach" and parse.words[verb + 1 : verb + 2] == ["out"]


def drop_bound(values: ValueFinder, value: Mention, verb: int) -> Mention:
    """The value without a bound where "up" belongs to the verb right before it."""
    quantity, parse = value.value, values.parse
    risen = parse.lemmas[verb] in _LED_UP and value.text.lower().startswith("up to")
    beside = values.arguments.ranges[value][0] == verb + 1
    if not isinstance(quantity, Quantity) or not (risen and beside):
        return value
    return values.replaced(value, replace(quantity, comparator="="))


def find_led_up(values: ValueFinder, verb: int) -> list[Mention]:
    """ "edged [up to $612 million]", which the parser takes for the object of the verb."""
    if values.parse.lemmas[verb] not in _LED_UP:
        return []
    beside = values.beside_verb(verb)
    return [v for v in beside if v.origin != "percent" and drop_bound(values, v, verb) is not v]


def reach_up(
    values: ValueFinder, percent: Mention | None, value: Mention | None, verb: int
) -> tuple[Mention | None, Mention | None]:
    """The change and the value that it led to; in "edged up to 5 percent" the percentage is what was reached."""
    if percent is not None and (free := drop_bound(values, percent, verb)) is not percent:
        return None, free
    return percent, drop_bound(values, value, verb) if value is not None else None


def is_respective(parse: Parse, clause: Clause) -> bool:
    """ "exports of A and B rose 45 and 27 percent respectively": two changes of what is one here."""
    first, last = parse.sentences[clause.sentence]
    if len(clause.subjects) > 1:  # "exports and imports rose 4 and 5 percent, respectively, to"
        first = clause.token
        last = next((t for t in range(first + 1, last) if parse.tags[t] in FINITE), last)
    return "respectively" in (w.lower() for w in parse.words[first:last])


def list_reached(values: ValueFinder, clause: Clause) -> list[Mention]:
    """What a measure reaches; "exports accounted for 2 billion euros" does so in money alone, else it is a share."""
    if clause.lemma == "account" and values.parse.deps[clause.token] == "relcl":
        return []  # "its revenue, of which exports accounted for 2 billion"
    if clause.lemma == "account":
        return [v for v in values.in_slots(clause, ("for",)) if v.origin == "money"]
    return values.in_slots_or_beside(clause, ("object", "attr", "to", "at"))
