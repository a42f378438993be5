"""Reads .html: the article of a page with title, date, address and publisher; never the network."""

import datetime
import json
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kg.model.document import ErrorKind
from kg.readers.datelines import parse_published
from kg.readers.draft import Draft
from kg.readers.markup import Markup, TooManyTagsError, format_text, parse_markup
from kg.readers.options import ReadOptions
from kg.readers.plaintext import decode
from kg.readers.source import Source, read_bytes

# Their warnings would go to standard error; a page that they cannot read has an outcome.
for _library in ("trafilatura", "htmldate"):
    logging.getLogger(_library).addHandler(logging.NullHandler())

_DECLARATION = re.compile(
    rb"""<(?:meta[^>]{0,500}?charset|\?xml[^>]{0,200}?encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{1,40})""",
    re.IGNORECASE,
)
_DECLARATION_REACH = 4_096  # bytes; browsers look at 1,024
_MAX_DEPTH = 200  # elements; the parser loses what lies deeper than about 250
_MAX_PARSED = 4_000_000  # characters of markup
_MIN_SHARE = (
    0.1  # of the page's paragraphs; less in the extracted text means that it lost the article
)
_MIN_PARAGRAPHS = 2_000  # characters
_DATE_NAMES = (
    *("article:published_time", "og:published_time", "og:article:published_time", "datepublished"),
    *(
        "publication_date",
        "publish_date",
        "publishdate",
        "published_time",
        "pubdate",
        "publishtime",
    ),
    *("dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "citation_publication_date"),
    *("sailthru.date", "parsely-pub-date", "date"),
)
_ATTRIBUTE = re.compile(
    r"""([a-zA-Z][\w:-]{0,40})\s*=\s*(?:"([^"]{0,2000})"|'([^']{0,2000})'|([^\s>"']{1,2000}))"""
)
_MAX_JSON_NODES = 5_000
_RULER = re.compile(r"^[|\s:-]+$")
_LIST_MARK = re.compile(r"^- (?=\S)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Article:
    text: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None


def read(source: Source, options: ReadOptions) -> Iterator[Draft]:
    """One draft; DocumentError NO_TEXT for a page without words, BAD_HTML for too many tags."""
    data = read_bytes(source, options)
    if not data.strip():
        raise source.fail(
            ErrorKind.EMPTY, "is empty; give a file with words in it, or leave it out."
        )
    declared = _DECLARATION.search(data[:_DECLARATION_REACH])
    charset = declared.group(1).decode("ascii") if declared else None
    decoded = decode(source, data, options, declared=charset)
    try:
        markup = parse_markup(decoded.text)
    except TooManyTagsError as error:
        problem = "has more tags than any article; save the article alone and try again."
        raise source.fail(ErrorKind.BAD_HTML, problem) from error
    article = _read_article(markup)
    if not article.text.strip():
        problem = "shows no text without its scripts; save the page as text and try again."
        raise source.fail(ErrorKind.NO_TEXT, problem)
    yield Draft(
        identifier=source.identifier,
        text=article.text,
        title=article.title,
        published=_find_published(markup),
        url=article.url,
        publisher=article.publisher,
        marks=decoded.marks,
    )


def _read_article(markup: Markup) -> _Article:
    """What the extractor finds, or all text of the page where the extractor silently loses it."""
    whole = format_text(markup)
    page = markup.format()
    if markup.depth > _MAX_DEPTH or len(page) > _MAX_PARSED:
        # Without the deep or long body the parser still gives what the head says.
        head = page[: page.lower().find("</head>") + 1 or 20_000][:100_000]
        return _combine(_extract(head), whole)
    article = _extract(page)
    paragraphs = format_text(markup, only="p")
    lost = len(paragraphs) > _MIN_PARAGRAPHS and len(article.text) < _MIN_SHARE * len(paragraphs)
    if lost or not article.text:
        return _combine(article, paragraphs if len(paragraphs) > len(whole) / 2 else whole)
    return article


def _combine(article: _Article, text: str) -> _Article:
    return _Article(text=text, title=article.title, url=article.url, publisher=article.publisher)


def _extract(page: str) -> _Article:
    import trafilatura  # slow to import, so only when a page comes

    found = trafilatura.bare_extraction(
        page,
        with_metadata=True,
        include_comments=False,
        # Its date is not used: it takes any date of the page, and bounds it by the clock.
        date_extraction_params={"extensive_search": False, "max_date": "2100-12-31"},
    )
    if found is None or isinstance(found, dict):
        return _extract_metadata(page)
    lines = (
        _LIST_MARK.sub("", line.strip().strip("|").strip())
        for line in (found.text or "").split("\n")
    )
    text = "\n\n".join(line for line in lines if not _RULER.match(line) and line)
    return _Article(text=text, title=found.title, url=found.url, publisher=found.sitename)


def _extract_metadata(page: str) -> _Article:
    from trafilatura.metadata import extract_metadata

    found = extract_metadata(
        page, date_config={"extensive_search": False, "max_date": "2100-12-31"}
    )
    return _Article(text="", title=found.title, url=found.url, publisher=found.sitename)


def _find_published(markup: Markup) -> datetime.date | None:
    """The complete date of the structured data, else of the head or a marked time element."""
    for block in markup.json_ld:
        for value in _list_published(block):
            if date := parse_published(value):
                return date
    named = _list_named_dates(markup)
    dates = (parse_published(named[name]) for name in _DATE_NAMES if name in named)
    return next((date for date in dates if date), None)


def _list_named_dates(markup: Markup) -> dict[str, str]:
    """The first value under each of the names that pages give the day of publication."""
    named: dict[str, str] = {}
    for piece in markup.pieces:
        if piece.tag not in ("meta", "time", "span"):
            continue
        attributes: dict[str, str] = {
            name.lower(): first or second or third
            for name, first, second, third in _ATTRIBUTE.findall(piece.source)
        }
        name = (
            attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        )
        if piece.tag == "time" and "pubdate" in piece.source.lower():
            name = "pubdate"
        value = attributes.get("content") or attributes.get("datetime")
        if value and name.lower() in _DATE_NAMES:
            named.setdefault(name.lower(), value)
    return named


def _list_published(block: str) -> list[str]:
    """All values of datePublished in a JSON-LD block, outer ones first."""
    try:
        nodes: list[Any] = [json.loads(block)]
    except (ValueError, RecursionError):
        return []
    values = []
    for node in nodes:
        if len(nodes) > _MAX_JSON_NODES:
            break
        if isinstance(node, dict):
            value = node.get("datePublished")
            if isinstance(value, str):
                values.append(value)
            nodes.extend(node.values())
        elif isinstance(node, list):
            nodes.extend(node)
    return values
