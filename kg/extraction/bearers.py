"""What relative clauses are about where the parser hangs them on the place before them."""

from kg.extraction.arguments import ArgumentFinder
from kg.model.mention import RELATIVE, Mention, MentionKind

_LANDS = ("City", "District", "Province", "Country", "Region")
_BEFORE_NAME = frozenset(["NNP", "NN", "JJ", "DT", "PRP$"])
_JOINING = frozenset([",", "and", "&"])
_WORKS = ("Facility", "TransportCorridor", "Project", "Organization")


def find_bearers(arguments: ArgumentFinder) -> dict[int, int]:
    """Relative pronouns → the heads of the works they stand for: "a mill near Zenda, [which] makes steel"."""
    found: dict[int, int] = {}
    parse = arguments.parse
    for link in arguments.recognized.coreferences:
        if link.reason != RELATIVE or link.antecedent not in arguments.ranges:
            continue
        token = arguments.ranges[link.mention][0]
        noun = parse.heads[parse.heads[token]]
        start, end = arguments.ranges[link.antecedent]
        on_land = any(arguments.fits(m, _LANDS) for m in arguments.by_token.get(noun, ()))
        # "a unit of Norvik that makes paper"
        named = noun == token - 1 and parse.tags[noun][:3] == "NNP"
        on_land = on_land or (named and parse.words[token].lower() == "that")
        which = parse.words[token].lower() == "which"  # "Norvik, owned by Jane Doe, which makes"
        on_land = on_land or (which and _is_person(noun, arguments))
        if noun in range(start, end):
            continue
        if (
            (on_land and arguments.fits(link.antecedent, _WORKS))
            or _is_titled(link.antecedent, token, noun, arguments)
            or _is_called(link.antecedent, token, noun, arguments)
        ):
            found[token] = end - 1
    return found | _find_nearest(arguments)


def _find_nearest(arguments: ArgumentFinder) -> dict[int, int]:
    """ "his sister Ana and his nephew [Juan], who is mayor": one does it, and that is who stands before the comma."""
    parse, found = arguments.parse, {}
    for token in range(2, len(parse.words) - 1):
        verb = parse.heads[token]
        if parse.words[token] != "who" or parse.deps[verb] != "relcl" or verb <= token:
            continue
        finite = parse.tags[token + 1] == "VBZ" or parse.words[token + 1] == "was"
        head = parse.heads[verb]
        if not finite or parse.words[token - 1] != "," or head >= token - 2:
            continue
        if _is_joined_person(token - 1, head, arguments):
            found[token] = token - 2
    return found


def _is_titled(person: Mention, token: int, noun: int, arguments: ArgumentFinder) -> bool:
    """ "Xu Jian, a director of the Norvik Institute, [who] took part": he does, and no body does as "who"."""
    who = arguments.parse.words[token].lower() == "who" and arguments.fits(person, ("Person",))
    told = arguments.by_token.get(noun, ())
    return who and any(arguments.fits(m, ("Organization",)) for m in told)


def _is_called(person: Mention, token: int, noun: int, arguments: ArgumentFinder) -> bool:
    """ "Jane Doe, an English doctor [who] moved to Peru": she did, and no name tells who the doctor is."""
    who = arguments.parse.words[token].lower() in {"who", "whom"}
    named = person.kind is MentionKind.NAME and arguments.fits(person, ("Person",))
    told = arguments.by_token.get(noun, ())
    nameless = all(arguments.fits(m, _LANDS) or m.kind is MentionKind.POST for m in told)
    return who and named and nameless


def _is_person(noun: int, arguments: ArgumentFinder) -> bool:
    return any(arguments.fits(m, ("Person",)) for m in arguments.by_token.get(noun, ()))


def _is_joined_person(end: int, head: int, arguments: ArgumentFinder) -> bool:
    """Whether a person's name ends there that a comma or "and" joins to what stands before."""
    parse = arguments.parse
    for mention in arguments.by_token.get(end - 1, ()):
        start, last = arguments.ranges[mention]
        named = mention.kind is MentionKind.NAME and arguments.fits(mention, ("Person",))
        if not named or last != end or head >= start:
            continue
        k = start - 1
        while k > head and (parse.tags[k] in _BEFORE_NAME or parse.words[k].islower()):
            if parse.words[k] in _JOINING or parse.tags[k] == "IN":
                break
            k -= 1
        return parse.words[k] in _JOINING
    return False
