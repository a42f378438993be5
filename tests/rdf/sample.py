"""A small hand-made graph: two documents on an invented port, its company and its officials."""

import datetime
from decimal import Decimal

from kg.model.claim import Claim, Literal, Modality, Qualifier, Reading
from kg.model.document import Document, Span
from kg.model.entity import Entity, Judgement, Resolution
from kg.model.mention import Mention, MentionKind
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
)
from kg.rdf.content import GraphContent

_FAIR_TEXT = (
    "Ostrava Rail Fair opens\n"
    "Vice Minister Li Hua of the Ministry of Harbours said Nordwind Group 🚢 invested more than "
    "10 billion yuan in Port Alba in 2024. "
    "The fair opened in Alba on November 25, 2025. "
    "Industrial output of Alba reached 2.72 trillion yuan in 2024, up 94.5%. "
    "Nordwind plans to build the Alba Dry Port. "
    "The Alba-Bruma Freight Train runs from Port Alba to Bruma."
)
_PACT_TEXT = (
    "Alba is a city of Ruritania. Nordwind Group was founded in 2012. "
    'Alba "and" Bruma signed a pact \\ on cold storage. '
    "Nordwind Group does not operate in Bruma. Nordwind works with Alba University."
)
FAIR = Document(
    identifier="articles/rail-fair.txt",
    text=_FAIR_TEXT,
    title="Ostrava Rail Fair opens",
    published=datetime.date(2025, 11, 26),
    url="https://news.example/rail fair?id=1&x=[2]",
    publisher="Alba Daily",
)
PACT = Document(identifier="articles/pact.txt", text=_PACT_TEXT, url="not a web address")

_BODY = len("Ostrava Rail Fair opens\n")
_BOTH = (PACT.identifier, FAIR.identifier)
_IN_FAIR = (FAIR.identifier,)
_IN_PACT = (PACT.identifier,)


def _entity(
    path: str, kind: str, label: str, documents: tuple[str, ...], *aliases: str, same: str = ""
) -> Entity:
    return Entity(
        id=path,
        type=kind,
        label=label,
        aliases=aliases,
        documents=documents,
        same_as=(same,) if same else (),
    )


ALBA = _entity(
    "city/alba", "City", "Alba", _BOTH, "Alba City", same="http://www.wikidata.org/entity/Q1"
)
BRUMA = _entity("city/bruma", "City", "Bruma", _BOTH)
RURITANIA = _entity("country/ruritania", "Country", "Ruritania", _IN_PACT)
NORDWIND = _entity("company/nordwind-group", "Company", "Nordwind Group", _BOTH, "Nordwind")
LI = _entity("person/li-hua", "Official", "Li Hua", _IN_FAIR, "Li")
MINISTRY = _entity(
    "organization/ministry-of-harbours", "GovernmentBody", "Ministry of Harbours", _IN_FAIR
)
PORT = _entity("port/port-alba", "Port", "Port Alba", _IN_FAIR)
DRY_PORT = _entity("land-port/alba-dry-port", "LandPort", "Alba Dry Port", _IN_FAIR)
TRAIN = _entity(
    "transport-corridor/alba-bruma-freight-train",
    "TransportCorridor",
    "Alba-Bruma Freight Train",
    _IN_FAIR,
)
FAIR_EVENT = _entity("event/ostrava-rail-fair", "Event", "Ostrava Rail Fair", _IN_FAIR)
UNIVERSITY = _entity("organization/alba-university", "ResearchBody", "Alba University", _IN_PACT)
ENTITIES = (
    ALBA, BRUMA, RURITANIA, NORDWIND, LI, MINISTRY, PORT, DRY_PORT, TRAIN, FAIR_EVENT, UNIVERSITY,
)  # fmt: skip

YEAR_2024 = Period(edtf="2024", start=datetime.date(2024, 1, 1), end=datetime.date(2024, 12, 31))
TEN_BILLION = Quantity(value=Decimal("1E+10"), unit="CNY", comparator=">")
OUTPUT = Observation(
    id="observation/77aa0000",
    label="industrial output of Alba, 2024: 2.72 trillion CNY",
    measure="industrial output",
    quantity=Quantity(value=Decimal("2720000000000"), unit="CNY"),
    equivalents=(Quantity(value=Decimal("383.1"), unit="USD", comparator="~"),),
    change=Quantity(value=Decimal("94.5"), unit="%"),
    period=YEAR_2024,
    place=RURITANIA,
)
SHARE = Observation(
    id="observation/88bb0000",
    label="market share of Nordwind Group: -3%",
    measure="market share",
    change=Quantity(value=Decimal("-3"), unit="%"),
)


