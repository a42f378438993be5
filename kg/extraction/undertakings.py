"""What "the contract", "the works" are about: the only thing that is built, told just before."""

from collections.abc import Sequence

from kg.extraction.arguments import ArgumentFinder
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind
from kg.model.parse import Parse

_NEAR = 2  # sentences back
_BUILT = ("Facility", "TransportCorridor", "Project", "EconomicZone")
_BUILDING = load_lexicon("triggers").get("building_nouns")
_STOPS = frozenset([".", "!", "?", "”", '"'])
_PLACES = frozenset(["in", "at", "near", "from", "to", "of", "outside"])


def find_main_work(arguments: ArgumentFinder, token: int) -> Mention | None:
    """What "the contractor" works at: the only such thing of the lead, else of all that is told before `token`."""
    parse = arguments.parse
    lead = next((n for n, (_, end) in enumerate(parse.sentences) if _closes(parse, end)), 0)
    here = parse.sentence_of[token]
    return _find_only(arguments, token, 0, min(lead, here)) or _find_only(arguments, token, 0, here)


def find_undertaking(arguments: ArgumentFinder, token: int) -> Mention | None:
    """The only such thing of the sentences before `token`; where others only tell its place, the first."""
    here = arguments.parse.sentence_of[token]
    return _find_only(arguments, token, here - _NEAR, here)


def find_built(
    arguments: ArgumentFinder, subjects: Sequence[int], kinds: tuple[str, ...]
) -> list[Mention]:
    """ "Construction of the bridge cost": the bridge; "construction will cost": what was told of before."""
    parse = arguments.parse
    built = [t for t in subjects if parse.lemmas[t] in _BUILDING]
    behind = [c for t in built for c in parse.children[t] if parse.deps[c] in {"prep", "poss"}]
    if built and not behind:
        works = find_undertaking(arguments, built[0])
        return [works] if works is not None else []
    of = [c for c in behind if parse.lemmas[c] == "of"]
    found = (m for c in of for k in parse.children[c] for m in arguments.find_all(k, kinds))
    return [*found][:1]


def _closes(parse: Parse, end: int) -> bool:
    """Whether a sentence ends with a full stop, as headlines do not."""
    return parse.words[end - 1] in _STOPS


def _find_only(arguments: ArgumentFinder, token: int, first: int, last: int) -> Mention | None:
    """The only thing that is built told before `token` in sentences first to last."""
    parse = arguments.parse
    found: dict[Mention, Mention] = {}
    placed: set[Mention] = set()
    for mention in arguments.recognized.mentions:
        start, _ = arguments.ranges[mention]
        told = start < token and first <= parse.sentence_of[start] <= last
        if not told or not arguments.fits(mention, _BUILT):
            continue
        if mention.kind is not MentionKind.NAME and not arguments.is_referring(mention):
            continue
        if mention.kind is MentionKind.NAME and _is_place(start, parse):
            placed.add(arguments.find_first(mention))
            continue
        if arguments.find_first(mention) in placed:  # "at the Tarn Trade Port (TTP)"
            continue
        found.setdefault(arguments.find_first(mention), mention)
    return next(iter(found.values())) if len(found) == 1 else None


def _is_place(start: int, parse: Parse) -> bool:
    """ "at the [Tarn Port]" tells where; "the construction of the [Tarn Port]" what is built."""
    before = [w.lower() for w in parse.words[max(start - 3, 0) : start]]
    built = before[-3:-1] if before[-1:] == ["the"] else before[-2:]
    if built[-1:] == ["of"] and built[0] in _BUILDING:
        return False
    return not _PLACES.isdisjoint(before[-2:])
