import datetime
import os
import socket
import time
from pathlib import Path
from typing import Any

import pytest

from kg.model.document import ErrorKind, Status
from kg.readers import markup

from .making import read_document, read_outcome, write

SENTENCES = (
    "Acme Port opened a <a href='/t'>new terminal</a> in Newtown on Monday, officials said.",
    "It will handle 2 million containers a year, said Jane Doe, the chief executive of the port.",
    "Beta Works built it for $3 billion, and it took four years, the company said in its report.",
)
ARTICLE = "".join(f"<p>{sentence}</p>\n" for sentence in SENTENCES)
PAGE = f"""<!DOCTYPE html><html><head><meta charset="utf-8">
<title>Acme Port opens terminal | Harbour Daily</title>
<link rel="canonical" href="https://news.example/acme"><link rel="stylesheet" href="http://x.example/a">
<meta property="og:site_name" content="Harbour Daily">
<script type="application/ld+json">{{"@graph": [{{"@type": "NewsArticle",
"headline": "Acme Port opens terminal", "datePublished": "2025-11-26T23:30:00+08:00"}}]}}</script>
</head><body><nav><a href="/">Home</a><a href="/world">World</a></nav>
<article><h1>Acme Port opens terminal</h1><img src="http://x.example/i.png">
{ARTICLE}<table><tr><th>Year</th><th>TEU</th></tr><tr><td>2024</td><td>1.2 million</td></tr></table>
</article><template><p>Never shown</p></template>
<footer><p>© 2025 Harbour Daily. All rights reserved.</p></footer></body></html>"""


def test_reads_the_article(tmp_path: Path) -> None:
    """The text is the article's, without navigation, templates and footer."""
    document = read_document(write(tmp_path / "a.html", PAGE))
    assert "Acme Port opened a new terminal in Newtown on Monday" in document.text
    assert "2024 | 1.2 million" in document.text
    for absent in ("Home", "Never shown", "All rights", "datePublished", "<", "|---"):
        assert absent not in document.text


def test_reads_the_metadata(tmp_path: Path) -> None:
    """Title, address, publisher and the day as the structured data writes it."""
    document = read_document(write(tmp_path / "a.htm", PAGE))
    assert document.title == "Acme Port opens terminal"
    assert document.published == datetime.date(2025, 11, 26)
    assert (document.url, document.publisher) == ("https://news.example/acme", "Harbour Daily")


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2025-11-26T10:00:00Z">',
        "<meta content='November 26, 2025' name=pubdate>",
        '<time datetime="2025-11-26" pubdate>today</time>',
        '<meta itemprop="datePublished" content="20251126">',
    ],
)
def test_reads_the_day_from_marked_elements(tmp_path: Path, head: str) -> None:
    """The day comes from the head or a marked time element."""
    path = write(tmp_path / "a.html", f"<html><head>{head}</head><body>{ARTICLE}</body></html>")
    assert read_document(path).published == datetime.date(2025, 11, 26)


@pytest.mark.parametrize(
    "head",
    [
        "",
        '<script type="application/ld+json">{"datePublished": "2025-11"}</script>',
        '<script type="application/ld+json">{broken</script>',
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>",
    ],
)
def test_takes_no_day_from_anywhere_else(tmp_path: Path, head: str) -> None:
    """A date in a sentence, the file's own time, or an incomplete date is no day of publication."""
    body = ARTICLE + "<p>The port had its first fair on 3 March 2019, the mayor said.</p>"
    path = write(tmp_path / "a.html", f"<html><head>{head}</head><body>{body}</body></html>")
    os.utime(path, (1_000_000_000, 1_000_000_000))
    assert read_document(path).published is None


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 300 + ARTICLE + "</div>" * 300,
        "<div>" * 100_000 + ARTICLE,
        "<b><i>" * 400 + ARTICLE,
        "<div><span>" * 400 + ARTICLE,
        ARTICLE + "<div " + " ".join(f"a{n}=1" for n in range(200_000)) + "></div>",
        '<div a" b=" > " ' + " ".join(f"a{n}=1" for n in range(200_000)) + f">{ARTICLE}</div>",
        ARTICLE + "<div " + "a " * 100_000,
        ARTICLE + "<svg>" * 100_000,
        ARTICLE + "<template>" * 100_000,
        ARTICLE + "<!--" * 100_000,
        ARTICLE + '<a href="' * 100_000,
        ARTICLE + "<" * 1_000_000,
        ARTICLE + "<script>" * 100_000,
    ],
)
def test_loses_no_article_in_bad_markup(tmp_path: Path, body: str) -> None:
    """Deep, unclosed and giant markup neither empties the text nor takes long."""
    path = write(tmp_path / "a.html", f"<html><head><title>Acme</title></head><body>{body}")
    started = time.perf_counter()
    document = read_document(path)
    assert time.perf_counter() - started < 10
    assert "said Jane Doe, the chief executive of the port." in document.text


def test_giant_paragraph_is_too_large_and_not_empty(tmp_path: Path) -> None:
    """What the extractor would silently empty is refused by its size."""
    path = write(tmp_path / "a.html", "<html><body><p>" + "Acme opened. " * 500_000)
    assert read_outcome(path).kind == ErrorKind.TOO_LARGE


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        ("", ErrorKind.EMPTY),
        (" \n", ErrorKind.EMPTY),
        ("<html><body><script>document.write('Acme')</script></body></html>", ErrorKind.NO_TEXT),
        (
            "<html><head><title>Acme</title></head><body><img src=x></body></html>",
            ErrorKind.NO_TEXT,
        ),
    ],
)
def test_page_without_text_is_empty(tmp_path: Path, page: str, kind: ErrorKind) -> None:
    """Pages that show no words end as empty, with the right kind."""
    outcome = read_outcome(write(tmp_path / "a.html", page))
    assert (outcome.status, outcome.kind) == (Status.EMPTY, kind)


def test_page_of_too_many_tags_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """More tags than any article has are an error of the page."""
    monkeypatch.setattr(markup, "MAX_TAGS", 1_000)
    outcome = read_outcome(write(tmp_path / "a.html", "<b>x</b>" * 5_000))
    assert (outcome.status, outcome.kind) == (Status.FAILED, ErrorKind.BAD_HTML)


@pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1252"])
def test_declared_encoding_is_used_unmarked(tmp_path: Path, charset: str) -> None:
    """A declared encoding is believed, Latin-1 as browsers read it."""
    page = f"<html><head><meta charset='{charset}'></head><body><p>Zürich – “Núñez”</p></body>"
    document = read_document(write(tmp_path / "a.html", page.encode("cp1252")))
    assert (document.text, document.marks) == ("Zürich – “Núñez”", ())


@pytest.mark.parametrize("charset", ["us-asci", "utf-16", "euc-jp", "hex", "rot13", "idna"])
def test_declared_encoding_that_does_not_fit_is_passed_over(tmp_path: Path, charset: str) -> None:
    """A declaration that is wrong, unknown or no text encoding does not lose the page."""
    page = f"<meta charset='{charset}'><p>Zürich</p><p>Ünïcödé façade</p>"
    assert "Zürich" in read_document(write(tmp_path / "a.html", page)).text


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "https://a b", "//x"])
def test_only_web_addresses_are_kept(tmp_path: Path, url: str) -> None:
    """An address that is no web address is dropped."""
    page = PAGE.replace("https://news.example/acme", url)
    assert read_document(write(tmp_path / "a.html", page)).url != url


def test_never_uses_the_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Links, images and styles of a page are not fetched."""

    def refuse(*_: Any) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert read_document(write(tmp_path / "a.html", PAGE)).text
