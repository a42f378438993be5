"""What "the contract", "the works" are about: the only thing that is built, told just before."""

from collections.abc import Sequence

from kg.extraction.arguments import ArgumentFinder
from kg.lexicon import load_lexicon
from kg.model.kinds import WORKS_AND_ZONES
from kg.model.mention import Mention, MentionKind
from kg.model.parse import Parse

_NEAR = 2  # sentences back
_BUILDING = load_lexicon("triggers").get("building_nouns")
_STOPS = frozenset([".", "!", "?", "”", '"'])
_UNDERTAKING = load_lexicon("works").get("undertaking")
_FIRM_MONEY = load_lexicon("works").get("firm_money")
_BESIDE = frozenset(["near", "to", "from", "outside", "beside", "towards", "toward", "past"])
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


def find_phased(arguments: ArgumentFinder, token: int) -> Mention | None:
    """What "the first phase" is of: the only such thing of the sentence before, else as `find_undertaking`."""
    here = arguments.parse.sentence_of[token]
    first, _ = arguments.parse.sentences[here]
    return _find_only(arguments, first, here - 1, here) or find_undertaking(arguments, first)


def find_told_work(arguments: ArgumentFinder, token: int) -> Mention | None:
    """What is built where a sentence tells of no work: the only one before it, told to be built or planned."""
    found = find_told_site(arguments, token)
    if found is None or not _is_built(found, arguments):
        return None
    return None if _tells_firm_money(found, token, arguments) else found


def find_told_site(arguments: ArgumentFinder, token: int) -> Mention | None:
    """What somebody runs where a sentence tells of no work: the only one before it, where it names no other itself."""
    here = arguments.parse.sentence_of[token]
    _, end = arguments.parse.sentences[here]
    found = _find_only(arguments, end, here - _NEAR, here)
    if found is None or arguments.ranges[found][0] >= token or _are_any(found, arguments):
        return None
    return None if _is_beside(found, arguments) else found


def find_lone_work(arguments: ArgumentFinder, token: int) -> Mention | None:
    """The same where no firm was told with it either, whose owner "the owner" may be."""
    sentence_of = arguments.parse.sentence_of
    here = sentence_of[token]
    for mention in arguments.recognized.mentions:
        start, _ = arguments.ranges[mention]
        near = start < token and here - _NEAR <= sentence_of[start] < here
        if near and arguments.fits(mention, ("Company",)):
            return None
    return find_told_site(arguments, token)


def _is_built(mention: Mention, arguments: ArgumentFinder) -> bool:
    """Whether the sentence that tells of it first tells of building or planning."""
    parse = arguments.parse
    begin, end = parse.sentences[parse.sentence_of[arguments.ranges[mention][0]]]
    return arguments.fits(mention, ("Project",)) or not _UNDERTAKING.isdisjoint(
        lemma.lower() for lemma in parse.lemmas[begin:end]
    )


def _tells_firm_money(work: Mention, token: int, arguments: ArgumentFinder) -> bool:
    """Whether the sentences from a work on tell of money of a firm: "made a profit", "raised $40 million"."""
    parse, sentence_of = arguments.parse, arguments.parse.sentence_of
    begin, _ = parse.sentences[sentence_of[arguments.ranges[work][0]]]
    end, _ = parse.sentences[sentence_of[token]]
    told = parse.lemmas[begin : max(begin, end)]
    raised = any(
        lemma == "raise" and any(parse.deps[c] == "dobj" for c in parse.children[begin + n])
        for n, lemma in enumerate(told)
        if parse.tags[begin + n] in {"VBD", "VBN"}
    )
    return raised or not _FIRM_MONEY.isdisjoint(told)


def _is_beside(mention: Mention, arguments: ArgumentFinder) -> bool:
    """ "A ferry sank near the port": where something else was."""
    start, _ = arguments.ranges[mention]
    before = [w.lower() for w in arguments.parse.words[max(start - 2, 0) : start]]
    if before[-1:] in (["the"], ["a"], ["an"]):
        before.pop()
    return not _BESIDE.isdisjoint(before[-1:])


def _are_any(mention: Mention, arguments: ArgumentFinder) -> bool:
    """ "battery projects": works of a kind, none of which is meant."""
    last = arguments.ranges[mention][1] - 1
    return mention.kind is MentionKind.NOMINAL and arguments.parse.tags[last] == "NNS"


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
        if not told or not arguments.fits(mention, WORKS_AND_ZONES):
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
    if parse.tags[start - 1][:2] == "VB":  # "is to expand Tarn Port"
        return False
    before = [w.lower() for w in parse.words[max(start - 3, 0) : start]]
    built = before[-3:-1] if before[-1:] == ["the"] else before[-2:]
    if built[-1:] == ["of"] and built[0] in _BUILDING:
        return False
    return not _PLACES.isdisjoint(before[-2:])
