"""Public bodies by their letters, where a text tells their country: "KPA" beside "Kenya" is the port authority."""

from collections.abc import MutableMapping, Sequence, Set

from kg.lexicon import load_lexicon
from kg.recognition.name import Name
from kg.recognition.tokens import Tokens

_VOTE = 9.0  # more than all that such a body does as firms do: "the NHAI will build"
_COUNTRY = "country/"


class NationalBodies:
    """Votes for names that a told country has for a public body; holds no state between documents."""

    def __init__(self) -> None:
        self.bodies = load_lexicon("national_bodies").lists

    def vote(
        self,
        tokens: Tokens,
        names: Sequence[Name],
        votes: MutableMapping[str, dict[str, float]],
        lands: Set[str],
    ) -> None:
        """Adds a vote to names in `votes` that bodies of `lands`, gazetteer ids of countries, are called by."""
        known = frozenset[str]().union(
            *(self.bodies.get(land.removeprefix(_COUNTRY), ()) for land in lands)
        )
        for text in {tokens.slice(n.start, n.end) for n in names if known and not n.type}:
            if text in votes and text.lower() in known:
                votes[text]["GovernmentBody"] = votes[text].get("GovernmentBody", 0.0) + _VOTE
