"""Clusters: the things of one document, as far as identity across documents needs to know them."""

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
    `posts` are told of persons, `places` of all else; `countries` are the ids of known countries that
    the document speaks of, the most frequent first, each with its share; `issued` is its date (ISO).
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
    countries: tuple[tuple[str, float], ...] = ()
    issued: str | None = None
