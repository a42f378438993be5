"""Of several that a loose pattern takes for the maker of one thing, the subject of the sentence is it."""

from collections import defaultdict

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.model.mention import Mention, MentionKind
from kg.model.parse import SUBJECTS

_MAKING = "produces"
_OBJECTS = frozenset(["dobj", "pobj"])
# Before what may act beside the subject: "firms like X", "a unit of X", "made by X", "a venture between X and Y".
_SHARING = frozenset(["like", "as", "of", "by", "between", "including", "with", "for"])
_PHRASE = "phrase"


def drop_rivals(candidates: list[Candidate], arguments: ArgumentFinder) -> list[Candidate]:
    """The candidates but for phrases whose maker is an object where another one is the subject.

    "X bought [the brand] from [Y], creating Z": neither what X bought nor from whom made Z.
    """
    groups: dict[Mention, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        if candidate.rule.predicate == _MAKING and isinstance(candidate.object, Mention):
            groups[candidate.object].append(candidate)
    dropped: set[int] = set()
    for group in groups.values():
        roles = [_read_role(c.subject, arguments) for c in group]
        if "subject" in roles:
            dropped |= {
                id(c)
                for c, role in zip(group, roles, strict=True)
                if role == "object" and c.rule.kind == _PHRASE
            }
    return [c for c in candidates if id(c) not in dropped] if dropped else candidates


def _read_role(mention: Mention, arguments: ArgumentFinder) -> str:
    """ "subject", "object" or "" for what a maker is in its sentence, lists read by their first member."""
    parse = arguments.parse
    if mention not in arguments.ranges or mention.kind is MentionKind.NOMINAL:
        return ""
    head = arguments.ranges[mention][1] - 1
    while parse.deps[head] == "conj" and parse.heads[head] < head:
        head = parse.heads[head]
    if parse.deps[head] in SUBJECTS:
        return "subject"
    if parse.deps[head] == "poss" and mention.kind is MentionKind.NAME:
        return "object"  # "X will release [Y]'s film Z"
    shared = parse.words[parse.heads[head]].lower() in _SHARING
    return "object" if parse.deps[head] in _OBJECTS and not shared else ""
