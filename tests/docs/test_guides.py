"""What tutorial, how-tos and explanations show works as shown, each from its first line in an empty folder."""

from pathlib import Path

import pytest

from .guide import Guide, list_steps

DOCS = Path(__file__).parents[2] / "docs"
EXPLAINED = [DOCS / "explanation" / f"{name}.md" for name in ("clauses", "modality", "determinism")]
GUIDES = [DOCS / "tutorial.md", *sorted((DOCS / "how-to").glob("*.md")), *EXPLAINED]


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.stem)
def test_a_guide_works_as_shown(path: Path, tmp_path: Path, shell: dict[str, str]) -> None:
    """Every file is written, every command ends well and prints what the page says."""
    steps = list(list_steps(path.read_text(encoding="utf-8")))
    assert any(step.kind != "file" for step in steps)
    (tmp_path / "seeds").symlink_to(DOCS.parent / "seeds")
    with Guide(tmp_path, shell) as guide:
        for step in steps:
            guide.do(step)
