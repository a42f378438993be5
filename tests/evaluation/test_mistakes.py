"""Each kind of mistake is told by its evidence."""

from pathlib import Path
from typing import Any

import pytest

from kg.evaluation import Fault, MistakeKind

from .world import entity, observation, run, statement

BUY = "Norvik Group bought Tarka Mills in Alba."
IT = "It runs a port there."
GROUP = entity("g", "Company", "Norvik Group", "Norvik")
MILLS = entity("m", "Company", "Tarka Mills")
CITY = entity("c", "City", "Alba")
ENTITIES = [GROUP, MILLS, CITY]
THINGS: dict[str, tuple[Any, ...]] = {
    "g": ("Company", "Norvik Group", "Norvik"),
    "m": ("Company", "Tarka Mills"),
    "c": ("City", "Alba"),
}
BOUGHT = statement("g", "acquires", "m", "Norvik Group bought Tarka Mills")


def _without(name: str) -> dict[str, tuple[Any, ...]]:
    return {key: value for key, value in THINGS.items() if key != name}


MISSED = [
    pytest.param(_without("m"), [], BOUGHT, MistakeKind.MISSING, id="nothing of its name"),
    pytest.param(
        {**_without("m"), "x": ("Company", "Tarka")}, [], BOUGHT, MistakeKind.BORDER, id="a piece"
    ),
    pytest.param(
        {**_without("m"), "g": ("Company", "Norvik Group", "Norvik", "Tarka Mills")},
        [],
        BOUGHT,
        MistakeKind.RESOLUTION,
        id="two in one",
    ),
    pytest.param(
        {**_without("m"), "m": ("City", "Tarka Mills")}, [], BOUGHT, MistakeKind.TYPE, id="type"
    ),
    pytest.param(THINGS, [], BOUGHT, MistakeKind.RULE_MISSING, id="both named, nothing said"),
    pytest.param(
        THINGS, [("m", "acquires", "g", BUY)], BOUGHT, MistakeKind.RULE_WRONG, id="turned round"
    ),
    pytest.param(
        THINGS, [("g", "owns", "m", BUY)], BOUGHT, MistakeKind.RULE_WRONG, id="another predicate"
    ),
    pytest.param(
        THINGS,
        [("g", "operatesIn", "c", BUY)],
        statement("m", "operatesIn", "c", "Tarka Mills in Alba"),
        MistakeKind.CLAUSE,
        id="said of another",
    ),
    pytest.param(
        THINGS,
        [],
        statement("g", "operatesIn", "c", "It runs a port"),
        MistakeKind.COREFERENCE,
        id="a pronoun",
    ),
]


@pytest.mark.parametrize(("things", "rows", "gold", "kind"), MISSED)
def test_a_missed_fact_has_the_kind_of_what_stood_in_its_way(
    tmp_path: Path,
    things: dict[str, tuple[Any, ...]],
    rows: list[tuple[Any, ...]],
    gold: dict[str, Any],
    kind: MistakeKind,
) -> None:
    """Entities first, then what is said of the pair, types, names in the sentence, and rules."""
    mistakes = run(tmp_path, things, rows, [*ENTITIES, gold]).list_mistakes()
    (missed,) = [m for m in mistakes if m.fault is Fault.MISSED_FACT]
    assert missed.kind is kind, missed
    assert missed.because
    assert missed.sentence in {BUY, IT}


WRONG = [
    pytest.param({}, ("x", "acquires", "m", BUY), [], MistakeKind.EXTRA, id="no such thing"),
    pytest.param({}, ("g", "acquires", "m", BUY), [], MistakeKind.RULE_WRONG, id="nothing of it"),
    pytest.param({}, ("g", "owns", "m", BUY), [BOUGHT], MistakeKind.RULE_WRONG, id="predicate"),
    pytest.param({}, ("g", "operatesIn", "c", IT), [], MistakeKind.COREFERENCE, id="pronoun"),
    pytest.param(
        {},
        ("g", "operatesIn", "c", BUY),
        [statement("m", "operatesIn", "c", "Tarka Mills in Alba")],
        MistakeKind.CLAUSE,
        id="of another",
    ),
    pytest.param(
        {"c": ("Company", "Alba")}, ("g", "acquires", "c", BUY), [], MistakeKind.TYPE, id="type"
    ),
    pytest.param(
        {"x": ("Company", "Norvik Group Tarka")},
        ("x", "acquires", "m", BUY),
        [],
        MistakeKind.BORDER,
        id="too long",
    ),
]


