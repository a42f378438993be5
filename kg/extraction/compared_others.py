"""Whose and of when a compared value is: "exports rose to $11 billion, against $9 billion [in Peru]"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.model.claim import Qualifier
from kg.model.mention import Mention, MentionKind, read_unit
from kg.model.quantity import Quantity

_OF = frozenset(["in", "for", "at", "by", "of"])
_BETWEEN = frozenset(["the", "neighbouring", "neighboring", "nearby", "rival", "its"])
_TITLES = frozenset(["mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr."])
_LANDS = ("City", "District", "Province", "Country", "Region")
_FIRMS = ("Company",)
_KINDS = (_LANDS, _FIRMS, ("Person",), ("PoliticalParty", "Association"))
_OWNER = frozenset(["'s", "’s", "'", "’"])
_CUES = frozenset(["compared", "against", "versus"])
_STOPS = frozenset([",", ".", ";", "and", "but", "while"])
_BACK = 10  # tokens before a time in which a word of comparison stands
_FEW = 3  # words between the preposition and the name


def is_of_compared(token: int, arguments: ArgumentFinder) -> bool:
    """ "made 300 tonnes, against 200 tonnes in [2022]": whether a time is that of what was compared alone."""
    words, first = arguments.lower, max(token - _BACK, 0)
    for cue in range(token - 2, first - 1, -1):
        if words[cue] in _STOPS:
            return False
        turned = words[cue] == "from" and words[cue - 1 : cue] in (["up"], ["down"])
        if turned or words[cue] in _CUES:
            return any(
                m.kind is MentionKind.QUANTITY and arguments.ranges[m][1] < token
                for k in range(cue + 1, min(cue + 1 + _FEW, token))
                for m in arguments.by_token.get(k, ())
            )
    return False


def give_to_others(compared: Iterable[Candidate], arguments: ArgumentFinder) -> Iterator[Candidate]:
    """The compared figures, each of whom the words right behind it name, if they do."""
    for candidate in compared:
        other = _find_other(candidate, arguments)
        if other is not None and _is_alike(candidate.subject, other, arguments):
            candidate = replace(candidate, subject=other)
            yield from _go_on(candidate, arguments)
        yield candidate  # "sales rose to 5 million from 4 million in Peru": still the firm's


def _go_on(candidate: Candidate, arguments: ArgumentFinder) -> Iterator[Candidate]:
    """ "with 12% in Chile[, 10% in Peru and 9% in Cuba]": the same of others in the same unit."""
    words, told = arguments.parse.words, candidate
    measure = [q for q in told.qualifiers if q.name in {"measure", "period"}]
    while isinstance(told.object, Mention):
        at = arguments.ranges[told.subject][1]
        joined = words[at : at + 1] in ([","], ["and"])
        at += 2 if words[at : at + 2] == [",", "and"] else 1
        value = _find_alike(at, told.object, arguments) if joined else None
        if value is None:
            return
        again = _read_change(candidate, value)
        after = replace(told, object=value, qualifiers=[*measure, *again])
        other = _find_other(after, arguments)
        if other is None or arguments.ranges[other][0] < at:
            return
        if not _is_alike(told.subject, other, arguments):
            return
        told = replace(after, subject=other)
        yield told


def _read_change(candidate: Candidate, value: Mention) -> list[Qualifier]:
    """What "growth of 3 percent" is of the first is "2 percent" of the next: a change again."""
    first, known = candidate.object, value.value
    change = next((q.value for q in candidate.qualifiers if q.name == "change"), None)
    if not (isinstance(first, Mention) and isinstance(first.value, Quantity)):
        return []
    if not (isinstance(change, Quantity) and isinstance(known, Quantity)):
        return []
    if abs(change.value) != first.value.value:
        return []
    sign = -1 if change.value < 0 else 1
    return [Qualifier(name="change", value=replace(known, value=sign * known.value))]


def _find_alike(token: int, value: Mention, arguments: ArgumentFinder) -> Mention | None:
    """The value of the same unit that begins at a token."""
    begun = (m for m in arguments.by_token.get(token, ()) if arguments.ranges[m][0] == token)
    return next((m for m in begun if read_unit(m) and read_unit(m) == read_unit(value)), None)


def _find_other(candidate: Candidate, arguments: ArgumentFinder) -> Mention | None:
    """Who stands behind "in", "for" or "by" right behind the value and is not whom the figure before is of."""
    value = candidate.object
    if not isinstance(value, Mention):
        return None
    words, at = arguments.parse.words, arguments.ranges[value][1]
    if (possessor := _find_possessor(value, arguments)) is not None:
        return possessor
    if words[at : at + 1] == [] or words[at].lower() not in _OF:
        return None
    for token in range(at + 1, min(at + 1 + _FEW, len(words))):
        named = (m for m in arguments.by_token.get(token, ()) if m.kind is MentionKind.NAME)
        for mention in named:
            if not any(arguments.fits(mention, kinds) for kinds in _KINDS):
                return None
            end = arguments.ranges[mention][1]
            owner = words[end : end + 1] != [] and words[end] in _OWNER
            first = arguments.find_first
            same = owner or first(mention) == first(candidate.subject)
            return None if same else mention
        if words[token].lower() not in _BETWEEN | _TITLES:
            return None
    return None


def _find_possessor(value: Mention, arguments: ArgumentFinder) -> Mention | None:
    """ "compared to [Norvik's] 31 percent"."""
    owner = arguments.ranges[value][0] - 1
    if owner < 1 or arguments.parse.words[owner] not in _OWNER:
        return None
    named = (m for m in arguments.by_token.get(owner - 1, ()) if m.kind is MentionKind.NAME)
    return next((m for m in named if arguments.ranges[m][1] in {owner, owner + 1}), None)


def _is_alike(subject: Mention, other: Mention, arguments: ArgumentFinder) -> bool:
    """Whether both are lands or both firms, so that the figure is told of the one as of the other."""
    return any(arguments.fits(subject, kinds) and arguments.fits(other, kinds) for kinds in _KINDS)
