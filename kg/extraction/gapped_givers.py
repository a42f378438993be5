"""Rows whose verb is told once: "A lends 5 million for Y, B 3 million and C a grant of 1 million"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.lexicon import load_lexicon
from kg.model.claim import Qualifier
from kg.model.mention import Mention, MentionKind
from kg.model.quantity import Quantity

_PREDICATE = "investsIn"
_NUMERALS = frozenset(["million", "billion", "trillion", "crore", "lakh", "m", "bn"])
_GIVERS = ("Organization", "Country", "Province", "City")
_TAKERS = ("Place", "Organization", "Project", "Facility", "TransportCorridor")
_OPENING = frozenset([",", ";", "and", "while", "whereas"])
_TO = frozenset(["in", "into", "for", "to", "towards", "toward"])
_CLOSING = _OPENING | frozenset([".", ")", "each", "through", "as", "under", "over", "at"])
_WORDS = load_lexicon("triggers").get("gapped_sums")
_LONGEST = 8  # tokens from a giver to its sum: "a concessional loan of up to"
_INITIALS = 3  # tokens of brackets behind a name
_RECEIVED = 2  # tokens from who is given something to the sum: "lent Y about 5 million"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One of a row without a verb: who, how much, and what for where that is told again."""

    giver: Mention
    value: Mention
    target: Mention | None


def follow_gapped(candidates: list[Candidate], arguments: ArgumentFinder) -> list[Candidate]:
    """The candidates with those that the rest of such a row tells, and without what took its givers for takers."""
    told: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        if candidate.rule.predicate == _PREDICATE and isinstance(candidate.object, Mention):
            told[arguments.parse.sentence_of[candidate.token]].append(candidate)
    made: list[Candidate] = []
    givers: set[Mention] = set()
    own_sums: dict[int, list[Mention]] = {}  # of a candidate: those of the gaps behind it
    for sentence, own in told.items():
        gaps = list(_list_gaps(sentence, arguments))
        named = {gap.giver for gap in gaps}
        own = [c for c in own if c.object not in named]
        for gap in gaps:
            base, received = _find_base(gap, own, arguments)
            if base is None:
                continue
            givers.add(gap.giver)
            made.append(_make(base, gap, received=received))
            own_sums.setdefault(id(base), []).append(gap.value)
    kept = [c for c in candidates if c.rule.predicate != _PREDICATE or c.object not in givers]
    return [_with_own_sum(c, own_sums.get(id(c), []), arguments) for c in kept] + made


def _with_own_sum(
    base: Candidate, others: Sequence[Mention], arguments: ArgumentFinder
) -> Candidate:
    """What a row begins with, with its own sum where it has that of a later part."""
    amount = next((q for q in base.qualifiers if q.name == "amount"), None)
    if amount is None or all(amount.value != v.value for v in others):
        return base
    behind = arguments.ranges[base.subject][1]
    first = arguments.ranges[others[0]][0]
    sums = (v for k in range(behind, first) if (v := _value_at(k, arguments)) is not None)
    own = next((v for v in sums if v.origin == "money"), None)
    if own is None or not isinstance(own.value, Quantity):
        return base
    told = Qualifier(name="amount", value=own.value)
    return replace(base, qualifiers=[told if q is amount else q for q in base.qualifiers])


def _make(base: Candidate, gap: Gap, *, received: bool) -> Candidate:
    qualifiers = [q for q in base.qualifiers if q.name != "amount"]
    amount = _read_amount(gap.value, base)
    if amount is not None:
        qualifiers.append(Qualifier(name="amount", value=amount))
    if received:
        return replace(base, object=gap.giver, qualifiers=qualifiers)
    target = gap.target or base.object
    return replace(base, subject=gap.giver, object=target, qualifiers=qualifiers)


def _read_amount(value: Mention, base: Candidate) -> Quantity | None:
    """The sum; one without a currency, "5 million dollars and B 3 million", is in that of the first."""
    quantity = value.value
    if not isinstance(quantity, Quantity) or value.origin == "percent":
        return None
    if value.origin == "money":
        return quantity
    first = next((q.value for q in base.qualifiers if q.name == "amount"), None)
    return replace(quantity, unit=first.unit) if isinstance(first, Quantity) else None


def _is_sum(value: Mention, arguments: ArgumentFinder) -> bool:
    """Money, a share of the cost, or a bare "3 million"; no count of things."""
    if value.origin != "number":
        return arguments.fits(value, ("Money", "Percent"))
    last = arguments.ranges[value][1] - 1
    return arguments.parse.words[last].lower() in _NUMERALS


