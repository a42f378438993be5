"""A reader's ways through the page: filters, articles, paths, changes, figures, links, keys."""

import re
from dataclasses import replace

import pytest
from playwright.sync_api import Locator, Page, expect

from kg.views import (
    PageContent,
    PageDocument,
    PageEdge,
    PageEvidence,
    PageFact,
    PageNode,
)
from kg.views.content import PageFigure

from .conftest import Opener
from .sample import QUOTES, STATEMENTS, TEXT, make_content

pytestmark = pytest.mark.browser


def _search(page: Page, text: str) -> None:
    page.keyboard.press("/")
    page.keyboard.insert_text(text)
    page.keyboard.press("Enter")


def _slide(slider: Locator, value: int) -> None:
    slider.evaluate(
        "(e, v) => { e.value = v; e.dispatchEvent(new Event('input', {bubbles: true})); }", value
    )


def _node(name: str, kind: str = "company", family: str = "organization") -> PageNode:
    return PageNode(id=f"https://x.example/{name}", label=name, type=kind, family=family)


def _edge(
    number: int, source: str, target: str, day: str = "", modality: str = "actual"
) -> PageEdge:
    stem = "https://x.example/"
    cited = PageEvidence(title=day, identifier=day, date=day, quote=f"{source} and {target}.")
    return PageEdge(
        id=f"{stem}statement/{number}",
        source=stem + source,
        target=stem + target,
        predicate="ties to",
        term=f"{stem}tiesTo",
        modality=modality,
        confidence=number / 10,
        evidence=(cited,) if day else (),
    )


def _make_chain() -> PageContent:
    """Alba to Delta by three steps, or by two where the possible one counts; Echo stands alone."""
    names = ("Alba", "Brava", "Corda", "Delta", "Echo")
    days = ("2024-01-05", "2024-03-01", "2024-09-30")
    return PageContent(
        nodes=tuple(map(_node, names)),
        edges=(
            _edge(1, "Alba", "Brava", days[0], "planned"),
            _edge(2, "Alba", "Brava", days[1]),
            _edge(3, "Corda", "Brava", days[1]),
            _edge(4, "Corda", "Delta", days[2]),
            _edge(5, "Brava", "Delta", "", "possible"),
        ),
        documents=tuple(PageDocument(identifier=day, title=day, date=day) for day in days),
    )


def test_sentences_show_the_words_of_the_statement_marked(opener: Opener) -> None:
    """Subject, object and details are marked where they stand; nothing else is."""
    opened = opener.open(make_content())
    _search(opened.page, "norvik")
    quote = opened.page.locator("#panel article", has_text="invests in").locator("blockquote").first
    assert quote.locator("mark.subject").all_inner_texts() == ["Norvik Group"]
    assert quote.locator("mark.object").all_inner_texts() == ["Velden"]
    assert quote.locator("mark.detail").all_inner_texts() == ["10 billion"]
    assert quote.inner_text() == QUOTES[0]


def test_the_article_and_the_graph_lead_to_each_other(opener: Opener) -> None:
    """From a sentence to its place in the text, from a name to its thing, from a count to statements."""
    opened = opener.open(make_content())
    page = opened.page
    _search(page, "velden dry port")
    page.locator("#panel figcaption button").first.click()
    reading = page.locator("#reading")
    expect(reading).to_be_visible()
    text = reading.locator(".text").evaluate(
        "e => { const t = e.cloneNode(true); t.querySelectorAll('.told-count').forEach((b) => b.remove());"
        " return t.textContent.replaceAll('\\u2060', ''); }"
    )
    assert text == TEXT
    expect(reading.locator(".told.sought")).to_have_text(re.compile("^Norvik Group was founded"))
    reading.locator(".mention", has_text="Ministry of Tides").press("Enter")
    expect(page.locator("#panel h2")).to_have_text("Ministry of Tides")
    assert set(reading.locator(".mention.chosen").all_inner_texts()) == {"Ministry of Tides"}
    reading.locator(".told-count").first.click()
    expect(page.locator("#panel h2")).to_have_text("What the sentence says")
    expect(page.locator("#panel article")).to_have_count(5)
    opened.assert_quiet()


def test_offsets_after_letters_beyond_the_first_plane_stay_right(opener: Opener) -> None:
    """The graph counts code points, a browser units of UTF-16."""
    text = "👩‍🚀🇱🇰 first. Alba ties to Brava."
    quote = "Alba ties to Brava."
    edge = replace(
        _edge(1, "Alba", "Brava"),
        evidence=(
            PageEvidence(title="t", identifier="d", date="", quote=quote, begin=text.index(quote)),
        ),
    )
    content = PageContent(
        nodes=(_node("Alba"), _node("Brava")),
        edges=(edge,),
        documents=(PageDocument(identifier="d", title="t", text=text),),
    )
    opened = opener.open(content, address="view=reading")
    told = opened.page.locator("#reading .told")
    expect(told).to_have_text(re.compile(f"^{quote}"))
    assert told.locator(".mention").count() == 0  # no document says that it mentions them


