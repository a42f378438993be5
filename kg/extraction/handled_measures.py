"""Whose a measure is that somebody handles ("handled a record volume of 107,000 TEU"), or that is put into works."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.subject_owners import OWNERS
from kg.model.kinds import WORKS_AND_ZONES
from kg.model.mention import Mention, MentionKind

if TYPE_CHECKING:
    from kg.extraction.arguments import ArgumentFinder

_HANDLING = frozenset(
    ["handle", "carry", "move", "process", "transport", "ship", "load", "unload", "clear"]
) | frozenset(["deliver", "export", "import", "produce", "dispatch", "serve", "transit"])

_OUTLAYS = frozenset(["investment", "capital", "funding", "expenditure"])
_PUT = frozenset(["with", "at"])
_CLIMBED = 4  # heads from "with" up to the verb


def find_handler(noun: int, arguments: ArgumentFinder) -> Mention | None:
    """The subject without a name of the verb of handling that a measure is the object of."""
    parse, verb = arguments.parse, arguments.parse.heads[noun]
    if parse.deps[noun] != "dobj" or parse.lemmas[verb] not in _HANDLING:
        return None
    subjects = parse.list_subjects(verb, passive=False)
    found = arguments.find(subjects[0], OWNERS) if subjects else None
    return found if found is not None and found.kind is not MentionKind.NAME else None


def find_own_works(noun: int, value: Mention, arguments: ArgumentFinder) -> Mention | None:
    """ "[The bridge] was built with an investment of $3 million": the works, where no builder is told."""
    parse, link = arguments.parse, arguments.parse.heads[noun]
    attached = parse.deps[noun] == "pobj" and parse.lemmas[link] in _PUT
    if value.origin != "money" or not attached or parse.lemmas[noun] not in _OUTLAYS:
        return None
    verb = parse.climb_to_verb(link, _CLIMBED)
    if parse.tags[verb][:1] != "V" or any(parse.deps[c] == "agent" for c in parse.children[verb]):
        return None
    built = (s for s in parse.list_subjects(verb) if parse.deps[s] == "nsubjpass")
    told = (arguments.find(s, WORKS_AND_ZONES) for s in built)
    return next((m for m in told if m is not None), None)
