"""The ledger: what people decided is read strictly, and wins over every rule."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import RuleError
from kg.model.claim import Reading
from kg.model.entity import Resolution
from kg.ontology import load_ontology
from kg.resolution import Ledger, read_ledger, resolve

from .readings import KNOWN, tell


def write_ledger(folder: Path, text: str) -> Ledger:
    """The ledger of this text, which stands in identity.yaml."""
    path = folder / "identity.yaml"
    path.write_text(text, encoding="utf-8")
    return read_ledger(path, load_ontology())


def resolve_with(ledger: Ledger, *readings: Reading) -> Resolution:
    """What is the same in the readings, as the ledger has it."""
    return resolve(readings, load_ontology(), KNOWN.get, ledger)


WRONG = [
    ("one:\n  - [a/b, a/c]\n", 1, "there is no section 'one'; there are same, different"),
    ("same: a/b\n", 1, "'same' must be a list of lists"),
    ("same:\n  - a/b\n", 2, "write each 'same' as [entity, entity]"),
    ("same:\n  - [a/b, a/c]\n  - [a/b]\n", 3, "'same' needs two or more entities"),
    ("different:\n  - [a/b, a/b]\n", 2, "two or more entities, each once"),
    ("same:\n  - [a/b, Norvik Group]\n", 2, "'Norvik Group' is no entity"),
    ("same:\n  - [a/b, 'a/c @ ']\n", 2, "is no entity"),
    ("rename:\n  - [a/b, a/c]\n", 2, "'rename' must be lines"),
    ("rename:\n  a/b: ''\n", 2, "'rename' of a/b needs one text"),
    ("rename:\n  a/b: [c]\n", 2, "'rename' of a/b needs one text"),
    ("retype:\n  a/b: Firm\n", 2, "no entity type 'Firm'"),
    ("retype:\n  a/b: Port\n  a/b: City\n", 3, "'a/b' stands twice"),
    ("same:\n  - [a/b, a/c]\ndifferent:\n  - [a/c, a/b]\n", 4, "this contradicts"),
    ("same:\n  - [a/b, a/c]\n  - [a/c, a/d]\ndifferent:\n  - [a/d, a/b]\n", 5, "contradicts"),
    ("[a]\n", 1, "an identity ledger must be a mapping"),
]


@pytest.mark.parametrize(("text", "line", "told"), WRONG)
def test_a_slip_is_told_with_file_and_line(text: str, line: int, told: str, tmp_path: Path) -> None:
    """Unknown sections, malformed lines and contradictions are errors of use that say where."""
    with pytest.raises(RuleError) as caught:
        write_ledger(tmp_path, text)
    assert str(caught.value).startswith(f"{tmp_path / 'identity.yaml'}:{line}: ")
    assert told in str(caught.value)
    assert caught.value.exit_code == 2


def test_the_digest_is_that_of_the_decisions(tmp_path: Path) -> None:
    """Comments and the order of lines change no graph, so they change no digest."""
    first = write_ledger(tmp_path, "rename:\n  a/b: C  # why\n  a/c: D\n")
    second = write_ledger(tmp_path, "rename:\n  a/c: D\n  a/b: C\n")
    third = write_ledger(tmp_path, "rename:\n  a/c: D\n  a/b: E\n")
    assert first.digest == second.digest != third.digest


NORVIK, TARKA = ("Norvik Group", "Company"), ("Tarka", "Company")


def test_same_joins_what_no_rule_joins(tmp_path: Path) -> None:
    """Two names without a common word are one, and the judgement says that people decided it."""
    ledger = write_ledger(tmp_path, "same:\n  - [organization/norvik-group, organization/tarka]\n")
    resolution = resolve_with(ledger, tell(NORVIK), tell(TARKA))
    (entity,) = resolution.entities
    assert (entity.label, entity.aliases) == ("Norvik Group", ("Tarka",))
    (judgement,) = resolution.judgements
    assert (judgement.left, judgement.right, judgement.same) == ("Norvik Group", "Tarka", True)
    assert (judgement.left_id, judgement.reason) == (entity.id, "pinned as the same")


def test_different_parts_what_a_rule_joins(tmp_path: Path) -> None:
    """The name of one document is another thing than that of all others, which keeps the id."""
    readings = [tell(("Jane Doe", "Person"), (other, "City")) for other in ("Aba", "Bar", "Cor")]
    where = readings[1].document.identifier
    ledger = write_ledger(
        tmp_path, f"different:\n  - [person/jane-doe, 'person/jane-doe @ {where}']\n"
    )
    resolution = resolve_with(ledger, *readings)
    janes = [e for e in resolution.entities if e.type == "Person"]
    assert [len(e.documents) for e in janes] == [2, 1]
    assert (janes[0].id, janes[1].documents) == ("person/jane-doe", (where,))
    assert [(j.same, j.reason) for j in resolution.judgements] == [(False, "pinned as different")]


def test_rename_and_retype(tmp_path: Path) -> None:
    """A new label keeps the old one as another name; a new type has its folder."""
    ledger = write_ledger(
        tmp_path, "retype:\n  city/norvik: Port\nrename:\n  city/norvik: Port of Norvik\n"
    )
    (entity,) = resolve_with(ledger, tell(("Norvik", "City"))).entities
    assert (entity.id, entity.type) == ("port/norvik", "Port")
    assert (entity.label, entity.aliases) == ("Port of Norvik", ("Norvik",))


def test_retype_joins_with_what_has_the_type(tmp_path: Path) -> None:
    """A company that one document took for a city is the company of the others."""
    ledger = write_ledger(tmp_path, "retype:\n  city/norvik: Company\n")
    readings = [tell(("Norvik", "City")), tell(("Norvik Group", "Company"))]
    (entity,) = resolve_with(ledger, *readings).entities
    assert (entity.id, len(entity.documents)) == ("organization/norvik-group", 2)


def test_a_pin_of_nothing_is_told(tmp_path: Path) -> None:
    """A reference that names nothing is a warning and no error: the document may come later."""
    ledger = write_ledger(tmp_path, "rename:\n  city/norvik: A\n  city/nowhere: B\n")
    resolution = resolve_with(ledger, tell(("Norvik", "City")))
    (warning,) = ledger.list_unmatched(resolution.matched)
    assert warning.startswith(f"{tmp_path / 'identity.yaml'}:3: 'city/nowhere' names nothing")


def test_what_cannot_be_parted_is_told(tmp_path: Path) -> None:
    """One document's two names for one thing stay one thing; the warning names the document."""
    from .test_resolving import declare

    reading = declare("a.txt", "Baltic Port Authority", "BPA")
    ledger = write_ledger(
        tmp_path, "different:\n  - [organization/baltic-port-authority, organization/bpa]\n"
    )
    resolution = resolve_with(ledger, reading)
    assert len(resolution.entities) == 1
    assert "a.txt itself gives organization/baltic-port-authority" in resolution.notes[0]