def test_without_texts_an_article_shows_its_sentences(opener: Opener) -> None:
    """A graph file holds no texts; what it holds is shown, and the page says so."""
    opened = opener.open(_make_chain(), address="view=reading")
    expect(opened.page.locator("#reading")).to_contain_text("Only the sentences")
    expect(opened.page.locator("#reading .told")).to_have_count(1)


def test_filters_hold_in_every_view_and_are_reset(opener: Opener) -> None:
    """Status, relation, article, time and confidence leave out statements and what they leave bare."""
    opened = opener.open(_make_chain())
    page = opened.page
    shown = page.locator("#shown")
    rows = page.locator("#table tbody tr")
    page.get_by_label(re.compile("^stated as fact")).uncheck()
    expect(shown).to_have_text("3 of 5 entities shown, 2 lines")
    page.click("#to-table")
    expect(rows).to_have_count(2)
    page.click("#reset")
    expect(rows).to_have_count(5)
    _slide(page.get_by_label("at least"), 8)  # 0.40
    expect(rows).to_have_count(2)
    page.click("#reset")
    _slide(page.locator(".group").get_by_label("from", exact=True), 1)
    expect(rows).to_have_count(3)
    page.click("#reset")
    page.locator(".group .choice", has_text="all articles").locator("select").select_option("0")
    expect(rows).to_have_count(1)
    expect(rows.first).to_contain_text("planned")
    page.click("#reset")
    page.locator("#filters summary", has_text="Relations").click()
    page.get_by_label(re.compile("^ties to")).uncheck()
    expect(rows).to_have_count(0)
    page.click("#to-graph")
    expect(page.locator("#nothing")).to_be_visible()
    opened.assert_quiet()


def test_time_told_of_is_a_filter_of_its_own(opener: Opener) -> None:
    """What a statement speaks of may lie long before its article."""
    opened = opener.open(make_content())
    page = opened.page
    page.locator(".choice", has_text="date of the article").locator("select").select_option("told")
    sliders = page.locator(".group input[type=range]")
    _slide(sliders.nth(1), 1)  # up to the last day of 2012
    page.click("#to-table")
    cells = page.locator("#table tbody tr td:nth-child(2)")
    assert cells.all_inner_texts() == ["invests in", "founded on"]


def test_the_table_is_sorted_searched_and_leads_to_the_reason(opener: Opener) -> None:
    """A column's head sorts, once more it turns around; a row's relation opens the statement."""
    opened = opener.open(make_content())
    page = opened.page
    page.click("#to-table")
    page.get_by_role("button", name="Relation").click()
    relations = page.locator("#table tbody tr td:nth-child(2)")
    names = relations.all_inner_texts()
    assert names == sorted(names)
    page.get_by_role("button", name="Relation").click()
    assert relations.all_inner_texts() == sorted(names, reverse=True)
    expect(page.locator("#table th", has_text="Relation")).to_have_attribute(
        "aria-sort", "descending"
    )
    page.get_by_label("Rows that hold").press_sequentially("2.72 TRILL")
    expect(page.locator("#table tbody tr")).to_have_count(1)
    relations.get_by_role("button").click()
    expect(page.locator("#panel blockquote").first).to_have_text(QUOTES[1])
    opened.assert_quiet()


def test_a_path_is_the_shortest_by_what_the_filters_leave(opener: Opener) -> None:
    """The panel shows each step with its sentence; without the short cut it goes the long way."""
    opened = opener.open(_make_chain())
    page = opened.page
    _search(page, "alba")
    page.get_by_role("button", name="Path to").click()
    page.keyboard.insert_text("delta")
    page.keyboard.press("Enter")
    panel = page.locator("#panel")
    expect(panel.locator("h2")).to_have_text("Alba to Delta")
    expect(panel.locator("article")).to_have_count(2)
    page.get_by_label(re.compile("^possible")).uncheck()
    expect(panel.locator("article")).to_have_count(3)
    page.get_by_label(re.compile("^stated as fact")).uncheck()
    expect(panel).to_contain_text("No path leads there by the statements that the filters leave")
    opened.assert_quiet()


def test_changes_between_two_dates_tell_the_new_from_the_turned(opener: Opener) -> None:
    """A plan that an article reports as fact has changed; the rest is told for the first time."""
    opened = opener.open(_make_chain())
    page = opened.page
    page.click("#to-changes")
    changes = page.locator("#changes")
    expect(changes).to_contain_text("Changed status (1)")
    expect(changes).to_contain_text("was planned, now stated as fact")
    expect(changes).to_contain_text("Told for the first time (2)")
    expect(changes).to_contain_text("1 statement has no date and is left out")
    changes.get_by_label("up to").select_option("2024-03-01")
    expect(changes).to_contain_text("Told for the first time (1)")
    opened.assert_quiet()


