"""Names, ids and IRIs of things, whatever the base of a graph is."""

import dataclasses

import pytest
from rdf.sample import CONTENT

from kg.asking.finding import find_things, format_id
from kg.errors import GraphError
from kg.rdf.quads import to_content_quads
from kg.stores.graph_store import GraphStore

BASES = ["https://w3id.org/newskg/id/", "https://example.org/x?id=", "urn:news:"]


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize("asked", ["company/nordwind-group", "NORDWIND", " Nordwind Group ", "{}"])
def test_a_thing_is_found_by_its_id_name_or_iri(base: str, asked: str) -> None:
    """Under every base that a build takes, and its id is that of ledgers."""
    content = dataclasses.replace(CONTENT, base=base)
    iri = f"{base}company/nordwind-group"
    store = GraphStore.from_quads(to_content_quads(content))
    assert find_things(store, asked.format(iri)) == (iri,)
    assert format_id(iri) == "company/nordwind-group"


def test_part_of_an_id_is_none() -> None:
    """Nothing is guessed: the name of a folder or the end of a slug finds nothing."""
    store = GraphStore.from_quads(to_content_quads(CONTENT))
    for asked in ("group", "company", "x/nordwind-group"):
        with pytest.raises(GraphError, match="nothing called"):
            find_things(store, asked)
