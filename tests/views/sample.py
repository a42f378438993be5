"""Pages' contents: a small invented one, a hostile one, and large ones."""

import datetime
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

import pyoxigraph as ox

from kg.model.claim import Modality
from kg.model.document import Document, Span
from kg.model.entity import Entity
from kg.model.period import Period
from kg.model.provenance import Run
from kg.model.quantity import Quantity
from kg.model.statement import (
    Evidence,
    LiteralValue,
    Observation,
    Statement,
    StatementObject,
    StatementQualifier,
    StatementQualifierValue,
)
from kg.ontology import DEFAULT_BASE
from kg.rdf.quads import to_quads
from kg.views import (
    PageContent,
    PageDocument,
    PageEdge,
    PageEvidence,
    PageFact,
    PageNode,
    from_quads,
)
from kg.views.content import PageFigure

TEXT = (
    "Vice Minister Ada Moor of the Ministry of Tides said Norvik Group invested more than "
    "10 billion yuan in Velden. The output of Velden reached 2.72 trillion yuan in 2024. "
    "Norvik Group was founded in 2012 and plans to build Velden Dry Port."
)
QUOTES = tuple(f"{part}." for part in TEXT.removesuffix(".").split(". "))
DOCUMENT = Document(
    identifier="articles/velden.txt",
    text=TEXT,
    title="Velden gains a port",
    published=datetime.date(2025, 11, 26),
)
UNTITLED = Document(identifier="articles/second.txt", text=TEXT)

_BOTH = (UNTITLED.identifier, DOCUMENT.identifier)


def _entity(path: str, kind: str, label: str, *aliases: str) -> Entity:
    return Entity(id=path, type=kind, label=label, aliases=aliases, documents=_BOTH)


NORVIK = _entity("company/norvik-group", "Company", "Norvik Group", "Norvik")
VELDEN = _entity("city/velden", "City", "Velden")
MINISTRY = _entity("government-body/ministry-of-tides", "GovernmentBody", "Ministry of Tides")
ADA = _entity("person/ada-moor", "Official", "Ada Moor", "Moor")
PORT = _entity("land-port/velden-dry-port", "LandPort", "Velden Dry Port")
ENTITIES = (NORVIK, VELDEN, MINISTRY, ADA, PORT)

OUTPUT = Observation(
    id="observation/77aa",
    label="output of Velden, 2024: 2.72 trillion CNY",
    measure="output",
    quantity=Quantity(value=Decimal(2_720_000_000_000), unit="CNY"),
    equivalents=(Quantity(value=Decimal("383.1"), unit="USD", comparator="~"),),
    change=Quantity(value=Decimal("94.5"), unit="%"),
    period=Period(edtf="2024", start=datetime.date(2024, 1, 1), end=datetime.date(2024, 12, 31)),
    place=VELDEN,
)


def _statement(
    number: int,
    subject: Entity,
    predicate: str,
    value: StatementObject,
    quote: str,
    modality: Modality = Modality.ACTUAL,
    *speakers: Entity,
    **qualifiers: StatementQualifierValue,
) -> Statement:
    start = TEXT.index(quote)
    return Statement(
        id=f"statement/{number:016x}",
        subject=subject,
        predicate=predicate,
        object=value,
        qualifiers=tuple(
            StatementQualifier(name=name, value=given) for name, given in sorted(qualifiers.items())
        ),
        modality=modality,
        confidence=0.95,
        rules=(f"sample/{predicate}",),
        evidence=tuple(
            Evidence(document=name, span=Span(start, start + len(quote)), quote=quote)
            for name in _BOTH
        ),
        attributed_to=speakers,
    )


