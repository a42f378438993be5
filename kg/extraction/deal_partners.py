"""The other side of a deal told in the sentence before: "X signed with Y. Under the deal it will deliver buses"."""

from kg.extraction.arguments import ArgumentFinder
from kg.model.mention import RELATIVE, SETTLED, Mention, MentionKind
from kg.model.parse import SUBJECTS

_DEALS = frozenset(
    [
        "contract",
        "deal",
        "agreement",
        "order",
        "tender",
        "accord",
        "pact",
        "purchase",
        "buy",
        "procure",
        "award",
        "memorandum",
        "procurement",
        "commission",
        "acquire",
    ]
)
_SIDES = ("Company", "GovernmentBody", "ResearchBody", "Association")
_JOINING = frozenset(["with", "by", "from", "and", "between", "for"])
_NEXT_TO = frozenset(["pobj", "conj"])


def find_deal_partner(arguments: ArgumentFinder, token: int) -> Mention | None:
    """Who alone had a part in the deal of the sentence before and is not told in that of `token`."""
    parse = arguments.parse
    here = parse.sentence_of[token]
    if not here:
        return None
    start, end = parse.sentences[here - 1]
    if _DEALS.isdisjoint(parse.lemmas[start:end]):
        return None
    told = _list_told(*parse.sentences[here], arguments)
    others = {
        arguments.find_first(m)
        for m in _list_told(start, end, arguments)
        if arguments.fits(m, _SIDES) or (arguments.fits(m, SETTLED) and _has_part(m, arguments))
    }
    others -= {arguments.find_first(m) for m in told}
    return next(iter(others)) if len(others) == 1 else None


def _list_told(start: int, end: int, arguments: ArgumentFinder) -> set[Mention]:
    """The names between two tokens, and what takes up a name there."""
    return {
        m
        for k in range(start, end)
        for m in arguments.by_token.get(k, ())
        if m.kind is MentionKind.NAME or (m in arguments.resolved and m.origin != RELATIVE)
    }


def _has_part(mention: Mention, arguments: ArgumentFinder) -> bool:
    """A place that does something or that something is done with: "Zenda ordered", "a deal with Zenda"."""
    parse = arguments.parse
    start, end = arguments.ranges[mention]
    heads = [k for k in range(start, end) if not start <= parse.heads[k] < end]
    return any(
        parse.deps[k] in SUBJECTS
        or (parse.deps[k] in _NEXT_TO and parse.words[start - 1].lower() in _JOINING)
        for k in heads
    )
