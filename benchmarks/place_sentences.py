"""Plain sentences that tell where something is, and places that only stand in the same sentence.

Read by constructions.py: a claim that ties a stranger's place to the thing or the place of the sentence is wrong.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass

STRANGER = "Zagreb"
# predicate, sentence, a word of the subject, the object
SENTENCES: tuple[tuple[str, str, str, str], ...] = (
    ("locatedIn", "Norvik Group runs a steel plant in Antwerp.", "plant", "Antwerp"),
    ("locatedIn", "Norvik Group will build a steel plant in Antwerp.", "plant", "Antwerp"),
    ("locatedIn", "Norvik Group opened a steel plant near Antwerp.", "plant", "Antwerp"),
    ("locatedIn", "A steel plant was opened in Antwerp.", "plant", "Antwerp"),
    ("locatedIn", "A steel plant is being built in Antwerp.", "plant", "Antwerp"),
    ("locatedIn", "The Norvik Steel Plant is located in Antwerp.", "Plant", "Antwerp"),
    ("locatedIn", "The Norvik Steel Plant, in Antwerp, employs 300 people.", "Plant", "Antwerp"),
    ("locatedIn", "The Norvik Steel Plant lies on the outskirts of Antwerp.", "Plant", "Antwerp"),
    ("locatedIn", "Work has begun on a steel plant in Antwerp.", "plant", "Antwerp"),
    ("locatedIn", "Norvik Group plans a steel plant at the port of Antwerp.", "plant", "Antwerp"),
    ("locatedIn", "Norvik Group has a steel plant in the Belgian city of Antwerp.", "plant", "Antwerp"),
    ("locatedIn", "Norvik Group closed its plant in Arequipa, Peru.", "Arequipa", "Peru"),
    ("locatedIn", "Norvik Group bought a mill in Arequipa, a city in Peru.", "Arequipa", "Peru"),
    ("locatedIn", "Norvik Group sells bread in the Peruvian city of Arequipa.", "Arequipa", "Peru"),
    ("locatedIn", "Workers of Norvik Group went on strike in Peru's Arequipa.", "Arequipa", "Peru"),
    ("locatedIn", "Norvik Group hired 300 people in Arequipa in southern Peru.", "Arequipa", "Peru"),
    ("headquarteredIn", "Norvik Group is based in Antwerp.", "Norvik", "Antwerp"),
    ("headquarteredIn", "Norvik Group is headquartered in Antwerp.", "Norvik", "Antwerp"),
    ("headquarteredIn", "Norvik Group has its headquarters in Antwerp.", "Norvik", "Antwerp"),
    ("headquarteredIn", "Antwerp-based Norvik Group hired 300 people.", "Norvik", "Antwerp"),
    ("headquarteredIn", "Norvik Group, based in Antwerp, hired 300 people.", "Norvik", "Antwerp"),
    ("headquarteredIn", "Norvik Group, a bakery based in Antwerp, hired 300 people.", "Norvik", "Antwerp"),
    ("headquarteredIn", "Belgium's Norvik Group hired 300 people.", "Norvik", "Belgium"),
    ("headquarteredIn", "The Belgian bakery Norvik Group hired 300 people.", "Norvik", "Belgium"),
    ("headquarteredIn", "Norvik Group of Belgium hired 300 people.", "Norvik", "Belgium"),
    ("operatesIn", "Norvik Group operates in Vietnam.", "Norvik", "Vietnam"),
    ("operatesIn", "Norvik Group has an office in Vietnam.", "Norvik", "Vietnam"),
    ("operatesIn", "Norvik Group opened an office in Vietnam.", "Norvik", "Vietnam"),
    ("operatesIn", "Norvik Group has operations in Vietnam.", "Norvik", "Vietnam"),
    ("operatesIn", "Norvik Group will expand into Vietnam.", "Norvik", "Vietnam"),
    ("connects", "The railway links Antwerp with Basel.", "railway", "Basel"),
    ("connects", "The railway from Antwerp to Basel was reopened.", "railway", "Basel"),
    ("connects", "A new pipeline will connect Antwerp and Basel.", "pipeline", "Basel"),
    ("connects", "Norvik Group runs a freight train between Antwerp and Basel.", "train", "Basel"),
    ("hasJurisdiction", "Peru's Ministry of Mines approved the plant.", "Ministry", "Peru"),
    ("hasJurisdiction", "The Peruvian Ministry of Mines approved the plant.", "Ministry", "Peru"),
    ("memberOf", "Peru joined the Pacific Alliance.", "Peru", "Pacific"),
    ("memberOf", "Peru is a member of the Pacific Alliance.", "Peru", "Pacific"),
)  # fmt: skip
STARTS = (
    "ZAGREB, March 4 (Reuters) - {}",
    "Speaking in Zagreb, Anna Berg said {}",
    "After talks in Zagreb, Anna Berg said {}",
    "Officials in Zagreb said {}",
    "Unlike its rival from Zagreb, {}",
    "A delegation from Zagreb was told that {}",
    "The Zagreb Chamber of Commerce said {}",
    "Ivo Horvat, the mayor of Zagreb, said {}",
    "On a visit to Zagreb, Anna Berg said {}",
    "As trams in Zagreb stood still, {}",
    "While Zagreb waits, {}",
    "ZAGREB - {}",
)
BEHIND = (
    ", 900 kilometres from Zagreb,", ", a day's drive from Zagreb,", ", not Zagreb,", ", the twin town of Zagreb,",
    ", unlike Zagreb,", ", which once traded with Zagreb,", " (and not Zagreb)", ", a rival of Zagreb,",
    ", which is larger than Zagreb,", ", the home of many people from Zagreb,",
)  # fmt: skip
ENDS = (
    ", a day after a fire in Zagreb", ", said the Zagreb Chamber of Commerce", " despite protests in Zagreb",
    ", Ivo Horvat, the mayor of Zagreb, said", ", Anna Berg told a conference in Zagreb", " rather than in Zagreb",
    ", an analyst at Halden Bank in Zagreb said", ", where a delegation from Zagreb met workers",
    " and ships bread to Zagreb, Split and Osijek", ", while a rival from Zagreb lost money",
    ", and trucks bound for Zagreb were stopped", ", and sent engineers from Zagreb",
    " for customers from Zagreb", " under a contract won in Zagreb", " with the help of a bank based in Zagreb",
    ", its first step since leaving Zagreb", " (a similar plan failed in Zagreb)", " after moving from Zagreb",
    ", like others in Zagreb", ", Anna Berg said by phone from Zagreb", " on the advice of Zagreb University",
    "; Zagreb has no such plan", ", as Zagreb had asked", " with steel from Zagreb",
)  # fmt: skip
# What may be told of the stranger's place and a thing of the sentence: who is supplied is one, even abroad.
HARMLESS = frozenset(["supplies", "observes", "holdsPost", "cooperatesWith"])


@dataclass(frozen=True, slots=True)
class PlaceCase:
    """A sentence, the relation that it tells, and whether a stranger was put into it."""

    text: str
    predicate: str
    subject: str
    object: str
    strange: bool = False

    def is_read(self, claims: list[tuple[str, str, str]]) -> bool:
        """Whether the relation is told with its subject and object."""
        return any(
            p == self.predicate and self.subject.lower() in s.lower() and self.object in o
            for s, p, o in claims
        )

    def list_wrong(self, claims: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
        """The claims that tie the stranger's place to a thing or place of the sentence."""
        own = {self.subject.lower(), self.object.lower(), "norvik", "antwerp"}
        return [
            claim
            for claim in claims
            for here, there in ((claim[0], claim[2]), (claim[2], claim[0]))
            if claim[1] not in HARMLESS
            and {word.lower() for word in here.split()} == {STRANGER.lower()}
            and any(word in there.lower() for word in own)
        ]


