"""When a name, a number or a measure of the graph is that of the annotations."""

from collections.abc import Iterable

from kg.model.entity import Entity
from kg.ontology import Ontology

from .gold import GoldArticle
from .plain import format_plain

_EMPTY_WORDS = frozenset({"of", "the", "in", "total", "number"})


def is_close(left: float | None, right: float | None) -> bool:
    """Equal but for rounding; nothing is close to None."""
    if left is None or right is None:
        return False
    return abs(left - right) <= 1e-6 * max(1.0, abs(left), abs(right))


def is_alike(left: str, right: str) -> bool:
    """Whether two measures share at least half of the words of the shorter one."""
    a, b = _list_words(left), _list_words(right)
    return bool(a and b) and len(a & b) * 2 >= min(len(a), len(b))


def _list_words(measure: str) -> set[str]:
    words = {word.removesuffix("s") for word in format_plain(measure).split()}
    return words - _EMPTY_WORDS


def align_entities(
    pool: Iterable[Entity], article: GoldArticle, ontology: Ontology
) -> dict[str, str]:
    """The annotated entity of each entity's id, for those that are annotated.

    A shared name decides, the number of them and then the type; a thing without a name may also be
    known by all words of the shorter phrase standing in the longer.
    """
    aligned = {}
    for entity in pool:
        mine = {format_plain(name) for name in (entity.label, *entity.aliases)}
        named = [
            (len(mine & gold.forms), ontology.is_a(entity.type, gold.type), gold.id)
            for gold in article.entities.values()
            if mine & gold.forms
        ]
        if named:
            aligned[entity.id] = max(named)[2]
            continue
        near = [
            (len(a & b) / len(a | b), gold.id)
            for gold in article.entities.values()
            if gold.nominal
            for a in (set(name.split()) for name in mine)
            for b in (set(form.split()) for form in gold.forms)
            if a and b and (a <= b or b <= a)
        ]
        if near:
            aligned[entity.id] = max(near)[1]
    return aligned
