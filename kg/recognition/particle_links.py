"""Prepositions that the parser hangs on the particle of a verb: "is made up [of] 24 ships" is the verb's."""

from kg.model.parse import Parse
from kg.recognition.joints import copy_parse
from kg.recognition.tokens import Tokens

_PARTICLE = "prt"


def mend_particle_links(tokens: Tokens) -> Parse | None:
    """The parse with such prepositions on the verb, or None where it has none of them."""
    parse = tokens.parse
    found = [
        k
        for k, dep in enumerate(parse.deps)
        if dep == "prep" and parse.deps[parse.heads[k]] == _PARTICLE and parse.heads[k] < k
    ]
    if not found:
        return None
    mended = copy_parse(parse)
    for k in found:
        mended.heads[k] = parse.heads[parse.heads[k]]
    mended.rehang()
    return mended
