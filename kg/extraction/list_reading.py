"""Plurals that tell their members: "counties including A, B and C", "13 countries — A, B and C"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.clause import spread
from kg.extraction.fields import find_row as find_wares
from kg.extraction.listing import find_lists, find_member
from kg.extraction.placed_rows import find_placed_row
from kg.extraction.rows import find_row
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind

if TYPE_CHECKING:
    from kg.extraction.arguments import ArgumentFinder

_WORDS = load_lexicon("arguments")
_LIST_CUES = _WORDS.get("list_cues")
_RANGE_CUES = _WORDS.get("range_cues")
_LIST_OPENERS = _WORDS.get("list_openers")


def find_represented(
    token: int, types: tuple[str, ...], arguments: ArgumentFinder
) -> list[Mention]:
    """ "delegates from 13 countries — A, B and C", "officials of A and B"."""
    heads = [
        head
        for child in arguments.parse.children[token]
        if arguments.parse.deps[child] == "prep"
        and arguments.passes(token, arguments.parse.lemmas[child])
        for head in _governed(child, arguments)
    ]
    found: list[Mention] = []
    for head in heads:
        found.extend(find_row(head, types, arguments))
    if not found:  # "the two countries' ministers"
        owners = [c for c in arguments.parse.children[token] if arguments.parse.deps[c] == "poss"]
        members = [m for c in owners for m in arguments.groups.find(c)]
        found = [m for m in members if arguments.fits(m, types)]
    return found


def find_listed(token: int, types: tuple[str, ...], arguments: ArgumentFinder) -> list[Mention]:
    """ "counties including A, B and C", "two firms, A and B"."""
    parse = arguments.parse
    placed = find_placed_row(token, types, arguments)
    if placed or parse.tags[token] not in {"NNS", "NNPS"}:
        return placed
    heads: list[int] = []
    for child in (*parse.children[token], *_find_hung_higher(token, arguments)):
        if parse.lemmas[child] in _RANGE_CUES:  # "ranging from A to B"
            heads.extend(_find_range(child, arguments))
        elif parse.lemmas[child] in _LIST_CUES or (
            parse.lemmas[child] == "as" and child > 0 and parse.lemmas[child - 1] == "such"
        ):
            for inner in parse.children[child]:
                if parse.deps[inner] in {"pobj", "dobj"}:
                    heads.extend(spread(parse.children, parse.deps, inner))
        elif parse.deps[child] == "appos" and child > token:
            heads.extend(spread(parse.children, parse.deps, child))
    found = [m for head in heads for m in _find_members(head, types, arguments)]
    listed = [m for m in found if _is_listable(m, arguments)]
    beside = find_listed_beside(token, types, arguments)
    listed = beside if len(beside) > len(listed) else listed
    named = any(m.kind is MentionKind.NAME for m in arguments.by_token.get(token, ()))
    return [] if named and len(listed) == 1 else listed  # "Norvik Lines (Nasdaq: NVK)"


def _find_hung_higher(token: int, arguments: ArgumentFinder) -> list[int]:
    """The cue of "a range of products, [including] A": the parser may hang it on the range."""
    parse = arguments.parse
    of = parse.heads[token]
    above = parse.heads[of]
    if parse.deps[token] != "pobj" or parse.lemmas[of] != "of":
        return []
    if parse.lemmas[above] not in arguments.transparent:
        return []
    return [c for c in parse.children[above] if c > token and parse.lemmas[c] in _LIST_CUES]


def _find_members(head: int, types: tuple[str, ...], arguments: ArgumentFinder) -> list[Mention]:
    """What a member of a list stands for: "including [officials of A and B]"."""
    rows = find_wares(head, arguments) if types == ("Product",) else []
    if rows:  # "including [urea, sugar and boats]", which the parser takes for one
        return rows
    single = arguments.find(head, types)
    if single is None or arguments.parse.tags[head] != "NNS":
        return [] if single is None else [single]
    return find_represented(head, types, arguments) or [single]


def find_listed_beside(
    token: int, types: tuple[str, ...], arguments: ArgumentFinder
) -> list[Mention]:
    """ "13 countries — A, B and C —": a list after a dash, a colon or "including", by its words."""
    token = _pass_place(token, arguments)
    words = [w.lower() for w in arguments.parse.words[token + 1 : token + 4]]
    comma = int(words[:1] == [","])
    cue = " ".join(words[comma : comma + 2])
    length = next(
        (n for n in (1, 2) if " ".join(words[comma : comma + n]) in _LIST_OPENERS and cue),
        0,
    )
    if not length:
        return []
    first = find_member(token + 1 + comma + length, types, arguments)
    return list(find_lists(first, types, arguments)[0]) if first is not None else []


def _pass_place(token: int, arguments: ArgumentFinder) -> int:
    """The last token of "in Tarn" behind a noun whose members follow: "ports [in Tarn], including A and B"."""
    if arguments.parse.lemmas[token + 1 : token + 2] not in (["in"], ["at"], ["across"], ["on"]):
        return token
    at = token + 2 + (arguments.parse.lemmas[token + 2 : token + 3] == ["the"])
    ends = [
        arguments.ranges[m][1]
        for m in arguments.by_token.get(at, ())
        if m.kind is MentionKind.NAME and arguments.fits(m, ("Place",))
    ]
    return max(ends) - 1 if ends else token


def _find_range(cue: int, arguments: ArgumentFinder) -> list[int]:
    """Both ends of "ranging from A to B"; "to B" may hang on the verb above."""
    parse = arguments.parse
    found = [h for c in parse.children[cue] for h in _governed(c, arguments)]
    if all(parse.lemmas[c] != "to" for c in parse.children[cue]):
        verb = parse.heads[parse.heads[cue]]
        for child in parse.children[verb]:
            if child > cue and parse.lemmas[child] == "to" and parse.deps[child] == "prep":
                found.extend(_governed(child, arguments))
    return found


def _is_listable(mention: Mention, arguments: ArgumentFinder) -> bool:
    """A name, or a thing without one; "the operator" beside a plural name is no list of it."""
    if mention.kind is MentionKind.NOMINAL:
        return not arguments.ontology.is_a(mention.type, "Agent")
    return mention.kind is MentionKind.NAME


def _governed(preposition: int, arguments: ArgumentFinder) -> list[int]:
    parse = arguments.parse
    return [
        head
        for inner in parse.children[preposition]
        if parse.deps[inner] == "pobj"
        for head in spread(parse.children, parse.deps, inner)
    ]
