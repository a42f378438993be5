"""How sure the text is of what it says, against a table of sentences by modality."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.clausing import ClauseBuilder
from kg.extraction.weakening import weaken
from kg.model.claim import Modality
from kg.model.document import Document
from kg.recognition import Model, parse_documents

FILE = Path(__file__).parent / "cases" / "modalities.yaml"
TABLE = yaml.safe_load(FILE.read_text(encoding="utf-8"))
CASES = [
    pytest.param(
        modality,
        case if isinstance(case, str) else case["text"],
        marks=[] if isinstance(case, str) else pytest.mark.xfail(reason=case["because"]),
    )
    for modality, cases in TABLE.items()
    for case in cases
]
MODALITIES = st.sampled_from(Modality)


@pytest.mark.parametrize(("modality", "text"), CASES)
def test_a_sentence_has_its_modality(model: Model, modality: str, text: str) -> None:
    """The clause of the [marked] verb is actual, planned, possible or negated as the table says."""
    start = text.index("[")
    parse = next(
        parse_documents(
            [Document(identifier="case", text=text.replace("[", "").replace("]", ""))], model
        )
    ).parse
    token = parse.starts.index(start)
    found = {c.token: c.modality for c in ClauseBuilder(parse, frozenset()).build()}
    assert found[token] == modality


@given(first=MODALITIES, second=MODALITIES, third=MODALITIES)
def test_weakening_takes_the_weaker_in_any_order(
    first: Modality, second: Modality, third: Modality
) -> None:
    """Denied is weaker than possible, possible than planned, planned than actual."""
    assert weaken(first, second) == weaken(second, first)
    assert weaken(first, weaken(second, third)) == weaken(weaken(first, second), third)
    assert weaken(first, first) == first == weaken(first, Modality.ACTUAL)
    assert weaken(first, Modality.NEGATED) == Modality.NEGATED
