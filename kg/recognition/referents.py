"""What a document has told of so far, as pronouns and nominals look it up."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.model.mention import Mention, MentionKind
from kg.model.parse import Parse
from kg.ontology import Ontology


@dataclass(slots=True)
class Referent:
    """A thing told so far in the document."""

    chain: int
    type: str
    last_sentence: int
    last_token: int
    count: int
    subject: bool
    mention: Mention
    heads: set[str]
    plural: bool = False
    female: bool | None = None  # as a pronoun has told
    origins: set[str] = field(default_factory=set)  # countries that the text tells of it
    inner: bool = False  # last told within another name or noun phrase


def find_undertakings(
    referents: list[Referent], parse: Parse, keeping: frozenset[str], ontology: Ontology
) -> list[Referent]:
    """What is built or planned; "operates a depot" tells of one that stands (`keeping` has the verbs)."""
    return [
        r
        for r in referents
        if (r.count > 1 or parse.lemmas[parse.heads[r.last_token]] not in keeping)
        and any(
            ontology.is_a(r.type, wanted)
            for wanted in ("Project", "Facility", "TransportCorridor", "EconomicZone")
        )
    ]


def find_occasion(referents: Iterable[Referent], word: str, ontology: Ontology) -> list[Referent]:
    """ "the expo", however far back: the occasion with the word in its name, where one alone has it."""
    named = [
        r
        for r in referents
        if r.mention.kind is MentionKind.NAME and word in r.heads and ontology.is_a(r.type, "Event")
    ]
    return named if len(named) == 1 else []
