"""What a matcher hands over before it becomes a claim."""

from dataclasses import dataclass, field

from kg.extraction.rule import Rule
from kg.model.claim import Literal, Modality, Qualifier
from kg.model.mention import Mention

_DATED_ROWS = frozenset(["revised"])


@dataclass(slots=True, kw_only=True)
class Candidate:
    """A match of one rule: arguments found, modality and speaker of its clause, the token it hangs on."""

    rule: Rule
    subject: Mention
    object: Mention | Literal
    token: int
    qualifiers: list[Qualifier] = field(default_factory=list)
    modality: Modality = Modality.ACTUAL
    speaker: int | None = None
    confidence: float = 1.0

    @property
    def measure(self) -> str:
        """What a figure measures, "" where that is not told."""
        return next((str(q.value) for q in self.qualifiers if q.name == "measure"), "")

    @property
    def is_of_dated_row(self) -> bool:
        """Whether its shape tells a row of values, each with its own time, and needs none told elsewhere."""
        return self.rule.shape in _DATED_ROWS
