"""What changes hands in the sentence before: "X has bought Y. The seller is Z", "Y was sold. The buyer is X"."""

from kg.extraction.arguments import ArgumentFinder
from kg.model.mention import Mention, MentionKind

_TRADING = frozenset(
    ["buy", "acquire", "sell", "purchase", "take", "divest", "offload", "own", "auction"]
)
_DEALS = frozenset(["takeover", "purchase", "acquisition", "sale", "buyout", "auction", "disposal"])
_PASSED = frozenset(["dobj", "nsubjpass"])
_SOLD = ("Company", "Facility")
_BACK = 2  # sentences back to the deal


def find_sold(arguments: ArgumentFinder, token: int) -> Mention | None:
    """The only firm or works that the nearest sentence before says is bought or sold."""
    sentence = arguments.parse.sentence_of[token]
    for before in range(sentence - 1, max(sentence - _BACK, 0) - 1, -1):
        start, end = arguments.parse.sentences[before]
        found = {
            arguments.find_first(m)
            for k in range(start, end)
            if _changes_hands(k, arguments)
            for m in arguments.by_token.get(k, ())
            if m.kind is not MentionKind.POST and arguments.fits(m, _SOLD)
        }
        if found:
            return next(iter(found)) if len(found) == 1 else None
    return None


def _changes_hands(token: int, arguments: ArgumentFinder) -> bool:
    """ "bought [Norvik]", "[Norvik] was sold", "the sale of [Norvik]", "a stake in [Norvik]" that is bought."""
    parse = arguments.parse
    while parse.deps[token] == "conj" and parse.heads[token] < token:
        token = parse.heads[token]
    head = parse.heads[token]
    if parse.deps[token] in _PASSED:
        return parse.lemmas[head] in _TRADING
    if parse.deps[token] != "pobj" or parse.lemmas[head] not in {"of", "in"}:
        return False
    noun = parse.heads[head]
    stake = parse.deps[noun] in _PASSED and parse.lemmas[parse.heads[noun]] in _TRADING
    return parse.lemmas[noun] in _DEALS or (stake and parse.lemmas[head] == "in")
