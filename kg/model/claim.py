"""Claims: what one passage of one document says."""

import enum
from collections.abc import Iterator
from dataclasses import dataclass

from kg.model.document import Document, Span
from kg.model.mention import Coreference, Mention
from kg.model.period import Period
from kg.model.quantity import Quantity
from kg.model.signature import Signature


class Modality(enum.StrEnum):
    """How the text presents a claim."""

    ACTUAL = "actual"
    PLANNED = "planned"
    POSSIBLE = "possible"
    NEGATED = "negated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Literal:
    """An object that is a value: a date as EDTF (datatype "edtf") or text (datatype "string")."""

    value: str
    datatype: str
    span: Span
    period: Period | None = None


QualifierValue = str | Quantity | Period | Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualifier:
    """A named detail of a claim: title, amount, share, count, time, place, period, measure, change."""

    name: str
    value: QualifierValue


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one passage says, over mentions. `evidence` is the sentence; `confidence` is 0 to 1.

    An observation has predicate "observes", a quantity mention as object, and the qualifiers measure,
    period, change and place; a rise without a value has the per cent as object's `change` alone.
    """

    subject: Mention
    predicate: str
    object: Mention | Literal
    evidence: Span
    rules: tuple[str, ...]
    qualifiers: tuple[Qualifier, ...] = ()
    modality: Modality = Modality.ACTUAL
    attributed_to: Mention | None = None
    confidence: float = 1.0

    def find_qualifier(self, name: str) -> QualifierValue | None:
        """The first qualifier of that name, or None."""
        return next((q.value for q in self.qualifiers if q.name == name), None)

    def list_mentions(self) -> Iterator[Mention]:
        """The mentions that the claim speaks of: subject, object, who says it, and those of its details."""
        details = (q.value for q in self.qualifiers)
        for part in (self.subject, self.object, self.attributed_to, *details):
            if isinstance(part, Mention):
                yield part


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything that one document gave: the unit that is streamed, cached and run in parallel.

    `sentences` are in order and do not overlap; claims are sorted by evidence, subject and predicate.
    Without a `signature` the document counts as a source of its own.
    """

    document: Document
    sentences: tuple[Span, ...]
    mentions: tuple[Mention, ...]
    coreferences: tuple[Coreference, ...]
    claims: tuple[Claim, ...]
    signature: Signature | None = None