_YEAR = Period(edtf="2012", start=datetime.date(2012, 1, 1), end=datetime.date(2012, 12, 31))
_AMOUNT = Quantity(value=Decimal(10_000_000_000), unit="CNY", comparator=">")
_SPAN = Quantity(value=Decimal(2), unit="year", upper=Decimal(3))
STATEMENTS = (
    _statement(1, ADA, "holdsPost", MINISTRY, QUOTES[0], title="Vice Minister"),
    _statement(
        2, NORVIK, "investsIn", VELDEN, QUOTES[0], Modality.ACTUAL, ADA, amount=_AMOUNT, time=_YEAR
    ),
    _statement(3, NORVIK, "operatesIn", VELDEN, QUOTES[0], Modality.NEGATED),
    _statement(4, VELDEN, "cooperatesWith", NORVIK, QUOTES[0], Modality.POSSIBLE, matter="tides"),
    _statement(5, VELDEN, "observes", OUTPUT, QUOTES[1]),
    _statement(
        6, NORVIK, "foundedOn", LiteralValue(value="2012", datatype="edtf", period=_YEAR), QUOTES[2]
    ),
    _statement(7, NORVIK, "develops", PORT, QUOTES[2], Modality.PLANNED, place=VELDEN, count=_SPAN),
    _statement(8, VELDEN, "cooperatesWith", NORVIK, QUOTES[0]),
)

RUN = Run(
    id="run/1",
    kg_version="0",
    spacy_version="0",
    model_name="m",
    model_version="0",
    model_digest="0",
    ontology_digest="0",
    rules_digest="0",
    gazetteer_digest="0",
)


def make_quads(
    statements: Iterable[Statement] = STATEMENTS,
    entities: Iterable[Entity] = ENTITIES,
    documents: Iterable[Document] = (DOCUMENT, UNTITLED),
    *,
    provenance: bool = True,
) -> list[ox.Quad]:
    """The graph of these statements, as a build would write it."""
    return list(
        to_quads(
            documents=documents,
            entities=entities,
            statements=statements,
            run=RUN,
            base=DEFAULT_BASE,
            provenance=provenance,
        )
    )


def make_content(
    statements: Iterable[Statement] = STATEMENTS, entities: Iterable[Entity] = ENTITIES
) -> PageContent:
    """The page of these statements with the texts of both articles."""
    return from_quads(make_quads(statements, entities), texts=dict.fromkeys(_BOTH, TEXT))


HOSTILE = (
    "<script>alert(1)</script>",
    "</script><script>alert(2)</script>",
    '"><img src=x onerror=alert(3)>',
    "'><svg onload=alert(4)>",
    "javascript:alert(5)",
    "{{ 7 * 7 }}{% raw %}${alert(6)}",
    "line\u2028separator\u2029end",
    "\u202eright to left \u0627\u0644\u0639\u0631\u0628\u064a\u0629",
    "重庆市江北国际机场进一步扩大国际货运航线网络",
    "👩‍🚀🇱🇰 emoji",
    "<!-- <script> --> &lt;b&gt; &amp;",
    "href=\" onmouseover='alert(8)' https://tracker.example/x.png",
    "<svg/onload=alert(9)>",
    "<body onload=alert(10)>",
    "<iframe src=javascript:alert(11)>",
    "<iframe srcdoc='<script>alert(12)</script>'>",
    "<a href=javascript:alert(13)>x</a>",
    "<style>@import 'https://tracker.example/x.css';</style>",
    "<link rel=stylesheet href=https://tracker.example/x.css>",
    "<meta http-equiv=refresh content='0;url=https://tracker.example/'>",
    "<base href=https://tracker.example/>",
    "<object data=https://tracker.example/x.swf>",
    "<embed src=https://tracker.example/x>",
    "<form action=https://tracker.example/><input name=x autofocus onfocus=alert(14)>",
    "<video src=https://tracker.example/x onerror=alert(15)>",
    "<details open ontoggle=alert(16)>",
    "<math><mtext></p><img src=x onerror=alert(17)>",
    "<noscript><p title='</noscript><img src=x onerror=alert(18)>'>",
    "<template><script>alert(19)</script></template>",
    "]]><script>alert(20)</script>",
    "--><script>alert(21)</script>",
    "</style><script>alert(22)</script>",
    "</title><script>alert(23)</script>",
    "</textarea><script>alert(24)</script>",
    "\\u003cscript\\u003ealert(25)\\u003c/script\\u003e",
    "&lt;script&gt;alert(26)&lt;/script&gt;",
    "&#60;script&#62;alert(27)",
    "%3Cscript%3Ealert(28)%3C/script%3E",
    "${alert(29)}`${alert(30)}`",
    "'-alert(31)-'",
    '"-alert(32)-"',
    "\\'-alert(33)//",
    "*/alert(34)/*",
    "data:text/html,<script>alert(35)</script>",
    "vbscript:msgbox(36)",
    "JaVaScRiPt:alert(37)",
    " javascript:alert(38)",
    "https://tracker.example/<script>alert(39)</script>",
    "//tracker.example/x.js",
    "file:///etc/passwd",
    "../../../../etc/passwd",
    "constructor",
    "__proto__",
    "toString",
    "hasOwnProperty",
    '{"__proto__": {"polluted": true}}',
    "^(a+)+$ [x-] (?<name>.) \\",
    '=HYPERLINK("https://tracker.example/")',
    '" . <urn:evil> <urn:owned> "',
    "> <urn:evil> <urn:owned> .",
)


