"""Reads .md: words without markup; front matter gives title, date, address and publisher."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import RuleError
from kg.readers.datelines import parse_published
from kg.readers.draft import Draft
from kg.readers.options import ReadOptions
from kg.readers.plaintext import decode
from kg.readers.source import Source, read_bytes
from kg.strictyaml import parse_yaml

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"\A---[ ]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ ]*(?:\n|\Z)", re.DOTALL)
_PLAIN_KEY = re.compile(r"^([A-Za-z_][\w-]{0,40}):[ ]*(.*)$", re.MULTILINE)
_KEYS = {
    "title": ("title", "headline"),
    "published": ("date", "published", "publishDate", "datePublished"),
    "url": ("url", "source_url", "canonical_url", "canonical"),
    "publisher": ("publisher", "site_name"),
}
_DROPPED = ("fence", "code_block", "html_block", "hr")
_MAX_NESTING = 100  # the text of what lies deeper is lost
_BLOCKS = ("heading_open", "paragraph_open", "tr_open")


def read(source: Source, options: ReadOptions) -> Iterator[Draft]:
    """One draft: links keep their words, headings are lines; code, images, HTML are left out."""
    decoded = decode(source, read_bytes(source, options), options)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    metadata, body = split_front_matter(text)
    blocks, heading = _list_blocks(body)
    published = metadata.get("published")
    yield Draft(
        identifier=source.identifier,
        text="\n\n".join(blocks),
        title=metadata.get("title") or heading,
        published=parse_published(published) if published else None,
        url=metadata.get("url"),
        publisher=metadata.get("publisher"),
        marks=decoded.marks,
    )


def split_front_matter(text: str) -> tuple[Mapping[str, str], str]:
    """Title, published, url and publisher of the YAML block at the top, and the text after it.

    A block that is not valid YAML is read line by line, since "title: One: two" is common.
    """
    found = _FRONT_MATTER.match(text)
    if not found:
        return {}, text
    values = _parse_block(found.group(1))
    if not values:
        return {}, text  # a text between two rulers
    metadata: dict[str, str] = {}
    for role, keys in _KEYS.items():
        for key in keys:
            value = values.get(key)
            if isinstance(value, str) and value.strip():
                metadata.setdefault(role, value)
    return metadata, text[found.end() :]


def _parse_block(block: str) -> Mapping[str, Any]:
    try:
        values = parse_yaml(block, Path("front matter"))
    except RuleError:
        return {key: value.strip().strip("\"'") for key, value in _PLAIN_KEY.findall(block)}
    return values if isinstance(values, dict) else {}


def _list_blocks(body: str) -> tuple[list[str], str | None]:
    """The text of each block, and the first heading."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": _MAX_NESTING}).enable("table")
    tokens = parser.parse(body)
    if not any(token.type == "inline" or token.type in _DROPPED for token in tokens):
        return [line.lstrip("> \t") for line in body.split("\n")], None  # deeper than can be parsed
    blocks: list[str] = []
    heading: str | None = None
    opened = ""
    for token in tokens:
        if token.type in _DROPPED:
            continue
        if token.type in _BLOCKS:
            opened = token.type
            if opened == "tr_open":
                blocks.append("")
        elif token.type == "inline":
            words = _join_inline(token.children or ())
            if opened == "tr_open":
                blocks[-1] = f"{blocks[-1]} | {words}" if blocks[-1] else words
                continue
            blocks.append(words)
            if opened == "heading_open" and heading is None:
                heading = words
    return [block for block in blocks if block.strip()], heading


def _join_inline(tokens: Sequence["Token"]) -> str:
    parts: list[str] = []
    for token in tokens:
        if token.type in ("text", "code_inline", "text_special"):
            parts.append(token.content)
        elif token.type == "softbreak":
            parts.append(" ")
        elif token.type == "hardbreak":
            parts.append("\n")
    return "".join(parts).strip()