def _evidence(document: Document, words: str) -> Evidence:
    start = document.text.index(words)
    return Evidence(document=document.identifier, span=Span(start, start + len(words)), quote=words)


_INVESTED = _evidence(FAIR, _FAIR_TEXT[_BODY : _FAIR_TEXT.index(" The fair")])
_OPENED = _evidence(FAIR, "The fair opened in Alba on November 25, 2025.")
_REACHED = _evidence(
    FAIR, "Industrial output of Alba reached 2.72 trillion yuan in 2024, up 94.5%."
)
_PLANS = _evidence(FAIR, "Nordwind plans to build the Alba Dry Port.")
_RUNS = _evidence(FAIR, "The Alba-Bruma Freight Train runs from Port Alba to Bruma.")
_CITY = _evidence(PACT, "Alba is a city of Ruritania.")
_FOUNDED = _evidence(PACT, "Nordwind Group was founded in 2012.")
_SIGNED = _evidence(PACT, 'Alba "and" Bruma signed a pact \\ on cold storage.')
_NOT = _evidence(PACT, "Nordwind Group does not operate in Bruma.")
_WORKS = _evidence(PACT, "Nordwind works with Alba University.")


def _statement(
    number: int,
    subject: Entity,
    predicate: str,
    value: StatementObject,
    *evidence: Evidence,
    modality: Modality = Modality.ACTUAL,
    speaker: Entity | None = None,
    **qualifiers: str | Quantity | Period | Entity,
) -> Statement:
    return Statement(
        id=f"statement/{number:016x}",
        subject=subject,
        predicate=predicate,
        object=value,
        qualifiers=tuple(
            StatementQualifier(name=name, value=qualifiers[name]) for name in sorted(qualifiers)
        ),
        modality=modality,
        confidence=0.95 if predicate == "holdsPost" else 0.9,
        rules=(f"sample/{predicate}",),
        evidence=evidence,
        attributed_to=() if speaker is None else (speaker,),
        independent_sources=len({passage.document for passage in evidence}),
    )


_DAY = datetime.date(2025, 11, 25)
STATEMENTS = (
    _statement(1, LI, "holdsPost", MINISTRY, _INVESTED, title="Vice Minister", endTime=".."),
    _statement(
        2, NORDWIND, "investsIn", PORT, _INVESTED, speaker=LI, amount=TEN_BILLION, time=YEAR_2024
    ),
    _statement(3, FAIR_EVENT, "heldIn", ALBA, _OPENED),
    _statement(
        4, FAIR_EVENT, "heldOn",
        LiteralValue(
            value="2025-11-25", datatype="edtf",
            period=Period(edtf="2025-11-25", start=_DAY, end=_DAY),
        ),
        _OPENED,
    ),
    _statement(5, ALBA, "observes", OUTPUT, _REACHED),
    _statement(6, NORDWIND, "develops", DRY_PORT, _PLANS, modality=Modality.PLANNED),
    _statement(7, TRAIN, "connects", PORT, _RUNS),
    _statement(8, TRAIN, "connects", BRUMA, _RUNS),
    _statement(9, ALBA, "locatedIn", RURITANIA, _CITY),
    _statement(
        10, NORDWIND, "foundedOn",
        LiteralValue(
            value="2012", datatype="edtf",
            period=Period(
                edtf="2012", start=datetime.date(2012, 1, 1), end=datetime.date(2012, 12, 31)
            ),
        ),
        _FOUNDED,
    ),
    _statement(11, ALBA, "cooperatesWith", BRUMA, _SIGNED, matter="cold storage"),
    _statement(12, NORDWIND, "operatesIn", BRUMA, _NOT, modality=Modality.NEGATED),
    _statement(13, PORT, "locatedIn", ALBA, _INVESTED),
    _statement(14, NORDWIND, "cooperatesWith", UNIVERSITY, _WORKS),
    _statement(15, ALBA, "hostsHub", PORT, _INVESTED, _CITY),
    _statement(16, NORDWIND, "observes", SHARE, _WORKS, modality=Modality.POSSIBLE),
)  # fmt: skip

