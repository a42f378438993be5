"""Posts as marks of persons: what ties two of one name together, and what tells them apart."""

import re

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


class PostReader:
    """Compares the posts of persons."""

    def __init__(self, ontology: Ontology, find_known: FindKnown) -> None:
        self.ontology = ontology
        self.find_known = find_known
        self.kinds = load_lexicon("identity").get_mapping("post_kinds")

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
            self._contradict(a, b, left.issued, right.issued)
            for a in left.posts
            for b in right.posts
        )

    def _contradict(
        self, left: ToldPost, right: ToldPost, issued_left: str | None, issued_right: str | None
    ) -> bool:
        kinds = {self._find_kind(left), self._find_kind(right)}
        if left.former or right.former or kinds & {"side", ""}:
            return False
        if self._may_be_one_body(left, right):
            return False
        countries = {self._find_country(left), self._find_country(right)}
        if kinds <= _PUBLIC and None not in countries and len(countries) == 2:
            return True
        years = [_find_year(left.period or issued_left), _find_year(right.period or issued_right)]
        if None not in years and abs(int(years[0] or 0) - int(years[1] or 0)) >= _APART:
            return False
        return not (self._is_one_state(left, right) or _is_one_house(left, right))

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

    def _may_be_one_body(self, left: ToldPost, right: ToldPost) -> bool:
        """Whether two bodies share a tie, or a name where the place of one is not told."""
        if set(self._list_ties(left)) & set(self._list_ties(right)):
            return True
        forms = [_list_forms(p, organization=self._is_organization(p)) for p in (left, right)]
        return bool(forms[0] & forms[1]) and None in (left.body_place, right.body_place)

    def _find_country(self, post: ToldPost) -> str | None:
        return find_country(post.body_known_as, self.find_known) or find_country(
            post.body_place, self.find_known
        )

    def _is_one_state(self, left: ToldPost, right: ToldPost) -> bool:
        """A state itself and a body of it: "Minister of Trade of Kenya", "of Kenya's Ministry of Trade"."""
        places = [p.body_known_as if not self._is_state(p) else p.body_place for p in (left, right)]
        return places[0] is not None and places[0] == places[1]


def _list_forms(post: ToldPost, *, organization: bool) -> set[str]:
    """The normal forms of a body's names, without legal form and without place too, and initials."""
    if not organization:
        return {normalize_name(name, "place") for name in post.bodies}
    found = {normalize_name(name, "organization") for name in post.bodies}
    found |= {strip_legal_forms(name) for name in post.bodies}
    found |= {strip_place(n, place) for n in post.bodies for place in post.inner_places}
    initials = {letters for name in post.bodies for letters in list_initials(name)}
    return found - {""} | {letters for letters in initials if len(letters) > 2}


def _is_one_house(left: ToldPost, right: ToldPost) -> bool:
    """Whether two bodies bear one name in front, as a group and its companies do."""
    first = [{strip_legal_forms(n).split()[0] for n in p.bodies} for p in (left, right)]
    return any(not is_generic(word) for word in first[0] & first[1])


def _find_year(edtf: str | None) -> str | None:
    found = re.match(r"\d{4}", edtf or "")
    return found[0] if found else None
