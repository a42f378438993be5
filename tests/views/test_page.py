"""The page as text: nothing of the data is markup, nothing is fetched, nothing changes."""

import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest

import kg.views
from kg.views import PageContent, render_page
from kg.views.page import SCRIPTS
from kg.views.payload import format_data_block

from .sample import HOSTILE, make_hostile, make_large

ASSETS = Path(kg.views.__file__).with_name("assets")


class _Outline(HTMLParser):
    """The tags of a page with their attributes, and the text of each script."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.title = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes the tag."""
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Notes what stands in scripts and the title."""
        if self.lasttag == "script" and data.strip():
            self.scripts.append(data)
        elif self.lasttag == "title" and not self.title:
            self.title = data


def _read_data(page: str) -> dict[str, object]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.S)
    assert found
    data: dict[str, object] = json.loads(found[1])
    return data


def test_hostile_text_adds_no_tag_and_no_attribute() -> None:
    """With hostile text in every field the page has the tags of a harmless page."""
    hostile = _Outline(render_page(make_hostile())).tags
    harmless = _Outline(render_page(make_large(5, 4))).tags
    assert [tag for tag, _ in hostile] == [tag for tag, _ in harmless]
    policy = "Content-Security-Policy"
    plain = [a for _, a in hostile if a.get("http-equiv") != policy]
    assert plain == [a for _, a in harmless if a.get("http-equiv") != policy]


def test_hostile_text_comes_through_unchanged() -> None:
    """What is escaped on the way in is the same text on the way out."""
    page = render_page(make_hostile())
    data = _read_data(page)
    said = json.dumps(data, ensure_ascii=False)
    for text in HOSTILE:
        assert json.dumps(text, ensure_ascii=False)[1:-1] in said
        assert text in _Outline(page).title


def test_a_data_block_cannot_end_its_script_nor_hold_lone_surrogates() -> None:
    """No markup characters and no line separators are left; the page can be written as UTF-8."""
    block = format_data_block(["</script><!--&\u2028\u2029", "\ud800\x00"])
    assert not re.search("[<>&\u2028\u2029\ud800]", block)
    assert json.loads(block) == ["</script><!--&\u2028\u2029", "\ufffd\x00"]
    block.encode("utf-8")


def test_no_tag_names_an_address() -> None:
    """The only link is the empty icon that keeps a browser from asking for one."""
    for _, attributes in _Outline(render_page(make_hostile())).tags:
        for name in ("src", "href", "action", "data", "srcset", "poster"):
            assert attributes.get(name) in (None, "data:,")


def test_style_and_scripts_of_the_page_name_no_address() -> None:
    """Our own files load nothing, whatever a policy would say."""
    for path in sorted(ASSETS.iterdir()):
        text = path.read_text(encoding="utf-8").replace('"http://www.w3.org/2000/svg"', "")
        assert not re.search(r"https?://|//cdn|url\(|@import|\bfetch\(|innerHTML|eval\(", text), (
            path
        )


def test_the_policy_allows_the_scripts_that_are_there_and_no_request() -> None:
    """Each script that runs has its hash in the policy; everything else is off."""
    page = render_page(make_large(5, 4))
    policy = next(a["content"] for _, a in _Outline(page).tags if "http-equiv" in a)
    assert policy is not None
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert policy.count("sha256-") == 3
    assert "unsafe" not in policy


def test_the_same_content_gives_the_same_bytes_in_another_process() -> None:
    """Neither the hash seed nor an earlier page changes a byte."""
    program = (
        "import sys; sys.path.insert(0, 'tests')\n"
        "from views.sample import make_large, make_hostile\n"
        "from kg.views import render_page\n"
        "page = render_page(make_large(200, 400)) + render_page(make_hostile())\n"
        "sys.stdout.buffer.write(page.encode())"
    )
    pages = [
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[2],
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert pages[0] == pages[1]
    here = render_page(make_large(200, 400)) + render_page(make_hostile())
    assert pages[0].decode() == here


def test_an_empty_graph_is_a_page_with_a_sentence() -> None:
    """Nothing to draw is said in words, and no script runs."""
    page = render_page(PageContent())
    assert "This graph has no entities yet" in page
    assert not _Outline(page).scripts


def test_five_thousand_nodes_make_a_page_small_enough_to_send() -> None:
    """Twenty thousand edges included; none is left out."""
    content = make_large(5000, 20000)
    page = render_page(content)
    assert len(page) < 12_000_000
    data = _read_data(page)
    assert isinstance(data["edges"], list)
    assert len(data["edges"]) == 20000


def test_scripts_share_one_scope_and_no_name() -> None:
    """They stand in one function, where a second function of a name would take its place silently."""
    names = Counter(
        name
        for path in ASSETS.glob("*.js")
        if path.name != "sparql_worker.js"  # in a worker of its own
        for name in re.findall(r"^(?:async )?function (\w+)", path.read_text("utf-8"), re.MULTILINE)
    )
    assert [name for name, count in names.items() if count > 1] == []
    assert {path.name for path in ASSETS.glob("*.js")} == {
        *(f"{name}.js" for name in SCRIPTS),
        "sparql_worker.js",
    }


def test_scripts_stay_small() -> None:
    """A module of the page is as long as one of Python may be, and says at its head what it does."""
    for path in ASSETS.glob("*.js"):
        lines = path.read_text(encoding="utf-8").splitlines()
        assert len(lines) < 300, path
        assert lines[0].startswith("// "), path


@pytest.mark.skipif(shutil.which("node") is None, reason="Node.js is not installed")
@pytest.mark.parametrize("script", sorted(ASSETS.glob("*.js")), ids=lambda path: path.name)
def test_every_script_is_valid_javascript(script: Path) -> None:
    """A slip in one file would leave the whole page dead."""
    checked = subprocess.run(
        ["node", "--check", script], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stderr
