"""The notebooks run as they stand, from the first cell to the last, and are kept without output."""

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))


def test_there_are_five() -> None:
    """Each worked example of the README of the folder."""
    assert [path.stem.partition("-")[0] for path in NOTEBOOKS] == ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs(path: Path) -> None:
    """No cell fails, and those that end with a value show it; the file itself holds no output."""
    notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert all(not cell.outputs and cell.execution_count is None for cell in cells)
    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": path.parent}}).execute()
    errors = [o for cell in cells for o in cell.outputs if o.output_type == "error"]
    assert errors == []
    assert sum(bool(cell.outputs) for cell in cells) >= 3
