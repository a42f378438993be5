"""Who signs a deal signs for the body of a post: "Norvik Group CEO Jane Doe signed an agreement with Hentz Foods"."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.model.mention import Mention

_FILE = "cooperates-with-holders/"
_POST = "holdsPost"
_PERSON = ("Person",)


def put_bodies_for_signers(
    candidates: Sequence[Candidate], arguments: ArgumentFinder
) -> list[Candidate]:
    """The candidates, those whose sides are persons said of the bodies that the text gives them a post in.

    A person counts for a body only where one is told in that sentence, or one alone in all.
    """
    told = [c for c in candidates if c.rule.id.startswith(_FILE)]
    if not told:
        return list(candidates)
    bodies = _list_bodies(candidates, arguments)
    found = [c for c in candidates if not c.rule.id.startswith(_FILE)]
    for candidate in told:
        if not isinstance(candidate.object, Mention):
            continue
        first, second = (
            _find_body(side, candidate.token, bodies, arguments)
            for side in (candidate.subject, candidate.object)
        )
        if first is None or second is None:
            continue
        if arguments.find_first(first) != arguments.find_first(second):
            found.append(
                replace(
                    candidate, subject=first, object=second, qualifiers=list(candidate.qualifiers)
                )
            )
    return found


def _list_bodies(
    candidates: Sequence[Candidate], arguments: ArgumentFinder
) -> Mapping[Mention, list[tuple[int, Mention]]]:
    """By the first mention of each person, the sentence and body of each post that is read of them."""
    bodies: dict[Mention, list[tuple[int, Mention]]] = defaultdict(list)
    for candidate in candidates:
        if candidate.rule.predicate == _POST and isinstance(candidate.object, Mention):
            sentence = arguments.parse.sentence_of[candidate.token]
            bodies[arguments.find_first(candidate.subject)].append((sentence, candidate.object))
    return bodies


def _find_body(
    side: Mention,
    token: int,
    bodies: Mapping[Mention, list[tuple[int, Mention]]],
    arguments: ArgumentFinder,
) -> Mention | None:
    """The side itself where it is no person; else the only body of a post in the sentence, or in all."""
    if not arguments.fits(side, _PERSON):
        return side
    held = bodies.get(arguments.find_first(side), [])
    here = arguments.parse.sentence_of[token]
    for told in ([b for s, b in held if s == here], [b for _, b in held]):
        different = {arguments.find_first(body) for body in told}
        if len(different) == 1:
            return told[0]
        if different:
            return None
    return None
