"""A title told short and in full is one: "Prime Minister X", then "PM X"; "Minister of Trade Y", then "Minister Y"."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace

from kg.lexicon import load_lexicon
from kg.model.claim import Claim, Literal, Qualifier
from kg.model.mention import Mention

_POSTS = load_lexicon("posts")
_HEADS_OF_STATES = _POSTS.get_mapping("heads_of_states")
_WITH_FIELD = _POSTS.get("sole_with_field")


def write_titles_out(claims: list[Claim], find_first: Callable[[Mention], Mention]) -> list[Claim]:
    """The claims with the fullest title that one holder of a post at one place bears in the document."""
    titles: dict[object, set[str]] = defaultdict(set)
    for claim in claims:
        title = _find_title(claim)
        if title is not None:
            titles[_get_key(claim, find_first)].add(str(title.value))
    if all(len(told) == 1 for told in titles.values()):
        return claims
    return [_write_out(claim, titles[_get_key(claim, find_first)]) for claim in claims]


def _get_key(claim: Claim, find_first: Callable[[Mention], Mention]) -> object:
    if isinstance(claim.object, Literal):
        return None
    body = find_first(claim.object)
    ended = any(q.name == "endTime" for q in claim.qualifiers)
    place = claim.object.known_as or body.known_as or body.span
    return find_first(claim.subject).span, place, claim.modality, ended


def _find_title(claim: Claim) -> Qualifier | None:
    if claim.predicate != "holdsPost":
        return None
    return next((q for q in claim.qualifiers if q.name == "title"), None)


def _write_out(claim: Claim, told: set[str]) -> Claim:
    title = _find_title(claim)
    if title is None or len(told) < 2:
        return claim
    short = str(title.value)
    fuller = {t.casefold(): t for t in sorted(told) if is_fuller(t.casefold(), short.casefold())}
    if len(fuller) != 1:
        return claim
    full = next(iter(fuller.values()))
    qualifiers = (replace(q, value=full) if q is title else q for q in claim.qualifiers)
    return replace(claim, qualifiers=tuple(qualifiers))


def is_fuller(title: str, short: str) -> bool:
    """Whether a title is what the short one stands for, or the same with its field."""
    if short in _HEADS_OF_STATES:
        return title != short and title == _HEADS_OF_STATES[short]
    fields = tuple(f"{short} {link} " for link in ("of", "for"))
    return short in _WITH_FIELD and (title.endswith(f" {short}") or title.startswith(fields))
