import dataclasses
import errno
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import BinaryIO

import pytest

from kg.errors import OutputError, TermError, UsageError
from kg.rdf.content import GraphContent
from kg.rdf.writing import formats, get_writer, open_output, write_graph

from .sample import CONTENT, ENTITIES


def test_missing_folders_are_made(tmp_path: Path) -> None:
    """A file can be written into a folder that is not there yet."""
    write_graph(CONTENT, tmp_path / "a" / "b" / "graph.ttl")
    assert (tmp_path / "a" / "b" / "graph.ttl").stat().st_size > 0


def test_an_unknown_ending_is_refused_with_those_there_are(tmp_path: Path) -> None:
    """The message lists the endings, and nothing is written."""
    with pytest.raises(UsageError, match=r"\.ttl"):
        write_graph(CONTENT, tmp_path / "graph.xyz")
    assert not list(tmp_path.iterdir())


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    """An entity whose link is no IRI fails in the middle of writing."""
    path = tmp_path / "graph.ttl"
    path.write_text("old")
    broken = dataclasses.replace(ENTITIES[0], same_as=("no iri",))
    with pytest.raises(TermError, match="no iri"):
        write_graph(dataclasses.replace(CONTENT, entities=(*ENTITIES[1:], broken)), path)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_is_said_in_one_sentence(tmp_path: Path) -> None:
    """The error of the system becomes an OutputError that names the file; no draft remains."""
    path = tmp_path / "graph.ttl"
    with pytest.raises(OutputError, match=r"graph\.ttl.*No space left"):
        _run_out_of_space(path)
    assert not list(tmp_path.iterdir())


def _run_out_of_space(path: Path) -> None:
    with open_output(path) as stream:
        stream.write(b"half")
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full device")
def test_a_device_that_is_full_is_an_output_error(tmp_path: Path) -> None:
    """A device is written directly, and its error is told."""
    (tmp_path / "full.ttl").symlink_to("/dev/full")
    with pytest.raises(OutputError, match="No space left"):
        write_graph(CONTENT, tmp_path / "full.ttl")


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path) -> None:
    """A folder is never replaced."""
    (tmp_path / "graph.ttl").mkdir()
    with pytest.raises(OutputError, match="it is a folder"):
        write_graph(CONTENT, tmp_path / "graph.ttl")


def test_a_link_keeps_pointing_to_the_file(tmp_path: Path) -> None:
    """The file behind a symbolic link is replaced, not the link."""
    (tmp_path / "real.ttl").write_text("old")
    (tmp_path / "graph.ttl").symlink_to("real.ttl")
    write_graph(CONTENT, tmp_path / "graph.ttl")
    assert (tmp_path / "graph.ttl").is_symlink()
    assert (tmp_path / "real.ttl").read_text() != "old"


def test_the_file_can_be_read_as_others_can(tmp_path: Path) -> None:
    """Permissions follow the process's mask, as of any new file."""
    mask = os.umask(0o022)
    try:
        write_graph(CONTENT, tmp_path / "graph.nq")
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "graph.nq").stat().st_mode) == 0o644


def test_a_format_can_be_added(monkeypatch: pytest.MonkeyPatch) -> None:
    """A registered writer is found by its ending, in any case, zipped or not."""

    def write_nothing(content: GraphContent, stream: BinaryIO) -> None:
        stream.write(str(len(content.entities)).encode())

    monkeypatch.setattr(formats, "_values", dict(formats._values))
    formats.register(".sample", write_nothing)
    assert get_writer("a/B.SAMPLE.gz") is formats.get(".sample")


def test_claims_need_the_readings(tmp_path: Path) -> None:
    """A graph without its resolution says why it has no claims."""
    with pytest.raises(OutputError, match="claims"):
        write_graph(dataclasses.replace(CONTENT, resolution=None), tmp_path / "claims.jsonl")


def test_two_processes_with_two_hash_seeds_write_the_same_bytes(tmp_path: Path) -> None:
    """No format depends on the order of hashes."""
    script = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from rdf.sample import CONTENT\n"
        "from kg.rdf.writing import formats, write_graph\n"
        "for ending in formats.list_names(): write_graph(CONTENT, sys.argv[2] + ending)\n"
    )
    tests = str(Path(__file__).parents[1])
    for seed in ("0", "1"):
        subprocess.run(
            [sys.executable, "-c", script, tests, str(tmp_path / seed / "graph")],
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
    names = sorted(path.name for path in (tmp_path / "0").iterdir())
    assert len(names) >= 9
    for name in names:
        assert (tmp_path / "0" / name).read_bytes() == (tmp_path / "1" / name).read_bytes(), name
