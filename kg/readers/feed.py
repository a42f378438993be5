"""Reads .rss and .atom: a document for each item of a feed, by its own id; never the network."""

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

from kg.errors import DocumentError
from kg.model.document import ErrorKind, Outcome
from kg.readers.datelines import parse_published
from kg.readers.draft import Draft, make_outcome
from kg.readers.markup import TooManyTagsError, format_text, parse_markup
from kg.readers.normalizing import clean_identifier
from kg.readers.options import ReadOptions
from kg.readers.source import Source, read_bytes

_WEEKDAY = re.compile(r"^\s*[A-Za-z]{3,9},\s*")
_MAX_IDENTIFIER = 1_000


def read(source: Source, options: ReadOptions) -> Iterator[Draft | Outcome]:
    """A draft for each item, with the outlet's name; "feed.rss#3" is the third where it has no id.

    An item is as long as the feed gives it: often a headline and a sentence. DocumentError UNREADABLE
    for what is no feed, or where feedparser, which is an extra, is missing; EMPTY without items.
    """
    data = read_bytes(source, options)
    feed = _parse(data, source)
    entries = feed["entries"]
    if not entries and not feed.get("version"):
        problem = "is no RSS or Atom feed; fetch it again, or give its pages as .html."
        raise source.fail(ErrorKind.UNREADABLE, problem)
    if not entries:
        raise source.fail(ErrorKind.EMPTY, "holds no items; leave it out until it has some.")
    publisher = feed["feed"].get("title")
    for number, entry in enumerate(entries, start=1):
        identifier = f"{source.identifier}#{number}"
        try:
            yield _make_draft(entry, identifier, publisher)
        except TooManyTagsError:
            problem = f"{identifier} has too much markup; shorten the item, or leave it out."
            yield make_outcome(identifier, ErrorKind.TOO_LARGE, problem)


def _parse(data: bytes, source: Source) -> Any:
    try:
        import feedparser
    except ImportError as error:
        problem = "is a feed, which needs feedparser; run pip install 'newskg[feeds]'."
        raise source.fail(ErrorKind.UNREADABLE, problem) from error
    try:
        # As a stream: bytes alone would be tried as the name of a file first.
        return feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # the parser fails on broken feeds in every way there is
        problem = "is no readable RSS or Atom feed; fetch it again, or give its pages as .html."
        raise _unreadable(source, problem) from error


def _unreadable(source: Source, problem: str) -> DocumentError:
    return source.fail(ErrorKind.UNREADABLE, problem)


def _make_draft(entry: Mapping[str, Any], identifier: str, publisher: str | None) -> Draft:
    title = format_text(parse_markup(entry.get("title", ""))).strip()
    body = format_text(parse_markup(_find_body(entry))).strip()
    link = entry.get("link")
    named = clean_identifier(str(entry.get("id") or link or ""))
    date = entry.get("published") or entry.get("updated")
    return Draft(
        identifier=named if 0 < len(named) <= _MAX_IDENTIFIER else identifier,
        text="\n\n".join(part for part in (title, body) if part),
        title=title or None,
        published=parse_published(_WEEKDAY.sub("", date)) if date else None,
        url=link,
        publisher=publisher,
    )


def _find_body(entry: Mapping[str, Any]) -> str:
    """The longest text that the item has: all of it, or what stands in for it."""
    texts = [str(content.get("value", "")) for content in entry.get("content", ())]
    return max((*texts, str(entry.get("summary", ""))), key=len)
