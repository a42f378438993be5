"""Two rows told "respectively": the first of one goes with the first of the other, and the second with the second."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.model.claim import Qualifier
from kg.model.mention import Mention, MentionKind
from kg.model.quantity import Quantity

_IN_TURN = "respectively"
_JOINTS = frozenset([",", "and", "the", "&", "of", "to"])
_AMOUNTS = {"investsIn": "amount", "acquires": "amount", "owns": "share"}
_UNITS = {"amount": "money", "share": "percent"}
_ROWS = frozenset([MentionKind.NAME, MentionKind.QUANTITY])


@dataclass(frozen=True, slots=True)
class Turn:
    """The row that comes first in a sentence, and that which is told of it in turn."""

    sentence: int
    ones: tuple[Mention, ...]
    others: tuple[Mention, ...]


def settle_turns(candidates: list[Candidate], arguments: ArgumentFinder) -> list[Candidate]:
    """The candidates with each of a row beside what is told of it in turn, and beside nothing else."""
    for token, word in enumerate(arguments.lower):
        turn = _find_turn(token, arguments) if word == _IN_TURN else None
        if turn is not None:
            candidates = [*_settle(turn, candidates, arguments)]
    return candidates


def _find_turn(token: int, arguments: ArgumentFinder) -> Turn | None:
    """The last row before the word, and the nearest row before that one of as many names."""
    sentence = arguments.parse.sentence_of[token]
    rows = [*_list_rows(arguments.parse.sentences[sentence][0], token, arguments)]
    others = rows[-1] if rows else ()
    named = (r for r in reversed(rows[:-1]) if len(r) == len(others))
    ones = next((r for r in named if r[0].kind is MentionKind.NAME), None)
    return Turn(sentence, ones, others) if ones is not None else None


def _list_rows(first: int, last: int, arguments: ArgumentFinder) -> Iterator[tuple[Mention, ...]]:
    """Names or values that only commas and "and" part, from left to right."""
    row: list[Mention] = []
    end = first
    for mention in _list_outer(first, last, arguments):
        start = arguments.ranges[mention][0]
        between = arguments.lower[end:start]
        if row and mention.kind is row[0].kind and 0 < len(between) <= 3:
            joined = _JOINTS.issuperset(between) and not {",", "and"}.isdisjoint(between)
        else:
            joined = False
        if not joined:
            if len(row) > 1:
                yield tuple(row)
            row = []
        row.append(mention)
        end = arguments.ranges[mention][1]
    if len(row) > 1:
        yield tuple(row)


def _list_outer(first: int, last: int, arguments: ArgumentFinder) -> Iterator[Mention]:
    """The names and values between two tokens that lie in no other."""
    end = first
    for token in range(first, last):
        found = [m for m in arguments.by_token.get(token, ()) if m.kind in _ROWS]
        outer = max(found, key=lambda m: arguments.ranges[m][1], default=None)
        if outer is not None and token >= end and arguments.ranges[outer][0] == token:
            end = arguments.ranges[outer][1]
            yield outer


def _settle(
    turn: Turn, candidates: list[Candidate], arguments: ArgumentFinder
) -> Iterator[Candidate]:
    told: dict[int, Candidate] = {}
    paired: set[int] = set()
    for candidate in candidates:
        if arguments.parse.sentence_of[candidate.token] != turn.sentence:
            yield candidate
            continue
        _set_amount(turn, candidate, arguments)
        one = _index(turn.ones, candidate, arguments)
        other = _index(turn.others, candidate, arguments)
        if one is None or other is None or one == other:
            yield candidate
        if one is not None and one == other:
            told.setdefault(one, candidate)
            paired.add(one)
    known = next(iter(told.values()), None)
    for k in range(len(turn.ones)) if known is not None else ():
        if k not in paired and known is not None:
            yield _repeat(turn, k, known, arguments)


def _index(row: tuple[Mention, ...], candidate: Candidate, arguments: ArgumentFinder) -> int | None:
    """Which of a row a candidate tells of."""
    for k, mention in enumerate(row):
        for thing in (candidate.subject, candidate.object):
            if isinstance(thing, Mention) and _is_same(mention, thing, arguments):
                return k
    return None


def _is_same(one: Mention, other: Mention, arguments: ArgumentFinder) -> bool:
    if one.kind is MentionKind.QUANTITY:
        return one.span.start == other.span.start and other.kind is MentionKind.QUANTITY
    return arguments.find_first(one) == arguments.find_first(other)


def _set_amount(turn: Turn, candidate: Candidate, arguments: ArgumentFinder) -> None:
    """ "loans of $5 and $4 million, respectively, from A and B": each its own amount or share."""
    name = _AMOUNTS.get(candidate.rule.predicate)
    one = _index(turn.ones, candidate, arguments)
    if name is None or one is None or turn.others[one].origin != _UNITS[name]:
        return
    value = turn.others[one].value
    known = next((q.value for q in candidate.qualifiers if q.name == name), None)
    if isinstance(value, Quantity) and (known is None or _is_of_row(known, turn)):
        kept = [q for q in candidate.qualifiers if q.name != name]
        candidate.qualifiers = [*kept, Qualifier(name=name, value=value)]


def _is_of_row(known: object, turn: Turn) -> bool:
    return any(m.value == known for m in turn.others)


def _repeat(turn: Turn, k: int, known: Candidate, arguments: ArgumentFinder) -> Candidate:
    """What is told of one of a row, told of another."""
    thing = known.object
    if isinstance(thing, Mention):
        thing = _swap(turn, k, thing, arguments)
    return replace(known, subject=_swap(turn, k, known.subject, arguments), object=thing)


def _swap(turn: Turn, k: int, thing: Mention, arguments: ArgumentFinder) -> Mention:
    """Another of a row in the place of one of it; whatever else stays."""
    for row in (turn.ones, turn.others):
        if any(_is_same(mention, thing, arguments) for mention in row):
            return _in_unit(row[k], thing, arguments)
    return thing


def _in_unit(mention: Mention, known: Mention, arguments: ArgumentFinder) -> Mention:
    """A bare number in the unit that the first one of its row was given."""
    one, other = mention.value, known.value
    if not isinstance(one, Quantity) or not isinstance(other, Quantity) or one.unit:
        return mention
    counted = replace(mention, value=replace(one, unit=other.unit))
    arguments.ranges[counted] = arguments.ranges[mention]
    return counted
