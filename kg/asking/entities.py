"""The things of a graph, as a list."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.asking.listing import fold
from kg.asking.reading import select_rows
from kg.ontology import TERMS, Ontology
from kg.stores.graph_store import GraphStore

_NAMES = "SELECT DISTINCT ?node ?class ?label WHERE { ?node a ?class ; rdfs:label ?label }"
_ALIASES = "SELECT DISTINCT ?node ?name WHERE { ?node skos:altLabel ?name }"
_LINKS = "SELECT DISTINCT ?node ?link WHERE { ?node skos:exactMatch ?link }"
_DOCUMENTS = "SELECT DISTINCT ?node ?document WHERE { ?node kg:mentionedIn ?document }"
_STATEMENTS = """
SELECT DISTINCT ?node ?statement WHERE { ?statement a kg:Statement ; rdf:subject|rdf:object ?node }"""
_TRIPLES = "SELECT DISTINCT ?node ?predicate ?other WHERE { ?node ?predicate ?other }"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A thing of the graph. `degree` counts the statements that have it as subject or object.

    In a graph without statements it counts the plain triples.
    """

    iri: str
    type: str
    label: str
    names: tuple[str, ...]
    documents: int
    degree: int
    links: tuple[str, ...]


def list_entities(store: GraphStore, ontology: Ontology) -> list[Listed]:
    """All things of the graph: those in most documents first, then those of the highest degree."""
    things = {
        node: (kind.removeprefix(TERMS), label)
        for node, kind, label in sorted(select_rows(store, _NAMES))
        if ontology.find_type(kind.removeprefix(TERMS)) and kind != f"{TERMS}Observation"
    }
    names, links = _group(select_rows(store, _ALIASES)), _group(select_rows(store, _LINKS))
    documents = Counter(node for node, _ in select_rows(store, _DOCUMENTS))
    degrees = _count_degrees(store, ontology)
    found = [
        Listed(
            iri=node,
            type=kind,
            label=label,
            names=names.get(node, ()),
            documents=documents[node],
            degree=degrees[node],
            links=links.get(node, ()),
        )
        for node, (kind, label) in things.items()
    ]
    return sorted(found, key=lambda e: (-e.documents, -e.degree, e.label.casefold(), e.iri))


def filter_entities(
    entities: Iterable[Listed],
    ontology: Ontology,
    *,
    kind: str | None = None,
    name: str | None = None,
    min_documents: int | None = None,
) -> list[Listed]:
    """Those of a type or below it, with a name that holds `name`, in so many documents.

    Case and accents do not count. Without `min_documents`, places that no document names and that
    the gazetteer alone tells of are left out. Raises OntologyError for an unknown type.
    """
    wanted = None if kind is None else _find_type(kind, ontology)
    part = fold(name or "")
    return [
        entity
        for entity in entities
        if (wanted is None or ontology.is_a(entity.type, wanted))
        and _is_known(entity, min_documents)
        and (not part or any(part in fold(text) for text in (entity.label, *entity.names)))
    ]


def _is_known(entity: Listed, min_documents: int | None) -> bool:
    if min_documents is None:
        return entity.documents > 0 or entity.degree > 0
    return entity.documents >= min_documents


def _find_type(kind: str, ontology: Ontology) -> str:
    folded = {name.casefold(): name for name in ontology.types}
    return ontology.get_type(folded.get(kind.casefold(), kind)).name


def _count_degrees(store: GraphStore, ontology: Ontology) -> Counter[str]:
    rows: Sequence[tuple[str, ...]] = select_rows(store, _STATEMENTS)
    if rows:
        return Counter(row[0] for row in rows)
    degrees: Counter[str] = Counter()
    for node, predicate, other in select_rows(store, _TRIPLES):
        if predicate.removeprefix(TERMS) in ontology.predicates:
            degrees.update({node, other})
    return degrees


def _group(rows: Iterable[tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for node, value in sorted(rows):
        found[node].append(value)
    return {node: tuple(values) for node, values in found.items()}
