"""Which of those that a number counts are meant: "the number of people [out of work]"."""

from kg.extraction.arguments import ArgumentFinder
from kg.model.mention import MentionKind

_COUNTS = frozenset(["number", "share", "proportion", "percentage"])
_LINKS = frozenset("in out on with without at under below aboard to about against".split())  # noqa: SIM905
_GOING_ON = frozenset([*_LINKS, "of", "from", "for"])
_TAGS = frozenset(["NN", "NNS", "JJ", "JJR", "JJS", "VBN", "VBG", "DT"])
_VERBS: tuple[list[str], ...] = ([], ["VBD"], ["VBZ"], ["VBP"], ["MD"])
_PLACED: tuple[list[str], ...] = (["in"], ["across"], ["at"], ["by"])
_LONGEST = 6  # tokens
# "in total", "at the end of", "in line with": nothing of those who are counted.
_NO_KINDS = frozenset(
    "total average general fact addition turn part line response term comparison contrast view recent"  # noqa: SIM905
    " end start beginning year month week day quarter time last past rise increase decline fall".split()
)


def find_restriction(measure: int, noun: int, arguments: ArgumentFinder) -> str:
    """ " out of work" behind the noun of what a number counts, up to a place, a time or another verb."""
    parse = arguments.parse
    first, last = noun + 1, parse.sentences[parse.sentence_of[noun]][1]
    if parse.lemmas[measure] not in _COUNTS or parse.tags[noun] != "NNS" or first >= last:
        return ""
    doing = parse.tags[first] in {"VBG", "VBN"} and parse.deps[first] == "acl"
    if not doing and parse.words[first].lower() not in _LINKS:
        return ""
    end = first + 1
    while end < min(first + _LONGEST, last) and _goes_on(end, arguments):
        end += 1
    while end > first and (
        parse.words[end - 1].lower() in _GOING_ON or parse.tags[end - 1] == "DT"
    ):
        end -= 1
    alone, behind = doing and end == first + 1, parse.words[first + 1 : first + 2]
    if alone and parse.tags[first + 1 : first + 2] not in _VERBS and behind not in _PLACED:
        return ""  # "people forced from their homes"
    told = any(parse.lemmas[k].lower() in _NO_KINDS for k in range(first, end))
    plain = doing or parse.tags[end - 1] in {"NN", "NNS"}
    return f" {arguments.slice(first, end)}" if end > first and plain and not told else ""


def is_of_people(noun: int, arguments: ArgumentFinder) -> bool:
    """ "salaries of [300 managers]": whose they are, and no sum."""
    parse = arguments.parse
    counted = any(parse.deps[c] in {"nummod", "quantmod"} for c in parse.children[noun])
    own = any(m.kind is MentionKind.QUANTITY for m in arguments.by_token.get(noun, ()))
    told = (m for c in parse.children[noun] for m in arguments.by_token.get(c, ()))
    summed = any(m.kind is MentionKind.QUANTITY and m.origin != "number" for m in told)
    return counted and parse.tags[noun] == "NNS" and not (own or summed)


def _goes_on(token: int, arguments: ArgumentFinder) -> bool:
    """Whether a token still tells of them: no name, no value and no time, and no verb of its own."""
    parse = arguments.parse
    told = arguments.by_token.get(token, ())
    if any(m.kind is not MentionKind.NOMINAL or m in arguments.resolved for m in told):
        return False
    linked = parse.words[token].lower() in _GOING_ON
    verb = parse.tags[token] in {"VBN", "VBG"} and parse.deps[token] not in {"acl", "amod"}
    return linked or (parse.tags[token] in _TAGS and not verb)