def _list_gaps(sentence: int, arguments: ArgumentFinder) -> Iterator[Gap]:
    """Names with a sum right behind them, and a comma or "and" before."""
    words = arguments.parse.words
    start, end = arguments.parse.sentences[sentence]
    for k in range(start + 1, end):
        first = k - (words[k - 1].lower() == "the")
        if words[first - 1].lower() not in _OPENING:
            continue
        for giver in arguments.by_token.get(k, ()):
            if giver.kind is not MentionKind.NAME or arguments.ranges[giver][0] != k:
                continue
            value = _find_value(arguments.ranges[giver][1], end, arguments)
            if value is not None and arguments.fits(giver, _GIVERS):
                target = _find_target(arguments.ranges[value][1], arguments)
                if target is not None or _closes(arguments.ranges[value][1], end, arguments):
                    yield Gap(giver=giver, value=value, target=target)
                break


def _find_value(token: int, end: int, arguments: ArgumentFinder) -> Mention | None:
    """The sum behind a name, with nothing between but its initials and what the money is."""
    words = arguments.parse.words
    if words[token : token + 1] in (["("], [","]):
        beside = _value_at(token + 1, arguments)  # "A ($5 million)", "A, $5 million;"
        if beside is not None and beside.origin == "money":
            return beside
    if words[token : token + 1] == ["("]:
        closing = [k for k in range(token, token + _INITIALS + 1) if words[k : k + 1] == [")"]]
        token = closing[0] + 1 if closing else end
    for k in range(token, min(token + _LONGEST, end)):
        found = _value_at(k, arguments)
        if found is not None:
            return found
        if words[k].lower() not in _WORDS:
            return None
    return None


def _value_at(token: int, arguments: ArgumentFinder) -> Mention | None:
    return next(
        (
            m
            for m in arguments.by_token.get(token, ())
            if arguments.ranges[m][0] == token and _is_sum(m, arguments)
        ),
        None,
    )


def _closes(token: int, end: int, arguments: ArgumentFinder) -> bool:
    """Whether a part of the row ends there, perhaps behind "in loans"."""
    words = arguments.parse.words
    while token < end and words[token].lower() in _WORDS - _TO | {"in"}:
        token += 1
    return token >= end or words[token].lower() in _CLOSING


def _find_target(token: int, arguments: ArgumentFinder) -> Mention | None:
    """ "and B 3 million in [the Zenda mill]": its own target."""
    words = arguments.parse.words
    if token >= len(words) or words[token].lower() not in _TO:
        return None
    first = token + 1 + (words[token + 1 : token + 2] in (["the"], ["a"], ["its"]))
    return next(
        (
            m
            for m in arguments.by_token.get(first, ())
            if arguments.ranges[m][0] == first
            and m.kind is not MentionKind.ADJECTIVE
            and arguments.fits(m, _TAKERS)
        ),
        None,
    )


def _find_base(
    gap: Gap, told: Sequence[Candidate], arguments: ArgumentFinder
) -> tuple[Candidate | None, bool]:
    """What the verb of the row tells last before the gap with a sum of its own; whether money is got, not given."""
    start = arguments.ranges[gap.giver][0]
    for candidate in sorted(told, key=lambda c: (c.token, c.confidence), reverse=True):
        subject, target = candidate.subject, candidate.object
        if not isinstance(target, Mention) or subject not in arguments.ranges:
            continue
        end = arguments.ranges[subject][1]
        if end > start or candidate.token >= start or target == gap.giver:
            continue
        sums = [v for k in range(end, start) if (v := _value_at(k, arguments)) is not None]
        if sums:
            return candidate, _is_received(target, subject, sums[0], gap, arguments)
    return None, False


def _is_received(
    target: Mention, subject: Mention, value: Mention, gap: Gap, arguments: ArgumentFinder
) -> bool:
    """ "lent [Peru] 5 million and [Chile] 3 million": those behind are given something too."""
    if target not in arguments.ranges:
        return False
    between = arguments.parse.words[arguments.ranges[target][1] : arguments.ranges[value][0]]
    given = arguments.ranges[target][0] > arguments.ranges[subject][0]
    lands = ("Country",)
    alike = arguments.fits(target, lands) and arguments.fits(gap.giver, lands)
    beside = len(between) <= _RECEIVED and "with" not in between
    behind = arguments.ranges[value][0] >= arguments.ranges[target][1]
    return (given and behind and beside) or (alike and not arguments.fits(subject, lands))
