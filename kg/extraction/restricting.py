"""What `where` asks of a mention beside its type and head noun."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.rule import Restriction
from kg.model.mention import Mention


def allows_mention(
    restriction: Restriction | None, mention: Mention, arguments: ArgumentFinder
) -> bool:
    """Whether a mention is of no refused type, of an allowed kind, and before no refused word."""
    if restriction is None:
        return True
    if any(arguments.fits(mention, (kind,)) for kind in restriction.not_types):
        return False
    if restriction.kinds and mention.kind.value not in restriction.kinds:
        return False
    _, end = arguments.ranges[mention]
    following = arguments.parse.words[end : end + 1]
    return not (following and following[0].lower() in restriction.not_next)
