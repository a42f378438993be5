"""What a page shows: plain values, ready to be drawn, whatever they were made from."""

from dataclasses import dataclass, field

DEFAULT_TITLE = "Knowledge graph"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class PageDocument:
    """A source document. `title` falls back to the identifier; `date` is ISO or ""."""

    identifier: str
    title: str
    date: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageEvidence:
    """One passage behind a statement. `speaker` is who says so, "" where the text itself does."""

    title: str
    identifier: str
    date: str
    quote: str
    speaker: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageNode:
    """An entity. `type` is the type's name for people, `family` the key of its look in style.yaml.

    `documents` are identifiers; `degree` counts the edges that touch the node.
    """

    id: str
    label: str
    type: str
    family: str
    aliases: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    degree: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PageEdge:
    """A statement between two nodes, named by their ids; `details` are pairs of label and text."""

    id: str
    source: str
    target: str
    predicate: str
    modality: str = "actual"
    confidence: float = 1.0
    details: tuple[tuple[str, str], ...] = ()
    evidence: tuple[PageEvidence, ...] = ()
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFact:
    """A statement whose object is a value (a date, an observation) and so no node of its own."""

    id: str
    node: str
    predicate: str
    value: str
    modality: str = "actual"
    confidence: float = 1.0
    details: tuple[tuple[str, str], ...] = ()
    evidence: tuple[PageEvidence, ...] = ()
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PageContent:
    """Everything on one page. Every edge and fact names nodes that are there.

    Raises ValueError where an id stands twice or an edge or fact names a missing node: a drawing
    library would drop such a thing without a word.
    """

    title: str = DEFAULT_TITLE
    nodes: tuple[PageNode, ...] = ()
    edges: tuple[PageEdge, ...] = ()
    facts: tuple[PageFact, ...] = ()
    documents: tuple[PageDocument, ...] = field(default=())

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
