"""Who got the money that a sentence tells givers of: "Norvik raised $12 million. X and Y joined the round."."""

from kg.extraction.arguments import ArgumentFinder
from kg.model.mention import Mention, MentionKind

_RAISING = frozenset(
    [
        "raise",
        "secure",
        "close",
        "land",
        "attract",
        "bag",
        "nab",
        "snag",
        "receive",
        "announce",
        "complete",
        "pull",
    ]
)
_ROUND = frozenset(
    ["round", "funding", "financing", "series", "seed", "raise", "fundraise", "fundraising"]
)
_SUMS = frozenset(["million", "billion", "m", "bn", "$", "€", "£", "crore", "lakh", "money"])
_PAID = frozenset(["raise", "secure", "bag", "nab", "snag"])  # "raised money", "bagged $3 million"
_BACK = 4  # sentences back in which the money is told
_REACH = 14  # tokens from the verb to the word for money


def find_raiser(arguments: ArgumentFinder, token: int) -> Mention | None:
    """The only firm that the sentences before tell to have raised money."""
    parse = arguments.parse
    sentence = parse.sentence_of[token]
    found = {
        arguments.find_first(firm)
        for number in range(max(sentence - _BACK, 0), sentence + 1)
        for verb in range(*parse.sentences[number])
        if parse.lemmas[verb] in _RAISING and verb < token and _tells_money(arguments, verb)
        for firm in _find_subjects(arguments, verb)
    }
    return found.pop() if len(found) == 1 else None


def _tells_money(arguments: ArgumentFinder, verb: int) -> bool:
    """Whether the verb has a round behind it, or is "raise" with a sum."""
    parse = arguments.parse
    end = min(verb + _REACH, parse.sentences[parse.sentence_of[verb]][1])
    behind = {word.lower() for word in parse.words[verb + 1 : end]}
    if behind & _ROUND:
        return True
    return parse.lemmas[verb] in _PAID and bool(behind & _SUMS)


def _find_subjects(arguments: ArgumentFinder, verb: int) -> list[Mention]:
    """The firms that are a verb's subject, or stand before it in a headline."""
    parse = arguments.parse
    places = parse.list_subjects(verb) or [k for k in (verb - 1,) if k >= 0]
    return [
        m
        for k in places
        for m in arguments.by_token.get(k, ())
        if m.kind is not MentionKind.POST and arguments.fits(m, ("Company",))
    ]
