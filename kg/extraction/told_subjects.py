"""Whose the figures are that were told before: the only hub of a sentence, the firm whose results come first."""

from kg.extraction.observing import Observer
from kg.model.mention import Mention


def list_told_owners(
    observer: Observer, first: int, end: int, kinds: tuple[str, ...]
) -> list[Mention]:
    """The owners of some types whose figures the tokens from `first` up to `end` have told, in the order told."""
    return [
        made.subject
        for made in observer.made.values()
        if first <= made.token < end and observer.arguments.fits(made.subject, kinds)
    ]
