"""Who is a member where a person's titles stand in a row: "X is a fellow of A, a member of B and chairman of C"."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind

_MEMBER_OF = "memberOf"
_BELONGING = load_lexicon("posts").get("belonging_nouns")
_LINKS = frozenset(["of", "at", "for", "with"])
_JOINTS = frozenset([",", "and", "&"])
_TITLED = 6  # tokens from "and" to the next title of a row
_ENDS = frozenset([".", ";", ":"])


def settle_members(candidates: list[Candidate], arguments: ArgumentFinder) -> list[Candidate]:
    """The candidates without bodies that a row only passes, and without persons whose body is the member."""
    beside = [c for c in candidates if _is_beside(c, arguments)]
    if not beside:
        return candidates
    dropped = {id(c) for c in beside if _is_in_row(c, arguments)}
    bodies = {(c.object, c.subject.span.start) for c in beside if id(c) not in dropped}
    for c in candidates:
        person = c.rule.predicate == _MEMBER_OF and arguments.fits(c.subject, ("Person",))
        if person and any(c.object == b and c.subject.span.end <= at for b, at in bodies):
            dropped.add(id(c))
    return [c for c in candidates if id(c) not in dropped]


def _is_beside(candidate: Candidate, arguments: ArgumentFinder) -> bool:
    """Whether a body stands behind a title and right before "a member of": "head of [A], a member of B"."""
    subject, whole = candidate.subject, candidate.object
    if candidate.rule.predicate != _MEMBER_OF or not isinstance(whole, Mention):
        return False
    if not arguments.fits(subject, ("Organization", "Place")) or whole not in arguments.ranges:
        return False
    if subject not in arguments.ranges or subject.kind is not MentionKind.NAME:
        return False
    return _find_title(subject, arguments) >= 0 and _find_member(candidate, arguments) >= 0


def _find_member(candidate: Candidate, arguments: ArgumentFinder) -> int:
    """The word for a member between the two, behind a comma or "and"; -1 where none is."""
    lemmas, end = arguments.parse.lemmas, arguments.ranges[candidate.subject][1]
    start = arguments.ranges[candidate.object][0] if isinstance(candidate.object, Mention) else end
    if end >= start or arguments.parse.words[end] not in _JOINTS:
        return -1
    return next((k for k in range(end, start) if lemmas[k].lower() in _BELONGING), -1)


def _find_title(body: Mention, arguments: ArgumentFinder) -> int:
    """The last word of the title that a body is told behind, a place behind the body passed over; -1 for none."""
    words, k = arguments.parse.words, arguments.ranges[body][0] - 1
    if words[k] == "," and arguments.fits(body, ("Place",)):
        outer = next(
            (m for m in arguments.by_token.get(k - 1, ()) if m.kind is MentionKind.NAME), None
        )
        return -1 if outer is None else _find_title(outer, arguments)
    k -= words[k].lower() == "the"
    if k < 1 or words[k] not in _LINKS:
        return -1
    return k - 1 if _is_title(k - 1, arguments) else -1


def _is_title(k: int, arguments: ArgumentFinder) -> bool:
    titled = arguments.find_post_around(k) is not None
    return titled or arguments.parse.lemmas[k].lower() in _BELONGING


def _is_in_row(candidate: Candidate, arguments: ArgumentFinder) -> bool:
    """Whether what follows is said of the person: behind a fellow or "and", or where a further title stands behind."""
    words, whole = arguments.parse.words, candidate.object
    if not isinstance(whole, Mention):
        return False
    title, end = (
        _find_title(candidate.subject, arguments),
        arguments.ranges[candidate.subject][1],
    )
    if arguments.parse.lemmas[title].lower() in _BELONGING:
        return True
    if "and" in words[end : end + 2] or "&" in words[end : end + 2]:
        return True
    k = arguments.ranges[whole][1]
    if words[k : k + 1] not in ([","], ["and"], ["&"]):
        return False
    reach = range(k + 1, min(k + _TITLED, len(words)))
    stop = next((j for j in reach if words[j] in _ENDS or words[j] == ","), reach.stop)
    return any(_is_title(j, arguments) for j in range(k + 1, max(stop, k + 1)))
