"""Counts of a graph."""

import csv
import io
import json
from collections import Counter

import pytest
from rdf.sample import CONTENT, ENTITIES, STATEMENTS

from kg.asking.statistics import count_graph
from kg.asking.statistics_forms import format_statistics
from kg.rdf.quads import to_content_quads
from kg.stores.graph_store import GraphStore

STORE = GraphStore.from_quads(to_content_quads(CONTENT))
COUNTS = count_graph(STORE)


def test_counts_are_those_of_what_was_written() -> None:
    """Each as the model has it, which the queries have not seen."""
    assert COUNTS.triples == len(set(to_content_quads(CONTENT)))
    assert COUNTS.documents == len(CONTENT.documents)
    assert COUNTS.entities == Counter(entity.type for entity in ENTITIES)
    assert COUNTS.sentences == len({(e.document, e.span) for s in STATEMENTS for e in s.evidence})
    pairs = Counter((s.predicate, s.modality.value) for s in STATEMENTS)
    told = {(n, modality): c for n, by in COUNTS.statements.items() for modality, c in by.items()}
    assert told == pairs
    assert COUNTS.rules == Counter(rule for s in STATEMENTS for rule in s.rules)
    assert COUNTS.sources == Counter(s.independent_sources for s in STATEMENTS)
    assert COUNTS.observations == 2
    (run,) = COUNTS.runs
    assert run["modelName"] == CONTENT.run.model_name
    assert run["rulesDigest"] == CONTENT.run.rules_digest


def test_the_most_come_first() -> None:
    """By count, then by name."""
    for counts in (COUNTS.entities, COUNTS.rules):
        assert list(counts.items()) == sorted(counts.items(), key=lambda i: (-i[1], i[0]))


def test_csv_and_json_hold_every_number() -> None:
    """The same counts; a table may leave rules out and says of how many."""
    rows = list(csv.DictReader(io.StringIO(format_statistics(COUNTS, "csv", top=1))))
    statements = {
        (r["name"], r["modality"]): int(r["count"]) for r in rows if r["section"] == "statements"
    }
    assert sum(statements.values()) == len(STATEMENTS)
    fields = json.loads(format_statistics(COUNTS, "json", top=1))
    assert fields["triples"] == COUNTS.triples
    assert sum(fields["modalities"].values()) == len(STATEMENTS)
    assert {
        (n, m): c for n, by in fields["statements"].items() for m, c in by.items()
    } == statements
    assert len(fields["rules"]) == len(COUNTS.rules)


def test_a_table_adds_up() -> None:
    """Numbers stand under their modality; the last line of statements is their sum."""
    text = format_statistics(COUNTS, "table", top=1)
    lines = {
        line.split()[0]: line.split()[1:] for line in text.splitlines() if line.startswith("  ")
    }
    assert lines["all"][0] == str(len(STATEMENTS))
    assert sum(map(int, lines["all"][1:])) == len(STATEMENTS)
    assert f"the first 1 of {len(COUNTS.rules)}" in text or len(COUNTS.rules) == 1


@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_an_empty_graph_has_no_counts(form: str) -> None:
    """Nothing fails where there is nothing."""
    text = format_statistics(count_graph(GraphStore.from_quads([])), form, top=10)
    assert "triples" in text
    assert "Company" not in text
