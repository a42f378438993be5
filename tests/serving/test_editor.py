"""The query pages in a browser: both answer, and ask nothing of any other server."""

import httpx
import pytest
from playwright.sync_api import Browser, Page

from kg.serving.editor import has_editor

from .conftest import Serving

pytestmark = pytest.mark.browser


def _open(browser: Browser, server: Serving, path: str) -> tuple[Page, list[str], list[str]]:
    """The page, what it asked of others, and what its console said."""
    page = browser.new_page()
    foreign: list[str] = []
    console: list[str] = []
    page.on(
        "request",
        lambda request: (
            None
            if request.url.startswith((server.url, "data:", "blob:"))
            else foreign.append(request.url)
        ),
    )
    page.on("console", lambda said: console.append(said.text))
    page.on("pageerror", lambda error: console.append(str(error)))
    page.goto(server.url + path)
    return page, foreign, console


def test_the_plain_page_asks_without_a_script(browser: Browser, server: Serving) -> None:
    """A query by its form, then a thing by a link of the answer."""
    page, foreign, _ = _open(browser, server, "sparql")
    page.fill("#query", "SELECT ?city { ?city a kg:City } ORDER BY ?city")
    page.click("form >> button >> nth=0")
    assert page.locator("tbody tr").count() == 2
    page.click("tbody a >> nth=0")
    assert page.locator("h1").inner_text() == "Alba"
    assert foreign == []
    page.close()


def test_the_editor_asks_this_server_alone(browser: Browser, server: Serving) -> None:
    """It colours, asks and shows the answer, under a policy that lets it reach nobody else."""
    if not has_editor():
        pytest.skip("The editor is not taken in; 'make editor' does that.")
    assert httpx.get(server.url).headers["location"] == "/editor"
    page, foreign, console = _open(browser, server, "editor")
    page.click(".yasqe_queryButton")
    page.wait_for_selector(".yasr table tbody tr")
    assert page.locator(".yasr table tbody tr").count() > 10
    assert page.locator(".cm-keyword").count() > 0
    assert foreign == []
    assert [words for words in console if "favicon" not in words and "404" not in words] == []
    page.close()


def test_without_the_editor_there_is_the_plain_page(server: Serving) -> None:
    """The start leads to whichever there is, and no other file is served."""
    start = httpx.get(server.url, headers={"Accept": "text/html"}, follow_redirects=True)
    assert start.status_code == 200
    assert str(start.url).endswith("/editor" if has_editor() else "/sparql")
    assert httpx.get(f"{server.url}assets/style.css").status_code == 404
    assert httpx.get(f"{server.url}assets/..%2Fapp.py").status_code == 404
    assert (httpx.get(f"{server.url}editor").status_code == 200) is has_editor()
