"""The kinds of triple store that a graph can be loaded into."""

from enum import StrEnum


class StoreType(StrEnum):
    """The kinds of store that `kg load` knows; a store of none of them may be GENERIC."""

    OXIGRAPH = "oxigraph"
    VIRTUOSO = "virtuoso"
    FUSEKI = "fuseki"
    GRAPHDB = "graphdb"
    RDF4J = "rdf4j"
    STARDOG = "stardog"
    BLAZEGRAPH = "blazegraph"
    QLEVER = "qlever"
    NEPTUNE = "neptune"
    GENERIC = "generic"
