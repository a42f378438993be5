"""Members of a row that the parser hangs on something else: "A, B and C", "X, a bank, and Y"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.asides import find_asides
from kg.extraction.clause import begins_clause, has_remainder, spread
from kg.extraction.headline_pairs import find_headline_mate
from kg.model.mention import Mention, MentionKind

if TYPE_CHECKING:
    from kg.extraction.arguments import ArgumentFinder

_CLASSES = ("Person", "Organization")
_DEEP = (
    4  # words between a member and what the next one hangs on: "X, minister of trade of Y, and Z"
)
_ASIDE = frozenset(["relcl", "acl"])
_NEVER_WITHIN = frozenset(["Country", "Region", "Province"])  # none lies in another of its kind
_DOWN = frozenset(["appos", "prep", "pobj"])


def find_row(
    token: int, types: tuple[str, ...], arguments: ArgumentFinder, told_by: int = -1
) -> list[Mention]:
    """All that the phrase headed by `token` stands for, and the rest of a row that it begins.

    `told_by` is the verb or noun that asks: what an aside tells is said of its own member alone.
    """
    found = arguments.find_all(token, types)
    if len(found) != 1 or found[0].kind is not MentionKind.NAME:
        return found
    first = found[0]
    if not arguments.ranges[first][0] <= token < arguments.ranges[first][1]:
        return found
    members = _find_apposed(token, first, types, arguments)
    members += [
        m
        for head in _find_strays(token, first, arguments)
        if (m := _find_like(first, head, types, arguments)) is not None
    ]
    behind = _find_behind_asides(first, types, arguments)
    if not behind or not arguments.ranges[first][1] <= told_by < arguments.ranges[behind[0]][0]:
        members += behind
    aside = told_by >= 0 and arguments.parse.deps[told_by] in _ASIDE
    if aside:  # "X, [who lived in Zenda], leaves two sons, Y and Z"
        end = arguments.ranges[first][1]
        members = [m for m in members if not end <= told_by < arguments.ranges[m][0]]
    if not members and (mate := find_headline_mate(first, types, arguments)) is not None:
        members.append(mate)
    return list(dict.fromkeys([first, *members]))


def _find_behind_asides(
    first: Mention, types: tuple[str, ...], arguments: ArgumentFinder
) -> list[Mention]:
    """ "set up by A, of Ruritania, B, of Tarn, and [C] to run it": what the aside's words hide from the parser."""
    words, found = arguments.parse.words, [first]
    closed = False
    while not closed:
        end = arguments.ranges[found[-1]][1]
        if words[end : end + 1] != [","]:
            break
        behind = None
        for joint in find_asides(end, arguments, of_works=False):
            if words[joint] != ",":
                continue
            closed = words[joint + 1 : joint + 2] == ["and"]
            behind = _find_name_at(joint + 1 + closed, first, types, arguments)
            if behind is not None:
                break
        if behind is None or _starts_anew(first, behind, arguments):
            return []
        found.append(behind)
    return found[1:] if closed else []


def _find_name_at(
    token: int, first: Mention, types: tuple[str, ...], arguments: ArgumentFinder
) -> Mention | None:
    """The name of the same kind that begins at a token."""
    token += arguments.parse.lemmas[token : token + 1] == ["the"]
    return next(
        (
            m
            for m in arguments.by_token.get(token, ())
            if m.kind is MentionKind.NAME
            and arguments.ranges[m][0] == token
            and arguments.fits(m, types)
            and _are_alike(first, m, arguments)
        ),
        None,
    )


def _starts_anew(first: Mention, behind: Mention, arguments: ArgumentFinder) -> bool:
    """ "bought A, of Ruritania, and B lost money": the name behind is the subject of a clause of its own."""
    parse = arguments.parse
    head, before = arguments.ranges[behind][1] - 1, arguments.ranges[first][1] - 1
    acts = parse.deps[head].startswith("nsubj") or begins_clause(head, parse)
    return has_remainder(head, parse) or (acts and not parse.deps[before].startswith("nsubj"))


def _find_apposed(
    token: int, first: Mention, types: tuple[str, ...], arguments: ArgumentFinder
) -> list[Mention]:
    """ "A, B and C" where B seems to stand for A."""
    parse = arguments.parse
    end = arguments.ranges[first][1]
    for child in parse.children[token]:
        joined = spread(parse.children, parse.deps, child) if child > token else []
        if parse.deps[child] != "appos" or parse.words[end : end + 1] != [","]:
            continue
        if len(joined) == 1:
            second = _find_between(token, child, first, types, arguments)
            if second is not None:
                return [second]
            continue
        members = [_find_like(first, head, types, arguments) for head in joined]
        second = members[0]
        if second is None or arguments.ranges[second][0] not in (end + 1, end + 2):
            continue
        if any(parse.lemmas[k] in {"and", "or", "&"} for k in range(child, joined[-1])):
            return [m for m in members if m is not None]
    return []


def _find_between(
    token: int, child: int, first: Mention, types: tuple[str, ...], arguments: ArgumentFinder
) -> Mention | None:
    """ "Peru, [Chile], the Bahamas and Cuba": all but the second seem to be joined to the first."""
    parse = arguments.parse
    if first.type not in _NEVER_WITHIN or not any(
        parse.deps[c] == "conj" and c > child for c in parse.children[token]
    ):
        return None
    second = _find_like(first, child, types, arguments)
    return second if second is not None and second.type == first.type else None


def _find_strays(token: int, first: Mention, arguments: ArgumentFinder) -> list[int]:
    """The conjuncts below a member that are no fellows of what they hang on."""
    parse = arguments.parse
    start, end = arguments.ranges[first]
    below = [(k, 0) for k in range(start, end) if k != token]
    below += [(c, 1) for c in parse.children[token] if c >= end and parse.deps[c] in _DOWN]
    found: list[int] = []
    while below:
        head, depth = below.pop(0)
        own = arguments.by_token.get(head, ())
        for child in parse.children[head]:
            if child < end:
                continue
            if parse.deps[child] == "conj":
                outside = start <= head < end or not any(
                    _are_alike(first, m, arguments) for m in own
                )
                found.extend(spread(parse.children, parse.deps, child) if outside else [])
            elif depth and depth < _DEEP and parse.deps[child] in _DOWN:
                below.append((child, depth + 1))
    return found


def _find_like(
    first: Mention, head: int, types: tuple[str, ...], arguments: ArgumentFinder
) -> Mention | None:
    """The name of the same kind that a word heads, if it is one."""
    found = arguments.find(head, types)
    if found is None or found.kind is not MentionKind.NAME:
        return None
    start, end = arguments.ranges[found]
    return found if start <= head < end and _are_alike(first, found, arguments) else None


def _are_alike(first: Mention, second: Mention, arguments: ArgumentFinder) -> bool:
    if first.type == second.type:
        return True
    is_a = arguments.ontology.is_a
    return any(is_a(first.type, kind) and is_a(second.type, kind) for kind in _CLASSES)
