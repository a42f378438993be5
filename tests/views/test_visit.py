"""One visit from beginning to end, to the page of a real build."""

import re
from pathlib import Path

import pyoxigraph as ox
import pytest
from playwright.sync_api import Page, expect

import kg

from .conftest import Opener

pytestmark = pytest.mark.browser
ARTICLES = Path(__file__).parents[2] / "seeds" / "articles"


def _search(page: Page, text: str) -> None:
    page.keyboard.press("/")
    page.keyboard.insert_text(text)
    page.keyboard.press("Enter")


def test_a_visit_from_the_search_to_the_export(opener: Opener, tmp_path: Path) -> None:
    """Search, expand, a statement, its sentence in the article, plans alone, a path, Turtle."""
    graph = kg.build(
        [ARTICLES / "chongqing-industry-matchmaking.txt", ARTICLES / "aktau-khorgos-freight.txt"]
    )
    graph.write(tmp_path / "graph.html")
    opened = opener.open_file(tmp_path / "graph.html")
    page = opened.page
    panel = page.locator("#panel")
    page.wait_for_selector("body[data-ready]")
    _search(page, "Chongqing")
    expect(panel.locator("h2")).to_have_text("Chongqing")
    page.focus("#canvas")
    page.keyboard.press("Enter")  # expands
    expect(panel.get_by_role("button", name=re.compile("more neighbour"))).to_have_count(0)

    card = panel.locator("article").first
    sentence = card.locator("blockquote").first.inner_text()
    card.locator("figcaption button").first.click()
    sought = page.locator("#reading .told.sought")
    expect(sought).to_contain_text(sentence)
    expect(sought).to_be_in_viewport()
    article = (ARTICLES / "chongqing-industry-matchmaking.txt").read_text(encoding="utf-8")
    assert sentence in article.replace("\n", " ")

    page.click("#to-table")
    page.get_by_label(re.compile("^stated as fact")).uncheck()
    page.get_by_label(re.compile("^possible")).uncheck()
    planned = [s for s in graph.statements if s.modality == "planned"]
    expect(page.locator("#table tbody tr")).to_have_count(len(planned))
    page.click("#reset")

    page.click("#to-graph")
    _search(page, "Hu Henghua")
    page.get_by_role("button", name="Path to").click()
    page.keyboard.insert_text("Xie Yuansheng")
    page.keyboard.press("Enter")
    expect(panel).to_contain_text(re.compile("The shortest path, [2-9] steps"))

    page.click("#all")
    page.click("#share summary")
    with page.expect_download() as download:
        page.click("#save-turtle")
    download.value.save_as(tmp_path / "saved.ttl")
    saved = {quad.triple for quad in ox.parse(path=str(tmp_path / "saved.ttl"))}
    graph.write(tmp_path / "graph.nt")
    whole = {quad.triple for quad in ox.parse(path=str(tmp_path / "graph.nt"))}
    assert saved <= whole
    kinds = [t for t in saved if t.object == ox.NamedNode(f"{kg.ontology.TERMS}Statement")]
    assert len(kinds) == len(graph.statements)
    opened.assert_quiet()
