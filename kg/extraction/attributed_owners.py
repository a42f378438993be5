"""Whose a profit is that goes to somebody: "net profit attributable to the shareholders of Norvik"."""

from kg.extraction.arguments import ArgumentFinder
from kg.model.mention import Mention, MentionKind

ATTRIBUTABLE = "attributable"
FAR = 9  # tokens behind it in which those stand to whom a profit goes, and its sum


def find_attributed(arguments: ArgumentFinder, noun: int) -> Mention | None:
    """The named firm whose shareholders have a profit."""
    parse = arguments.parse
    if parse.words[noun + 1 : noun + 2] != [ATTRIBUTABLE]:
        return None
    last = parse.sentences[parse.sentence_of[noun]][1]
    for token in range(noun + 2, min(noun + 2 + FAR, last)):
        if parse.tags[token][:2] == "VB" or arguments.is_value(token):
            return None
        for mention in arguments.by_token.get(token, ()):
            if mention.kind is MentionKind.NAME and arguments.fits(mention, ("Company",)):
                return mention
    return None
