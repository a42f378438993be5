import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg.model.document import ErrorKind, Outcome, Status

from .making import list_names, read, read_document, read_outcome, write


def test_folders_are_read_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths keep their order; members are sorted by path, hidden and unknown ones passed over."""
    for name in (
        "b/z.txt",
        "b/a/y.TXT",
        "b/a.txt",
        "b/.hidden.txt",
        "b/.git/x.txt",
        "b/x.csv",
        "a.txt",
    ):
        write(tmp_path / name, f"Text of {name}.")
    monkeypatch.chdir(tmp_path)
    assert list_names(read("b/", "./a.txt")) == ["b/a.txt", "b/a/y.TXT", "b/z.txt", "a.txt"]
    monkeypatch.chdir(tmp_path / "b")
    assert list_names(read(".")) == ["a.txt", "a/y.TXT", "z.txt"]


def test_named_file_of_unknown_ending_is_tried_as_text(tmp_path: Path) -> None:
    """What the user names is read, hidden or not."""
    assert read_document(write(tmp_path / ".notes.log", "Acme opened.")).text == "Acme opened."


@pytest.mark.parametrize("path", ["missing.txt", "a\x00b", "x" * 5_000])
def test_impossible_path_is_unreadable(path: str) -> None:
    """A path that leads nowhere is an outcome, whatever it is made of."""
    (result,) = read(path)
    assert isinstance(result, Outcome)
    assert (result.status, result.kind) == (Status.FAILED, ErrorKind.UNREADABLE)
    assert "\x00" not in result.identifier


def test_folder_without_documents_is_empty(tmp_path: Path) -> None:
    """A folder with nothing to read says so once."""
    write(tmp_path / "x.csv", "a,b")
    outcome = read_outcome(tmp_path)
    assert (outcome.status, outcome.kind) == (Status.EMPTY, ErrorKind.EMPTY)


def test_links_out_of_the_folder_are_refused(tmp_path: Path) -> None:
    """Files and folders behind links that lead out of the given folder are not read."""
    write(tmp_path / "secret" / "s.txt", "Secret.")
    folder = write(tmp_path / "given" / "a.txt", "Acme opened.").parent
    (folder / "file.txt").symlink_to(tmp_path / "secret" / "s.txt")
    (folder / "folder").symlink_to(tmp_path / "secret")
    (folder / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    results = read(folder)
    assert [getattr(result, "kind", None) for result in results] == [
        None, ErrorKind.OUTSIDE_ROOT, ErrorKind.OUTSIDE_ROOT, ErrorKind.OUTSIDE_ROOT,
    ]  # fmt: skip


def test_links_inside_the_folder_are_followed_once(tmp_path: Path) -> None:
    """A link to a file in the folder is read; linked folders are entered once, without loops."""
    write(tmp_path / "a" / "x.txt", "Acme opened.")
    write(tmp_path / ".store" / "y.txt", "Beta closed.")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "again").symlink_to(tmp_path / "a")
    (tmp_path / "current").symlink_to(tmp_path / ".store")
    (tmp_path / "z.txt").symlink_to(tmp_path / "a" / "x.txt")
    names = [name.removeprefix(f"{tmp_path}/") for name in list_names(read(tmp_path))]
    assert names == ["a/x.txt", "current/y.txt", "z.txt"]


def test_link_that_the_user_names_is_read(tmp_path: Path) -> None:
    """A named link, to a file or a folder, is the user's own choice."""
    write(tmp_path / "real" / "a.txt", "Acme opened.")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert list_names(read(tmp_path / "link")) == [f"{tmp_path}/link/a.txt"]


def test_pipes_and_devices_are_refused_at_once(tmp_path: Path) -> None:
    """A named pipe or device is neither waited for nor read."""
    os.mkfifo(tmp_path / "a.txt")
    results = read(tmp_path, "/dev/zero")
    assert [getattr(result, "kind", None) for result in results] == [ErrorKind.NOT_REGULAR_FILE] * 2


def test_file_that_may_not_be_read_is_unreadable(tmp_path: Path) -> None:
    """Missing permissions are an outcome, for files and for folders."""
    closed = write(tmp_path / "a.txt", "Acme opened.")
    folder = write(tmp_path / "folder" / "a.txt", "Acme opened.").parent
    closed.chmod(0)
    folder.chmod(0)
    # Root may read everything, so a child without any rights reads from where it already is.
    script = (
        "import os\nfrom kg.readers import *\n"
        "if os.geteuid() == 0:\n    os.setuid(65534)\n"
        "read = read_documents(['a.txt', 'folder'], options=ReadOptions())\n"
        "print(*(f'{r.identifier}={r.kind}' for r in read))"
    )
    tmp_path.chmod(0o755)
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    folder.chmod(0o755)
    assert (done.stdout.split(), done.stderr) == (["a.txt=UNREADABLE", "folder=UNREADABLE"], "")


def test_file_names_of_other_bytes_have_identifiers(tmp_path: Path) -> None:
    """A file name that is not UTF-8, or breaks the line, is read under a printable identifier."""
    (tmp_path / os.fsdecode(b"caf\xe9\n.txt")).write_text("Acme opened.", encoding="utf-8")
    assert read_document(tmp_path).identifier == f"{tmp_path}/caf%E9%0A.txt"
