"""Whose a figure is that no sentence gives to anybody, by what the whole text tells; and what a sentence names."""

from abc import ABC, abstractmethod
from collections.abc import Iterator

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.measures import OwnerFinder
from kg.model.mention import Mention, MentionKind

OWNERS = ("Organization", "Place", "Project", "TransportCorridor", "Event", "Agreement", "Product")
_LANDS = ("Country", "Province", "City", "District", "Region")
_NEAR = 2  # sentences back in which another place may be told
_NAMES = frozenset([MentionKind.NAME, MentionKind.ADJECTIVE])


class LoneOwners(ABC):
    """Base of the owners that a text as a whole gives, in one document."""

    def __init__(self, arguments: ArgumentFinder, owners: OwnerFinder) -> None:
        self.arguments, self.owners = arguments, owners

    @abstractmethod
    def find(self, noun: int) -> tuple[Mention, bool] | None:
        """The owner, which no clause tells (False); None where the measure is another's."""

    def find_measured(self, noun: int) -> tuple[Mention, bool] | None:
        """As `find`, of a measure: "foreign investors" are none, and act themselves."""
        acting = any(m.kind is MentionKind.NOMINAL for m in self.arguments.by_token.get(noun, ()))
        return None if acting else self.find(noun)

    def is_of_others(self, noun: int) -> bool:
        """Whether the words beside a measure give it to somebody else, or to a market."""
        beside = self.owners.beside
        return (
            beside.is_elsewhere(noun)
            or beside.is_had_by_others(noun)
            or beside.is_markets(noun)
            or not self.owners.told.is_plain(noun)
        )


def list_named_owners(sentence: int, arguments: ArgumentFinder) -> Iterator[tuple[Mention, int]]:
    """What a sentence names that may have figures, each with the token by which it hangs on the rest."""
    parse = arguments.parse
    for token in range(*parse.sentences[sentence]):
        for mention in arguments.by_token.get(token, ()):
            outer = parse.heads[token] not in range(*arguments.ranges[mention])
            if outer and mention.kind in _NAMES and arguments.fits(mention, OWNERS):
                yield mention, token


def is_told_elsewhere(noun: int, land: Mention, arguments: ArgumentFinder) -> bool:
    """Whether the sentences right before a measure tell other places and no more of the land whose it would be."""
    if not arguments.fits(land, _LANDS):
        return False
    sentence = arguments.parse.sentence_of[noun]
    for before in range(sentence - 1, max(sentence - 1 - _NEAR, -1), -1):
        told = [m for m, _ in list_named_owners(before, arguments) if arguments.fits(m, _LANDS)]
        if told:
            first = arguments.find_first(land).text
            return all(arguments.find_first(m).text != first for m in told)
    return False
