"""Opens pages for the tests that look at them, and notes all that they do."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page

from kg.views import PageContent, render_page
from kg.views.sparql import PageSparql


@dataclass(slots=True)
class Opened:
    """A page and what it did: alerts, requests beyond its own file, and what its console said."""

    page: Page
    alerts: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)

    def assert_quiet(self) -> None:
        """Nothing ran, nothing was asked for, nothing went wrong."""
        assert self.alerts == []
        assert self.requests == []
        assert self.console == []


class Opener:
    """Writes pages to a folder and opens them."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self._browser = browser
        self._folder = folder

    def open(
        self,
        content: PageContent,
        *,
        width: int = 1400,
        height: int = 900,
        scheme: str = "light",
        address: str = "",
        sparql: PageSparql | None = None,
    ) -> Opened:
        """Opens the page of this content and waits until it says that it is ready.

        `address` is what stands after # in its address.
        """
        path = self._folder / "page.html"
        path.write_text(render_page(content, sparql=sparql), encoding="utf-8")
        opened = self.open_file(path, width=width, height=height, scheme=scheme, address=address)
        if content.nodes:
            opened.page.wait_for_selector("body[data-ready]")
        return opened

    def open_file(
        self,
        path: Path,
        *,
        width: int = 1400,
        height: int = 900,
        scheme: str = "light",
        address: str = "",
    ) -> Opened:
        """Opens a page that is there already."""
        page = self._browser.new_page(
            viewport={"width": width, "height": height},
            color_scheme="dark" if scheme == "dark" else "light",
            reduced_motion="reduce",
        )
        opened = Opened(page)
        own = path.as_uri()

        def note(url: str) -> None:
            if url.partition("#")[0] != own and not url.startswith(("data:", "blob:")):
                opened.requests.append(url)

        def dismiss(dialog: Dialog) -> None:
            opened.alerts.append(dialog.message)
            dialog.dismiss()

        page.on("request", lambda request: note(request.url))
        page.on("console", lambda message: opened.console.append(message.text))
        page.on("pageerror", lambda error: opened.console.append(str(error)))
        page.on("dialog", dismiss)
        page.goto(f"{own}#{address}" if address else own)
        return opened


@pytest.fixture
def opener(browser: Browser, tmp_path: Path) -> Iterator[Opener]:
    """Opens pages in a browser whose pages are closed after the test."""
    yield Opener(browser, tmp_path)
    for context in browser.contexts:
        context.close()
