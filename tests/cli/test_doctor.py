"""`kg doctor` tells what works here and what to do where something does not."""

import socket
import subprocess

from .command import KG, ROOT, Run, make_environment


def test_an_installation_that_works(run: Run) -> None:
    """All that kg needs is there and told; what only tests need may be missing and says how to get it."""
    result = run("doctor")
    assert result.returncode == 0, result.stdout
    lines = result.stdout.splitlines()
    assert [line for line in lines if line.startswith("FAILS")] == []
    for part in ("Python", "model", "rules", "gazetteer", "a small build"):
        assert any(line.startswith(f"ok      {part}: ") for line in lines), part
    missing = [n for n, line in enumerate(lines) if line.startswith("missing")]
    assert all(lines[n + 1].startswith("        ") for n in missing)


def test_a_model_that_is_not_there() -> None:
    """What fails is told with its remedy, the rest is looked at all the same, and the code is 3."""
    result = subprocess.run(
        [*KG, "doctor"],
        env=make_environment(KG_MODEL="no_such_model"),
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert result.returncode == 3
    assert "FAILS   model: fails" in result.stdout
    assert "is not installed" in result.stdout
    assert "ok      rules: " in result.stdout
    assert "Traceback" not in result.stdout + result.stderr


def test_a_store_that_does_not_answer(run: Run) -> None:
    """An endpoint that the user named and that is not there fails the check."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]
        result = run("doctor", "--endpoint", f"http://127.0.0.1:{port}/query")
    assert result.returncode == 3
    assert f"FAILS   store http://127.0.0.1:{port}/query" in result.stdout
