"""Made-up readings that share names, posts, measures and sentences in every way that matters to a store."""

import datetime
import io
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pyoxigraph as ox
from hypothesis import strategies as st

from kg.growing.committing import commit
from kg.growing.content import load_content
from kg.growing.workshop import Workshop
from kg.model.claim import Claim, Literal, Modality, Qualifier, Reading
from kg.model.document import Document, Outcome, Span, Status
from kg.model.mention import Coreference, Mention, MentionKind
from kg.model.period import Period
from kg.model.quantity import Quantity
from kg.pipeline import Pipeline
from kg.rdf.content import GraphContent
from kg.rdf.quads import to_content_quads
from kg.rdf.writing import write_stream
from kg.resolution import sign_text
from kg.stores.document_rows import digest_document
from kg.stores.graph_folder import open_stored_graph
from kg.stores.store_file import StoreFile

NAMES = (
    ("Norvik Group", "Company", MentionKind.NAME, None),
    ("Norvik", "Company", MentionKind.NAME, None),
    ("NORVIK GROUP", "Company", MentionKind.NAME, None),
    ("Norvik", "City", MentionKind.NAME, None),
    ("Jane Doe", "Person", MentionKind.NAME, None),
    ("Jane Doe", "Official", MentionKind.NAME, None),
    ("Kenya", "Country", MentionKind.NAME, "country/kenya"),
    ("Kenyan", "Country", MentionKind.ADJECTIVE, "country/kenya"),
    ("Baltic Port Authority", "GovernmentBody", MentionKind.NAME, None),
    ("BPA", "GovernmentBody", MentionKind.NAME, None),
    ("a tyre plant", "Facility", MentionKind.NOMINAL, None),
    ("solar power", "Sector", MentionKind.NOMINAL, None),
    ("Mombasa", "City", MentionKind.NAME, "city/mombasa"),
    ("Nairobi", "City", MentionKind.NAME, "city/nairobi"),
    ("Tarn Freight Services", "Company", MentionKind.NAME, None),
    ("Tarn", "Company", MentionKind.NAME, None),
    ("Tarn Bank", "Company", MentionKind.NAME, None),
)
# What a document calls by another name that it has told before, and why.
LINKED = {
    "BPA": ("Baltic Port Authority", "declared in brackets"),
    "Tarn": ("Tarn Freight Services", "short form"),
}
# What is said of whom, by their places above; another kind than the predicate takes is left out.
SAYABLE = (
    (4, "holdsPost", 8), (5, "holdsPost", 8), (5, "holdsPost", 9), (4, "holdsPost", 6), (4, "bornIn", 3),
    (0, "investsIn", 6), (1, "investsIn", 7), (2, "investsIn", 3), (0, "observes", 0), (1, "observes", 0),
    (2, "observes", 0), (6, "observes", 0), (0, "foundedOn", 0), (1, "foundedOn", 0), (3, "locatedIn", 6),
    (10, "locatedIn", 3), (0, "cooperatesWith", 8), (9, "cooperatesWith", 1), (0, "activeIn", 11),
    (12, "locatedIn", 6), (13, "locatedIn", 6), (0, "headquarteredIn", 12), (1, "headquarteredIn", 13),
    (14, "investsIn", 6), (15, "investsIn", 6), (16, "investsIn", 6),
)  # fmt: skip
DOCUMENTS = ("a.txt", "b.txt", "news/c.txt", "feed.jsonl#1")

Line = tuple[int, str, int, int]  # subject, predicate, object, variant
lines = st.builds(
    lambda said, variant: (*said, variant), st.sampled_from(SAYABLE), st.integers(0, 3)
)
contents = st.lists(lines, max_size=4)


class _Writer:
    """Writes a document line by line, each with one claim."""

    def __init__(self) -> None:
        self.text = ""
        self.mentions: list[Mention] = []
        self.links: list[Coreference] = []
        self.claims: list[Claim] = []

    def name(self, number: int) -> Mention:
        text, kind, form, known_as = NAMES[number]
        span = Span(len(self.text), len(self.text) + len(text))
        self.text += f"{text} "
        mention = Mention(
            span=span, text=text, type=kind, kind=form, origin="test", known_as=known_as
        )
        if form is not MentionKind.NOMINAL:
            self.mentions.append(mention)
        if text in LINKED:
            name, reason = LINKED[text]
            full = next((m for m in self.mentions if m.text == name), None)
            if full is not None:
                link = Coreference(mention=mention, antecedent=full, reason=reason, score=0.9)
                self.links.append(link)
        return mention

    def value(self, variant: int) -> Mention:
        text = f"{variant} million yuan"
        span = Span(len(self.text), len(self.text) + len(text))
        self.text += f"{text} "
        return Mention(
            span=span,
            text=text,
            type="",
            kind=MentionKind.QUANTITY,
            origin="test",
            value=_make_amount(variant),
        )

    def say(self, line: Line) -> None:
        subject, predicate, target, variant = line
        start = len(self.text)
        left = self.name(subject)
        self.text += f"{predicate} "
        qualifiers: tuple[Qualifier, ...] = ()
        right: Mention | Literal
        if predicate == "observes":
            right = self.value(variant)
            qualifiers = (Qualifier(name="measure", value="output"),)
        elif predicate == "foundedOn":
            right = _make_date(Span(start, start + 1), variant)
        else:
            right = self.name(target)
            if variant:
                qualifiers = (_make_qualifier(predicate, variant),)
        self.claims.append(
            Claim(
                subject=left,
                predicate=predicate,
                object=right,
                evidence=Span(start, len(self.text) - 1),
                rules=(f"test/{variant}",),
                qualifiers=qualifiers,
                modality=Modality.PLANNED if variant == 3 else Modality.ACTUAL,
                attributed_to=self.mentions[0] if variant == 2 and self.mentions else None,
                confidence=0.5 + variant / 10,
            )
        )
        self.text += "\n"


