"""What is a subject beside the gaps of a pattern."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.persons_of import is_persons_owner
from kg.lexicon import load_lexicon
from kg.model.mention import MentionKind
from kg.model.parse import SUBJECTS

if TYPE_CHECKING:
    from kg.extraction.arguments import ArgumentFinder

_PARTS = frozenset(["division", "subsidiary", "unit", "affiliate", "spokesman", "spokeswoman"])
_FIRST = 6  # tokens of a subject that opens its sentence
_CLIMB = 8  # heads from a name to the verb that it stands before
_ACTORS = ("Organization", "Person", "Place")
_TOLD = (*_ACTORS, "Facility", "Project", "TransportCorridor")  # "X said the mill was bought by Y"
_CLAUSE_OPENERS = load_lexicon("phrases").get("clause_openers")
_OWN_PEOPLE = frozenset(["founder", "co-founder", "owner", "board"])
_ARTICLES = frozenset(["a", "an"])
_PREMODIFIERS = frozenset(["DT", "PDT", "JJ", "JJR", "JJS", "CD", "NN", "NNS", "VBG", "VBN"])


def may_be_subject(last: int, arguments: ArgumentFinder) -> bool:
    """A subject by the parse, an owner, or what stands first in its sentence but for one phrase."""
    parse = arguments.parse
    start = parse.sentences[parse.sentence_of[last]][0]
    if parse.words[last + 1 : last + 2] and parse.words[last + 1] in _PARTS:
        return False  # "Zenda Pay, a Norvik unit, agreed"
    if parse.words[last + 1 : last + 2] == ["-"]:
        return False  # "the Zenda-based carrier agreed"
    if is_persons_owner(last, parse) or _is_fronted(last, arguments):
        return False
    if parse.tags[last] in {"POS", "PRP$"} or last - start <= _FIRST:
        return True
    return any(  # "the Norvik Railway of Zenda": any word of the name
        parse.deps[k] in SUBJECTS
        for mention in arguments.by_token.get(last, ())
        for k in range(*arguments.ranges[mention])
    )


def _is_fronted(last: int, arguments: ArgumentFinder) -> bool:
    """ "According to the cabinet, the consortium is": what a preposition leads to before a verb and its subject."""
    parse, k = arguments.parse, last
    for _ in range(_CLIMB):
        if parse.deps[k] in SUBJECTS or parse.heads[k] == k:
            return False
        k = parse.heads[k]
        if parse.tags[k][:2] == "VB" and k > last:
            return any(parse.deps[c] in SUBJECTS and last < c < k for c in parse.children[k])
    return False


def is_other_subject(k: int, arguments: ArgumentFinder) -> bool:
    """Whether a firm or person at the token is a subject of its own, or works that somebody tells of."""
    parse = arguments.parse
    if parse.deps[k] not in SUBJECTS:
        return False
    told = parse.deps[parse.heads[k]] == "ccomp"  # "X said its unit won a contract from Y"
    kinds = _TOLD if told else _ACTORS
    return any(
        (m.kind is MentionKind.NAME or (told and m.kind is MentionKind.NOMINAL))
        and arguments.fits(m, kinds)
        for m in arguments.by_token.get(k, ())
    )


def opens_clause(k: int, arguments: ArgumentFinder) -> bool:
    """ "because all the [information] is controlled by": a common noun is the subject of a clause of its own."""
    parse = arguments.parse
    if parse.deps[k] not in SUBJECTS or parse.tags[k] not in {"NN", "NNS"}:
        return False
    if parse.lemmas[k] in _OWN_PEOPLE:  # "launched when the founders raised money": its own
        return False
    before = k - 1
    while before > 0 and parse.tags[before] in _PREMODIFIERS:
        before -= 1
    return parse.words[before].lower() in _CLAUSE_OPENERS


def tells_of_other(noun: int, position: int, arguments: ArgumentFinder) -> bool:
    """ "is run by Y, a [company] formed by": a noun that a name behind the start of the gap is told to be."""
    tags, words = arguments.parse.tags, arguments.parse.words
    k = noun
    while k > position and tags[k - 1] in _PREMODIFIERS and words[k].lower() not in _ARTICLES:
        k -= 1
    if words[k].lower() not in _ARTICLES or words[k - 1] != ",":
        return False
    return any(
        m.kind is MentionKind.NAME
        and arguments.ranges[m][1] == k - 1
        and position <= arguments.ranges[m][0]
        for m in arguments.by_token.get(k - 2, ())
    )
