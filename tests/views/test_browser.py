"""The page in a real browser."""

import re

import pytest
from playwright.sync_api import Page, expect

from kg.views import PageContent, PageNode

from .conftest import Opened, Opener
from .sample import (
    ENTITIES,
    HOSTILE,
    QUOTES,
    STATEMENTS,
    make_content,
    make_hostile,
    make_large,
)

pytestmark = pytest.mark.browser


def _open_sample(opener: Opener, width: int = 1400) -> Opened:
    return opener.open(make_content(), width=width)


def _search(page: Page, text: str) -> None:
    page.keyboard.press("/")
    page.keyboard.insert_text(text)
    page.keyboard.press("Enter")


def _click_middle(page: Page) -> None:
    box = page.locator("#canvas").bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def test_search_finds_by_another_name_and_shows_everything_said(opener: Opener) -> None:
    """/ and a few letters lead to the panel: names, statements, sentence, source, rule."""
    opened = _open_sample(opener)
    _search(opened.page, "norvik")
    panel = opened.page.locator("#panel")
    expect(panel.locator("h2")).to_have_text("Norvik Group")
    expect(panel).to_contain_text("Also: Norvik")
    expect(panel).to_contain_text("From here (3)")
    expect(panel).to_contain_text("To here (2)")
    card = panel.locator("article", has_text="invests in").first
    expect(card.locator("blockquote").first).to_have_text(QUOTES[0])
    expect(card).to_contain_text("more than 10 billion CNY")
    expect(card).to_contain_text("Velden gains a port · 2025-11-26 · said by Ada Moor")
    expect(card).to_contain_text("confidence 0.95 · rule sample/investsIn")
    expect(panel.locator("article", has_text="operates in").locator(".badge")).to_have_text(
        "not so"
    )
    opened.assert_quiet()


def test_a_click_on_a_node_shows_its_panel_with_the_sentence(opener: Opener) -> None:
    """What is drawn can be clicked, and Escape leaves it."""
    opened = _open_sample(opener)
    _search(opened.page, "velden dry")  # brings the node to the middle
    opened.page.keyboard.press("Escape")
    expect(opened.page.locator("#panel h2")).to_have_text("Where to begin")
    _click_middle(opened.page)
    expect(opened.page.locator("#panel h2")).to_have_text("Velden Dry Port")
    expect(opened.page.locator("#panel blockquote").first).to_have_text(QUOTES[2])
    opened.assert_quiet()


def test_a_click_on_an_edge_shows_the_statement(opener: Opener) -> None:
    """Two nodes and one statement: the middle of the drawing is the edge."""
    opened = opener.open(make_content(STATEMENTS[:1], ENTITIES[2:4]))
    _click_middle(opened.page)
    panel = opened.page.locator("#panel")
    expect(panel.locator("h2")).to_have_text("Statement")
    expect(panel.locator(".says")).to_have_text("Ada Moor holds post Ministry of Tides")
    expect(panel.locator("blockquote").first).to_have_text(QUOTES[0])
    opened.assert_quiet()


def test_hostile_text_runs_nothing_and_shows_literally(opener: Opener) -> None:
    """Every panel, the search and the table show the text as it is; no alert, no request."""
    opened = opener.open(make_hostile())
    for text in HOSTILE:
        opened.page.evaluate("text => { document.getElementById('search').value = text; }", text)
        opened.page.locator("#search").dispatch_event("input")
        opened.page.locator("#search").press("Enter")
        assert opened.page.locator("#panel h2").evaluate("e => e.textContent") == text
        assert opened.page.locator("#panel blockquote").first.evaluate("e => e.textContent") == text
    for view in ("reading", "figures", "changes", "table"):
        opened.page.click(f"#to-{view}")
    expect(opened.page.locator("#table tbody tr")).to_have_count(2 * len(HOSTILE))
    assert opened.page.locator("main img, main script").count() == 0
    opened.page.click("#to-reading")
    hrefs = opened.page.locator("main a").evaluate_all("links => links.map((link) => link.href)")
    assert all(href.startswith("https://tracker.example/%3C") for href in hrefs)
    opened.page.click("#share summary")
    opened.page.click("#save-turtle")
    opened.assert_quiet()


def test_the_policy_stops_a_script_that_got_in_all_the_same(opener: Opener) -> None:
    """Even if markup were added to the page, neither script nor picture would load."""
    opened = _open_sample(opener)
    opened.page.evaluate(
        """() => {
          const box = document.createElement("div");
          box.innerHTML = '<img src="https://tracker.example/x.png" onerror="alert(1)">';
          document.body.append(box);
          const script = document.createElement("script");
          script.textContent = "alert(2)";
          document.body.append(script);
        }"""
    )
    opened.page.wait_for_timeout(300)
    assert opened.alerts == []
    assert any("Content Security Policy" in line for line in opened.console)


