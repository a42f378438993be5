"""Firms that somebody speaks of as others: "“I have spoken to Norvik,” said chairman X"."""

from kg.extraction.arguments import ArgumentFinder
from kg.model.mention import Mention, MentionKind

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
