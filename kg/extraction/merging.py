"""One claim for what several rules read in one passage; two posts of one body stay two."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from kg.lexicon import load_lexicon
from kg.model.claim import Claim, Modality, Qualifier

_SIGNED = frozenset(["cooperates-with/sign-together", "cooperates-with/signs-with"])
_TIE = "cooperates-with/partnership-with"
_OF_BOTH = frozenset(["cooperates-with/deal-between", "cooperates-with/between-sides"])
_LEADING = load_lexicon("posts").get("leading_titles")


def merge_claims(claims: list[Claim]) -> list[Claim]:
    """One claim for the same arguments in the same passage, with all its rules and details.

    "Norvik's finance chief X will become its chairman" tells of two posts.
    """
    groups: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        key = claim.subject.span, claim.predicate, claim.object.span, claim.evidence
        groups[key].append(claim)
    merged = [_merge_group(part) for group in groups.values() for part in _split_by_title(group)]
    return sorted(
        merged,
        key=lambda c: (c.evidence, c.subject.span, c.predicate, c.object.span, c.modality, c.rules),
    )


def _merge_group(group: list[Claim]) -> Claim:
    best = max(group, key=lambda c: (c.confidence, len(c.qualifiers), c.rules))
    names = {q.name for q in best.qualifiers}
    extra: list[Qualifier] = []
    for claim in sorted(group, key=lambda c: c.rules):
        for qualifier in claim.qualifiers:
            if qualifier.name not in names:
                names.add(qualifier.name)
                extra.append(qualifier)
    # A clause knows modality, a phrase does not: the clause's word counts.
    # What a post is called tells more than that somebody "will be leading": "will be led by its chairman X".
    titled = [c for c in group if _read_title(c)] or group
    modality = max((c.modality for c in titled), key=lambda m: m is not Modality.ACTUAL)
    if modality is Modality.PLANNED and (any(_is_agreed(c) for c in group) or _is_tied(group)):
        modality = Modality.ACTUAL  # "signed an agreement to set up a venture": they are bound
    return replace(
        best,
        rules=tuple(sorted({rule for claim in group for rule in claim.rules})),
        qualifiers=(*best.qualifiers, *extra),
        modality=best.modality if len(group) == 1 else modality,
        attributed_to=best.attributed_to
        or next((c.attributed_to for c in group if c.attributed_to is not None), None),
    )


def _is_agreed(claim: Claim) -> bool:
    """Whether a claim tells of what two sides have signed."""
    signed = claim.predicate == "cooperatesWith" and claim.modality is Modality.ACTUAL
    return signed and (
        claim.find_qualifier("agreement") is not None or not _SIGNED.isdisjoint(claim.rules)
    )


def _is_tied(group: Sequence[Claim]) -> bool:
    """ "established ties with Y, aiming to deepen cooperation between the two": the ties are there."""
    aims = (c for c in group if c.modality is Modality.PLANNED)
    tied = any(_TIE in c.rules and c.modality is Modality.ACTUAL for c in group)
    return tied and all(_OF_BOTH.issuperset(c.rules) for c in aims)


def _split_by_title(group: Sequence[Claim]) -> list[list[Claim]]:
    """The claims apart by their titles; one title within another, or none, is the same post."""
    titles = {_read_title(claim) for claim in group}
    if len(titles) < 2:
        return [list(group)]
    parts: list[list[Claim]] = []
    for claim in sorted(group, key=lambda c: (-len(_read_title(c)), c.rules)):
        words = _read_title(claim)
        same = (part for part in parts if words in _read_title(part[0]))
        part = next(same, None)
        if part is None:
            parts.append([claim])
        else:
            part.append(claim)
    return parts


def _read_title(claim: Claim) -> str:
    """The title, if it tells which post it is."""
    title = claim.find_qualifier("title")
    told = title.casefold() if isinstance(title, str) else ""
    return "" if told in _LEADING else told
