"""What reaches a terminal is shown and not obeyed; what goes to a program is left as it is."""

import os
import pty
import subprocess
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kg.cli.progress import format_speed
from kg.cli.terminal import strip_controls

from .command import KG, make_environment


@given(st.text())
def test_no_control_is_left_and_nothing_else_is_lost(text: str) -> None:
    """Tabs and line feeds stay, since they are shown."""
    left = strip_controls(text)
    assert all(c in "\t\n" or ord(c) >= 32 for c in left)
    assert not set(left) & set("\x7f\x80\x9b\x9f\u2028\u202e\u2066")
    assert [c for c in text if c.isalnum()] == [c for c in left if c.isalnum()]


def _run_in_terminal(*arguments: str, cwd: Path) -> str:
    """What a terminal gets on both streams."""
    parent, child = pty.openpty()
    process = subprocess.Popen(
        [*KG, *arguments],
        cwd=cwd,
        env=make_environment(TERM="xterm-256color", COLUMNS="120"),
        stdin=subprocess.DEVNULL,
        stdout=child,
        stderr=child,
    )
    os.close(child)
    shown = b""
    try:
        while chunk := os.read(parent, 65536):
            shown += chunk
    except OSError:  # the end, as Linux tells it
        pass
    finally:
        os.close(parent)
    assert process.wait(timeout=120) == 0
    return shown.decode("utf-8")


def test_a_terminal_gets_a_bar_with_speeds(tmp_path: Path, article: Path) -> None:
    """Documents and words a second are seen while the work goes on."""
    shown = _run_in_terminal("build", article.name, "-o", "graph.ttl", cwd=tmp_path)
    assert "documents/s" in shown
    assert "words/s" in shown


def test_a_query_cannot_send_controls_of_its_data_to_a_terminal(tmp_path: Path) -> None:
    """A label with an escape sequence is shown without the escape."""
    (tmp_path / "graph.nt").write_text(
        '<urn:a> <urn:b> "\\u001B[31mred\\u0007 \\u009Bx" .\n', encoding="utf-8"
    )
    for form in ("table", "csv", "json"):
        question = "SELECT ?label WHERE { ?s ?p ?label }"
        shown = _run_in_terminal("query", "graph.nt", question, "-f", form, cwd=tmp_path)
        assert "red" in shown
        assert not set(shown) & set("\x1b\x07\x9b")


def test_speed_is_nothing_before_there_is_time() -> None:
    """The first moment does not divide by zero."""
    assert format_speed(3, 1400, 0.0) == ""
    assert format_speed(3, 1400, 2.0) == "1.5 documents/s, 700 words/s"
