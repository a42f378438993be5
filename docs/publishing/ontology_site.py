"""Writes the pages of the ontology: a page for people, the same for machines, and a diagram."""

import shutil
from pathlib import Path

import jinja2
import pyoxigraph as ox
from markupsafe import Markup

from kg.ontology import TERMS
from kg.rdf.terms import get_prefixes
from publishing.ontology_diagram import draw_statement, draw_types
from publishing.ontology_examples import Examples
from publishing.ontology_terms import Vocabulary, describe_section, read_vocabulary

_TEMPLATES = Path(__file__).parent / "templates"
_SOURCES = ("kg.ttl", "alignments.ttl", "shapes.ttl", "context.jsonld")
_FOREIGN = {
    "xsd:": "http://www.w3.org/2001/XMLSchema#",
    "rdfs:": "http://www.w3.org/2000/01/rdf-schema#",
}


def write_ontology_site(ontology: Path, target: Path, graph: Path) -> None:
    """Makes the folder of the ontology's pages; examples come from the graph (a Turtle file)."""
    target.mkdir(parents=True)
    for name in _SOURCES:
        shutil.copyfile(ontology / name, target / name)
    for name in ("kg", "alignments"):
        write_jsonld(ontology / f"{name}.ttl", target / f"{name}.jsonld")
    vocabulary = read_vocabulary(ontology)
    store = ox.Store()
    store.load(path=graph, format=ox.RdfFormat.TURTLE)
    drawings = {"types": draw_types(vocabulary), "statement": draw_statement()}
    for name, drawing in drawings.items():
        (target / f"{name}.svg").write_text(drawing, encoding="utf-8", newline="\n")
    page = render_page(vocabulary, Examples(store), drawings)
    (target / "index.html").write_text(page, encoding="utf-8", newline="\n")


def write_jsonld(source: Path, target: Path) -> None:
    """The Turtle file as JSON-LD, in the same bytes each time: its blank nodes get canonical names."""
    dataset = ox.Dataset(ox.parse(path=source, format=ox.RdfFormat.TURTLE))
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    quads = sorted(dataset, key=str)
    text = ox.serialize(quads, format=ox.RdfFormat.JSON_LD, prefixes=get_prefixes())
    target.write_bytes(text or b"")


def render_page(vocabulary: Vocabulary, examples: Examples, drawings: dict[str, str]) -> str:
    """The page for people, complete in itself but for the files that it links to."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.globals |= {
        "describe_section": describe_section,
        "link_term": lambda name: _link_term(vocabulary, name),
        "style": Markup((_TEMPLATES / "ontology.css").read_text(encoding="utf-8")),  # noqa: S704  ours
    }
    template = environment.get_template("ontology.html.j2")
    inline = {name: Markup(drawing) for name, drawing in drawings.items()}  # noqa: S704  made here
    text = template.render(
        about=vocabulary.about,
        sections=vocabulary.sections,
        examples=examples,
        drawings=inline,
        namespace=TERMS,
    )
    return "\n".join(line.rstrip() for line in text.splitlines() if line.strip()) + "\n"


def _link_term(vocabulary: Vocabulary, name: str) -> Markup:
    """A term as a link: to its place on the page, or to the vocabulary that it comes from."""
    if vocabulary.find(name):
        return Markup('<a href="#{0}">{0}</a>').format(name)
    for prefix, space in _FOREIGN.items():
        if name.startswith(prefix):
            return Markup('<a href="{}">{}</a>').format(space + name.removeprefix(prefix), name)
    return Markup("{}").format(name)
