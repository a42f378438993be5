"""Whose a measure is that somebody handles: "the port handled a record volume of 107,000 TEU"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.subject_owners import OWNERS
from kg.model.mention import Mention, MentionKind

if TYPE_CHECKING:
    from kg.extraction.arguments import ArgumentFinder

_HANDLING = frozenset(
    ["handle", "carry", "move", "process", "transport", "ship", "load", "unload", "clear"]
) | frozenset(["deliver", "export", "import", "produce", "dispatch", "serve", "transit"])


def find_handler(noun: int, arguments: ArgumentFinder) -> Mention | None:
    """The subject without a name of the verb of handling that a measure is the object of."""
    parse, verb = arguments.parse, arguments.parse.heads[noun]
    if parse.deps[noun] != "dobj" or parse.lemmas[verb] not in _HANDLING:
        return None
    subjects = parse.list_subjects(verb, passive=False)
    found = arguments.find(subjects[0], OWNERS) if subjects else None
    return found if found is not None and found.kind is not MentionKind.NAME else None
