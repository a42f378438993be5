"""What is told of politicians beside their party: "Orange Senator X and Unity Representative Y"."""

from kg.extraction.arguments import ArgumentFinder
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind

_PEERS = frozenset(["lord", "lady", "baroness", "baron", "dame"])
_SEATS = load_lexicon("names").get("party_seats")
_OF_STATES = load_lexicon("posts").get("posts_beside_parties")


def is_of_state(title: str) -> bool:
    """Whether a party only tells who sits there by it, and gives no such post itself."""
    return title.casefold() in _OF_STATES or title.casefold().split()[-1] in _OF_STATES


def is_of_other_party(person: Mention, party: Mention, arguments: ArgumentFinder) -> bool:
    """Whether another party stands right before the title of who is listed as a member."""
    start = arguments.ranges[person][0]
    words = arguments.parse.words
    start -= words[start - 1].lower() in _PEERS
    start -= words[start - 1].lower() in _SEATS and not arguments.by_token.get(start - 1)
    for post in arguments.by_token.get(start - 1, ()):
        if post.kind is MentionKind.POST:
            start = arguments.ranges[post][0]
    beside = [m for m in arguments.by_token.get(start - 1, ()) if m.type == "PoliticalParty"]
    return any(arguments.find_first(m) != arguments.find_first(party) for m in beside)
