"""The import contracts of pyproject.toml, held."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def _lint(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    script = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [script, "--no-cache", *arguments], cwd=folder, capture_output=True, text=True, check=False
    )


def test_every_import_contract_is_kept() -> None:
    """A stage that imports another, or a library outside its room, breaks the build."""
    result = _lint(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


def test_a_stage_that_imports_spacy_would_be_found(tmp_path: Path) -> None:
    """The contract on libraries bites: without its exceptions it names the importing module."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    exception = '    "kg.recognition.** -> *",\n'
    assert exception in text
    config = tmp_path / "strict.toml"
    config.write_text(text.replace(exception, ""), encoding="utf-8")
    result = _lint(ROOT, str(config))
    assert result.returncode == 1
    assert "kg.recognition.nlp -> spacy" in result.stdout
