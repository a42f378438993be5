"""Gerunds that tell what a thing, or an agreement, is for: nobody there does what they say."""

from kg.model.parse import Parse

_MATTERS = frozenset(["on", "about", "regarding", "concerning"])
_MAKING = frozenset(
    ["make", "produce", "manufacture", "sell", "supply", "offer", "develop", "design", "provide"]
)


def tells_use(parse: Parse, token: int) -> bool:
    """ "makes machines for producing plastics": what a thing is for is nothing that its maker does."""
    link = parse.heads[token]
    thing = parse.heads[link]
    if parse.lemmas[link] in _MATTERS and parse.deps[thing] == "pobj":
        while parse.deps[thing] == "pobj":  # "was built under a programme on building dams"
            thing = parse.heads[parse.heads[thing]]
        return any(parse.deps[c] == "auxpass" for c in parse.children[thing])
    return (
        parse.deps[token] == "pcomp"
        and parse.lemmas[link] == "for"
        and parse.deps[thing] in {"dobj", "conj"}
        and parse.lemmas[parse.heads[thing]] in _MAKING
    )
