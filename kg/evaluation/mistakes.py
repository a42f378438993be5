"""The kinds of mistakes, and what is told of each one."""

import enum
from dataclasses import dataclass


class MistakeKind(enum.StrEnum):
    """What has to be mended, in the order of the work: a later stage cannot mend an earlier one."""

    MISSING = "entity missing"
    BORDER = "entity border"
    EXTRA = "entity wrong"
    TYPE = "type"
    RESOLUTION = "resolution"
    COREFERENCE = "coreference"
    CLAUSE = "clause"
    RULE_MISSING = "rule missing"
    RULE_WRONG = "rule wrong"
    MODALITY = "modality"
    TITLE = "qualifier: title"
    AMOUNT = "qualifier: amount"
    ATTRIBUTION = "qualifier: attribution"
    MEASURE = "qualifier: measure"
    UNIT = "qualifier: unit"
    COMPARATOR = "qualifier: comparator"
    PERIOD = "qualifier: period"


class Fault(enum.StrEnum):
    """What a mistake costs."""

    MISSED_FACT = "missed fact"
    WRONG_FACT = "wrong fact"
    MISSED_ENTITY = "missed entity"
    WRONG_ENTITY = "wrong entity"
    WRONG_PART = "wrong part"  # of an entity or a fact that counts as right


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """One mistake. `because` is the evidence by which its kind was decided.

    `what` are the thing or the fact in words; `rules` are those of a wrong fact; `outlet` is who
    published the document.
    """

    document: str
    outlet: str
    fault: Fault
    kind: MistakeKind
    what: str
    because: str
    predicate: str = ""
    sentence: str = ""
    rules: tuple[str, ...] = ()
