"""Items of RSS and Atom feeds become documents of their own."""

import datetime
from pathlib import Path

from kg.model.document import Document, ErrorKind, Outcome

from .making import read

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Harbour Daily</title><link>https://news.example/</link>
<item><title>Norvik Group opens plant &amp; office</title><link>https://news.example/1</link>
<guid>tag:news.example,1</guid><pubDate>Mon, 03 Mar 2025 23:30:00 GMT</pubDate>
<description>A plant.</description>
<content:encoded><![CDATA[<p>Norvik Group opened a plant in <b>Antwerp</b>.</p>
<p>It invested &euro;2 billion.</p><script>steal()</script>]]></content:encoded></item>
<item><title>Second</title><description>Tarka Shipping is based in Oslo.</description></item>
</channel></rss>"""
ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Port Wire</title><id>urn:wire</id>
<entry><id>urn:wire:7</id><title>Tarka Shipping moves</title><updated>2025-03-04T08:00:00Z</updated>
<link href="https://wire.example/7"/><summary>Tarka Shipping is based in Bergen.</summary></entry>
</feed>"""


def _read(folder: Path, name: str, text: str) -> list[Document | Outcome]:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read(path)


def test_an_item_of_rss_is_a_document(tmp_path: Path) -> None:
    """Id, link, day, outlet and the fullest text are the item's own; scripts are no words."""
    first, second = _read(tmp_path, "day.rss", RSS)
    assert isinstance(first, Document)
    assert (first.identifier, first.url) == ("tag:news.example,1", "https://news.example/1")
    assert (first.publisher, first.published) == ("Harbour Daily", datetime.date(2025, 3, 3))
    assert first.title == "Norvik Group opens plant & office"
    assert "opened a plant in Antwerp" in first.text
    assert "€2 billion" in first.text
    assert "steal" not in first.text
    assert isinstance(second, Document)
    assert second.identifier.endswith("day.rss#2")


def test_an_entry_of_atom_is_a_document(tmp_path: Path) -> None:
    """Atom gives the same as RSS."""
    (entry,) = _read(tmp_path, "day.atom", ATOM)
    assert isinstance(entry, Document)
    assert (entry.identifier, entry.publisher) == ("urn:wire:7", "Port Wire")
    assert entry.published == datetime.date(2025, 3, 4)


def test_what_is_no_feed_fails_with_a_mend(tmp_path: Path) -> None:
    """A page that was fetched instead of the feed does not pass for one without items."""
    (outcome,) = _read(tmp_path, "day.rss", "<html><p>Not found</p></html>")
    assert isinstance(outcome, Outcome)
    assert outcome.kind is ErrorKind.UNREADABLE
    assert "fetch it again" in (outcome.message or "")


def test_a_feed_without_items_is_empty(tmp_path: Path) -> None:
    """A quiet day is no failure."""
    (outcome,) = _read(tmp_path, "day.rss", RSS.partition("<item>")[0] + "</channel></rss>")
    assert isinstance(outcome, Outcome)
    assert outcome.kind is ErrorKind.EMPTY


def test_a_feed_reads_no_file_and_no_address(tmp_path: Path) -> None:
    """An external entity gives nothing, and a feed that holds the name of a file is not that file."""
    secret = tmp_path / "secret.txt"
    secret.write_text("the hidden words", encoding="utf-8")
    entity = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{secret}">]>'
    hostile = RSS.replace("<rss", f"{entity}<rss", 1).replace("A plant.", "&x;")
    found = [*_read(tmp_path, "a.rss", hostile), *_read(tmp_path, "b.rss", str(secret))]
    assert not [d for d in found if isinstance(d, Document) and "hidden" in d.text]