def test_pins_that_contradict_in_a_document_are_an_error(tmp_path: Path) -> None:
    """A whole that is pinned to another thing cannot have its part pinned away from it."""
    ledger = write_ledger(
        tmp_path,
        "same:\n  - [organization/norvik-group, organization/tarka]\n"
        f"different:\n  - [organization/tarka, organization/norvik-group @ {tell(NORVIK).document.identifier}]\n",
    )
    with pytest.raises(RuleError, match=r"identity.yaml:2: this contradicts .*identity.yaml:4"):
        resolve_with(ledger, tell(NORVIK), tell(TARKA))


NAMES = [
    ("Norvik Group", "Company"), ("Norvik", "Company"), ("Norvik", "City"), ("Jane Doe", "Person"),
    ("Ministry of Trade", "GovernmentBody"), ("Tarka", "Company"), ("J. Doe", "Person"),
]  # fmt: skip
IDS = [
    "organization/norvik-group", "organization/norvik", "city/norvik", "person/jane-doe", "person/j-doe",
    "organization/ministry-of-trade", "organization/tarka",
]  # fmt: skip
DOCUMENTS = st.lists(
    st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True).map(
        lambda names: tell(*names)
    ),
    min_size=2,
    max_size=5,
    unique_by=lambda reading: reading.document.identifier,
)
PAIRS = st.lists(st.sampled_from(IDS), min_size=2, max_size=2, unique=True)


@settings(deadline=None)
@given(readings=DOCUMENTS, pair=PAIRS, same=st.booleans(), data=st.data())
def test_pins_win_whatever_the_order_of_documents(
    readings: list[Reading],
    pair: list[str],
    same: bool,
    data: st.DataObject,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """What is pinned as one is one, what is pinned as two is two, in every order alike."""
    folder = tmp_path_factory.mktemp("ledger")
    kind = "same" if same else "different"
    ledger = write_ledger(folder, f"{kind}:\n  - [{pair[0]}, {pair[1]}]\n")
    plain = resolve_with(Ledger(), *readings)
    pinned = resolve_with(ledger, *readings)
    assert pinned == resolve_with(ledger, *data.draw(st.permutations(readings)))
    named = [{k for k, e in plain.entity_of.items() if e.id == i} for i in pair]
    if all(named):
        ids = [{pinned.entity_of[key].id for key in keys} for keys in named]
        assert all(len(own) == 1 for own in ids)
        assert (ids[0] == ids[1]) is same


@settings(deadline=None)
@given(readings=DOCUMENTS, pair=PAIRS)
def test_pins_on_other_things_change_nothing(
    readings: list[Reading], pair: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A pin touches only the entities it names and what shares a name with them."""
    ledger = write_ledger(
        tmp_path_factory.mktemp("ledger"), f"same:\n  - [{pair[0]}, city/nowhere]\n"
    )
    plain, pinned = resolve_with(Ledger(), *readings), resolve_with(ledger, *readings)
    assert plain.entities == pinned.entities
    assert dict(plain.entity_of) == dict(pinned.entity_of)
