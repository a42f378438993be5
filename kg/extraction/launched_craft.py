"""Satellites and rockets that are launched: who sends one up need neither have made nor founded it."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.dropping import drop_false
from kg.lexicon import load_lexicon
from kg.model.mention import Mention

_FALSE = frozenset(["produces", "foundedBy"])
_SENDING = ("launch", "send", "sent", "loft", "deploy", "orbit")
_CRAFT = load_lexicon("triggers").get("spacecraft")
_FIRMS = frozenset(
    ["unit", "firm", "company", "subsidiary", "business", "arm", "division", "venture"]
)
_REACH, _BEHIND = (
    9,
    5,
)  # tokens from the verb to what is launched, and from that to a verb behind it
_ORBITS = frozenset(["orbit", "orbits", "space"])
_OWN = frozenset(["its", "their"])


def drop_launched(candidates: list[Candidate], arguments: ArgumentFinder) -> list[Candidate]:
    """The candidates without "X launched the [Y] satellite", and without rockets that somebody founded.

    "X launched its [Y] rocket" tells of a thing of X's own.
    """
    return drop_false(candidates, _FALSE, lambda c, thing: _is_launched(c, thing, arguments))


def _is_launched(candidate: Candidate, thing: Mention, arguments: ArgumentFinder) -> bool:
    founded = candidate.rule.predicate == "foundedBy"
    craft = candidate.subject if founded else thing
    if craft not in arguments.ranges:
        return False
    parse, (start, end) = arguments.parse, arguments.ranges[craft]
    first, last = parse.sentences[parse.sentence_of[start]]
    words = arguments.lower
    reach = [
        *range(start - 1, max(first, start - _REACH) - 1, -1),
        *range(end, min(end + _BEHIND, last)),
    ]
    verb = next((k for k in reach if words[k].startswith(_SENDING)), None)
    if verb is None:
        return False
    between = words[verb + 1 : start]
    if not founded and "from" in words[end : max(_start_of(candidate.subject, arguments), end)]:
        return True  # "launched its [Y] rocket from [X]"
    if (not founded and not _OWN.isdisjoint(between)) or not _FIRMS.isdisjoint(between):
        return False
    told = " ".join(parse.lemmas[k].lower() for k in range(min(verb, start), min(end + 3, last)))
    if not _CRAFT.isdisjoint(told.split()) or "launch vehicle" in told:
        return True
    behind = words[end : min(end + _REACH, last)]
    return "into" in behind and not _ORBITS.isdisjoint(behind)


def _start_of(mention: Mention, arguments: ArgumentFinder) -> int:
    return arguments.ranges[mention][0] if mention in arguments.ranges else 0
