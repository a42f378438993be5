"""What the words right before a mention tell of it: how far from it something is, what is paid for it, and the like."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.place_lines import stands_in_line
from kg.lexicon import load_lexicon
from kg.model.kinds import WORKS
from kg.model.mention import SETTLED, Mention, MentionKind
from kg.model.parse import FINITE

_ENVOYS = load_lexicon("posts").get("envoys")
_COMPASS = load_lexicon("names").get("compass")
_RANKS = load_lexicon("triggers").get("work_ranks")
_BUILDING = load_lexicon("triggers").get("building_nouns")
_KINDS = frozenset(["compound", "nmod"])
_WORKED_ON = frozenset(["of", "on", "for"])
_PARTS = frozenset(
    ["part", "unit", "arm", "member", "subsidiary", "division", "branch", "affiliate"]
)
_WORKED = _BUILDING | {"work", "works"}
_OWNING = frozenset(["'s", "’s", "the"])
_DESCRIBING = frozenset(["DT", "JJ", "NN", "HYPH"])
_COMING = load_lexicon("scope").get("planned_adjectives") | {"future", "envisioned", "would-be"}
_JOINING = frozenset([",", "and", "&"])
_BRACKET = 9  # tokens of a bracket
_OTHERS = frozenset(
    ["acquisition", "purchase", "takeover", "sale", "owner", "buyer", "seller", "merger", "parent"]
)
_PEOPLE = 3  # tokens from a land to its people: "US trade officials"
_RANKED = 10  # tokens of what a land has most of, and where
_STOPS = frozenset([",", ";", ".", ":", "(", "—", "–"])
_ABROAD = frozenset(["abroad", "overseas", "outside"])
_DESCRIBED = 5  # words between an owner and a thing


def is_measured_from(start: int, arguments: ArgumentFinder) -> bool:
    """ "40 km north of [Zenda] in Tarn": what lies in Tarn is that which is so far from there."""
    words = arguments.parse.words
    k = start - 1 - (words[start - 1 : start] == ["the"])
    if k < 1:
        return False
    if words[k] == "of":
        return words[k - 1].lower() in _COMPASS
    k -= words[k - 1] in {"away", "drive"}
    told = arguments.by_token.get(k - 1, ())
    return "from" in words[k : k + 2] and any(m.origin == "measure" for m in told)


def is_aside(start: int, arguments: ArgumentFinder) -> bool:
    """ "to the north of [Zenda]": what lies there lies outside of it; "Norvik ([Peru])": told only beside another."""
    words = [word.lower() for word in arguments.parse.words[max(start - _DESCRIBED, 0) : start]]
    if words[-1:] == ["("]:
        return True
    words = words[:-1] if words[-1:] == ["the"] else words
    return words[-1:] == ["of"] and words[-4:-2] == ["to", "the"] and words[-2] in _COMPASS


def is_second(start: int, arguments: ArgumentFinder) -> bool:
    """ "Norvik's subsidiary Velmo (VLM) and [Tarka]": behind the name that a singular noun tells of."""
    words, k, passed = arguments.parse.words, start - 1, False
    while k > 0 and words[k] in _JOINING:
        k -= 1
        if words[k] == ")":
            k = next((j - 1 for j in range(k, max(k - _BRACKET, 0), -1) if words[j] == "("), k)
        named = (m for m in arguments.by_token.get(k, ()) if m.kind is MentionKind.NAME)
        name = next((m for m in named if arguments.ranges[m][1] == k + 1), None)
        if name is None:
            return False
        k, passed = arguments.ranges[name][0] - 1, True
    return passed and arguments.parse.tags[k] == "NN"


def is_ranked(start: int, end: int, arguments: ArgumentFinder) -> bool:
    """ "Peru's [oldest copper mine]", "Peru's only [mine]": the one of its like, by a word in it or before it."""
    words = [word.lower() for word in arguments.parse.words[max(start - _DESCRIBED, 0) : end]]
    own = end - start
    for k in range(len(words) - 1, -1, -1):
        if words[k] in _OWNING and k < len(words) - own:
            return False
        if words[k] in _RANKS:
            return True
    return False


def begins_longer(mention: Mention, start: int, end: int, arguments: ArgumentFinder) -> bool:
    """ "at [Zenda] Terminal": the beginning of a longer name of what is no town or land."""
    return any(
        m is not mention and arguments.ranges[m][1] > end and arguments.ranges[m][0] == start
        for m in arguments.by_token.get(start, ())
        if arguments.fits(m, ("Facility", "Organization", "TransportCorridor"))
    )


def is_modifier(last: int, arguments: ArgumentFinder) -> bool:
    """ "the Peruvian [gas] pipeline": what only tells the kind of a noun behind it."""
    parse = arguments.parse
    return parse.deps[last] in _KINDS and parse.heads[last] > last


def is_articled(start: int, end: int, arguments: ArgumentFinder) -> bool:
    """ "In Zenda, the [US] minister said": with its article it tells whose what follows is, and no place of a town.

    So it does without one before a title or people, where no clause went before: "In Zenda, [US] Ambassador X",
    "[US] trade officials".
    """
    parse = arguments.parse
    if not is_modifier(end - 1, arguments):
        return False
    first = parse.sentences[parse.sentence_of[start]][0]
    opens = not FINITE.intersection(parse.tags[first:start])
    head = parse.heads[end - 1]
    people = arguments.represents(head) and head < end + _PEOPLE
    titled = end < len(parse.words) and arguments.find_post_around(end) is not None
    sent = titled and arguments.lower[end] in _ENVOYS
    return sent or parse.words[start - 1 : start] == ["the"] or (opens and (people or titled))


def is_building_deed(end: int, arguments: ArgumentFinder) -> bool:
    """ "the [construction] of a mill": the deed, where what is built is told behind "of"."""
    return arguments.parse.words[end : end + 1] == ["of"] and (
        arguments.parse.lemmas[end - 1] in _BUILDING
    )


def is_priced(start: int, arguments: ArgumentFinder) -> bool:
    """ "offered 2 billion euros for [Norvik]": what a sum of money right before "for" is paid for."""
    words = arguments.parse.words
    k = start - 1 - (words[start - 1 : start] == ["the"])
    if k < 1 or words[k].lower() != "for":
        return False
    return any(m.origin == "money" for m in arguments.by_token.get(k - 1, ()))


def is_of_people(token: int, arguments: ArgumentFinder) -> bool:
    """ "joined executives of [Norvik] and [Tarka]": whose people are told, by the token of a name."""
    parse = arguments.parse
    while parse.deps[token] == "conj":
        token = parse.heads[token]
    link = parse.heads[token]
    return (
        parse.deps[token] == "pobj"
        and parse.lemmas[link] in {"of", "from"}
        and parse.tags[parse.heads[link]] == "NNS"
    )


def is_sourced(start: int, arguments: ArgumentFinder) -> bool:
    """ "acquire 36 planes from [Norvik]": who sells what is bought, past small words that describe it."""
    parse = arguments.parse
    k = start - 1
    while k > 0 and parse.tags[k] in _DESCRIBING and parse.words[k].islower():
        k -= 1
    return parse.words[k].lower() in {"from", "by", "with"}


def is_coming(head: int, arguments: ArgumentFinder) -> bool:
    """ "X's planned [mill]": what is yet to be built is nobody's, and nobody is at work there."""
    parse = arguments.parse
    before = {parse.words[c].lower() for c in parse.children[head] if c < head}
    return not before.isdisjoint(_COMING)