def _make_amount(variant: int) -> Quantity:
    return Quantity(value=Decimal(variant * 1_000_000), unit="CNY")


def _make_date(span: Span, variant: int) -> Literal:
    day = datetime.date(2020 + variant, 1, 1)
    period = Period(edtf=day.isoformat(), start=day, end=day)
    return Literal(value=period.edtf, datatype="edtf", span=span, period=period)


def _make_qualifier(predicate: str, variant: int) -> Qualifier:
    if predicate == "holdsPost":
        return Qualifier(name="title", value=f"Minister {variant}")
    return Qualifier(name="amount", value=_make_amount(variant))


def make_reading(identifier: str, content: list[Line]) -> Reading:
    """What a document with these lines gives."""
    writer = _Writer()
    for line in content:
        writer.say(line)
    text = writer.text or "Nothing."
    return Reading(
        document=Document(identifier=identifier, text=text, title="News"),
        sentences=(Span(0, len(text)),),
        mentions=tuple(writer.mentions),
        coreferences=tuple(writer.links),
        claims=tuple(writer.claims),
        signature=sign_text(text),
    )


def put(shop: Workshop, reading: Reading) -> int:
    """Writes down what was read of a document, which waits then."""
    identifier = reading.document.identifier
    outcome = Outcome(identifier=identifier, status=Status.OK, claims=len(reading.claims))
    with shop.file.change():
        return shop.stage(digest_document(reading.document), "made", outcome, reading)


def change(shop: Workshop, folder: Path, readings: dict[str, Reading | None]) -> None:
    """Puts documents in, in place of those of their names, and takes out those without a reading."""
    live = {stored.identifier: stored.number for stored in shop.documents.list_all(live=True)}
    added = {put(shop, reading) for reading in readings.values() if reading is not None}
    removed = {live[name] for name in readings if name in live}
    commit(shop, folder, shop.pipeline.describe_run(), removed=removed, added=added)


def build(pipeline: Pipeline, readings: dict[str, Reading]) -> GraphContent:
    """The graph of the readings, made at once and without a store."""
    return pipeline.assemble((), list(readings.values())).content


def write(content: GraphContent, ending: str) -> bytes:
    """The bytes of the graph in a form."""
    stream = io.BytesIO()
    write_stream(content, ending, stream)
    return stream.getvalue()


def write_store(shop: Workshop, ending: str) -> bytes:
    """The bytes of the store's graph in a form."""
    return write(load_content(shop, shop.pipeline.describe_run()), ending)


def list_stored_quads(folder: Path) -> set[ox.Quad]:
    """What a query of the store would see."""
    store, lock = open_stored_graph(folder)
    with closing(lock):
        return set(store)


def list_quads(content: GraphContent) -> set[ox.Quad]:
    """The quads of a graph."""
    return set(to_content_quads(content))


def list_derived_rows(file: StoreFile) -> list[object]:
    """All that a store derives from its documents, without the numbers that depend on their order."""
    questions = (
        "SELECT id, body FROM entity ORDER BY id",
        "SELECT id, kin, predicate, modality FROM statement ORDER BY id",
        "SELECT digest, owner FROM part ORDER BY digest, owner",
        "SELECT identifier, place, kin FROM claim JOIN document ON number = document"
        " WHERE live ORDER BY identifier, place",
        "SELECT identifier, place, id FROM cluster JOIN document ON document.number = document"
        " JOIN crowd ON crowd.number = crowd LEFT JOIN entity ON entity.number = entity"
        " WHERE live ORDER BY identifier, place",
        "SELECT id, body FROM judgement ORDER BY id",
        "SELECT key, id FROM likeness JOIN entity ON number = entity ORDER BY key, id",
        "SELECT DISTINCT digest, key FROM crowd JOIN crowd_key ON number = crowd ORDER BY digest, key",
        "SELECT count(*) FROM pending",
    )
    return [file.connection.execute(question).fetchall() for question in questions]
