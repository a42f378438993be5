"""When a name, a number or a measure of the graph is that of the annotations."""

from collections.abc import Iterable

from kg.evaluation.conventions import load_conventions
from kg.evaluation.gold import GoldArticle
from kg.evaluation.plain import format_plain
from kg.evaluation.reading import Node
from kg.ontology import Ontology


def is_close(left: float | None, right: float | None) -> bool:
    """Equal but for rounding; nothing is close to None."""
    if left is None or right is None:
        return False
    return abs(left - right) <= 1e-6 * max(1.0, abs(left), abs(right))


def is_alike(left: str | None, right: str | None) -> bool:
    """Whether two measures share at least half of the words of the shorter one."""
    a, b = _list_words(left or ""), _list_words(right or "")
    return bool(a and b) and len(a & b) * 2 >= min(len(a), len(b))


def _list_words(measure: str) -> set[str]:
    words = {word.removesuffix("s") for word in format_plain(measure).split()}
    return words - load_conventions().empty_words


def align_things(pool: Iterable[Node], article: GoldArticle, ontology: Ontology) -> dict[str, str]:
    """The annotated entity of each thing's IRI, for those that are annotated.

    A shared name decides, the number of them and then the type; a thing without a name may also be
    known by all words of the shorter phrase standing in the longer.
    """
    aligned = {}
    for node in pool:
        named = [
            (len(node.forms & gold.forms), ontology.is_a(node.type, gold.type), gold.id)
            for gold in article.entities.values()
            if node.forms & gold.forms
        ]
        if named:
            aligned[node.iri] = max(named)[2]
            continue
        near = [
            (len(a & b) / len(a | b), gold.id)
            for gold in article.entities.values()
            if gold.nominal
            for a in (set(name.split()) for name in node.forms)
            for b in (set(form.split()) for form in gold.forms)
            if a and b and (a <= b or b <= a)
        ]
        if near:
            aligned[node.iri] = max(near)[1]
    return aligned