RUN = Run(
    id="run/5d1f",
    kg_version="0.1.0",
    spacy_version="3.8.18",
    model_name="sample_model",
    model_version="3.8.0",
    model_digest="aa11",
    ontology_digest="bb22",
    rules_digest="cc33",
    gazetteer_digest="dd44",
    options=(("min-confidence", "0.5"),),
)


def _mention(document: Document, words: str, kind: str, after: int = 0) -> Mention:
    start = document.text.index(words, after)
    return Mention(
        span=Span(start, start + len(words)),
        text=words,
        type=kind,
        kind=MentionKind.NAME,
        origin="sample",
    )


_NORDWIND_MENTION = _mention(FAIR, "Nordwind Group", "Company")
_PORT_MENTION = _mention(FAIR, "Port Alba", "Port")
_LI_MENTION = _mention(FAIR, "Li Hua", "Official")
_FAIR_MENTION = _mention(FAIR, "The fair", "Event")
CLAIMS = (
    Claim(
        subject=_NORDWIND_MENTION,
        predicate="investsIn",
        object=_PORT_MENTION,
        evidence=_INVESTED.span,
        rules=("sample/investsIn",),
        qualifiers=(
            Qualifier(name="amount", value=TEN_BILLION),
            Qualifier(name="time", value=YEAR_2024),
        ),
        attributed_to=_LI_MENTION,
        confidence=0.9,
    ),
    Claim(
        subject=_FAIR_MENTION,
        predicate="heldOn",
        object=Literal(
            value="2025-11-25",
            datatype="edtf",
            span=_mention(FAIR, "November 25, 2025", "").span,
        ),
        evidence=_OPENED.span,
        rules=("sample/heldOn",),
        confidence=0.9,
    ),
    Claim(
        subject=_mention(FAIR, "Alba", "City", FAIR.text.index("Industrial")),
        predicate="observes",
        object=Mention(
            span=_mention(FAIR, "2.72 trillion yuan", "").span,
            text="2.72 trillion yuan",
            type="",
            kind=MentionKind.QUANTITY,
            origin="sample",
            value=OUTPUT.quantity,
        ),
        evidence=_REACHED.span,
        rules=("sample/observes",),
        qualifiers=(
            Qualifier(name="measure", value="industrial output"),
            Qualifier(name="change", value=Quantity(value=Decimal("94.5"), unit="%")),
        ),
        confidence=0.9,
    ),
)
READING = Reading(
    document=FAIR,
    sentences=(Span(0, len(FAIR.text)),),
    mentions=(_LI_MENTION, _NORDWIND_MENTION, _PORT_MENTION, _FAIR_MENTION),
    coreferences=(),
    claims=CLAIMS,
)
JUDGEMENTS = (
    Judgement(
        left="Nordwind", right="Nordwind Group", same=True, score=0.95, reason="short form",
        left_id=NORDWIND.id, right_id=NORDWIND.id, documents=(PACT.identifier, FAIR.identifier),
    ),
    Judgement(
        left="Alba", right="Alba University", same=False, score=0.9, reason="another kind of thing",
        left_id=ALBA.id, right_id=UNIVERSITY.id, documents=(PACT.identifier,),
    ),
    Judgement(
        left="Alba", right="Alva", same=False, score=0.6, reason="candidate: one letter differs",
        left_id=ALBA.id, right_id=BRUMA.id, documents=(FAIR.identifier,),
    ),
    Judgement(left="Alba", right="Bruma", same=False, score=0.5, reason="between names alone"),
)  # fmt: skip
RESOLUTION = Resolution(
    entity_of={
        (FAIR.identifier, mention.span.start, mention.span.end): entity
        for mention, entity in (
            (_LI_MENTION, LI),
            (_NORDWIND_MENTION, NORDWIND),
            (_PORT_MENTION, PORT),
            (_FAIR_MENTION, FAIR_EVENT),
        )
    },
    entities=ENTITIES,
    judgements=JUDGEMENTS,
)
CONTENT = GraphContent(
    documents=(FAIR, PACT),
    entities=ENTITIES,
    statements=STATEMENTS,
    run=RUN,
    readings=(READING,),
    resolution=RESOLUTION,
)
