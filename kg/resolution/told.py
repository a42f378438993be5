"""What a document tells of its things beside their names: posts, places, and the countries it is about."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kg.model.claim import Claim, Reading
from kg.model.cluster import ToldPlace, ToldPost
from kg.model.mention import Mention, MentionKind
from kg.model.period import Period
from kg.ontology import Ontology
from kg.resolution.elsewhere import lies_elsewhere
from kg.resolution.known import FindKnown, find_country

# Predicates that tell where a thing belongs, as subject and place.
_BELONGS = frozenset(["hasJurisdiction", "headquarteredIn", "locatedIn"])
_BEHIND = re.compile(r"\s(?:in|of)\s(?:the\s)?")
# Between a thing without a name and the place that makes a name of it: "refinery near Colombo".
_AT = re.compile(r"\s(?:in|at|near|on|off|outside)\s(?:the\s(?:(?:[a-z]+\s){1,2}of\s)?)?")
_OF = re.compile(r"\sof\s(?:the\s)?")
_OWNING = re.compile(r"['’]s?\b|['’]\s")  # behind a name that owns what follows
_FORMER = re.compile(r"\b(?:former|ex|late|retired)\b", re.IGNORECASE)
# Words that tell one plant from another, and no more of it: left out of what it is called.
_APART = re.compile(
    r"\b(?:existing|second|third|fourth|first|main|present|current|former|previous|other|next|new|old|planned|proposed)\s$",
    re.IGNORECASE,
)
_FAR = 80  # characters between a unit and its parent
_SEVERAL = 2  # mentions by the same words
IN_NAME = "in the name"
_MAIN = 0.7  # share of the one country that a document is about
_OWNERS = (IN_NAME, "hasJurisdiction", "headquarteredIn", "behind the name", "locatedIn")


class ToldFinder:
    """Finds what is told of each mention of a reading."""

    def __init__(self, reading: Reading, ontology: Ontology, find_known: FindKnown) -> None:
        self.reading = reading
        self.ontology = ontology
        self.find_known = find_known
        self._posts: dict[Mention, list[tuple[Claim, Mention]]] = defaultdict(list)
        self._places: dict[Mention, list[ToldPlace]] = defaultdict(list)
        self._placed: dict[Mention, str] = {}
        self._named = {m.span.start: m for m in reading.mentions if m.kind is MentionKind.NAME}
        for claim in reading.claims:
            if not isinstance(claim.object, Mention):
                continue
            self._name_by_holder(claim.subject, claim.object)
            if claim.predicate == "holdsPost":
                self._posts[claim.subject].append((claim, claim.object))
            elif claim.predicate in _BELONGS:
                self._places[claim.subject].append(_tell(claim.object, claim.predicate))
                self._name_by_place(claim.subject, claim.object)
            elif claim.predicate == "subsidiaryOf":
                self._name_by_parent(claim.subject, claim.object)
        self._find_beside()
        nominals = (m for m in reading.mentions if m.kind is MentionKind.NOMINAL)
        self._told_often = Counter(m.text.lower() for m in nominals)

    def _name_by_parent(self, unit: Mention, parent: Mention) -> None:
        """ "the Polish [unit of the miller Norvik]": which unit, its parent tells."""
        text = self.reading.document.text
        between = text[unit.span.end : parent.span.start]
        named = unit.kind is MentionKind.NOMINAL and parent.kind is MentionKind.NAME
        if named and _OF.match(between) and len(between) < _FAR:
            self._placed[unit] = f"{unit.text}{between}{parent.text}"

    def _name_by_place(self, thing: Mention, place: Mention) -> None:
        text = self.reading.document.text
        between = text[thing.span.end : place.span.start]
        named = thing.kind is MentionKind.NOMINAL and place.kind is MentionKind.NAME
        if named and _AT.fullmatch(between) and not _OWNING.match(text, place.span.end):
            self._placed[thing] = f"{thing.text}{between}{place.text}"

    def _name_by_holder(self, *things: Mention) -> None:
        """ "summit of Mercosur", "branch of Zenda Bank"; "a consortium of Zenda's Norvik and Tarka" is neither's."""
        text = self.reading.document.text
        for thing in things:
            members = self.ontology.is_a(thing.type, "Organization")
            if thing.kind is MentionKind.NOMINAL and thing not in self._placed and not members:
                behind = _OF.match(text, thing.span.end)
                holder = self._named.get(behind.end()) if behind else None
                if holder is not None and not _OWNING.match(text, holder.span.end):
                    self._placed[thing] = text[thing.span.start : holder.span.end]

    def find_placed_name(self, thing: Mention) -> str | None:
        """The words for a thing without a name as far as its place behind them: "plant in Porto"."""
        return self._placed.get(thing)

    def find_ordered_name(self, thing: Mention) -> str | None:
        """ "second plant", "existing plant": what tells it from others that are called the same."""
        text = self.reading.document.text
        start = thing.span.start
        apart = _APART.search(text, max(start - 12, 0), start)
        if apart is None or self._told_often[thing.text.lower()] < _SEVERAL:
            return None
        return f"{apart.group().strip().lower()} {thing.text}"

    def find_posts(
        self, mentions: Iterable[Mention], groups: Mapping[Mention, Sequence[Mention]]
    ) -> tuple[ToldPost, ...]:
        """The posts of a person; `groups` has all that names the same as a mention."""
        held = [post for m in mentions for post in self._posts.get(m, ())]
        told = {self._tell_post(claim, body, groups.get(body, (body,))) for claim, body in held}
        return tuple(sorted(told, key=repr))

    def _tell_post(self, claim: Claim, body: Mention, group: Sequence[Mention]) -> ToldPost:
        title = str(claim.find_qualifier("title") or "")
        end = claim.find_qualifier("endTime")
        times = [claim.find_qualifier(name) for name in ("time", "startTime", "endTime")]
        told = next((t.edtf for t in times if isinstance(t, Period) and t.start), None)
        places = self.find_places(group)
        owners = sorted(
            (_OWNERS.index(p.reason), p.known_as or p.name) for p in places if p.reason in _OWNERS
        )
        names = sorted({m.text for m in group if m.kind is MentionKind.NAME} or {body.text})
        return ToldPost(
            title=title,
            bodies=tuple(names),
            body_type=body.type,
            body_known_as=body.known_as,
            body_place=owners[0][1] if owners else None,
            inner_places=tuple(p.name for p in places if p.reason == IN_NAME),
            period=told,
            former=end is not None or bool(_FORMER.search(title)),
        )

    def find_places(self, mentions: Iterable[Mention]) -> tuple[ToldPlace, ...]:
        """The places that the document ties to a thing, those in its names included."""
        return tuple(sorted({p for m in mentions for p in self._places.get(m, ())}, key=repr))

    def is_elsewhere(self, known_as: str, mentions: Iterable[Mention]) -> bool:
        """Whether the text puts a known place where it does not lie: "Paris, Texas" is another Paris."""
        return any(
            place.reason == "locatedIn"
            and place.known_as is not None
            and lies_elsewhere(known_as, place.known_as, self.find_known)
            for mention in mentions
            for place in self._places.get(mention, ())
        )

    def _find_beside(self) -> None:
        """Places inside names, and behind them: "Institute of Marine Research in Norway"."""
        text = self.reading.document.text
        named = sorted(
            (
                m
                for m in self.reading.mentions
                if m.kind in {MentionKind.NAME, MentionKind.ADJECTIVE}
            ),
            key=lambda m: (m.span.start, -m.span.end),
        )
        places = {m.span.start: m for m in named if self.ontology.is_a(m.type, "Place")}
        for n, mention in enumerate(named):
            if mention.kind is not MentionKind.NAME:
                continue
            for inner in _list_inside(mention, named[n + 1 :]):
                if self.ontology.is_a(inner.type, "Place"):
                    self._places[mention].append(_tell(inner, IN_NAME))
            behind = _BEHIND.match(text, mention.span.end)
            place = places.get(behind.end()) if behind else None
            if place is not None and place.kind is MentionKind.NAME:
                self._places[mention].append(_tell(place, "behind the name"))

    def find_main_country(self) -> str | None:
        """The one country that the document is about, by its cities too; None where there is none."""
        counts: Counter[str] = Counter()
        for mention in self.reading.mentions:
            country = find_country(mention.known_as, self.find_known)
            if country is not None:
                counts[country] += 1
        main = min(counts, key=lambda c: (-counts[c], c), default=None)
        share = counts[main] / sum(counts.values()) if main else 0.0
        return main if round(share, 3) >= _MAIN else None


def _tell(mention: Mention, reason: str) -> ToldPlace:
    return ToldPlace(
        name=mention.text, type=mention.type, reason=reason, known_as=mention.known_as
    )  # fmt: skip


def _list_inside(outer: Mention, following: Sequence[Mention]) -> Iterable[Mention]:
    for mention in following:
        if mention.span.start >= outer.span.end:
            return
        if outer.span.covers(mention.span) and mention.span != outer.span:
            yield mention
