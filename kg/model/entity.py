"""Entities, and the read-only answer to what is the same."""

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownEntity:
    """What the gazetteer says of a thing.

    `same_as` are IRIs of the same thing elsewhere, `within` is the id of the place that holds it and
    `above` what is known of that place and of those that hold it in turn, the smallest first.
    `source` and `licence` tell where all this comes from, several separated by a semicolon.
    """

    label: str
    type: str
    id: str = ""
    same_as: tuple[str, ...] = ()
    within: str | None = None
    above: tuple["KnownEntity", ...] = ()
    source: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A thing in the world. `id` is the IRI without the base ("city/chongqing").

    `label` is the fullest proper name seen, `aliases` the other names, sorted; `same_as` are IRIs
    elsewhere; `documents` are the identifiers of the documents that mention it, sorted; `known` is what
    the gazetteer says of it, which its id tells.
    """

    id: str
    type: str
    label: str
    aliases: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    nominal: bool = False
    known: KnownEntity | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """What tells which names an entity may be likened to: `keys` that likenesses share, sorted.

    `name` is its fullest name, of that type, in that document; `known` whether the gazetteer has it.
    """

    keys: tuple[str, ...]
    name: str
    type: str
    document: str
    known: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An entity before it is settled which of several that would have one id has it.

    `entity` has the id that it would have alone, and no documents. `first` is where it is first
    mentioned (document, start), `mark` what tells it from others of its name; `known` says that the
    id is the gazetteer's, `apart` that a pin takes it out of what has the id.
    """

    entity: Entity
    first: tuple[str, int]
    mark: str | None = None
    known: bool = False
    apart: bool = False
    likeness: Likeness | None = None


class Verdict(enum.StrEnum):
    """What a judgement comes to; undecided is a mere likeness that joins nothing."""

    SAME = "same"
    DIFFERENT = "different"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Why two names are taken for one thing (`same`), or not: "acronym in brackets", "other country".

    The sides are in order of name, type and id. `left_id` and `right_id` are the entities that bear
    the names, equal where `same`; `documents` are the first of those that the judgement stands on,
    sorted. A refusal whose reason starts with "candidate" is a mere likeness that nobody decided.
    """

    left: str
    right: str
    same: bool
    score: float
    reason: str
    left_type: str = ""
    right_type: str = ""
    left_id: str = ""
    right_id: str = ""
    documents: tuple[str, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """Same, different, or undecided."""
        if self.same:
            return Verdict.SAME
        undecided = self.reason.startswith("candidate")
        return Verdict.UNDECIDED if undecided else Verdict.DIFFERENT


MentionKey = tuple[str, int, int]  # document identifier, start, end


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """Which entity each mention names, and the reasons. Independent of the order of documents.

    Entities are sorted by id, judgements by their sides and reason. `matched` are the references of
    the ledger that named something here, `notes` warnings of pins that could not be done, sorted.
    """

    entity_of: Mapping[MentionKey, Entity]
    entities: tuple[Entity, ...]
    judgements: tuple[Judgement, ...]
    matched: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()
