"""What stands beside the code for those who work on it says what is so."""

import json
import re
import shlex
import subprocess
from pathlib import Path

from kg.strictyaml import read_yaml

ROOT = Path(__file__).parents[2]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def _list_targets() -> set[str]:
    (phony,) = re.findall(r"^\.PHONY: (.*)$", MAKEFILE, flags=re.MULTILINE)
    return set(phony.split())


def test_make_help_lists_every_target() -> None:
    """Each thing that can be made has a line, and each line names something that can be made."""
    shown = subprocess.run(["make", "help"], cwd=ROOT, check=True, capture_output=True, text=True)
    lines = dict(re.findall(r"^  make (\S+) +(\S.*)$", shown.stdout, flags=re.MULTILINE))
    assert set(lines) == _list_targets()
    assert all(text.endswith(".") for text in lines.values())


def test_readme_names_every_target() -> None:
    """A reader of README or CONTRIBUTING learns of each thing that can be made."""
    text = "".join((ROOT / name).read_text("utf-8") for name in ("README.md", "CONTRIBUTING.md"))
    named = set(re.findall(r"make ((?:[a-z-]+ ?)+)", text))
    words = {word for names in named for word in names.split()}
    assert _list_targets() - words == set()


def test_hooks_run_what_ci_runs() -> None:
    """Each check of style, types and contracts in `make test` is a hook, with the same tool; none is fetched."""
    config = read_yaml(ROOT / ".pre-commit-config.yaml")
    assert [repo["repo"] for repo in config["repos"]] == ["local"]
    entries = [hook["entry"] for hook in config["repos"][0]["hooks"]]
    recipe = MAKEFILE.partition("\ntest:")[2].partition("\n\n")[0]
    checks = [line.split() for line in re.findall(r"\$\(BIN\)/(.+)", recipe)]
    wanted = [" ".join(words).removesuffix(" .") for words in checks if words[0] != "pytest"]
    assert len(wanted) == 4
    for command in wanted:
        assert f".venv/bin/{command}" in entries
    assert all(shlex.split(entry)[0].startswith(".venv/bin/") for entry in entries)


def test_the_container_makes_what_is_there() -> None:
    """The targets that a new container makes exist."""
    container = json.loads((ROOT / ".devcontainer" / "devcontainer.json").read_text("utf-8"))
    command, *targets = container["postCreateCommand"].split()
    assert command == "make"
    assert all(f"\n{t}:" in MAKEFILE.replace("$(VENV)", ".venv") for t in targets)
