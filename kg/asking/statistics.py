"""What a graph holds, counted."""

from collections.abc import Mapping
from dataclasses import dataclass

from kg.asking.reading import select_rows
from kg.ontology import TERMS, load_ontology
from kg.stores.graph_store import GraphStore

_CLASSES = (
    "SELECT ?class (COUNT(DISTINCT ?thing) AS ?count) WHERE { ?thing a ?class } GROUP BY ?class"
)
_NAMED = """SELECT ?class (COUNT(DISTINCT ?thing) AS ?count)
WHERE { ?thing a ?class ; kg:mentionedIn ?document } GROUP BY ?class"""
_CITED = "SELECT (COUNT(DISTINCT ?passage) AS ?count) WHERE { ?statement kg:evidence ?passage }"
_STATEMENTS = """SELECT ?predicate ?modality (COUNT(DISTINCT ?statement) AS ?count)
WHERE { ?statement rdf:predicate ?predicate ; kg:modality ?modality }
GROUP BY ?predicate ?modality"""
_VALUES = """SELECT ?value (COUNT(DISTINCT ?statement) AS ?count)
WHERE {{ ?statement a kg:Statement ; kg:{} ?value }} GROUP BY ?value"""
_RUNS = "SELECT ?run ?property ?value WHERE { ?run a kg:Run ; ?property ?value }"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """Counts of a graph; those by name come with the most first.

    `sentences` are those that a statement stands on; `entities` those that a document names, by
    type; `places` those that the gazetteer alone tells of. `statements` are by predicate and then by
    modality, `rules` and `sources` (how many independent texts say so) by statements. `runs` tell what
    made the graph.
    """

    triples: int
    documents: int
    sentences: int
    entities: Mapping[str, int]
    places: int
    observations: int
    statements: Mapping[str, Mapping[str, int]]
    rules: Mapping[str, int]
    sources: Mapping[int, int]
    runs: tuple[Mapping[str, str | tuple[str, ...]], ...]


def count_graph(store: GraphStore) -> Statistics:
    """Counts all that stands in the graph, in few passes over it."""
    classes = _count(store, _CLASSES)
    types = {TERMS + name for name in load_ontology().types if name != "Observation"}
    things = {name: count for name, count in classes.items() if name in types}
    named = {name: count for name, count in _count(store, _NAMED).items() if name in types}
    entities = named or things  # without provenance no document is told
    rules = _count(store, _VALUES.format("rule"))
    sources = _count(store, _VALUES.format("independentSources"))
    ((cited,),) = select_rows(store, _CITED)
    return Statistics(
        triples=len(store),
        documents=classes.get(TERMS + "Document", 0),
        sentences=int(cited or 0),
        entities=_rank({_cut(name): count for name, count in entities.items()}),
        places=sum(things.values()) - sum(entities.values()),
        observations=classes.get(TERMS + "Observation", 0),
        statements=_count_statements(store),
        rules=_rank(rules),
        sources=dict(sorted((int(number), count) for number, count in sources.items())),
        runs=tuple(_describe_runs(store)),
    )


def _count(store: GraphStore, query: str) -> dict[str, int]:
    return {name: int(count) for name, count in select_rows(store, query) if name}


def _count_statements(store: GraphStore) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for predicate, modality, count in select_rows(store, _STATEMENTS):
        if predicate:
            found.setdefault(_cut(predicate), {})[_cut(modality).lower()] = int(count)
    totals = _rank({name: sum(counts.values()) for name, counts in found.items()})
    return {name: dict(sorted(found[name].items())) for name in totals}


def _describe_runs(store: GraphStore) -> list[dict[str, str | tuple[str, ...]]]:
    """The properties of each run by name; options as a row."""
    runs: dict[str, dict[str, list[str]]] = {}
    for run, name, value in sorted(select_rows(store, _RUNS)):
        if name.startswith(TERMS):
            runs.setdefault(run, {}).setdefault(_cut(name), []).append(value)
    return [
        {"run": run, **{n: tuple(v) if n == "option" else v[0] for n, v in told.items()}}
        for run, told in sorted(runs.items())
    ]


def _cut(iri: str) -> str:
    return iri.removeprefix(TERMS)


def _rank(counts: Mapping[str, int]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
