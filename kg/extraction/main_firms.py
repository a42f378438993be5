"""The firm whose subsidiary is told without an owner: the only one told before in its paragraph, else the text's."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.main_company import find_main_company
from kg.model.mention import Mention, MentionKind

_UNITS = frozenset(["unit", "arm", "division", "subsidiary", "offshoot", "affiliate", "business"])


def find_main_firm(arguments: ArgumentFinder, token: int) -> Mention | None:
    """The only company that the paragraph names before `token`, units left out; else the one the text is about."""
    sentence_of, paragraphs = arguments.parse.sentence_of, arguments.recognized.paragraph_of
    here = paragraphs[sentence_of[token]]
    names = [
        m
        for m in arguments.recognized.mentions
        if m.kind is MentionKind.NAME
        and arguments.fits(m, ("Company",))
        and arguments.ranges[m][0] < token
        and paragraphs[sentence_of[arguments.ranges[m][0]]] == here
    ]
    before = {arguments.find_first(m) for m in names}
    before -= {arguments.find_first(m) for m in names if _is_unit(m, arguments)}
    if not before:
        return find_main_company(arguments)
    return next(iter(before)) if len(before) == 1 else None


def _is_unit(mention: Mention, arguments: ArgumentFinder) -> bool:
    """ "Property arm [Norvik Land]": a part of what the paragraph is about."""
    start = arguments.ranges[mention][0]
    return start > 0 and arguments.parse.words[start - 1].lower() in _UNITS