@pytest.mark.parametrize(("more", "row", "gold", "kind"), WRONG)
def test_a_wrong_fact_has_the_kind_of_what_led_to_it(
    tmp_path: Path,
    more: dict[str, tuple[Any, ...]],
    row: tuple[Any, ...],
    gold: list[dict[str, Any]],
    kind: MistakeKind,
) -> None:
    """Its rules are named, so that the one to mend is found."""
    things = {"x": ("Company", "Zeta Works"), **THINGS, **more}
    mistakes = run(tmp_path, things, [row], [*ENTITIES, *gold]).list_mistakes()
    (wrong,) = [m for m in mistakes if m.fault is Fault.WRONG_FACT]
    assert wrong.kind is kind, wrong
    assert wrong.rules == ("sample/rule",)


PARTS: list[tuple[dict[str, Any], dict[str, str], MistakeKind]] = [
    ({"modality": "planned"}, {}, MistakeKind.MODALITY),
    ({"q": {"amount": {"value": 5, "unit": "EUR"}}}, {}, MistakeKind.AMOUNT),
    ({"attributedTo": "c"}, {}, MistakeKind.ATTRIBUTION),
]


@pytest.mark.parametrize(("gold", "more", "kind"), PARTS)
def test_a_wrong_part_of_a_right_fact_is_told(
    tmp_path: Path, gold: dict[str, Any], more: dict[str, str], kind: MistakeKind
) -> None:
    """The fact counts as right, its part as wrong."""
    rows = [("g", "acquires", "m", BUY, more)]
    evaluation = run(tmp_path, THINGS, rows, [*ENTITIES, {**BOUGHT, **gold}])
    assert [(m.kind, m.fault) for m in evaluation.list_mistakes()] == [(kind, Fault.WRONG_PART)]
    assert evaluation.score.counts["statement"].right == 1


def test_a_title_is_compared_without_case(tmp_path: Path) -> None:
    """Of posts the title is a part."""
    doe = entity("d", "Person", "Jane Doe")
    post = statement("d", "holdsPost", "g", "Norvik Group", q={"title": "chief executive"})
    things = {**THINGS, "d": ("Person", "Jane Doe")}
    for title, kinds in (("Chief Executive", []), ("Chairman", [MistakeKind.TITLE])):
        rows = [("d", "holdsPost", "g", BUY, {"title": f'"{title}"'})]
        evaluation = run(tmp_path, things, rows, [*ENTITIES, doe, post])
        assert [m.kind for m in evaluation.list_mistakes()] == kinds


VALUES = [
    ("g", "output", 5, "Norvik Group bought", []),
    ("g", "staff", 5, "Norvik Group bought", [MistakeKind.MEASURE] * 2),
    ("m", "output", 5, "Norvik Group bought", [MistakeKind.CLAUSE] * 2),
    ("m", "output", 5, "It runs a port", [MistakeKind.COREFERENCE] * 2),
    ("g", "output", 7, "Norvik Group bought", [MistakeKind.RULE_MISSING, MistakeKind.RULE_WRONG]),
]


@pytest.mark.parametrize(("subject", "measure", "value", "evidence", "kinds"), VALUES)
def test_a_measured_value_has_the_kind_of_what_differs(
    tmp_path: Path, subject: str, measure: str, value: int, evidence: str, kinds: list[MistakeKind]
) -> None:
    """The measure, the thing it is said of, or the value itself."""
    quote = BUY if evidence in BUY else IT
    things = {**THINGS, "v": ("Observation", "value")}
    rows = [(subject, "observes", "v", quote)]
    more = {"measure": f'"{measure}"', "value": str(value)}
    gold = [*ENTITIES, observation("g", "output", 5, evidence)]
    evaluation = run(tmp_path, things, rows, gold, values={"v": more})
    assert sorted(m.kind for m in evaluation.list_mistakes()) == sorted(kinds)


def test_entities_have_their_kinds(tmp_path: Path) -> None:
    """Missing, wrong, cut, of another type, and two things for one."""
    things = {
        "n": ("City", "Norvik Group"),
        "n2": ("City", "Norvik"),
        "t": ("Company", "Tarka"),
        "x": ("Company", "Zeta Works"),
    }
    mistakes = run(tmp_path, things, [], ENTITIES).list_mistakes()
    assert sorted((m.fault, m.kind) for m in mistakes) == [
        (Fault.MISSED_ENTITY, MistakeKind.BORDER),
        (Fault.MISSED_ENTITY, MistakeKind.MISSING),
        (Fault.WRONG_ENTITY, MistakeKind.BORDER),
        (Fault.WRONG_ENTITY, MistakeKind.EXTRA),
        (Fault.WRONG_PART, MistakeKind.RESOLUTION),
        (Fault.WRONG_PART, MistakeKind.TYPE),
    ]
