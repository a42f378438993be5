"""What a share is of that stands alone: "X holds 51% of the port, Y 34%", "Y grew. X owns 51 percent."."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.main_firms import find_main_firm
from kg.model.kinds import WORKS
from kg.model.mention import Mention, MentionKind
from kg.model.parse import SUBJECTS

_SHARES = frozenset(["stake", "share", "interest", "holding", "shareholding", "half", "majority"])
_JOINS = frozenset(["of", "in"])
_STOCK = frozenset(["share", "stock", "equity", "capital", "ownership"])
_OWNED = ("Organization", "Facility", "TransportCorridor", "Project")
_NEAR = 6  # tokens from "of" to the end of what is owned
_BACK = 2  # sentences back in which the firm is told


def find_shared(arguments: ArgumentFinder, token: int) -> Mention | None:
    """What the sentence of `token` has told a share of before it, else the works or firm before."""
    parse = arguments.parse
    sentence = parse.sentence_of[token]
    first = parse.sentences[sentence][0]
    told, thing = _find_told(first, token, arguments)
    if told:
        return thing
    if not sentence:
        return None
    earlier = _find_told(parse.sentences[sentence - 1][0], first, arguments)[1]
    if earlier is not None:
        return earlier
    works = _find_works(sentence - 1, arguments)
    firm = works or find_main_firm(arguments, token)
    if firm is None or works:
        return works
    near = (
        arguments.find_first(m)
        for k in range(parse.sentences[max(sentence - _BACK, 0)][0], first)
        for m in arguments.by_token.get(k, ())
    )
    return firm if arguments.find_first(firm) in near else None


def _find_told(first: int, end: int, arguments: ArgumentFinder) -> tuple[bool, Mention | None]:
    """Whether the tokens tell a share of something, and the last such thing (None for what is unknown)."""
    parse = arguments.parse
    for k in range(end - 1, first, -1):
        if parse.words[k] in _JOINS and _is_share(k - 1, arguments):
            thing = _find_owned(k, arguments)
            if thing is not None or parse.lemmas[k + 1 : k + 3][-1] not in _STOCK:
                return True, thing
    return False, None


def find_lone_firm(arguments: ArgumentFinder, token: int) -> Mention | None:
    """The same where no works are told beside a firm, whose owner "the owner" may be as well."""
    found, parse = find_shared(arguments, token), arguments.parse
    sentence = parse.sentence_of[token]
    if found is None or not sentence or not arguments.fits(found, ("Company",)):
        return found
    before = range(*parse.sentences[sentence - 1])
    works = (m for k in before for m in arguments.by_token.get(k, ()))
    return None if any(arguments.fits(m, WORKS) for m in works) else found


def _find_works(sentence: int, arguments: ArgumentFinder) -> Mention | None:
    """The works that a sentence is about: "The terminal cost 40 million dollars."."""
    parse = arguments.parse
    return next(
        (
            arguments.find_first(m)
            for k in range(*parse.sentences[sentence])
            if parse.deps[k] in SUBJECTS
            for m in arguments.by_token.get(k, ())
            if arguments.fits(m, WORKS)
        ),
        None,
    )


def _is_share(token: int, arguments: ArgumentFinder) -> bool:
    mentions = arguments.by_token.get(token, ())
    return arguments.parse.lemmas[token] in _SHARES or any(m.origin == "percent" for m in mentions)


def _find_owned(join: int, arguments: ArgumentFinder) -> Mention | None:
    """The thing behind "of" or "in", by its name where it has one; none of the next sentence."""
    parse = arguments.parse
    for k in range(join + 1, min(join + _NEAR, parse.sentences[parse.sentence_of[join]][1])):
        if parse.words[k] == ",":
            return None  # "25% of the field, [Norvik] 40%"
        for mention in arguments.by_token.get(k, ()):
            if mention.kind is not MentionKind.POST and arguments.fits(mention, _OWNED):
                return arguments.find_first(mention)
    return None
