"""Names whose type the words around them decide: companies in a list of clients, titles of works.

A rule asks for them with the types Named (taken for a company) and Title (taken for a product).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.lexicon import load_lexicon
from kg.model.document import Span
from kg.model.mention import GUESS, Mention, MentionKind

if TYPE_CHECKING:
    from kg.extraction.arguments import ArgumentFinder

CAST = "cast"  # the origin of names that a rule has taken for its own type
CASTS = {"Named": "Company", "Title": "Product"}
_WORDS = load_lexicon("phrases")
_INSIDE = _WORDS.get("title_joiners")
_NO_STARTS = _WORDS.get("no_title_starts")
_GIVEN = load_lexicon("given_names").get("given")
_SURE_ORIGINS = frozenset(["gazetteer", "head noun", "mark"])
_QUOTES = {"“": "”", '"': '"', "``": "''", "‘": "’"}
_LONGEST, _DESCRIBED = 10, 3
_WORKS = load_lexicon("triggers").get("works")
_GOODS = load_lexicon("triggers").get("goods")
_NEVER = frozenset(
    [
        "Country",
        "Province",
        "Region",
        "GovernmentBody",
        "Association",
        "ResearchBody",
        "IntergovernmentalBody",
    ]
)
_BUILT = load_lexicon("triggers").get("facility_nouns") | load_lexicon("triggers").get("premises")
_ENDING = frozenset(["for", "on", "with", "at", "from"])
_PARTING = frozenset(
    ["from", "with", "to", "at", "on", "vs."]
)  # in titles, not in names of companies
_OPENING = frozenset(["nsubj", "nsubjpass", "poss"])
_OPENED = 14  # tokens that a phrase before the subject may have
_ADVERBIAL = frozenset(["IN", "RB", "VBG", "VBN", "TO"])
_FINITE = frozenset(["VBZ", "VBD", "VBP", "MD", "POS"])
_DEEDS = (
    load_lexicon("triggers").get("makes")
    | load_lexicon("triggers").get("serving")
    | load_lexicon("triggers").get("partner_verbs")
)
_NO_NAME = frozenset(["DT", "PRP", "PRP$", "CC", "WDT", "WP", "WRB", "EX", "MD", "TO", "IN"])


def _is_letter(bounds: tuple[int, int], arguments: ArgumentFinder) -> bool:
    """ "Series B": a letter is no title."""
    return bounds[1] - bounds[0] == 1 and len(arguments.parse.words[bounds[0]]) == 1


def find_cast(
    position: int, types: tuple[str, ...], arguments: ArgumentFinder, *, inside: bool = False
) -> Mention | None:
    """The name that begins at `position`, as what a rule with Named or Title takes it for.

    `inside` a list whose first member is found a name that is known otherwise ("Santander") may be
    taken as well.
    """
    kind = next((CASTS[t] for t in types if t in CASTS), None)
    if kind is None or position >= len(arguments.parse.words):
        return None
    bounds = _find_quoted(position, arguments) or _find_capitals(position, arguments, kind)
    if bounds is None or (kind == "Product" and _is_letter(bounds, arguments)):
        return None
    if kind == "Product" and (
        _only_describes(bounds[1], arguments) or _tells_place(bounds[1], arguments)
    ):
        return None
    beside = kind == "Product" and arguments.parse.words[position - 1].lower() in _WORKS | _GOODS
    never = frozenset(["Country"]) if beside else _NEVER if inside else None
    if not _may_be_cast(bounds, arguments, never) and not (
        kind == "Product" and _is_dated(bounds[1], arguments)
    ):
        return None
    start, end = bounds
    parse = arguments.parse
    span = Span(parse.starts[start], parse.ends[end - 1])
    made = Mention(
        span=span,
        text=arguments.text[span.start : span.end],
        type=kind,
        kind=MentionKind.NAME,
        origin=CAST,
    )
    arguments.ranges[made] = bounds
    return made


def swap_cast(found: Mention, mentions: tuple[Mention, ...]) -> dict[Mention, Mention]:
    """The mention of the same words that the cast one replaces."""
    if found.origin != CAST:
        return {}
    return {
        m: replace(m, type=found.type)
        for m in mentions
        if m.span == found.span and m.kind is MentionKind.NAME
    }


def _find_quoted(position: int, arguments: ArgumentFinder) -> tuple[int, int] | None:
    words = arguments.parse.words
    closing = _QUOTES.get(words[position])
    if closing is None:
        return None
    for k in range(position + 2, min(position + _LONGEST, len(words))):
        if words[k] == closing:
            return position + 1, k - (words[k - 1] == ",")
    return None


def _find_capitals(position: int, arguments: ArgumentFinder, kind: str) -> tuple[int, int] | None:
    """A run of capitals with the small words inside it: "The Lighthouse of Zenda"."""
    words = arguments.parse.words
    sentence = arguments.parse.sentence_of[position]
    limit = min(arguments.parse.sentences[sentence][1], position + _LONGEST)
    if not _is_capital(words[position]):
        return None
    if words[position].lower() in _NO_STARTS and not _opens_title(position, limit, arguments, kind):
        return None
    end = position + 1
    while end < limit:
        if _is_capital(words[end]) or words[end][:1].isdigit():
            end += 1
            continue
        gap = 1 + (words[end + 1 : end + 2] == ["the"])
        after = words[end + gap : end + gap + 1]
        joins = _INSIDE if kind == "Product" else _INSIDE - _PARTING
        inside = words[end].lower() in joins or (kind == "Product" and words[end] == ":")
        if kind == "Product" and words[end] in _ENDING and words[end - 1].lower() in _WORKS:
            break  # "The Tarka Show for Norvik"
        if words[end] in {"in", "on"} and after[0].lower() in _NO_STARTS:
            break  # "The Tarka Report in May"
        if not (inside and after and _is_capital(after[0])):
            break
        end += gap + 1
    if kind == "Product" and words[end : end + 1] == ["-"] and words[end + 1 : end + 2]:
        joined = arguments.parse.ends[end - 1] == arguments.parse.starts[end]
        if joined and words[end + 1][:1].islower():
            return None  # "the Ruritanian-language X"
    return position, min(end, limit)


def _opens_title(position: int, limit: int, arguments: ArgumentFinder, kind: str) -> bool:
    """ "It Follows the Sun", "Friday (1995)": a pronoun or day that begins a title."""
    if kind != "Product":
        return False
    if _is_dated(position + 1, arguments):
        return True
    following = arguments.parse.words[position + 1 : min(position + 4, limit)]
    return len(following) == 3 and all(word[:1].isupper() for word in following)


def _is_capital(word: str) -> bool:
    return word[:1].isupper() or (word[1:2].isupper() and word[:1].islower())  # "iPod"


def _only_describes(end: int, arguments: ArgumentFinder) -> bool:
    """ "the BBC series X": a name before what kind of work another name is."""
    words = arguments.parse.words
    for k in range(end, min(end + _DESCRIBED, len(words) - 1)):
        if words[k].lower() not in _WORKS:
            return False
        if words[k] in _WORKS and _is_capital(words[k + 1]):
            return True
    return False


def _tells_place(end: int, arguments: ArgumentFinder) -> bool:
    """ "the Tarka copper mine": a name before a common noun for what stands somewhere."""
    words = arguments.parse.words
    for k in range(end, min(end + _DESCRIBED, len(words))):
        if words[k] in _BUILT:
            return True
        if not arguments.parse.tags[k].startswith("NN") or not words[k].islower():
            return False
    return False


def _is_dated(end: int, arguments: ArgumentFinder) -> bool:
    """ "X (1999)", "X (2010–2013)": what has its year in brackets in a list of works is one."""
    words = arguments.parse.words[end : end + 2]
    return words[:1] == ["("] and words[1][:4].isdigit() and words[1][:2] in {"18", "19", "20"}


def _may_be_cast(
    bounds: tuple[int, int], arguments: ArgumentFinder, never: frozenset[str] | None
) -> bool:
    """Whether nothing sure is known of the words: no place, person, date or title of a post.

    With `never` only those types count among the names that are known surely. A letter alone is no
    name: "Series B".
    """
    if bounds[1] - bounds[0] == 1 and len(arguments.parse.words[bounds[0]]) == 1:
        return False
    for mention in arguments.by_token.get(bounds[0], ()):
        if mention.kind in {MentionKind.PERIOD, MentionKind.POST, MentionKind.QUANTITY}:
            return False
        sure = mention.origin in _SURE_ORIGINS and (never is None or mention.type in never)
        if mention.kind is MentionKind.ADJECTIVE or sure:
            return False
        if mention.kind is MentionKind.NAME and arguments.ranges[mention][0] < bounds[0]:
            return False
        if arguments.is_seat(mention):
            return False
        if mention.type in {"Person", "Official"} and mention.origin != GUESS:
            words = mention.text.lower().split()
            if len(words) > 1 and words[0] in _GIVEN:
                return False
    return True


def fit_anchor(
    mention: Mention, types: tuple[str, ...], arguments: ArgumentFinder
) -> Mention | None:
    """The mention where it is of one of the types, or the name that begins there as what a rule takes it for."""
    if arguments.fits(mention, types):
        return mention
    if mention.kind is not MentionKind.NAME or CASTS.keys().isdisjoint(types):
        return None
    return find_cast(arguments.ranges[mention][0], types, arguments)


def fit_first(
    mention: Mention, types: tuple[str, ...], arguments: ArgumentFinder
) -> Mention | None:
    """The mention that a pattern may begin with: of its types, if need be one that points to nothing named."""
    if mention.kind is MentionKind.PRONOUN and mention not in arguments.resolved:
        return arguments.open.take(mention, types)
    if mention.origin == CAST:
        return mention if "Named" in types else None
    if (
        mention.type in {"Person", "Official"} and mention in arguments.resolved
    ):  # "Doe", told of before
        return mention if arguments.fits(mention, types) else None
    return fit_anchor(mention, types, arguments)


def find_openings(arguments: ArgumentFinder) -> list[Mention]:
    """Proper names that open a sentence as its subject and were not found: "Inkling announced …"."""
    found = []
    for start, end in arguments.parse.sentences:
        for first in _find_places(start, end, arguments) if start < end else ():
            cast = (
                None if arguments.by_token.get(first) else find_cast(first, ("Named",), arguments)
            )
            if cast is not None and _acts(first, arguments.ranges[cast][1], arguments):
                found.append(cast)
                break
    return found


def _find_places(start: int, end: int, arguments: ArgumentFinder) -> Iterator[int]:
    """Where a sentence may name its subject: at its beginning, behind "In 2010," and the like."""
    words, tags = arguments.parse.words, arguments.parse.tags
    yield start + (words[start] == "The" and start + 1 < end)
    if tags[start] in _ADVERBIAL:
        comma = next((k for k in range(start, min(start + _OPENED, end)) if words[k] == ","), end)
        if comma + 1 < end:
            yield comma + 1


def _acts(first: int, end: int, arguments: ArgumentFinder) -> bool:
    """Whether the capitals from `first` to `end`, of no mention, are a name and a subject."""
    parse = arguments.parse
    if any(arguments.by_token.get(k) for k in range(first, end)):
        return False
    if parse.tags[first].startswith("NNP") and parse.deps[end - 1] in _OPENING:
        return True
    following = parse.tags[end : end + 2]
    behind = end + (following[:1] == ["RB"])
    acts = parse.tags[behind : behind + 1] and (
        parse.tags[behind] in _FINITE or parse.words[behind] in _DEEDS
    )
    odd = any(any(c.isupper() for c in word[1:]) for word in parse.words[first:end])
    named = all(parse.tags[k] not in _NO_NAME for k in range(first, end)) and end - first > 1
    return (bool(acts) and (odd or named)) or (odd and parse.deps[end - 1] in _OPENING)
