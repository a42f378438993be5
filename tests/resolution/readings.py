"""Readings made by hand: small documents of which every mention and claim is known."""

from kg.model.claim import Claim, Literal, Modality, Qualifier, Reading
from kg.model.document import Document, Span
from kg.model.entity import Resolution
from kg.model.mention import Coreference, Mention, MentionKind
from kg.model.statement import Statement
from kg.ontology import load_ontology
from kg.resolution import KnownEntity, consolidate, resolve

KNOWN = {
    "country/kenya": KnownEntity(label="Kenya", type="Country", same_as=("http://example.org/ke",))
}


class Story:
    """Writes one document word by word; names are given as they come."""

    def __init__(self, identifier: str) -> None:
        self.identifier = identifier
        self.text = ""
        self.mentions: list[Mention] = []
        self.links: list[Coreference] = []
        self.claims: list[Claim] = []

    def name(
        self,
        text: str,
        kind: str,
        *,
        form: MentionKind = MentionKind.NAME,
        known_as: str | None = None,
        same_as: Mention | None = None,
        reason: str = "family name",
    ) -> Mention:
        """Adds a mention at the end of the text, linked with an earlier one where told."""
        start = len(self.text)
        self.text += f"{text} . "
        span = Span(start, start + len(text))
        mention = Mention(
            span=span, text=text, type=kind, kind=form, origin="test", known_as=known_as
        )
        self.mentions.append(mention)
        if same_as is not None:
            self.links.append(
                Coreference(mention=mention, antecedent=same_as, reason=reason, score=0.9)
            )
        return mention

    def claim(
        self,
        subject: Mention,
        predicate: str,
        target: Mention | Literal,
        *qualifiers: Qualifier,
        modality: Modality = Modality.ACTUAL,
        confidence: float = 0.9,
    ) -> Claim:
        """Adds a claim whose evidence runs from its subject to its object."""
        spans = sorted([subject.span, target.span])
        claim = Claim(
            subject=subject,
            predicate=predicate,
            object=target,
            evidence=Span(spans[0].start, spans[1].end),
            rules=("test/rule",),
            qualifiers=qualifiers,
            modality=modality,
            confidence=confidence,
        )
        self.claims.append(claim)
        return claim

    def read(self) -> Reading:
        """The document as it was read."""
        return Reading(
            document=Document(identifier=self.identifier, text=self.text),
            sentences=(Span(0, len(self.text)),),
            mentions=tuple(self.mentions),
            coreferences=tuple(self.links),
            claims=tuple(self.claims),
        )


def resolve_all(*readings: Reading) -> Resolution:
    """What is the same in the readings."""
    return resolve(readings, load_ontology(), KNOWN.get)


def make_statements(*readings: Reading, min_confidence: float = 0.0) -> list[Statement]:
    """The statements of the readings."""
    resolution = resolve_all(*readings)
    return consolidate(readings, resolution, load_ontology(), min_confidence=min_confidence)


def tell(*names: tuple[str, str]) -> Reading:
    """A document that names things and claims nothing; its identifier tells what it names."""
    story = Story("-".join(text for text, _ in names) + ".txt")
    for text, kind in names:
        story.name(text, kind)
    return story.read()
