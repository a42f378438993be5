"""Posts as marks of persons: what ties two of one name together, and what tells them apart."""

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.lexicon import load_lexicon
from kg.model.cluster import Cluster, ToldPost
from kg.ontology import Ontology
from kg.resolution.known import FindKnown, find_country
from kg.resolution.normal import (
    is_generic,
    is_specific,
    list_initials,
    normalize_name,
    strip_legal_forms,
    strip_place,
)

_APART = 2  # years between two posts that one person may hold one after the other
_PUBLIC = frozenset(["state", "envoy", "court"])
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


@dataclass(frozen=True, slots=True)
class _ReadPost:
    """What comparing asks of a post: the kind of its title, and of its body names, ties and places."""

    told: ToldPost
    kind: str
    forms: frozenset[str]
    ties: frozenset[str]
    country: str | None
    state: str | None  # of whose state or body it is
    fronts: frozenset[str]  # the words that its names begin with


class PostReader:
    """Compares the posts of persons."""

    def __init__(self, ontology: Ontology, find_known: FindKnown) -> None:
        self.ontology = ontology
        self.find_known = find_known
        self.kinds = load_lexicon("identity").get_mapping("post_kinds")
        self._read: dict[ToldPost, _ReadPost] = {}  # each is held against many others

    def list_ties(self, cluster: Cluster) -> frozenset[str]:
        """What a person shares only with himself: the bodies and places of his posts."""
        return frozenset(tie for post in cluster.posts for tie in self._list_ties(post))

    def list_post_ties(self, cluster: Cluster) -> frozenset[str]:
        """What a person of a like name hardly has too: bodies of posts, and places with the title."""
        return frozenset(
            tie if self._is_organization(post) else f"{tie}:{' '.join(post.title.lower().split())}"
            for post in cluster.posts
            for tie in self._list_ties(post)
        )

    def _list_ties(self, post: ToldPost) -> list[str]:
        if post.body_known_as:
            return [f"known:{post.body_known_as}"]
        forms = _list_forms(post, organization=self._is_organization(post))
        telling = [f"body:{form}" for form in forms if is_specific(form)]
        place = post.body_place
        return [*telling, *(f"body:{form}@{place}" for form in forms if place)]

    def contradict(self, left: Cluster, right: Cluster) -> bool:
        """Whether one person can hardly hold the posts of both at one time."""
        return any(
            _contradict(self._get_post(a), self._get_post(b), left.issued, right.issued)
            for a in left.posts
            for b in right.posts
        )

    def _get_post(self, post: ToldPost) -> _ReadPost:
        found = self._read.get(post)
        if found is None:
            found = self._read[post] = self._read_post(post)
        return found

    def _read_post(self, post: ToldPost) -> _ReadPost:
        return _ReadPost(
            told=post,
            kind=self._find_kind(post),
            forms=frozenset(_list_forms(post, organization=self._is_organization(post))),
            ties=frozenset(self._list_ties(post)),
            country=self._find_country(post),
            state=post.body_place if self._is_state(post) else post.body_known_as,
            fronts=frozenset(w for n in post.bodies for w in strip_legal_forms(n).split()[:1]),
        )

    def _find_kind(self, post: ToldPost) -> str:
        """The kind of the last words of the title that have one; "" for none."""
        words = _WORD.findall(post.title.lower())
        phrases = [" ".join(words[k : k + size]) for size in (3, 2, 1) for k in range(len(words))]
        kind = next((self.kinds[p] for p in phrases if p in self.kinds), "")
        if kind == "side" or not kind:
            return kind
        if self.ontology.is_a(post.body_type, "PoliticalParty"):
            return "side"
        if self.ontology.is_a(post.body_type, "Company"):
            return "firm"
        return "state" if kind == "firm" and self._is_state(post) else kind

    def _is_state(self, post: ToldPost) -> bool:
        return self.ontology.is_a(post.body_type, "GovernmentBody")

    def _is_organization(self, post: ToldPost) -> bool:
        return self.ontology.is_a(post.body_type, "Organization")

    def _find_country(self, post: ToldPost) -> str | None:
        return find_country(post.body_known_as, self.find_known) or find_country(
            post.body_place, self.find_known
        )


def _contradict(
    left: _ReadPost, right: _ReadPost, issued_left: str | None, issued_right: str | None
) -> bool:
    kinds = {left.kind, right.kind}
    if left.told.former or right.told.former or kinds & {"side", ""}:
        return False
    if _may_be_one_body(left, right):
        return False
    countries = {left.country, right.country}
    if kinds <= _PUBLIC and None not in countries and len(countries) == 2:
        return True
    years = [
        _find_year(left.told.period or issued_left),
        _find_year(right.told.period or issued_right),
    ]
    if None not in years and abs(int(years[0] or 0) - int(years[1] or 0)) >= _APART:
        return False
    return not (_is_one_state(left, right) or _is_one_house(left, right))


def _may_be_one_body(left: _ReadPost, right: _ReadPost) -> bool:
    """Whether two bodies share a tie, or a name where the place of one is not told."""
    if left.ties & right.ties:
        return True
    return bool(left.forms & right.forms) and None in (left.told.body_place, right.told.body_place)


def _is_one_state(left: _ReadPost, right: _ReadPost) -> bool:
    """A state itself and a body of it: "Minister of Trade of Kenya", "of Kenya's Ministry of Trade"."""
    return left.state is not None and left.state == right.state


def _list_forms(post: ToldPost, *, organization: bool) -> set[str]:
    """The normal forms of a body's names, without legal form and without place too, and initials."""
    if not organization:
        return {normalize_name(name, "place") for name in post.bodies}
    found = {normalize_name(name, "organization") for name in post.bodies}
    found |= {strip_legal_forms(name) for name in post.bodies}
    found |= {strip_place(n, place) for n in post.bodies for place in post.inner_places}
    initials = {letters for name in post.bodies for letters in list_initials(name)}
    return found - {""} | {letters for letters in initials if len(letters) > 2}


def _is_one_house(left: _ReadPost, right: _ReadPost) -> bool:
    """Whether two bodies bear one name in front, as a group and its companies do."""
    return any(not is_generic(word) for word in left.fronts & right.fronts)


@lru_cache(maxsize=10_000)
def _find_year(edtf: str | None) -> str | None:
    found = re.match(r"\d{4}", edtf or "")
    return found[0] if found else None
