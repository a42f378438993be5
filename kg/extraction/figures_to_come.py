"""Figures to come, though no verb says so: "aims for $4 billion in exports", "… to build a mill, providing 40 jobs"."""

from collections.abc import Sequence

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.model.claim import Modality
from kg.model.mention import Mention
from kg.model.parse import Parse

_AIMING = {
    "aim": Modality.PLANNED,
    "strive": Modality.PLANNED,
    "gun": Modality.PLANNED,
    "hope": Modality.POSSIBLE,
}
_BRINGING = frozenset(["provide", "offer", "create", "generate", "bring", "employ", "add", "give"])
_CLIMBED = 5  # heads from a value to the verb


def settle_to_come(found: Sequence[Candidate], arguments: ArgumentFinder) -> None:
    """Makes figures planned that somebody aims for, or that a work is to bring that is planned with its others."""
    planned = {
        (c.subject.span, arguments.parse.sentence_of[c.token])
        for c in found
        if c.modality is Modality.PLANNED
    }
    for candidate in found:
        value = candidate.object
        if candidate.modality is not Modality.ACTUAL or not isinstance(value, Mention):
            continue
        start = arguments.ranges[value][0]
        beside = (candidate.subject.span, arguments.parse.sentence_of[candidate.token]) in planned
        aimed = _read_aim(arguments.parse, start)
        if aimed is not None:
            candidate.modality = aimed
        elif beside and _is_brought(arguments.parse, start):
            candidate.modality = Modality.PLANNED


def _read_aim(parse: Parse, token: int) -> Modality | None:
    """ "aims for [$40 billion] in exports", but not "aims for growth from $30 billion"."""
    if parse.words[token - 1].lower() == "from":
        return None
    for _ in range(_CLIMBED):
        above = parse.heads[token]
        if above == token:
            return None
        if parse.words[token].lower() == "for":
            return _AIMING.get(parse.lemmas[above]) if parse.tags[above][:2] == "VB" else None
        token = above
    return None


def _is_brought(parse: Parse, token: int) -> bool:
    """ "…, providing [40] jobs": by a participle of what a work brings."""
    for _ in range(_CLIMBED):
        above = parse.heads[token]
        if above == token:
            return False
        token = above
        if parse.tags[token][:2] == "VB":
            return parse.tags[token] == "VBG" and parse.lemmas[token] in _BRINGING
    return False
