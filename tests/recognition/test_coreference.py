"""What pronouns and nominals stand for, against a table of texts."""

from pathlib import Path
from typing import Any

import pytest
from case_tables import read_table
from recognized import find_chain_name, recognize

from kg.model.mention import MentionKind
from kg.pipeline import Pipeline

CASES = read_table(Path(__file__).parent / "cases" / "coreferences.yaml")
REFERRING = {MentionKind.PRONOUN, MentionKind.NOMINAL}


@pytest.mark.parametrize("case", CASES)
def test_a_word_takes_up_what_was_told(pipeline: Pipeline, case: dict[str, Any]) -> None:
    """The last mention of the word leads to the name, or to nothing where that is not clear."""
    recognized = recognize(pipeline, case["text"])
    found = [m for m in recognized.mentions if m.text == case["word"] and m.kind in REFERRING]
    linked = find_chain_name(recognized, found[-1]) if found else case["word"]
    assert (None if linked == case["word"] else linked) == case["is"]


def test_what_a_word_takes_up_stands_before_it_or_names_it(pipeline: Pipeline) -> None:
    """Antecedents of pronouns are earlier in the text, scores are between 0 and 1, reasons given."""
    text = "\n\n".join(case.values[0]["text"] for case in CASES)
    recognized = recognize(pipeline, text)
    assert recognized.coreferences
    for link in recognized.coreferences:
        assert 0 < link.score <= 1
        assert link.reason
        if link.mention.kind is MentionKind.PRONOUN:
            assert link.antecedent.span.start < link.mention.span.start
