"""docs/cli.md says what the commands say, and the commands say enough."""

import re
from pathlib import Path

import pytest

from kg.cli.reference import format_reference

ROOT = Path(__file__).parents[2]
REFERENCE = format_reference()
SECTIONS = dict(re.findall(r"^## (kg[^\n]*)\n\n```text\n(.*?)\n```$", REFERENCE, re.M | re.S))


def test_the_reference_is_up_to_date() -> None:
    """`make reference` was run after the last change of a command."""
    assert (ROOT / "docs" / "cli.md").read_text(encoding="utf-8") == REFERENCE


def test_every_command_has_its_section() -> None:
    """Each command of the issue is there, those of `kg rules` too."""
    commands = {
        "build",
        "cache",
        "conflicts",
        "diff",
        "doctor",
        "entities",
        "evaluate",
        "explain",
        "export",
        "load",
        "merges",
        "serve",
        "query",
        "remove",
        "rules",
        "stats",
        "validate",
        "view",
    }
    rules = {"rules list", "rules check", "rules explain", "rules coverage"}
    assert set(SECTIONS) == {"kg", *(f"kg {name}" for name in commands | rules)}


@pytest.mark.parametrize("command", sorted(SECTIONS))
def test_every_help_shows_two_examples(command: str) -> None:
    """An example can be copied, and it is one of this command."""
    _, _, examples = SECTIONS[command].partition("Examples:")
    lines = [line.strip() for line in examples.strip().splitlines()]
    assert len(lines) == 2
    assert all(line.startswith(command) for line in lines)


@pytest.mark.parametrize("command", sorted(SECTIONS))
def test_every_option_says_what_it_does(command: str) -> None:
    """No option stands in a help without words."""
    _, _, options = SECTIONS[command].partition("Options:\n")
    listed = options.partition("\n\n")[0]
    entries = re.split(r"^  (?=-)", listed, flags=re.MULTILINE)[1:]
    assert entries
    assert [entry for entry in entries if not re.search(r"\s{2,}\w.*", entry, re.S)] == []
