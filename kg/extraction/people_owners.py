"""Measures of a land's people: "Kenyan consumers cut [their] spending by 2%" tells of Kenya."""

from kg.extraction.arguments import ArgumentFinder
from kg.model.mention import Mention, MentionKind

_LANDS = ("Country", "Region", "Province", "City")
_BESIDE = frozenset(["amod", "compound", "poss", "nmod"])


def find_land_of_people(noun: int, arguments: ArgumentFinder) -> Mention | None:
    """The place before the plural that is the subject of what is done with "their" measure."""
    parse = arguments.parse
    theirs = any(
        parse.deps[c] == "poss" and parse.words[c].lower() == "their" for c in parse.children[noun]
    )
    if not theirs:
        return None
    verb = noun
    while parse.deps[verb] in {"dobj", "conj", "pobj", "prep"} and parse.heads[verb] != verb:
        verb = parse.heads[verb]
    subjects = parse.list_subjects(verb, passive=False) if parse.tags[verb][:2] == "VB" else []
    if not subjects or parse.tags[subjects[0]] != "NNS" or subjects[0] > noun:
        return None
    beside = (c for c in parse.children[subjects[0]] if parse.deps[c] in _BESIDE)
    told = (m for c in beside for m in arguments.by_token.get(c, ()))
    named = (m for m in told if m.kind in {MentionKind.NAME, MentionKind.ADJECTIVE})
    return next((m for m in named if arguments.fits(m, _LANDS)), None)
