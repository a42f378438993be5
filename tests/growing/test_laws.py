"""What a store holds is what a build of its documents gives, whatever came and went before."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.growing import committing
from kg.growing.workshop import Workshop
from kg.model.claim import Reading
from kg.pipeline import Pipeline
from kg.stores.store_file import open_store_file

from . import world

Step = dict[str, list[world.Line] | None]
MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None
changes = st.dictionaries(
    st.sampled_from(world.DOCUMENTS), st.none() | world.contents, min_size=1, max_size=3
)
# A line of each name, so that keys, acronyms and known ids join what comes later.
EVERY = [(n, "locatedIn", 6, 1) for n in range(len(world.NAMES))]


@contextmanager
def open_shop(pipeline: Pipeline) -> Iterator[tuple[Workshop, Path]]:
    """A new store in a folder that goes away; in memory where there is such a place, as disks are slow."""
    with tempfile.TemporaryDirectory(dir=MEMORY) as name, open_store_file(Path(name)) as file:
        yield Workshop(file, pipeline), Path(name)


def apply(shop: Workshop, folder: Path, steps: list[Step]) -> dict[str, Reading]:
    """Makes the changes one after the other; the readings that are left."""
    left: dict[str, Reading] = {}
    for step in steps:
        read = {
            name: None if content is None else world.make_reading(name, content)
            for name, content in step.items()
        }
        world.change(shop, folder, read)
        left |= {name: reading for name, reading in read.items() if reading is not None}
        left = {name: r for name, r in left.items() if name not in read or read[name] is not None}
    return left


# What a change has to see beyond the claims of its own documents.
EXAMPLES: dict[str, list[Step]] = {
    "every name joins what it can": [{"a.txt": EVERY}, {"b.txt": EVERY}, {"a.txt": None}],
    "a declared acronym names what another document says": [
        {"a.txt": [(9, "holdsPost", 6, 1)]},
        {"b.txt": [(8, "cooperatesWith", 9, 0)]},
        {"b.txt": None},
    ],
    "a label changes in an observation of another document": [
        {"a.txt": [(0, "observes", 0, 1)]},
        {"b.txt": [(2, "activeIn", 11, 0)]},
    ],
    "a type changes, and with it what another document may say": [
        {"a.txt": [(4, "holdsPost", 8, 1)]},
        {"b.txt": [(5, "holdsPost", 9, 2)]},
        {"a.txt": None},
    ],
    "a plain triple stays as another statement stands behind it": [
        {"a.txt": [(4, "holdsPost", 8, 1)], "b.txt": [(4, "holdsPost", 8, 2)]},
        {"a.txt": None},
    ],
    "a document that goes leaves its number, but not its text, to the next one": [
        {
            "a.txt": [(4, "holdsPost", 8, 0)],
            "b.txt": [(4, "holdsPost", 8, 0), (5, "holdsPost", 9, 0)],
        },
        {"a.txt": None},
        {"a.txt": [(5, "holdsPost", 9, 0)]},
    ],
    "a quantity stays as another statement has it": [
        {"a.txt": [(0, "investsIn", 6, 1)], "b.txt": [(0, "cooperatesWith", 8, 1)]},
        {"b.txt": None},
    ],
    "a place that only the gazetteer tells of is named, and no longer": [
        {"a.txt": [(0, "headquarteredIn", 12, 0)], "b.txt": [(1, "headquarteredIn", 13, 0)]},
        {"news/c.txt": [(6, "observes", 0, 1)]},
        {"a.txt": None},
        {"news/c.txt": None},
    ],
    "what contains a place goes with it": [
        {"a.txt": [(0, "headquarteredIn", 12, 0)]},
        {"b.txt": [(0, "activeIn", 11, 0)]},
        {"a.txt": None},
    ],
    "a short name is that of the one called so, until another begins with it": [
        {"a.txt": [(14, "investsIn", 6, 1), (15, "investsIn", 6, 1)]},
        {"b.txt": [(15, "investsIn", 6, 2)]},
        {"news/c.txt": [(16, "investsIn", 6, 0)]},
        {"news/c.txt": None},
    ],
    "a reprint is no further source": [
        {"a.txt": [(0, "investsIn", 6, 1)], "b.txt": [(0, "investsIn", 6, 1)]},
        {"news/c.txt": [(0, "investsIn", 6, 1), (4, "bornIn", 3, 0)]},
        {"b.txt": [(0, "investsIn", 6, 2)]},
    ],
}


@pytest.mark.parametrize("steps", EXAMPLES.values(), ids=EXAMPLES.keys())
def test_a_change_reaches_all_that_it_must(pipeline: Pipeline, steps: list[Step]) -> None:
    """What ties documents together is followed, in both directions."""
    check_law(pipeline, steps)


@given(steps=st.lists(changes, min_size=2, max_size=4))
@settings(max_examples=20)
def test_a_store_is_a_build_of_its_documents(pipeline: Pipeline, steps: list[Step]) -> None:
    """Adding, replacing and removing, in any order, give the bytes, the quads and the rows of a build."""
    check_law(pipeline, steps)


def check_law(pipeline: Pipeline, steps: list[Step]) -> None:
    """Compares a store after the steps with a build, and with a store of what is left."""
    with open_shop(pipeline) as (shop, folder), open_shop(pipeline) as (other, elsewhere):
        left = apply(shop, folder, steps)
        built = world.build(pipeline, left)
        for ending in (".nq", ".jsonl"):
            assert world.write_store(shop, ending) == world.write(built, ending)
        assert world.list_stored_quads(folder) == world.list_quads(built)
        world.change(other, elsewhere, dict(left))
        assert world.list_derived_rows(shop.file) == world.list_derived_rows(other.file)


@given(
    first=st.dictionaries(st.sampled_from(world.DOCUMENTS), world.contents, min_size=1),
    last=st.dictionaries(st.sampled_from(world.DOCUMENTS), world.contents),
)
@settings(max_examples=10)
def test_many_documents_at_once_give_the_same_as_one_by_one(
    pipeline: Pipeline,
    first: Step,
    last: Step,
) -> None:
    """A graph made anew as a whole has the rows and quads of one that was changed in parts."""
    with open_shop(pipeline) as (shop, folder), open_shop(pipeline) as (other, elsewhere):
        apply(shop, folder, [first, last])
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(committing, "FEW", -1)
            patch.setattr(committing, "SHARE", 10**9)
            apply(other, elsewhere, [first, last])
        assert world.list_derived_rows(shop.file) == world.list_derived_rows(other.file)
        assert world.list_stored_quads(folder) == world.list_stored_quads(elsewhere)


def test_a_change_counts_nothing_anew(pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    """The description keeps up with documents that come, change and go, from their quads alone."""
    with open_shop(pipeline) as (shop, folder):
        apply(shop, folder, [{"a.txt": EVERY}])

        def refuse(*_: object) -> None:
            raise AssertionError("the graph was counted as a whole")

        monkeypatch.setattr(committing, "describe_new", refuse)
        steps: list[Step] = [{"b.txt": EVERY}, {"b.txt": EVERY[:3]}, {"a.txt": None}]
        apply(shop, folder, steps)
        built = world.build(pipeline, {"b.txt": world.make_reading("b.txt", EVERY[:3])})
        described = {quad for quad in world.list_quads(built) if "/dataset/" in str(quad.subject)}
        stored = world.list_stored_quads(folder)
        assert described
        assert {quad for quad in stored if "/dataset/" in str(quad.subject)} == described
