"""The country in the name of a body that tells of it."""

from kg.extraction.arguments import ArgumentFinder
from kg.model.mention import Mention


def find_country(body: Mention, arguments: ArgumentFinder) -> Mention | None:
    """ "the Togolese government": Togo."""
    return next(
        (
            m
            for t in range(*arguments.ranges.get(body, (0, 0)))
            for m in arguments.by_token.get(t, ())
            if m is not body and arguments.fits(m, ("Country",))
        ),
        None,
    )