def make_hostile() -> PageContent:
    """A page with every hostile text in every field that holds text."""
    documents = tuple(
        PageDocument(
            identifier=f"{text}.txt",
            title=text,
            date=text,
            id=text,
            source=text,
            publisher=text,
            text=f"{text} {text}",
        )
        for text in HOSTILE
    )
    nodes = tuple(
        PageNode(
            id=f"urn:{n}:{text}",
            label=text,
            type=text,
            family=text,
            aliases=(f"alias {text}",),
            documents=(f"{text}.txt",),
            degree=2,
            kind=text,
            links=(text,),
        )
        for n, text in enumerate(HOSTILE)
    )
    said = {
        text: {
            "predicate": text,
            "modality": text,
            "details": ((text, text),),
            "evidence": (
                PageEvidence(
                    title=text, identifier=f"{text}.txt", date=text, quote=text, speaker=text
                ),
            ),
            "rules": (text,),
            "term": text,
            "said": ((text, text),),
            "told": (text, text),
        }
        for text in HOSTILE
    }
    edges = tuple(
        PageEdge(id=text, source=node.id, target=after.id, **said[text])  # type: ignore[arg-type]
        for text, node, after in zip(HOSTILE, nodes, nodes[1:] + nodes[:1], strict=True)
    )
    facts = tuple(
        PageFact(
            id=text,
            node=node.id,
            value=text,
            object=text,
            figure=PageFigure(measure=text, value=str(n), unit=text, period=text, start=text),
            **said[text],  # type: ignore[arg-type]
        )
        for n, (text, node) in enumerate(zip(HOSTILE, nodes, strict=True))
    )
    return PageContent(
        title=" ".join(HOSTILE),
        nodes=nodes,
        edges=edges,
        facts=facts,
        documents=documents,
        values=tuple((text, ((text, text),)) for text in HOSTILE),
    )


def make_large(nodes: int, edges: int) -> PageContent:
    """A page with hubs and leaves: node n is tied to n // 2, n // 3 and so on."""
    pairs = [(n % nodes, (n % nodes) // (2 + n // nodes)) for n in range(edges)]
    degree = Counter(end for pair in pairs for end in pair)
    return PageContent(
        nodes=tuple(
            PageNode(
                id=f"n{n:05}",
                label=f"Entity {n}",
                type="company",
                family="organization",
                degree=degree[n],
            )
            for n in range(nodes)
        ),
        edges=tuple(
            PageEdge(id=f"e{i:05}", source=f"n{a:05}", target=f"n{b:05}", predicate="part of")
            for i, (a, b) in enumerate(pairs)
        ),
    )
