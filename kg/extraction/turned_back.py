"""Rows of figures of another time: "5 million tonnes of wheat and 4 of rice, against 3 million and 2 million"."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.plain_shapes import PlainShapes
from kg.extraction.rule import Rule
from kg.model.claim import Modality
from kg.model.document import Span
from kg.model.mention import Mention
from kg.model.quantity import Quantity

_CUES = {"against": "", "versus": "", "vs": "", "from": "", "with": "compared", "to": "compared"}
_MOVED = frozenset(["up", "down", ","])
_JOINTS = ([","], ["and"], [",", "and"])
_FEWEST = 2


class TurnedBack(PlainShapes):
    """The shape, over the rows of values of one document."""

    def turned_back(self, rule: Rule) -> Iterator[Candidate]:
        """Each of a row behind a word of comparison with the figure in the same place before it."""
        for value, before in _pair(self.arguments, self.values.all(), self.observer.made):
            if value.span in self.observer.made:
                continue
            counted = self.with_counted(value)
            for candidate in self.go_on(rule, before, before.token, counted, before.measure):
                candidate.qualifiers = [
                    q for q in candidate.qualifiers if q.name not in {"period", "change"}
                ]
                candidate.modality = Modality.ACTUAL
                yield candidate


def name_turned_back(found: Iterable[Candidate], arguments: ArgumentFinder) -> None:
    """Gives what was compared with the last of a row the measure of the one in its own place."""
    made = {c.object.span: c for c in found if isinstance(c.object, Mention)}
    values = [m for m in arguments.recognized.mentions if m.span in made]
    for value, before in _pair(arguments, values, made):
        known = made.get(value.span)
        if known is not None:
            known.qualifiers[:] = [
                replace(q, value=before.measure) if q.name == "measure" else q
                for q in known.qualifiers
            ]


def _pair(
    arguments: ArgumentFinder, values: list[Mention], made: Mapping[Span, Candidate]
) -> Iterator[tuple[Mention, Candidate]]:
    """Each value of such a row with the figure told before in the same place."""
    for row in _list_rows(arguments, values):
        told = _find_told(arguments, values, made, row)
        yield from zip(row, told, strict=True) if told else ()


def _list_rows(arguments: ArgumentFinder, values: list[Mention]) -> Iterator[list[Mention]]:
    """Two values or more behind a word of comparison that only commas and "and" part."""
    row: list[Mention] = []
    for value in [*values, None]:
        if value is not None and row and _goes_on(arguments, row[-1], value):
            row.append(value)
            continue
        if len(row) >= _FEWEST:
            yield row
        row = [value] if value is not None and _is_led(arguments, value) else []


def _goes_on(arguments: ArgumentFinder, last: Mention, value: Mention) -> bool:
    end = arguments.ranges[last][1]
    end += last.origin == "number" and arguments.parse.tags[end] == "NNS"  # "5 [cars] and 4 vans"
    return [*arguments.lower[end : arguments.ranges[value][0]]] in _JOINTS


def _is_led(arguments: ArgumentFinder, value: Mention) -> bool:
    lower, at = arguments.lower, arguments.ranges[value][0] - 1
    led = _CUES.get(lower[at])
    if led is None or at < 1:
        return False
    return lower[at - 1] in _MOVED if lower[at] == "from" else lower[at - 1] == led or not led


def _find_told(
    arguments: ArgumentFinder,
    values: list[Mention],
    made: Mapping[Span, Candidate],
    row: list[Mention],
) -> list[Candidate]:
    """The figures told right before, as many, of as many measures and each in the same unit."""
    start = arguments.ranges[row[0]][0]
    first = arguments.parse.sentences[arguments.parse.sentence_of[start]][0]
    before = [v for v in values if first <= arguments.ranges[v][0] < start and v.span in made]
    told = [made[v.span] for v in before[-len(row) :]]
    alike = len(told) == len(row) and all(
        _is_alike(c, v, arguments) for c, v in zip(told, row, strict=True)
    )
    return told if alike and len({c.measure for c in told}) == len(told) else []


def _is_alike(before: Candidate, value: Mention, arguments: ArgumentFinder) -> bool:
    known = before.object.value if isinstance(before.object, Mention) else None
    one = value.value
    if not isinstance(known, Quantity) or not isinstance(one, Quantity):
        return False
    end = arguments.ranges[value][1]
    unit = one.unit or (arguments.parse.lemmas[end] if arguments.parse.tags[end] == "NNS" else "")
    return known.unit == unit and bool(unit)
