"""B-cubed: do the names of one thing stand on one thing of the graph, and no others with them?

What is clustered are the annotated names, each in its article, over all articles that were built
together. Amit Bagga and Breck Baldwin, Algorithms for Scoring Coreference Chains, 1998.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from kg.evaluation.comparison import Comparison
from kg.evaluation.gold import GoldArticle, GoldEntity
from kg.evaluation.plain import format_plain
from kg.evaluation.reading import Node
from kg.ontology import Ontology

Name = tuple[str, str, str]  # article, annotated entity, plain form
_Thing = tuple[str, str]  # article, annotated entity


@dataclass(frozen=True, slots=True, kw_only=True)
class ClusterScore:
    """How well the names are gathered: of all `names`, those `found` on a thing of their article."""

    precision: float
    recall: float
    names: int
    found: int

    @property
    def f1(self) -> float:
        """The harmonic mean of both; 0 where both are."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def score_clusters(comparisons: Iterable[Comparison], ontology: Ontology) -> ClusterScore:
    """The score of all articles together; of nameless and optional entities nothing is asked."""
    told = list(comparisons)
    same = _join_things([comparison.article for comparison in told], ontology)
    wanted: dict[Name, Hashable] = {}
    given: dict[Name, Hashable] = {}
    for comparison in told:
        for entity in _list_asked(comparison.article):
            for form in sorted(entity.forms):
                name = (comparison.article.name, entity.id, form)
                wanted[name] = same[comparison.article.name, entity.id]
                bearer = _find_bearer(comparison, entity, form)
                if bearer is not None:
                    given[name] = bearer.iri
    precision, recall = score_b_cubed(wanted, given)
    return ClusterScore(precision=precision, recall=recall, names=len(wanted), found=len(given))


def score_b_cubed(
    wanted: Mapping[Name, Hashable], given: Mapping[Name, Hashable]
) -> tuple[float, float]:
    """Precision and recall of what has a cluster on both sides; 0 where nothing has.

    Of each item: the share of its given cluster that is of its wanted one, and the other way round.
    """
    items = [item for item in wanted if item in given]
    if not items:
        return 0.0, 0.0
    both = Counter((wanted[item], given[item]) for item in items)
    right, own = Counter(wanted[item] for item in items), Counter(given[item] for item in items)
    shares = [(n * n / own[g], n * n / right[w]) for (w, g), n in both.items()]
    return sum(p for p, _ in shares) / len(items), sum(r for _, r in shares) / len(items)


def _list_asked(article: GoldArticle) -> list[GoldEntity]:
    return [e for e in article.entities.values() if not e.nominal and not e.optional]


def _find_bearer(comparison: Comparison, entity: GoldEntity, form: str) -> Node | None:
    """The thing of the article that bears the name: one that is the entity before any other."""
    bearers = [node for node in comparison.view.things if form in node.forms]
    return min(
        bearers,
        key=lambda node: (comparison.aligned.get(node.iri) != entity.id, node.iri),
        default=None,
    )


def _join_things(articles: Iterable[GoldArticle], ontology: Ontology) -> dict[_Thing, _Thing]:
    """The first of the annotations that are one thing, of each.

    Those are of one `identity`; where not both tell one, of one family of types, and the full name of
    one is a name of the other, as of no other thing of either article.
    """
    sides = [(article.name, _list_asked(article)) for article in articles]
    first: dict[_Thing, _Thing] = {(name, e.id): (name, e.id) for name, own in sides for e in own}

    def find_first(thing: _Thing) -> _Thing:
        while first[thing] != thing:
            thing = first[thing]
        return thing

    for (left_name, left), (right_name, right) in combinations(sides, 2):
        for a, b in _pair(left, right, ontology):
            low, high = sorted((find_first((left_name, a)), find_first((right_name, b))))
            first[high] = low
    return {thing: find_first(thing) for thing in first}


def _pair(
    left: Iterable[GoldEntity], right: Iterable[GoldEntity], ontology: Ontology
) -> list[tuple[str, str]]:
    """The ids of what is one in two articles."""
    told = [(a, b) for a in left for b in right if a.identity and a.identity == b.identity]
    settled = {side.id for side, _ in told}, {side.id for _, side in told}
    by_form: defaultdict[str, list[GoldEntity]] = defaultdict(list)
    for b in right:
        for form in b.forms:
            by_form[form].append(b)
    named = {
        (a.id, b.id)
        for a in left
        for form in a.forms
        for b in by_form[form]
        if a.id not in settled[0] and b.id not in settled[1] and _is_one(a, b, ontology)
    }
    lefts, rights = Counter(a for a, _ in named), Counter(b for _, b in named)
    alone = [(a, b) for a, b in sorted(named) if lefts[a] == rights[b] == 1]
    return [*((a.id, b.id) for a, b in told), *alone]


def _is_one(left: GoldEntity, right: GoldEntity, ontology: Ontology) -> bool:
    if left.identity and right.identity:
        return False  # else they were settled before
    kinds = [ontology.find_type(side.type) for side in (left, right)]
    families = {kind.family if kind else "" for kind in kinds}
    full = [format_plain(side.names[0]) for side in (left, right)]
    return len(families) == 1 and (full[0] in right.forms or full[1] in left.forms)
