"""Entities, and the read-only answer to what is the same."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A thing in the world. `id` is the IRI without the base ("city/chongqing").

    `label` is the fullest proper name seen, `aliases` the other names, sorted; `same_as` are IRIs
    elsewhere; `documents` are the identifiers of the documents that mention it, sorted.
    """

    id: str
    type: str
    label: str
    aliases: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    nominal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Why two names were taken for one thing (or not): "acronym in brackets", "same normal form"."""

    left: str
    right: str
    same: bool
    score: float
    reason: str


MentionKey = tuple[str, int, int]  # document identifier, start, end


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """Which entity each mention names, and the reasons. Independent of the order of documents."""

    entity_of: Mapping[MentionKey, Entity]
    entities: tuple[Entity, ...]
    judgements: tuple[Judgement, ...]