def test_figures_over_time_are_drawn_and_lead_to_their_statement(opener: Opener) -> None:
    """Two years of one measure make a line; a plan is a hollow mark."""
    facts = tuple(
        PageFact(
            id=f"f{year}",
            node="https://x.example/Alba",
            predicate="observes",
            value=f"sales of Alba, {year}",
            modality=modality,
            figure=PageFigure(
                measure="sales", value=value, unit="EUR", period=year, start=f"{year}-01-01"
            ),
        )
        for year, value, modality in (
            ("2023", "1200000", "actual"),
            ("2024", "1500000", "planned"),
        )
    )
    opened = opener.open(PageContent(nodes=(_node("Alba"),), facts=facts))
    page = opened.page
    page.click("#to-figures")
    figures = page.locator("#figures")
    expect(figures.locator(".chart .number:not(.soft)")).to_have_text(["1.2M", "1.5M"])
    expect(figures.locator(".dot.open")).to_have_count(1)
    figures.locator(".dot.open").click()
    expect(page.locator("#panel .says")).to_contain_text("sales of Alba, 2024")
    _search(page, "alba")
    expect(page.locator("#panel .chart")).to_have_count(1)
    opened.assert_quiet()


def test_a_link_shows_what_its_sender_saw(opener: Opener) -> None:
    """View, selection, filters and theme stand after # and are read again, also by Back."""
    first = opener.open(make_content())
    _search(first.page, "norvik")
    first.page.get_by_label(re.compile("^stated as fact")).uncheck()
    first.page.click("#theme")
    first.page.click("#to-table")
    address = first.page.url.partition("#")[2]
    second = opener.open(make_content(), address=address)
    page = second.page
    expect(page.locator("#panel h2")).to_have_text("Norvik Group")
    expect(page.locator("#table tbody tr")).to_have_count(3)
    expect(page.get_by_label(re.compile("^stated as fact"))).not_to_be_checked()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(21, 25, 30)"
    assert page.url.partition("#")[2] == address
    page.evaluate("location.hash = 'node=city/velden'")
    expect(page.locator("#panel h2")).to_have_text("Velden")
    expect(page.get_by_label(re.compile("^stated as fact"))).to_be_checked()
    second.assert_quiet()


def test_a_link_of_another_page_is_passed_over(opener: Opener) -> None:
    """Unknown names, numbers and views leave the first view."""
    opened = opener.open(
        make_content(),
        address="view=constructor&node=nobody&statement=x&article=y&least=NaN&from=<b>&theme=red&with=z&path=a",
    )
    expect(opened.page.locator("#shown")).to_have_text("5 of 5 entities shown, 6 lines")
    expect(opened.page.locator("#panel h2")).to_have_text("Where to begin")
    opened.assert_quiet()


def test_arrow_keys_move_on_the_drawing(opener: Opener) -> None:
    """The drawing takes the keyboard: an arrow goes to the nearest thing on that side."""
    opened = opener.open(make_content(STATEMENTS[:1]))
    page = opened.page
    page.focus("#canvas")
    page.keyboard.press("ArrowRight")
    first = page.locator("#panel h2").inner_text()
    seen = set()
    for key in ("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"):
        page.keyboard.press(key)
        seen.add(page.locator("#panel h2").inner_text())
    assert len(seen | {first}) > 1
    opened.assert_quiet()


def test_print_shows_the_content_without_the_tools(opener: Opener) -> None:
    """On paper there is nothing to press."""
    opened = opener.open(make_content(), address="view=table")
    opened.page.emulate_media(media="print")
    for selector in (".search", ".views", ".tools", "#legend", "#table .strip"):
        expect(opened.page.locator(selector)).to_be_hidden()
    expect(opened.page.locator("#table tbody tr").first).to_be_visible()


def test_scripts_without_spaces_and_from_right_to_left_are_found(opener: Opener) -> None:
    """Search, marks and panel take Chinese and Arabic names as they stand."""
    quote = "重庆市江北国际机场扩大航线。 العربية"
    nodes = (
        replace(_node("a"), label="重庆市", id="https://x.example/a"),
        replace(_node("b"), label="العربية", id="https://x.example/b"),
    )
    cited = PageEvidence(title="t", identifier="d", date="", quote=quote)
    content = PageContent(nodes=nodes, edges=(replace(_edge(1, "a", "b"), evidence=(cited,)),))
    opened = opener.open(content)
    _search(opened.page, "重庆")
    expect(opened.page.locator("#panel h2")).to_have_text("重庆市")
    assert opened.page.locator("mark.subject").all_inner_texts() == ["重庆市"]
    assert opened.page.locator("mark.object").all_inner_texts() == ["العربية"]
    expect(opened.page.locator("#panel .says button")).to_have_attribute("dir", "auto")
