"""Products that figures are told of: those with a name, and what takes one up ("the vessel")."""

from kg.extraction.arguments import ArgumentFinder
from kg.model.mention import Mention, MentionKind


def find_product(token: int, arguments: ArgumentFinder) -> Mention | None:
    """The product that a phrase with its head at the token stands for: no "ships" of any kind."""
    for mention in arguments.by_token.get(token, ()):
        named = mention.kind is MentionKind.NAME or mention in arguments.resolved
        if mention.type == "Product" and named and arguments.ranges[mention][1] > token:
            return arguments.unfold(mention)
    return None


def list_products(tokens: list[int], arguments: ArgumentFinder) -> list[Mention]:
    """The same of several phrases, in order."""
    return [m for t in tokens if (m := find_product(t, arguments)) is not None]
