"""Mentions: spans that name something, and which of them name the same thing in one document."""

import enum
from dataclasses import dataclass

from kg.model.document import Span
from kg.model.period import Period
from kg.model.quantity import Quantity

GUESS = "guess"  # the origin of names that nothing but a claim makes a thing
TOLD = "told"  # the origin of names whose type the words beside them tell surely
INNER_PLACE = "inner place"  # the origin of places within longer names
BORN, DIED = "date of birth", "date of death"  # the origins of dates in brackets after a name
OPEN = "open reference"  # the origin of "the company", "it" and the like that take up nothing in the document
OTHER_SCRIPT = "other script"  # the origin of a person's name in other letters, in brackets
RELATIVE = "relative pronoun"  # the origin of "who", "which" and the like
ANOTHER = "another like it"  # the origin of "another" in "a mill in Zenda and another in Hentz"; the text is "mill"
# Types of places that people live in or that are governed.
SETTLED = ("Country", "Region", "Province", "City", "District")


class MentionKind(enum.StrEnum):
    """What sort of expression a mention is."""

    NAME = "name"  # a proper name: "CHINT Group"
    ADJECTIVE = "adjective"  # a country's or region's adjective: "Chinese"
    NOMINAL = "nominal"  # a noun phrase: "the company", "a tyre plant"
    PRONOUN = "pronoun"
    QUANTITY = "quantity"
    PERIOD = "period"
    POST = "post"  # a title: "Vice Minister"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceChoice:
    """Why a name that several places have means this one: "Suzhou, Anhui, China" by "Anhui beside it"."""

    full: str
    reason: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A span of one document that names something; says nothing about identity.

    `type` is a type of the ontology ("City"), "" for quantities and periods. `origin` names the
    recognizer. `value` is set for quantities and periods. `known_as` is the gazetteer's entity id, and
    `choice` tells why it is this one of several.
    """

    span: Span
    text: str
    type: str
    kind: MentionKind
    origin: str
    value: Quantity | Period | None = None
    known_as: str | None = None
    choice: PlaceChoice | None = None
    equivalents: tuple[
        Quantity, ...
    ] = ()  # the same value given again: "(about 15.4 billion dollars)"

    def __hash__(self) -> int:
        # Mentions are asked for in dictionaries all the time, and few begin at the same place.
        return self.span.start


def read_unit(thing: object) -> str:
    """The unit of a mention's quantity, "" for what has none: for other values, titles and texts."""
    value = thing.value if isinstance(thing, Mention) else None
    return value.unit if isinstance(value, Quantity) else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coreference:
    """`mention` names the same thing as `antecedent`, by `reason` ("family name", "acronym in brackets")."""

    mention: Mention
    antecedent: Mention
    reason: str
    score: float
