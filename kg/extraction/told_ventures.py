"""The venture of which shares are told alone: "X and Y set up a joint venture, Z. X will have 70 percent, Y 30"."""

from kg.extraction.arguments import ArgumentFinder
from kg.model.mention import Mention, MentionKind

_VENTURES = frozenset(["venture", "jv"])
_BACK = 2  # sentences back in which it is told


def find_venture(arguments: ArgumentFinder, token: int) -> Mention | None:
    """The only venture told before in the sentence and the two before it, by its name where it has one."""
    parse = arguments.parse
    sentence = parse.sentence_of[token]
    first = parse.sentences[max(sentence - _BACK, 0)][0]
    found: list[Mention] = []
    for k in range(first, token):
        if parse.words[k].lower() not in _VENTURES:
            continue
        for mention in arguments.by_token.get(k, ()):
            told = arguments.find_first(mention)
            if mention.kind is not MentionKind.NAME and arguments.fits(told, ("Company",)):
                found.append(told)
    named = {m for m in found if m.kind is MentionKind.NAME}
    alone = named or set(found[:1])
    return alone.pop() if len(alone) == 1 else None