def is_site(start: int, arguments: ArgumentFinder) -> bool:
    """ "the hub in [the port of Zenda], being built by": where a work lies that stands before it."""
    parse, k = arguments.parse, start - 1
    while k > 0 and parse.tags[k] in _DESCRIBING:
        k -= 1
    if parse.words[k].lower() not in {"in", "at", "near", "outside", "inside"}:
        return False
    return any(arguments.fits(m, WORKS) for m in arguments.by_token.get(k - 1, ()))


def is_outer(start: int, arguments: ArgumentFinder) -> bool:
    """ "Leixo in [Tarn] and Zenda in Piura": where the place before lies, and no member of a row with the next."""
    words = arguments.parse.words
    k = start - 1 - (words[start - 1] == "the")
    if k < 1 or words[k] != "in":
        return False
    return any(arguments.fits(m, SETTLED) for m in arguments.by_token.get(k - 1, ()))


def is_behind_of(start: int, arguments: ArgumentFinder) -> bool:
    """ "a deal with the owner of [Norvik]", "its largest deal, with the acquisition of [Norvik]": no partner itself."""
    words = arguments.parse.words
    k = start - 1 - (words[start - 1] == "the")
    return k > 0 and words[k] == "of" and arguments.parse.lemmas[k - 1].lower() in _OTHERS


def is_of_land_abroad(mention: Mention, end: int, arguments: ArgumentFinder) -> bool:
    """ "[Peru]'s biggest project in Chile", "[Peru]'s largest plant overseas": what lies in another land."""
    parse = arguments.parse
    last = parse.sentences[parse.sentence_of[end - 1]][1]
    for k in range(end, min(end + _RANKED, last)):
        if parse.words[k] in _STOPS or parse.tags[k] in FINITE:
            return False
        if parse.words[k] in _ABROAD:
            return True
        behind = arguments.by_token.get(k + 1, ()) if parse.words[k] == "in" else ()
        if any(m.type == "Country" and m.text != mention.text for m in behind):
            return True
    return False


def is_refused_beside(not_as: frozenset[str], mention: Mention, arguments: ArgumentFinder) -> bool:
    """Whether the words around a mention put it where a rule does not want it."""
    start, end = arguments.ranges[mention]
    return (
        ("measured" in not_as and is_measured_from(start, arguments))
        or ("aside" in not_as and is_aside(start, arguments))
        or ("second" in not_as and is_second(start, arguments))
        or ("inner" in not_as and begins_longer(mention, start, end, arguments))
        or ("modifier" in not_as and is_modifier(end - 1, arguments))
        or ("articled" in not_as and is_articled(start, end, arguments))
        or ("deed" in not_as and is_building_deed(end, arguments))
        or ("whole" in not_as and is_whole(start, arguments))
        or ("built" in not_as and is_built(start, arguments))
        or ("outer" in not_as and is_outer(start, arguments))
        or ("behind_of" in not_as and is_behind_of(start, arguments))
        or ("running" in not_as and not stands_in_line(start, arguments))
        or ("abroad" in not_as and is_of_land_abroad(mention, end, arguments))
    )


def is_built(start: int, arguments: ArgumentFinder) -> bool:
    """ "construction of the [line] began in Zenda": what is built or worked on there, and does nothing."""
    words = [w.lower() for w in arguments.parse.words[max(start - 5, 0) : start]]
    links = [k for k, word in enumerate(words) if k > 0 and word in _WORKED_ON]
    return bool(links) and words[links[-1] - 1] in _WORKED and "," not in words[links[-1] :]


def is_whole(start: int, arguments: ArgumentFinder) -> bool:
    """ "Norvik, part of the [Tarka Group] and in charge of the line": what another is told to be part of."""
    words = [w.lower() for w in arguments.parse.words[max(start - 3, 0) : start]]
    return "of" in words[1:] and words[words.index("of", 1) - 1] in _PARTS
