"""A domain is a folder that adds terms, words, rules and names to those of kg."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import OntologyError, RuleError, UsageError
from kg.lexicon import FOLDER, read_lexicon
from kg.ontology import load_ontology
from kg.resources import DOMAIN, find_domain

VESSEL = """
@prefix kg: <https://w3id.org/newskg/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
kg:Vessel a owl:Class ; rdfs:label "vessel"@en ; rdfs:comment "A ship."@en ; kg:identityFamily "vessel" .
"""


@pytest.fixture
def domain(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is the domain."""
    monkeypatch.setenv(DOMAIN, str(tmp_path))
    return tmp_path


def test_a_domain_adds_types(domain: Path) -> None:
    """Its types stand beside the shipped ones, and the digest tells that they do."""
    plain = load_ontology()
    (domain / "terms.ttl").write_text(VESSEL, encoding="utf-8")
    wider = load_ontology()
    assert set(wider.types) - set(plain.types) == {"Vessel"}
    assert wider.get_type("Vessel").folder == "vessel"
    assert wider.digest != plain.digest


def test_a_term_in_another_namespace_is_refused(domain: Path) -> None:
    """It would never be used, and nobody would see why."""
    foreign = VESSEL.replace("kg:Vessel", "<https://ships.example/Vessel>")
    (domain / "terms.ttl").write_text(foreign, encoding="utf-8")
    with pytest.raises(OntologyError, match="write it with the prefix kg:"):
        load_ontology()


def test_a_domain_adds_words_and_takes_them_over(domain: Path) -> None:
    """A word of a list joins it; a word that meant another type means that of the domain."""
    (domain / "lexicon").mkdir()
    text = "nominals: {Vessel: 'ferry, tanker'}\nboth: shipowner"
    (domain / "lexicon" / "nominals.yaml").write_text(text, encoding="utf-8")
    content = read_lexicon(FOLDER / "nominals.yaml")
    assert content["nominals"]["Vessel"] == ["ferry", "tanker"]
    assert "ferry" not in content["nominals"]["TransportCorridor"]
    assert {"company", "shipowner"} <= set(content["both"])


def test_words_in_another_form_are_refused(domain: Path) -> None:
    """A mapping where kg has a list would be read as neither."""
    (domain / "lexicon").mkdir()
    (domain / "lexicon" / "nominals.yaml").write_text("both: {a: b}", encoding="utf-8")
    with pytest.raises(RuleError, match="'both' is of another form"):
        read_lexicon(FOLDER / "nominals.yaml")


def test_a_domain_that_is_no_folder_is_wrong_use(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message names how to name one."""
    monkeypatch.setenv(DOMAIN, "nowhere")
    with pytest.raises(UsageError, match="--domain"):
        find_domain()


def test_the_command_line_takes_a_domain(tmp_path: Path) -> None:
    """Before the command; a folder that is not there ends with 2 and one line."""
    command = [sys.executable, "-m", "kg.cli", "--domain", str(tmp_path / "none"), "rules", "list"]
    environment = {name: value for name, value in os.environ.items() if name != DOMAIN}
    result = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert result.returncode == 2
    assert result.stderr.count("\n") == 1
    assert "is no folder" in result.stderr
