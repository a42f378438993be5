"""Claims that say less than others: a place around a nearer one, a tie beside a post, a merger beside a purchase."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable
from dataclasses import replace

from kg.model.claim import Claim, Modality, Qualifier
from kg.model.mention import TOLD, Mention, MentionKind

_MORE_TOLD = {"affiliatedWith": "holdsPost", "activeIn": "produces"}
_SEATED = "member of the "  # how the title of somebody on a board begins
_PLACED = frozenset(
    ["locatedIn", "investsIn", "heldIn", "headquarteredIn", "operatesIn", "connects"]
)
_IN_BODY = "holds-post-bodies/post-in-ministry"  # "the Kenyan secretary in the Ministry of Trade"
_NAMING = frozenset(["cooperatesWith", "supplies", "participatesIn", "connectedTo"])
_TOGETHER = _PLACED | _NAMING
_WAYS = ("routes", "services")
_STATES = ("Province", "Country")
_ANY_FIRMS = frozenset(["company", "firm", "group", "bank", "business"])
_BEGUN = frozenset(["foundedBy", "subsidiaryOf"])
_BOUGHT = frozenset(["acquires", "mergesWith"])
_OPEN = frozenset([Modality.POSSIBLE, Modality.PLANNED])
_COMMA = 2  # characters between a place and the one around it: "Hentz, Zenda Province"


def drop_less_telling(claims: list[Claim], find_first: Callable[[Mention], Mention]) -> list[Claim]:
    """The claims without those that others of the sentence, or of the document, make needless or untrue."""
    for reading in (
        keep_most_specific,
        drop_wider_posts,
        join_poorer,
        drop_ties_of_posts,
        drop_mergers_of_buyers,
        drop_ways_of_joined,
        drop_denied,
        drop_firms_as_wares,
    ):
        claims = reading(claims, find_first)
    return claims


def drop_denied(claims: list[Claim], find_first: Callable[[Mention], Mention]) -> list[Claim]:
    """The claims without purchases of nobody in particular, or told to be off beside: "dropped its bid for X"."""

    def key(claim: Claim) -> Hashable:
        target = find_first(claim.object).span if isinstance(claim.object, Mention) else None
        return find_first(claim.subject).span, target, claim.evidence

    off = {key(c) for c in claims if c.predicate in _BOUGHT and c.modality is Modality.NEGATED}
    return [
        c
        for c in claims
        if c.predicate not in _BOUGHT
        or not ((c.modality in _OPEN and key(c) in off) or _is_of_any_firms(c, find_first))
    ]


def _is_of_any_firms(claim: Claim, find_first: Callable[[Mention], Mention]) -> bool:
    """ "The biggest takeover of a Ruritanian firm by a foreign company": nothing tells which ones."""
    sides = [find_first(m) for m in (claim.subject, claim.object) if isinstance(m, Mention)]
    return all(m.kind is MentionKind.NOMINAL and m.text.split()[-1] in _ANY_FIRMS for m in sides)


def drop_firms_as_wares(
    claims: list[Claim], find_first: Callable[[Mention], Mention]
) -> list[Claim]:
    """The claims without what is told to be owned or begun as a ware: "created a venture called X"."""
    pairs = {
        (find_first(c.subject).span, find_first(c.object).span)
        for c in claims
        if c.predicate == "owns" and isinstance(c.object, Mention)
    }
    pairs |= {
        (find_first(c.object).span, find_first(c.subject).span)
        for c in claims
        if c.predicate in _BEGUN and isinstance(c.object, Mention)
    }
    makers = Counter(thing for _, thing in pairs)
    return [
        c
        for c in claims
        if c.predicate != "produces"
        or not isinstance(c.object, Mention)
        # what one firm alone "launched" may well be a ware
        or (find_first(c.object).origin != TOLD and makers[find_first(c.object).span] == 1)
        or (find_first(c.subject).span, find_first(c.object).span) not in pairs
    ]


def keep_most_specific(
    claims: list[Claim], find_first: Callable[[Mention], Mention]
) -> list[Claim]:
    """The claims without those of a place around what the same sentence tells of the same subject.

    That the one lies in the other must be claimed too, anywhere in the document.
    """
    places = _Places(claims, find_first)
    return [claim for claim in claims if not places.is_wide(claim)]


class _Places:
    """What claims tell of places: which lie in which, and which are told together."""

    def __init__(self, claims: list[Claim], find_first: Callable[[Mention], Mention]) -> None:
        self.find_first = find_first
        self.around: dict[Hashable, set[Hashable]] = defaultdict(set)
        self.told: dict[Hashable, set[Hashable]] = defaultdict(set)
        self.ends: dict[Hashable, set[int]] = defaultdict(set)  # of the names of a place
        for claim in claims:
            if claim.predicate not in _TOGETHER or not isinstance(claim.object, Mention):
                continue
            place = self._key(claim.object)
            if claim.object.type != "Region":  # "southern Ruritania" only says where in it
                self.told[self._group(claim)].add(place)
            if claim.predicate == "locatedIn":
                self.around[self._key(claim.subject)].add(place)
            self.ends[place].add(claim.object.span.end)

    def _key(self, mention: Mention) -> Hashable:
        first = self.find_first(mention)
        return first.known_as or (first.text.casefold() if first.type else first.span)

    def _group(self, claim: Claim) -> Hashable:
        return claim.evidence, claim.predicate, self._key(claim.subject)

    def is_wide(self, claim: Claim) -> bool:
        """Whether the claim is of a place around one that is told with it."""
        if claim.predicate not in _TOGETHER or not isinstance(claim.object, Mention):
            return False
        if claim.predicate == "connects" and claim.object.type not in _STATES:
            return False  # a line may end at a port and serve its town as well
        wide, start = self._key(claim.object), claim.object.span.start
        near = [n for n in self.told[self._group(claim)] if n != wide and wide in self.around[n]]
        if claim.predicate in _PLACED:
            return bool(near)
        # "with Hentz, Zenda Province": two are partners only where no comma alone parts them
        return any(0 < start - end <= _COMMA for n in near for end in self.ends[n])


def drop_wider_posts(claims: list[Claim], find_first: Callable[[Mention], Mention]) -> list[Claim]:
    """The claims without posts in a body that the same sentence tells with the same title of a part of it.

    "Head of the Airports Department of the Ministry of Trade": of the department. "The Kenyan permanent
    secretary in the Ministry of Trade": of the ministry, and of Kenya only by that.
    """
    parts: dict[Mention, set[Mention]] = defaultdict(set)
    within = any(_IN_BODY in claim.rules for claim in claims)
    for claim in claims:
        inner = claim.predicate == "partOf" or (within and claim.predicate == "hasJurisdiction")
        if inner and isinstance(claim.object, Mention):
            parts[find_first(claim.object)].add(find_first(claim.subject))
    if not parts:
        return claims

    def key(claim: Claim, body: Mention) -> tuple[Hashable, ...]:
        return claim.evidence, find_first(claim.subject), claim.find_qualifier("title"), body

    told = {
        key(claim, find_first(claim.object))
        for claim in claims
        if claim.predicate == "holdsPost" and isinstance(claim.object, Mention)
    }
    return [
        claim
        for claim in claims
        if claim.predicate != "holdsPost"
        or not isinstance(claim.object, Mention)
        or not any(key(claim, part) in told for part in parts[find_first(claim.object)])
    ]


def join_poorer(claims: list[Claim], find_first: Callable[[Mention], Mention]) -> list[Claim]:
    """The claims, those that a claim of the same sentence repeats with more details taken into it.

    "Norvik raised its stake in Tarka to 53%": that it has one, and how large it is.
    """

    def key(claim: Claim) -> tuple[Hashable, ...]:
        other = claim.object
        thing: object = find_first(other) if isinstance(other, Mention) else other
        return claim.evidence, claim.predicate, find_first(claim.subject), thing, claim.modality

    alike: dict[tuple[Hashable, ...], list[int]] = defaultdict(list)
    for n, claim in enumerate(claims):
        if claim.predicate != "observes":
            alike[key(claim)].append(n)
    joined: list[Claim | None] = list(claims)
    for group in alike.values():
        for n in group if len(group) > 1 else ():
            own = claims[n].qualifiers
            fuller = next((k for k in group if _tells_more(claims[k], own)), None)
            if fuller is not None and (kept := joined[fuller]) is not None:
                joined[fuller], joined[n] = _join(kept, claims[n]), None
    return [claim for claim in joined if claim is not None]


def _join(fuller: Claim, poorer: Claim) -> Claim:
    """The fuller claim by the rules of both, said of names where either has them."""
    named = poorer.subject.kind is MentionKind.NAME
    other = isinstance(poorer.object, Mention) and poorer.object.kind is MentionKind.NAME
    return replace(
        fuller,
        subject=poorer.subject if named else fuller.subject,
        object=poorer.object if other else fuller.object,
        rules=tuple(sorted({*fuller.rules, *poorer.rules})),
    )


def _tells_more(claim: Claim, details: tuple[Qualifier, ...]) -> bool:
    told = claim.qualifiers
    return len(told) > len(details) and all(detail in told for detail in details)


def drop_ties_of_posts(
    claims: list[Claim], find_first: Callable[[Mention], Mention]
) -> list[Claim]:
    """The claims without "works for" where the same sentence tells the post that somebody has there.

    Nor is a member of a firm's board a member of the firm, or of what stands behind it.

    Likewise "a steel producer" makes steel, and is not only active in it.
    """

    def key(claim: Claim) -> tuple[Hashable, ...]:
        other = claim.object
        body: object = find_first(other) if isinstance(other, Mention) else other
        if claim.predicate in {"produces", "activeIn"} and isinstance(other, Mention):
            body = other.text.casefold()
        return claim.evidence, find_first(claim.subject), body

    keyed = [(claim, key(claim)) for claim in claims]
    told = {(claim.predicate, *parts) for claim, parts in keyed}
    seated = {parts[:2] for c, parts in keyed if c.predicate == "holdsPost" and _is_seated(c)}
    return [
        claim
        for claim, parts in keyed
        if (_MORE_TOLD.get(claim.predicate), *parts) not in told
        and not (claim.predicate == "memberOf" and parts[:2] in seated)
    ]


def _is_seated(claim: Claim) -> bool:
    title = claim.find_qualifier("title")
    return isinstance(title, str) and title.casefold().startswith(_SEATED)


def drop_mergers_of_buyers(
    claims: list[Claim], find_first: Callable[[Mention], Mention]
) -> list[Claim]:
    """The claims without mergers of two firms of which the document tells that one buys the other.

    "Norvik agreed to buy Tarka. A combination of the two would be the largest in Peru": that is a purchase.
    One sentence that tells both ("Norvik merged into Tarka") tells a merger.
    """
    if all(claim.predicate != "mergesWith" for claim in claims):
        return claims

    def key(claim: Claim) -> frozenset[Hashable]:
        sides = (m for m in (claim.subject, claim.object) if isinstance(m, Mention))
        firsts = [find_first(m) for m in sides]
        return frozenset(m.known_as or m.text.casefold() for m in firsts)

    merged = {(key(c), c.evidence) for c in claims if c.predicate == "mergesWith"}
    bought = {
        key(claim)
        for claim in claims
        if claim.predicate == "acquires" and (key(claim), claim.evidence) not in merged
    }
    return [c for c in claims if c.predicate != "mergesWith" or key(c) not in bought]


def drop_ways_of_joined(
    claims: list[Claim], find_first: Callable[[Mention], Mention]
) -> list[Claim]:
    """The claims without the ends of nameless services where the sentence tells that these places are joined.

    "Routes from Bergen to Aberdeen": the towns are joined, and no one of the routes is told.
    """
    joined = {
        (claim.evidence, find_first(side))
        for claim in claims
        if claim.predicate == "connectedTo"
        for side in (claim.subject, claim.object)
        if isinstance(side, Mention)
    }
    return [
        claim
        for claim in claims
        if claim.predicate != "connects"
        or claim.subject.kind is not MentionKind.NOMINAL
        or not claim.subject.text.casefold().endswith(_WAYS)
        or not isinstance(claim.object, Mention)
        or (claim.evidence, find_first(claim.object)) not in joined
    ]
