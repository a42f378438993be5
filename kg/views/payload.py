"""The page's data as JSON: compact, ordered, and harmless inside an HTML page."""

import json
import re
from collections.abc import Hashable
from dataclasses import asdict
from typing import Any

from kg.ontology import TERMS
from kg.views.content import PageContent, PageDocument, PageEdge, PageFact, PageNode
from kg.views.layout import place_nodes
from kg.views.network import build_network, measure_size
from kg.views.ranking import FIRST_VIEW, choose_first, rank_nodes
from kg.views.style import Style

_PREFIXES = {  # for exports, as in the files that kg writes
    "kg": TERMS,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_LONE_SURROGATES = re.compile("[\ud800-\udfff]")
_ESCAPED = re.compile("[<>&\u2028\u2029]")


class _Table:
    """Numbers values in the order of their first use, so that each is written once."""

    def __init__(self) -> None:
        self._numbers: dict[Hashable, int] = {}

    def number(self, value: Hashable) -> int:
        return self._numbers.setdefault(value, len(self._numbers))

    def values(self) -> list[Any]:
        return list(self._numbers)


def format_data_block(value: Any) -> str:
    """JSON that cannot end the script element it stands in, nor break a line of script.

    Lone surrogates, which UTF-8 cannot hold, become U+FFFD.
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    text = _LONE_SURROGATES.sub("\ufffd", text)
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


class _Words:
    """Describes nodes and statements; documents, passages and rules are written once."""

    def __init__(self, content: PageContent, style: Style) -> None:
        self.documents, self.passages = _Table(), _Table()
        self.rules, self.terms = _Table(), _Table()
        self._style = style
        self._known = {document.identifier: document for document in content.documents}
        for document in content.documents:
            self.documents.number(document)

    def describe_node(self, node: PageNode) -> dict[str, Any]:
        return {
            "id": node.id,
            "type": node.type,
            "family": self._style.choose_family(node.family),
            "aliases": node.aliases,
            "documents": [self._number_document(name, name, "") for name in node.documents],
            "kind": self.terms.number(node.kind),
            "links": node.links,
        }

    def describe_statement(self, statement: PageEdge | PageFact) -> dict[str, Any]:
        cited = [
            (self._number_document(e.identifier, e.title, e.date), e.quote, e.speaker, e.begin)
            for e in statement.evidence
        ]
        return {
            "id": statement.id,
            "predicate": statement.predicate,
            "term": self.terms.number(statement.term),
            "modality": statement.modality,
            "confidence": round(statement.confidence, 2),
            "details": statement.details,
            "evidence": [self.passages.number(passage) for passage in cited],
            "rules": [self.rules.number(rule) for rule in statement.rules],
            "said": [(self.terms.number(term), value) for term, value in statement.said],
            "sources": statement.sources,
            "told": statement.told if any(statement.told) else None,
        }

    def describe_fact(self, fact: PageFact) -> dict[str, Any]:
        """What a fact has beyond an edge."""
        return {
            **self.describe_statement(fact),
            "value": fact.value,
            "object": fact.object,
            "figure": asdict(fact.figure) if fact.figure else None,
        }

    def _number_document(self, identifier: str, title: str, date: str) -> int:
        unlisted = PageDocument(identifier=identifier, title=title, date=date)
        return self.documents.number(self._known.get(identifier, unlisted))


def build_payload(content: PageContent, style: Style) -> dict[str, Any]:
    """The data of a page: what vis-network draws, the words for the panel, and the looks.

    Nodes carry the place of the first view; `wide` has the places in the view of everything, and
    is empty where both are the same.
    """
    index = {node.id: i for i, node in enumerate(content.nodes)}
    ranked = rank_nodes(content)
    first = choose_first(content, ranked)
    places, wide = _place_views(content, index, first)
    network = build_network(content, places, style)
    words = _Words(content, style)
    nodes = [words.describe_node(node) for node in content.nodes]
    edges = [
        {**words.describe_statement(e), "s": index[e.source], "o": index[e.target]}
        for e in content.edges
    ]
    facts = [{**words.describe_fact(f), "s": index[f.node]} for f in content.facts]
    values = {
        iri: [(words.terms.number(term), value) for term, value in pairs]
        for iri, pairs in content.values
    }
    return {
        "network": {"nodes": network.nodes, "edges": network.edges},
        "nodes": nodes,
        "edges": edges,
        "facts": facts,
        "ranked": ranked,
        "first": first,
        "firstView": FIRST_VIEW,
        "wide": wide,
        "passages": words.passages.values(),
        "rules": words.rules.values(),
        "terms": words.terms.values(),
        "values": values,
        "prefixes": _PREFIXES,
        "documents": [asdict(document) for document in words.documents.values()],
        "families": {name: asdict(family) for name, family in style.families.items()},
        "modalities": {name: asdict(modality) for name, modality in style.modalities.items()},
    }


def _place_views(
    content: PageContent, index: dict[str, int], first: list[int]
) -> tuple[list[tuple[float, float]], list[tuple[float, float]]]:
    labels = [node.label for node in content.nodes]
    pairs = [(index[edge.source], index[edge.target]) for edge in content.edges]
    sizes = [measure_size(node) for node in content.nodes]
    everything = place_nodes(labels, pairs, sizes)
    if len(labels) == len(first):
        return everything, []
    chosen = sorted(first)
    inside = {node: i for i, node in enumerate(chosen)}
    some = place_nodes(
        [labels[i] for i in chosen],
        [(inside[a], inside[b]) for a, b in pairs if a in inside and b in inside],
        [sizes[i] for i in chosen],
    )
    places = [some[inside[i]] if i in inside else place for i, place in enumerate(everything)]
    return places, everything