def make_place_cases() -> Iterator[PlaceCase]:
    """The plain sentences."""
    for predicate, text, subject, thing in SENTENCES:
        yield PlaceCase(text, predicate, subject, thing)


def add_places(cases: list[PlaceCase], seed: int) -> Iterator[PlaceCase]:
    """Each sentence with a stranger's place before it, behind its own place, and at its end, four times."""
    draw = random.Random(seed)  # noqa: S311  which strangers, no secret
    for case in cases:
        for _ in range(4):
            lower = case.text[0].lower() if case.text.startswith(("The ", "A ", "Work")) else ""
            start = draw.choice(STARTS)
            told = case.text if "(Reuters)" in start else f"{lower or case.text[0]}{case.text[1:]}"
            yield _put(case, start.format(told))
            yield _put(case, f"{case.text[:-1]}{draw.choice(ENDS)}.")
            place = f"{case.object}{draw.choice(BEHIND)} "
            if f"{case.object} " in case.text:
                yield _put(case, case.text.replace(f"{case.object} ", place, 1))
            elif case.text.endswith(f"{case.object}."):
                yield _put(
                    case, f"{case.text[:-1]}{place.strip()[len(case.object) :].removesuffix(',')}."
                )


def _put(case: PlaceCase, text: str) -> PlaceCase:
    return PlaceCase(text, case.predicate, case.subject, case.object, strange=True)
