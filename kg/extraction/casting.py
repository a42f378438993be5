"""Names whose type the words around them decide: companies in a list of clients, titles of works.

A rule asks for them with the types Named (taken for a company) and Title (taken for a product).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extraction.cast_posts import has_post
from kg.extraction.name_runs import (
    find_run,
    is_dated,
    is_held,
    is_owner_of_title,
    only_describes,
    tells_place,
)
from kg.extraction.no_casts import (
    is_addressed,
    is_called_built,
    is_model,
    is_no_cast,
    is_service_end,
)
from kg.extraction.titled_rows import bears_post
from kg.lexicon import load_lexicon
from kg.model.document import Span
from kg.model.mention import GUESS, TOLD, Mention, MentionKind

if TYPE_CHECKING:
    from kg.extraction.arguments import ArgumentFinder

CAST = "cast"  # the origin of names that a rule has taken for its own type
CASTS = {"Named": "Company", "Title": "Product"}
_GIVEN = load_lexicon("given_names").get("given")
SEATED = (["-", "based"], ["-", "headquartered"])
_SURE_ORIGINS = frozenset(["gazetteer", "head noun", "mark", TOLD])
_MADE = (
    load_lexicon("triggers").get("works")
    | load_lexicon("triggers").get("goods")
    | load_lexicon("triggers").get("wares")
)
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
_FIRMS = load_lexicon("triggers").get("company_nouns")
_CUES = load_lexicon("phrases").get(
    "example_cues"
)  # behind them a title may look like a person's name
_NO_TITLES = load_lexicon("phrases").get("no_titles")
_ACRONYMS = load_lexicon("names").get("not_names")  # "ARPU" is no work
_OPENING = frozenset(["nsubj", "nsubjpass", "poss"])
_OPENED = 14  # tokens that a phrase before the subject may have
_ADVERBIAL = frozenset(["IN", "RB", "VBG", "VBN", "TO"])
_FINITE = frozenset(["VBZ", "VBD", "VBP", "MD", "POS"])
_DEEDS = (
    load_lexicon("triggers").get("makes")
    | load_lexicon("triggers").get("keeps")
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
    kind = None if CASTS.keys().isdisjoint(types) else next(CASTS[t] for t in types if t in CASTS)
    if kind is None or position >= len(arguments.parse.words):
        return None
    key = position, kind, inside
    if key not in arguments.casts:
        arguments.casts[key] = _make_cast(position, kind, arguments, inside=inside)
    return arguments.casts[key]


def _make_cast(
    position: int, kind: str, arguments: ArgumentFinder, *, inside: bool
) -> Mention | None:
    title = kind == "Product"
    before = arguments.parse.words[position - 1].lower() if position else ""
    if is_addressed(position, before, arguments, work=title and not inside) or (
        title and is_service_end(position, arguments)
    ):
        return None
    beside = title and before in _MADE
    listed = title and before in _CUES
    bounds = find_run(position, arguments, title=title, inside=inside or listed)
    if (
        bounds is None
        or is_held(bounds[1], arguments)
        or (title and not _may_be_title(bounds, arguments))
    ):
        return None
    kinded = inside and arguments.parse.words[bounds[1] : bounds[1] + 1]  # "Tarka Club rum"
    beside = beside or bool(title and kinded and kinded[0] in _MADE)
    never = frozenset(["Country"]) if beside else _NEVER if inside or listed else None
    if title and never is _NEVER:  # "its portfolio includes Norvik Foods"
        never |= {"Company"}
    person = title and (inside or beside or listed)  # "The Harbour, Jane Eyre and Dusk"
    if is_no_cast(bounds, arguments) or _ends_in_name(bounds, arguments):
        return None
    if is_called_built(bounds, arguments) if title else is_model(bounds, arguments):
        return None
    if not _may_be_cast(bounds, arguments, never, person=person) and not (
        title and is_dated(bounds[1], arguments)
    ):
        return None
    return _make_mention(bounds, kind, arguments)


def _make_mention(bounds: tuple[int, int], kind: str, arguments: ArgumentFinder) -> Mention:
    start, end = bounds
    parse = arguments.parse
    span = Span(parse.starts[start], parse.ends[end - 1])
    text = arguments.text[span.start : span.end]
    made = Mention(span=span, text=text, type=kind, kind=MentionKind.NAME, origin=CAST)
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


def _may_be_title(bounds: tuple[int, int], arguments: ArgumentFinder) -> bool:
    """Whether the words are no letter, and tell of no other title and no place behind them."""
    end = bounds[1]
    last = arguments.parse.words[end - 1].lower()
    first = arguments.parse.words[bounds[0]]
    acronym = arguments.parse.words[end - 1].isupper() and last in _ACRONYMS
    acronym = acronym or (first[:2].isupper() and first.lower() in _ACRONYMS)  # "SUV in Peru"
    if (
        last == "round" or acronym or (end - bounds[0] == 1 and last in _NO_TITLES)
    ):  # "Series A Funding Round"
        return False
    return not (
        _is_letter(bounds, arguments)
        or has_post(end, arguments)
        or only_describes(end, arguments)
        or is_owner_of_title(end, arguments)
        or tells_place(end, arguments)
    )


def _may_be_cast(
    bounds: tuple[int, int],
    arguments: ArgumentFinder,
    never: frozenset[str] | None,
    *,
    person: bool = False,
) -> bool:
    """Whether nothing sure is known of the words: no place, person, date or title of a post.

    With `never` only those types count among the names that are known surely, with `person` a person's
    name counts not. A letter alone is no name: "Series B".
    """
    first = arguments.parse.words[bounds[0]]
    if bounds[1] - bounds[0] == 1 and (len(first) == 1 or first.lower() in _ACRONYMS):
        return False  # a letter, "an EV and battery firm"
    for mention in arguments.by_token.get(bounds[0], ()):
        counted = (
            mention.kind is MentionKind.QUANTITY and not person
        )  # "13 Steps" in a list of works
        if counted or mention.kind in {MentionKind.PERIOD, MentionKind.POST}:
            return False
        sure = mention.origin in _SURE_ORIGINS and (never is None or mention.type in never)
        if mention.kind is MentionKind.ADJECTIVE or sure:
            return False
        if mention.kind is MentionKind.NAME and arguments.ranges[mention][0] < bounds[0]:
            return False
        if _goes_on(mention, bounds, arguments) or _is_where(mention, bounds, arguments):
            return False
        if arguments.is_seat(mention):
            return False
        if not person and mention.type in {"Person", "Official"} and mention.origin != GUESS:
            words = mention.text.lower().split()
            if len(words) > 1 and (words[0] in _GIVEN or bears_post(mention, arguments)):
                return False
    return True


def _ends_in_name(bounds: tuple[int, int], arguments: ArgumentFinder) -> bool:
    """Whether only what a known name is called stands before it."""
    before = arguments.parse.words[bounds[0] : bounds[1]]
    return any(
        m.kind is MentionKind.NAME
        and arguments.ranges[m][0] > bounds[0]
        and arguments.ranges[m][1] == bounds[1]
        and before[arguments.ranges[m][0] - bounds[0] - 1].lower() in _FIRMS
        for m in arguments.by_token.get(bounds[1] - 1, ())
    )


def _goes_on(mention: Mention, bounds: tuple[int, int], arguments: ArgumentFinder) -> bool:
    """ "the Zenda grain terminal": the capitals only tell which thing is meant."""
    longer = arguments.ranges[mention][0] <= bounds[0] and arguments.ranges[mention][1] > bounds[1]
    return longer and arguments.fits(mention, ("Facility", "TransportCorridor", "Project"))


def _is_where(mention: Mention, bounds: tuple[int, int], arguments: ArgumentFinder) -> bool:
    """ "the mine in Zenda is owned by", "Zenda-based": a town that tells where something is owns and makes nothing."""
    before = arguments.parse.words[bounds[0] - 1] if bounds[0] else ""
    told = before in {"in", "near", "outside"} and arguments.fits(mention, ("City", "District"))
    return told or arguments.parse.words[bounds[1] : bounds[1] + 2] in SEATED


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
