"""Firms that are others to somebody: "“I have spoken to Norvik,” said chairman X", "President X laid into the firm"."""

from kg.extraction.arguments import ArgumentFinder
from kg.model.mention import Mention, MentionKind

_AGAINST = frozenset(["into", "against", "at"])
_DOING = frozenset(["lay", "rail", "lash", "hit", "rage", "rant", "retaliate", "tweet", "fume"])
_SPEAKING = frozenset(["I", "We", "we", "our", "us", "my"])


def is_spoken_of(firm: Mention, token: int, arguments: ArgumentFinder) -> bool:
    """Whether who is told of at `token` has named a firm before in the sentence: the own one would be "we"."""
    words = arguments.parse.words
    first = arguments.parse.sentences[arguments.parse.sentence_of[token]][0]
    if _SPEAKING.isdisjoint(words[first:token]):
        return False
    return any(
        m.kind is MentionKind.NAME
        and arguments.find_first(m) == arguments.find_first(firm)
        and words[k - 1].lower() != "at"  # "we at Norvik"
        for k in range(first + 1, token)
        for m in arguments.by_token.get(k, ())
        if arguments.ranges[m][0] == k
    )


def is_attacked(firm: Mention, token: int, arguments: ArgumentFinder) -> bool:
    """Whether the sentence of the title at `token` tells what its holder does against a firm: "laid into the firm"."""
    parse = arguments.parse
    first, last = parse.sentences[parse.sentence_of[token]]
    for k in range(first, last):
        link = parse.heads[k]
        if parse.deps[k] != "pobj" or parse.lemmas[link] not in _AGAINST:
            continue
        verb = parse.heads[link]
        meant = {arguments.find_first(m) for m in arguments.by_token.get(k, ())}
        if parse.lemmas[verb] in _DOING and arguments.find_first(firm) in meant:
            return True
    return False
