"""A page from the triples of a graph: of a build, of a file or of a store, it is the same page."""

from collections.abc import Mapping

from kg.views.assembly import assemble_content
from kg.views.content import DEFAULT_TITLE, PageContent, PageEdge
from kg.views.statements import StatementReader
from kg.views.subjects import Subjects
from kg.views.triples import Queryable, Rows, query_everything, read_subjects
from kg.views.vocabulary import load_vocabulary

MOST_TEXT = 20_000_000  # characters of articles on one page; beyond, pages show passages alone


def from_store(
    store: Queryable, *, texts: Mapping[str, str] | None = None, title: str = DEFAULT_TITLE
) -> PageContent:
    """The page of a graph that answers SPARQL; see `from_quads`."""
    return from_quads(query_everything(store), texts=texts, title=title)


def from_quads(
    quads: Rows, *, texts: Mapping[str, str] | None = None, title: str = DEFAULT_TITLE
) -> PageContent:
    """The page of a graph in the shape that kg writes; other graphs show as far as they can.

    `quads` are triples or quads of pyoxigraph in any order. `texts` are the documents' texts by
    identifier, which no graph holds: with them a page shows whole articles, else their passages. A
    plain triple with no statement behind it becomes an edge or fact without evidence.
    """
    subjects = Subjects(read_subjects(quads), load_vocabulary(), _choose_texts(texts or {}))
    reader = StatementReader(subjects)
    made = [*reader.read_statements(), *reader.read_plain()]
    edges = [one for one in made if isinstance(one, PageEdge)]
    facts = [one for one in made if not isinstance(one, PageEdge)]
    ends = {end for edge in edges for end in (edge.source, edge.target)}
    ends.update(fact.node for fact in facts)
    nodes = [subjects.make_node(iri) for iri in sorted(ends | subjects.things)]
    return assemble_content(
        title, nodes, edges, facts, subjects.documents.values(), reader.list_values()
    )


def _choose_texts(texts: Mapping[str, str]) -> Mapping[str, str]:
    return texts if sum(map(len, texts.values())) <= MOST_TEXT else {}
