"""Clusters: the things of one document, as far as identity across documents needs to know them, and crowds."""

from dataclasses import dataclass

from kg.model.document import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class NameLink:
    """Why two names of one document are one: `name` is `antecedent` by `reason`."""

    name: str
    antecedent: str
    reason: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldPost:
    """A post that the document gives to a person: `bodies` are the names of whose post it is.

    `body_place` is the place that the text ties to the body, by its known id or name, `inner_places`
    the names of places within its names; `period` is EDTF and None where the text tells no time;
    `former` that it is past.
    """

    title: str
    bodies: tuple[str, ...]
    body_type: str
    body_known_as: str | None = None
    body_place: str | None = None
    inner_places: tuple[str, ...] = ()
    period: str | None = None
    former: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldPlace:
    """A place that the document ties to a thing, by `reason` ("locatedIn", "owner of the name")."""

    name: str
    type: str
    reason: str
    known_as: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """One thing as one document tells it: plain values that can be written down and read again.

    `spans` are its mentions, in text order. `names` are its proper names, fullest first; `declared`
    those that the text itself gives as another form (an acronym in brackets); `others` those it had or
    has beside them (a name at birth); `links` why its names are one; `known_as` the gazetteer's id.
    `posts` are told of persons, `places` of all else. `country` is the id of the one country that the
    document is about and `issued` its date (ISO); they are noted only where a rule may ask for them, so
    that what many documents tell alike is the same in all of them.
    """

    document: str
    spans: tuple[Span, ...]
    type: str
    names: tuple[str, ...]
    declared: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    known_as: str | None = None
    links: tuple[NameLink, ...] = ()
    nominal: bool = False
    posts: tuple[ToldPost, ...] = ()
    places: tuple[ToldPlace, ...] = ()
    country: str | None = None
    issued: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Crowd:
    """Clusters that tell the same and differ only in where they stand.

    `first` is the one that stands first, by document and place, with its first span alone; `size` is how
    many they are, `documents` the first few identifiers of theirs, sorted.
    """

    first: Cluster
    size: int
    documents: tuple[str, ...]
