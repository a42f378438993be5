"""What a page shows: plain values, ready to be drawn, whatever they were made from."""

from dataclasses import dataclass, field

DEFAULT_TITLE = "Knowledge graph"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class PageDocument:
    """A source document. `title` falls back to the identifier; `date` is ISO or "".

    `id` is its IRI, `source` where it was published; `text` is "" where only its passages are known.
    """

    identifier: str
    title: str
    date: str = ""
    id: str = ""
    source: str = ""
    publisher: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageEvidence:
    """One passage behind a statement. `speaker` is who says so, "" where the text itself does.

    `begin` counts code points of the document's text.
    """

    title: str
    identifier: str
    date: str
    quote: str
    speaker: str = ""
    begin: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFigure:
    """A measured value for charts; the numbers are decimals as text, "" where there is none.

    `start` is the first day of the period, ISO or "".
    """

    measure: str
    value: str = ""
    unit: str = ""
    change: str = ""
    period: str = ""
    start: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageNode:
    """An entity. `type` is the type's name for people, `family` the key of its look in style.yaml.

    `documents` are identifiers; `degree` counts the edges that touch the node. `kind` is the IRI of the
    type, `links` are IRIs of the same thing elsewhere.
    """

    id: str
    label: str
    type: str
    family: str
    aliases: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    degree: int = 0
    kind: str = ""
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PageEdge:
    """A statement between two nodes, named by their ids; `details` are pairs of label and text.

    `term` is the predicate's IRI; `said` are the qualifiers as pairs of IRI and N-Triples term; `told`
    are the first and last day that the statement speaks of, ISO or ""; `sources` counts the texts that
    say so independently of each other.
    """

    id: str
    source: str
    target: str
    predicate: str
    modality: str = "actual"
    confidence: float = 1.0
    details: tuple[tuple[str, str], ...] = ()
    evidence: tuple[PageEvidence, ...] = ()
    rules: tuple[str, ...] = ()
    term: str = ""
    said: tuple[tuple[str, str], ...] = ()
    told: tuple[str, str] = ("", "")
    sources: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFact:
    """A statement whose object is a value (a date, an observation) and so no node of its own.

    `object` is that value as an N-Triples term; the rest is as in PageEdge.
    """

    id: str
    node: str
    predicate: str
    value: str
    modality: str = "actual"
    confidence: float = 1.0
    details: tuple[tuple[str, str], ...] = ()
    evidence: tuple[PageEvidence, ...] = ()
    rules: tuple[str, ...] = ()
    term: str = ""
    said: tuple[tuple[str, str], ...] = ()
    told: tuple[str, str] = ("", "")
    sources: int = 1
    object: str = ""
    figure: PageFigure | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageContent:
    """Everything on one page. Every edge and fact names nodes that are there.

    `values` are the quantities and observations that statements point to: IRI, and what is said of it
    as pairs of IRI and N-Triples term.

    Raises ValueError where an id stands twice or an edge or fact names a missing node: a drawing
    library would drop such a thing without a word.
    """

    title: str = DEFAULT_TITLE
    nodes: tuple[PageNode, ...] = ()
    edges: tuple[PageEdge, ...] = ()
    facts: tuple[PageFact, ...] = ()
    documents: tuple[PageDocument, ...] = field(default=())
    values: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()

    def __post_init__(self) -> None:
        known = {node.id for node in self.nodes}
        if len(known) != len(self.nodes):
            raise ValueError("two nodes of the page have the same id")
        ends = [end for edge in self.edges for end in (edge.source, edge.target)]
        missing = sorted({*ends, *(fact.node for fact in self.facts)} - known)
        if missing:
            raise ValueError(
                f"the page has a statement about {missing[0]!r}, which is no node of it"
            )
