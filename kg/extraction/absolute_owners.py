"""Whose a measure is that stands beside the clause: "Norvik made a profit, with sales rising 5 percent"."""

from kg.extraction.arguments import ArgumentFinder
from kg.model.mention import Mention, MentionKind

_OWNERS = ("Place", "Organization", "Project", "TransportCorridor", "Event")
_CLIMBED = 4


def find_absolute(arguments: ArgumentFinder, noun: int) -> Mention | None:
    """The subject of the clause that a measure after "with", with a participle behind it, goes along with."""
    parse, head = arguments.parse, arguments.parse.heads[noun]
    if parse.deps[noun] == "nsubj" and parse.deps[head] == "pcomp":
        link = parse.heads[head]
    elif parse.deps[noun] == "pobj" and parse.tags[noun + 1 : noun + 2] in (["VBG"], ["VBN"]):
        link = head
    else:
        return None
    if parse.words[link].lower() != "with" or parse.words[link - 1] != ",":
        return None
    verb = parse.climb_to_verb(parse.heads[link], _CLIMBED)
    subjects = parse.list_subjects(verb)
    if not subjects or subjects[0] > link:
        return None
    owner = arguments.find(subjects[0], _OWNERS)
    if owner is None or (owner.kind is MentionKind.NOMINAL and parse.tags[subjects[0]] == "NNS"):
        return None
    return owner
