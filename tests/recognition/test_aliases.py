"""Which names of one document are one thing, against a table of texts."""

from pathlib import Path
from typing import Any

import pytest
from case_tables import read_table
from hypothesis import given
from hypothesis import strategies as st
from recognized import find_chain_name, recognize

from kg.model.document import Span
from kg.model.mention import Mention, MentionKind
from kg.ontology import load_ontology
from kg.pipeline import Pipeline
from kg.recognition.aliases import AliasFinder
from kg.recognition.gazetteer import load_gazetteer

CASES = read_table(Path(__file__).parent / "cases" / "aliases.yaml")


@pytest.mark.parametrize("case", CASES)
def test_a_name_stands_for_the_fuller_one(pipeline: Pipeline, case: dict[str, Any]) -> None:
    """The last mention of the name leads to the fuller name, or stays by itself where it must."""
    recognized = recognize(pipeline, case["text"])
    found = [m for m in recognized.mentions if m.text == case["name"] and m.type]
    assert found, [(m.text, m.type) for m in recognized.mentions]
    assert find_chain_name(recognized, found[-1]) == case["is"]


FINDER = AliasFinder(load_ontology(), load_gazetteer())
NAMES = [
    "Norvik",
    "Norvik Group",
    "NG",
    "Jane Doe",
    "Doe",
    "Baltic Port Authority",
    "BPA",
    "Baltic",
]


def make_mention(place: int, text: str, kind: str) -> Mention:
    """A name of the given type, each at a place of its own."""
    span = Span(place * 100, place * 100 + len(text))
    return Mention(span=span, text=text, type=kind, kind=MentionKind.NAME, origin="test")


@given(
    st.lists(
        st.tuples(
            st.sampled_from(NAMES), st.sampled_from(["Company", "GovernmentBody", "Person", "City"])
        ),
        max_size=12,
    )
)
def test_aliases_never_run_in_a_circle(names: list[tuple[str, str]]) -> None:
    """Whatever names stand together, each has at most one target and every way ends."""
    mentions = [make_mention(n, text, kind) for n, (text, kind) in enumerate(names)]
    aliases = FINDER.find(mentions, [], "")
    targets = {alias.index: alias.target for alias in aliases}
    assert len(targets) == len(aliases)
    for start in targets:
        steps, n = 0, start
        while n in targets:
            n, steps = targets[n], steps + 1
            assert steps <= len(mentions)
