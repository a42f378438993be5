"""What only says when something was: "served until his death", "worked there before founding Y"."""

from kg.model.parse import Parse

_BEHIND = frozenset(["until", "till", "after", "since", "following", "upon"])
_PAST = frozenset(["VBD", "VBN"])
_SERVING = frozenset(["serve", "work", "elect"])  # "worked as an engineer"
_REACH = 8  # heads from a noun up to its verb


def is_told_as_time(parse: Parse, noun: int, verb: int) -> bool:
    """ "served as publisher until his [death]": it came, whatever the verb means; not of what is to be."""
    token = noun
    for _ in range(_REACH):
        if parse.heads[token] in (verb, token):
            break
        token = parse.heads[token]
    return parse.words[token].lower() in _BEHIND and is_past(parse, verb)


def is_past(parse: Parse, verb: int) -> bool:
    """Whether a verb tells what was, or goes along with one that does: "returned, conducting"."""
    going_along = parse.tags[verb] == "VBG" and parse.deps[verb] == "advcl"
    return parse.tags[parse.heads[verb] if going_along else verb] in _PAST


def is_serving(parse: Parse, link: int) -> bool:
    """The "as" of "served as chairman and later [as] president"."""
    token = link
    while parse.lemmas[token] == "as" or parse.tags[token] == "RBR":
        above = parse.heads[token]
        if above == token:
            return False
        if parse.lemmas[above] in _SERVING and parse.tags[above].startswith("V"):
            return parse.lemmas[link] == "as"
        token = above
    return False
