"""What a reader takes from the page: Turtle, CSV, pictures."""

import csv
import io
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pyoxigraph as ox
import pytest
from playwright.sync_api import Page, expect

from kg.validation import validate_graph
from kg.views import PageContent, PageNode

from .conftest import Opener
from .sample import HOSTILE, STATEMENTS, make_content, make_hostile, make_quads

pytestmark = pytest.mark.browser


def _save(page: Page, choice: str, folder: Path) -> Path:
    page.click("#share summary")
    with page.expect_download() as download:
        page.click(f"#{choice}")
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def _read(path: Path) -> set[ox.Triple]:
    return {quad.triple for quad in ox.parse(path=str(path))}


def test_turtle_of_everything_is_part_of_the_graph(opener: Opener, tmp_path: Path) -> None:
    """Each triple stands in the graph that the page was made of, term for term.

    None is lost but what a page does not show: the run, the language and the description of the graph.
    """
    opened = opener.open(make_content())
    saved = _read(_save(opened.page, "save-turtle", tmp_path))
    whole = {quad.triple for quad in make_quads()}
    assert saved - whole == set()
    unseen = re.compile("/(run|dataset)/")
    left = [triple for triple in whole - saved if not unseen.search(str(triple.subject))]
    names = {re.split("[#/]", triple.predicate.value)[-1] for triple in left}
    assert names == {"language"}
    opened.assert_quiet()


def test_turtle_of_a_part_holds_what_is_shown(opener: Opener, tmp_path: Path) -> None:
    """With facts left out there is no plain triple, and each statement has its passage."""
    opened = opener.open(make_content(), address="without-modalities=actual")
    saved = _read(_save(opened.page, "save-turtle", tmp_path))
    predicates = [triple.predicate.value.rpartition("#")[2] for triple in saved]
    assert predicates.count("modality") == 3
    assert "investsIn" not in predicates
    assert predicates.count("quote") == 4  # two sentences of two articles


def test_turtle_of_hostile_text_says_nothing_new(opener: Opener, tmp_path: Path) -> None:
    """Text stays inside its literal, and what is no IRI is encoded, not closed early."""
    content = PageContent(
        nodes=tuple(
            PageNode(id=f"urn:x:{n}", label=text, type="t", family="f", aliases=(text + ".",))
            for n, text in enumerate(HOSTILE)
        )
    )
    opened = opener.open(content, address="all=1")
    saved = _read(_save(opened.page, "save-turtle", tmp_path))
    found = {triple.object.value for triple in saved if isinstance(triple.object, ox.Literal)}
    assert found == {text + end for text in HOSTILE for end in ("", ".")}
    assert len(saved) == 2 * len(HOSTILE)


def test_csv_is_read_back_as_the_table(opener: Opener, tmp_path: Path) -> None:
    """Quotes, commas and lines are kept; what a spreadsheet would run is not."""
    opened = opener.open(make_hostile(), address="all=1")
    path = _save(opened.page, "save-csv", tmp_path)
    rows = list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8"), newline="")))
    assert rows[0][:4] == ["Subject", "Relation", "Object", "Status"]
    assert len(rows) == 1 + 2 * len(HOSTILE)
    subjects = {row[0] for row in rows[1:]}
    assert subjects == {f"'{text}" if text[0] in "=-" else text for text in HOSTILE}


def test_the_table_is_copied_as_csv(opener: Opener) -> None:
    """The clipboard holds the rows that the table shows."""
    opened = opener.open(make_content(), address="view=table")
    page = opened.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_label("Rows that hold").press_sequentially("develops")
    page.get_by_role("button", name="Copy as CSV").click()
    expect(page.locator("#notice")).to_have_text("Copied the rows as CSV.")
    text = page.evaluate("navigator.clipboard.readText()")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert [row[1] for row in rows] == ["Relation", "develops"]


def test_pictures_hold_the_drawing(opener: Opener, tmp_path: Path) -> None:
    """The SVG is well-formed and has every node, edge and name as text; the PNG is one."""
    opened = opener.open(make_content())
    svg = ET.parse(_save(opened.page, "save-svg", tmp_path)).getroot()  # noqa: S314 - our own
    space = "{http://www.w3.org/2000/svg}"
    titles = [title.text or "" for title in svg.iter(f"{space}title")]
    edges = [s for s in STATEMENTS if hasattr(s.object, "documents")]
    assert len([title for title in titles if ", " in title]) == 5
    assert len([title for title in titles if ", " not in title]) == len(edges)
    words = " ".join("".join(text.itertext()) for text in svg.iter(f"{space}text"))
    assert "Norvik Group" in words
    assert "Ministry of Tides" in words
    png = _save(opened.page, "save-png", tmp_path).read_bytes()
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    opened.assert_quiet()


def test_a_saved_part_conforms_to_the_shapes(opener: Opener, tmp_path: Path) -> None:
    """What is saved is a graph of its own."""
    opened = opener.open(make_content(), address="without-modalities=planned")
    path = _save(opened.page, "save-turtle", tmp_path)
    report = validate_graph(path)
    assert not [finding for finding in report.findings if "Run" not in str(finding)]
