"""Who does what to whom, against a table of sentences; words stand for the head tokens of phrases."""

from pathlib import Path
from typing import Any

import pytest
from case_tables import read_table

from kg.extraction.clause import Clause
from kg.extraction.clausing import ClauseBuilder
from kg.model.document import Document
from kg.recognition import Model, parse_documents

CASES = read_table(Path(__file__).parent / "cases" / "clauses.yaml")
NOUNS = frozenset(["acquisition", "subsidiary", "investment", "agreement", "construction"])


def describe(clause: Clause, words: list[str], slot: str) -> Any:
    """What the clause says in a slot: words in order, or the speaker's word."""
    if slot == "speaker":
        return None if clause.speaker is None else words[clause.speaker]
    if slot == "modality":
        return clause.modality.value
    return " ".join(words[token] for token in clause.slot(slot))


@pytest.mark.parametrize("case", CASES)
def test_a_sentence_gives_the_clause(model: Model, case: dict[str, Any]) -> None:
    """The clause of the verb or noun has the arguments, modality and speaker of the table."""
    document = Document(identifier="case", text=case["text"])
    parse = next(parse_documents([document], model)).parse
    clauses = [c for c in ClauseBuilder(parse, NOUNS).build() if c.lemma == case["head"]]
    assert clauses, [(parse.words[i], parse.tags[i]) for i in range(len(parse.words))]
    expected = {slot: value for slot, value in case.items() if slot not in {"text", "head"}}
    assert {slot: describe(clauses[0], parse.words, slot) for slot in expected} == expected


def test_clauses_are_in_text_order_and_the_same_each_time(model: Model) -> None:
    """Building twice gives the same clauses, ordered by their word."""
    text = " ".join(case.values[0]["text"] for case in CASES)
    parse = next(parse_documents([Document(identifier="case", text=text)], model)).parse
    clauses = ClauseBuilder(parse, NOUNS).build()
    assert [c.token for c in clauses] == sorted(c.token for c in clauses)
    assert ClauseBuilder(parse, NOUNS).build() == clauses
    size = len(parse.words)
    tokens = [t for c in clauses for s in ("subject", "object", "attr", "in") for t in c.slot(s)]
    assert all(0 <= t < size for t in tokens)