def test_switching_a_type_off_leaves_its_nodes_out_and_says_so(opener: Opener) -> None:
    """The legend filters; how many of how many are shown stands below the drawing."""
    opened = _open_sample(opener)
    shown = opened.page.locator("#shown")
    expect(shown).to_have_text("5 of 5 entities shown, 6 lines")
    opened.page.get_by_label(re.compile("^Organizations")).uncheck()
    expect(shown).to_have_text("3 of 5 entities shown, 0 lines")
    _search(opened.page, "norvik")
    expect(shown).to_have_text("4 of 5 entities shown, 5 lines")
    opened.page.get_by_label(re.compile("^Places")).uncheck()
    expect(shown).to_have_text("3 of 5 entities shown, 1 line")
    opened.assert_quiet()


def test_a_large_graph_opens_with_a_part_and_shows_all_on_request(opener: Opener) -> None:
    """The first view holds 150 nodes; neighbours can be brought in, and then everything."""
    opened = opener.open(make_large(5000, 20000))
    shown = opened.page.locator("#shown")
    expect(shown).to_contain_text("150 of 5,000 entities shown")
    _search(opened.page, "Entity 4321")
    expect(shown).to_contain_text("151 of 5,000 entities shown")
    opened.page.get_by_role("button", name=re.compile("more neighbour")).click()
    expect(shown).not_to_contain_text("151 of 5,000 entities shown")
    opened.page.click("#all")  # the page warns first; this reader says no
    expect(shown).not_to_contain_text("5,000 of 5,000 entities shown")
    assert [alert.partition("?")[0] for alert in opened.alerts] == ["Draw all 5,000 entities"]
    opened.page.evaluate("window.confirm = () => true")
    opened.page.click("#all")
    expect(shown).to_contain_text("5,000 of 5,000 entities shown")
    opened.page.click("#all")
    expect(shown).to_contain_text("150 of 5,000 entities shown")
    assert (opened.requests, opened.console) == ([], [])


def test_the_table_holds_every_statement_for_readers_who_do_not_see_the_drawing(
    opener: Opener,
) -> None:
    """Edges and facts are rows with headers, sentence and source."""
    opened = _open_sample(opener)
    opened.page.get_by_role("button", name="Table").press("Enter")
    rows = opened.page.locator("#table tbody tr")
    expect(rows).to_have_count(len(STATEMENTS))
    row = rows.filter(has_text="develops")
    expect(row).to_contain_text("planned")
    expect(row).to_contain_text(QUOTES[2])
    row.get_by_role("button", name="Norvik Group").press("Enter")
    expect(opened.page.locator("#panel h2")).to_have_text("Norvik Group")
    opened.assert_quiet()


def test_everything_can_be_reached_by_keyboard(opener: Opener) -> None:
    """From the search a path of Tab and Enter leads to a neighbour's panel."""
    opened = _open_sample(opener)
    _search(opened.page, "ada moor")
    for _ in range(6):
        opened.page.keyboard.press("Tab")
        if opened.page.evaluate("document.activeElement.textContent") == "Ministry of Tides":
            break
    opened.page.keyboard.press("Enter")
    expect(opened.page.locator("#panel h2")).to_have_text("Ministry of Tides")


@pytest.mark.parametrize("width", [390, 760, 1400])
def test_nothing_is_cut_off_at_the_side(opener: Opener, width: int) -> None:
    """The page is as wide as the window, also with a panel of long words without spaces."""
    node = PageNode(id="a", label="W" * 400, type="city", family="place", aliases=("V" * 400,))
    opened = opener.open(PageContent(title="T" * 300, nodes=(node,)), width=width, height=844)
    _search(opened.page, "www")
    expect(opened.page.locator("#panel h2")).to_be_visible()
    for selector in ("html", "#panel"):
        assert opened.page.locator(selector).evaluate("e => e.scrollWidth - e.clientWidth") <= 0
    opened.assert_quiet()


def test_dark_follows_the_system_and_changes_with_it(opener: Opener) -> None:
    """Colours of page, icons and drawing follow the reader's setting while the page is open."""
    opened = _open_sample(opener)
    icon = opened.page.locator(".family path").first
    light = icon.get_attribute("fill")
    opened.page.emulate_media(color_scheme="dark")
    expect(icon).not_to_have_attribute("fill", light or "")
    background = opened.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert background == "rgb(21, 25, 30)"
    opened.assert_quiet()


def test_an_empty_graph_shows_its_sentence(opener: Opener) -> None:
    """No drawing and no tools, but a reason."""
    opened = opener.open(PageContent())
    expect(opened.page.locator("main")).to_contain_text("This graph has no entities yet")
    opened.assert_quiet()
