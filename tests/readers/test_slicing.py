"""A large file of lines is read by several: each a run of its lines, all together as one would."""

import gzip
import io
from pathlib import Path

import pytest

from kg.model.document import Document, Outcome
from kg.readers import ReadOptions, read_input
from kg.readers.locating import Located
from kg.readers.reading import list_located
from kg.readers.slicing import Lines, count_lines

LINES = b"""{"text": "Tarvik opened a plant."}

{"id": 7, "text": "Norvik closed one."}
{ broken
\r
{"text": " "}
{"text": "The last line has no end."}"""


def _read(path: Path, lines: Lines | None) -> list[Document | Outcome]:
    located = Located(
        identifier="news", path=path, ending="jsonl", compressed=path.suffix == ".gz", lines=lines
    )
    items = list_located([located], options=ReadOptions(max_bytes=200))
    return [found for item in items for found in read_input(item)]


@pytest.mark.parametrize("step", [1, 2, 3, 5])
@pytest.mark.parametrize("name", ["news.jsonl", "news.jsonl.gz"])
@pytest.mark.parametrize("long", [False, True])
def test_runs_of_lines_give_what_the_whole_file_gives(
    step: int, name: str, long: bool, tmp_path: Path
) -> None:
    """With the same names, bad lines, blank runs and lines that are too long included."""
    content = LINES.replace(b"\n\n", b"\n" + b"x" * 1_000 + b"\n") if long else LINES
    path = tmp_path / name
    path.write_bytes(gzip.compress(content) if path.suffix == ".gz" else content)
    count = count_lines(io.BytesIO(content), 10_000)
    assert count == 6
    starts = range(0, count, step)
    runs: list[Lines] = [(s, s + step if s + step < count else None) for s in starts]
    assert [item for run in runs for item in _read(path, run)] == _read(path, None)


@pytest.mark.parametrize(
    "content", ['{"text": "a"}\n'.encode("utf-16"), b"\0{}\n", b" \n\n \n", b"x" * 101]
)
def test_some_files_are_read_as_a_whole_alone(content: bytes) -> None:
    """Those whose lines are not bytes between line ends, that hold nothing, or that are refused."""
    assert count_lines(io.BytesIO(content), 100) is None
