"""Every shipped rule says what its examples say it says."""

from pathlib import Path

import pytest

from kg.extraction import Rule, load_rules
from kg.ontology import load_ontology
from kg.pipeline import Pipeline
from kg.rule_checks import check_rules

RULES = load_rules().rules
# Predicates that no rule gives, each with the reason.
WITHOUT_RULES: dict[str, str] = {}


@pytest.fixture(scope="module")
def findings(pipeline: Pipeline) -> dict[str, list[str]]:
    """What kg.rule_checks finds, by rule; each tells file and line."""
    found: dict[str, list[str]] = {}
    for finding in check_rules(pipeline):
        found.setdefault(finding.rule, []).append(str(finding))
    return found


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_rule_reads_all_as_marked(findings: dict[str, list[str]], rule: Rule) -> None:
    """An example gives its marked claims, a counterexample none, a known failure still fails.

    A claim of an example must be by its rule, so that no rule is dead.
    """
    assert findings.get(rule.id, []) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_has_enough_to_be_tried_on(rule: Rule) -> None:
    """Two examples and one counterexample at least, and a note in words."""
    assert rule.note.strip()
    assert len(rule.examples) >= 2, rule.path
    assert len(rule.counterexamples) >= 1, rule.path


def test_every_predicate_has_a_rule() -> None:
    """What the ontology can say, some rule says; exceptions are listed with their reason."""
    predicates = set(load_ontology().predicates)
    assert predicates - {rule.predicate for rule in RULES} == set(WITHOUT_RULES)


def test_every_rule_file_says_one_predicate() -> None:
    """A file is named after what it holds, and its rules give the predicate that it names."""
    for path in {Path(rule.path) for rule in RULES}:
        assert len({rule.predicate for rule in RULES if rule.path == str(path)}) == 1, path
