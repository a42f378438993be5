"""The JSON-LD context of every graph: ontology/context.jsonld, made from kg.ttl.

`python -m kg.rdf.context` brings the file up to date after a change of kg.ttl. Graphs have it inline,
since a context that has to be fetched is a request, and a file that cannot be read without it.
"""

import json
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.ontology import TERMS
from kg.ontology_source import read_source
from kg.rdf.terms import DATE, XSD, get_prefixes
from kg.resources import get_data_folder, list_domain_files

_FILE = "context.jsonld"
_LINK = "@id"
_SHACL = "http://www.w3.org/ns/shacl#"
# What the values of other vocabularies' properties are; all not named here are told with each value.
_OTHERS = {
    **dict.fromkeys(
        (
            "rdf:subject", "rdf:predicate", "skos:exactMatch", "skos:broader", "dcterms:isPartOf",
            "dcterms:license", "dcterms:conformsTo", "prov:wasGeneratedBy", "void:vocabulary",
            "void:class", "void:property", "void:classPartition", "void:propertyPartition",
        ),
        _LINK,
    ),
    "dcterms:issued": "xsd:date",
    **dict.fromkeys(
        ("void:triples", "void:entities", "void:classes", "void:properties"), "xsd:integer"
    ),
}  # fmt: skip

Context = dict[str, Any]


def load_context(base: str) -> Context:
    """The context of the file, with the terms of a domain and `id:` for the base of the graph."""
    context = dict(_read(tuple(list_domain_files("*.ttl"))))
    context["id"] = {**context["id"], _LINK: base}
    return context


@cache
def _read(more: tuple[Path, ...]) -> Context:
    folder = get_data_folder("ontology")
    if more:
        return make_context(folder, more)
    path = folder / _FILE
    found: Context = json.loads(path.read_text(encoding="utf-8"))["@context"]
    return found


def make_context(folder: Path, more: Sequence[Path] = ()) -> Context:
    """The terms of the ontology by name, others by prefix, each with the type of its values.

    A property whose values are of several types, or strings, has none.
    """
    source = read_source(folder, TERMS, more)
    context: Context = {"@version": 1.1, "@vocab": TERMS}
    for name, namespace in get_prefixes().items():
        context[name] = {_LINK: namespace, "@prefix": True}
    types = dict(_OTHERS)
    types |= dict.fromkeys(source.names("owl:ObjectProperty"), _LINK)
    days = set(_list_days(folder / "shapes.ttl"))  # which OWL 2 DL has no type for
    for name in source.names("owl:DatatypeProperty"):
        ranges = (*source.values(name, "rdfs:range"), *((XSD + "date",) if name in days else ()))
        kinds = {kind for kind in ranges if kind.startswith(XSD)} - {XSD + "string"}
        if kinds:
            types[name] = f"xsd:{min(kinds).removeprefix(XSD)}"
    for name, kind in sorted(types.items()):
        context[name] = {_LINK: name if ":" in name else f"kg:{name}", "@type": kind}
    return context


def _list_days(shapes: Path) -> Iterator[str]:
    """The properties whose values are days, by the shapes."""
    quads = list(ox.parse(path=shapes, format=ox.RdfFormat.TURTLE))
    paths = {q.subject: q.object.value for q in quads if q.predicate.value == _SHACL + "path"}
    for quad in quads:
        if quad.predicate.value == _SHACL + "datatype" and quad.object == DATE:
            yield paths.get(quad.subject, "").removeprefix(TERMS)


def format_context(context: Context) -> str:
    """The file: one term a line."""
    lines = (
        f"  {json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}"
        for name, value in context.items()
    )
    return '{"@context": {\n' + ",\n".join(lines) + "\n}}\n"


def write_context(folder: Path) -> None:
    """Writes the file of an ontology folder."""
    text = format_context(make_context(folder))
    (folder / _FILE).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_context(get_data_folder("ontology"))
