"""What is told as if it were so, of a day after the article: "the fair opens in Zenda on 14 October".

The present tense tells a timetable as it tells what is; only the dates tell them apart.
"""

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from kg.extraction.arguments import ArgumentFinder
from kg.model.claim import Claim, Literal, Modality
from kg.model.mention import Mention
from kg.model.period import Period

_DATES = frozenset(["heldOn", "foundedOn"])
_OCCASIONS = frozenset(["heldIn", "participatesIn", "organizes"])
_DATED = _OCCASIONS | {"acquires", "mergesWith", "holdsPost"}  # by a time of their own
_TIMES = ("time", "startTime")
_HELD, _OF_OCCASIONS = frozenset(["heldIn", "heldOn"]), frozenset(["participatesIn", "organizes"])
_OF_NAMES = "participates-in-sides/"
_PRESENT = frozenset(["VBZ", "VBP"])


def settle_coming(claims: Sequence[Claim], arguments: ArgumentFinder) -> list[Claim]:
    """The claims in their order, planned where they, or their occasions, are of a day to come."""
    return _settle_planned(_settle_dated(claims, arguments), arguments)


def _settle_dated(claims: Sequence[Claim], arguments: ArgumentFinder) -> list[Claim]:
    """The claims in their order, planned where their time, or that of their occasion, begins after the article."""
    published, find_first = arguments.recognized.document.published, arguments.find_first
    if published is None:
        return list(claims)
    coming = {_key(c, find_first(c.subject)) for c in claims if _is_coming(c, published)}
    return [
        replace(c, modality=Modality.PLANNED)
        if c.modality is Modality.ACTUAL
        and (_is_coming(c, published) or not coming.isdisjoint(_list_keys(c, find_first)))
        else c
        for c in claims
    ]


def _settle_planned(claims: Sequence[Claim], arguments: ArgumentFinder) -> list[Claim]:
    """The claims in their order, planned where their occasion is to come: "will be held. Speakers include X"."""
    find_first, states = arguments.find_first, defaultdict[object, set[Modality]](set)
    for claim in claims:
        if claim.predicate in _HELD:
            states[find_first(claim.subject).span].add(claim.modality)
    coming = {span for span, told in states.items() if told == {Modality.PLANNED}}
    if not coming:
        return list(claims)

    def comes(claim: Claim) -> bool:
        if claim.predicate not in _OF_OCCASIONS or claim.modality is not Modality.ACTUAL:
            return False
        if not isinstance(claim.object, Mention):
            return False
        return find_first(claim.object).span in coming and _is_told_as_now(claim, arguments)

    return [replace(c, modality=Modality.PLANNED) if comes(c) else c for c in claims]


def _is_told_as_now(claim: Claim, arguments: ArgumentFinder) -> bool:
    """Whether the main verb of a claim's sentence is in the present, or its occasion's name alone tells the sides."""
    parse = arguments.parse
    if any(rule.startswith(_OF_NAMES) for rule in claim.rules):
        return True
    first, last = next(
        ((a, b) for a, b in parse.sentences if parse.starts[a] == claim.evidence.start), (0, 0)
    )
    root = next((k for k in range(first, last) if parse.deps[k] == "ROOT"), None)
    return root is not None and parse.tags[root] in _PRESENT


def _key(claim: Claim, thing: Mention) -> tuple[object, object]:
    return claim.evidence, thing.span


def _list_keys(
    claim: Claim, find_first: Callable[[Mention], Mention]
) -> Iterator[tuple[object, object]]:
    """An occasion as it is told in the claim's sentence: others of its name may be past."""
    if claim.predicate in _OCCASIONS:
        parts = (claim.subject, claim.object)
        yield from (_key(claim, find_first(p)) for p in parts if isinstance(p, Mention))


def _is_coming(claim: Claim, published: datetime.date) -> bool:
    return any(p.start is not None and p.start > published for p in _list_periods(claim))


def _list_periods(claim: Claim) -> Iterator[Period]:
    if claim.predicate in _DATES:
        if isinstance(claim.object, Literal) and claim.object.period is not None:
            yield claim.object.period
    elif claim.predicate in _DATED:
        values = (claim.find_qualifier(name) for name in _TIMES)
        yield from (value for value in values if isinstance(value, Period))
