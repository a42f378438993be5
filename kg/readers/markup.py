"""Prepares HTML for parsing, and takes its text without a parser where parsers lose it.

The parser takes minutes for a tag of 200,000 attributes and silently drops what lies more than
about 250 elements deep, so both are met here, in one pass whose time is linear in the page.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

MAX_TAGS = 1_000_000
MAX_TAG_LENGTH = 20_000  # characters; a longer tag keeps its name and loses its attributes

_OPENING = re.compile(r"<(?:!--|[a-zA-Z/!?])")
# The HTML standard's own reading of a tag; possessive, so that a hostile one costs one pass.
_TAG = re.compile(
    r"<(?P<slash>/?)(?P<name>[a-zA-Z][^\s/>]*+)"
    r"(?:[\s/]++|=?[^\s/>=]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>\"'][^\s>]*+)?+)?+|=)*+>"
)
_DROPPED = frozenset({
    "script", "style", "template", "noscript", "svg", "math", "iframe", "object", "textarea",
    "select",
})  # fmt: skip
_JSON_LD = re.compile(r"""\btype\s*=\s*["']?application/ld\+json""", re.IGNORECASE)
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "br", "center", "dd", "details", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
    "h6", "head", "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section",
    "summary", "table", "tbody", "tfoot", "thead", "title", "tr", "ul",
})  # fmt: skip
_NO_CONTENT = frozenset({"title", "nav", "footer", "aside", "button", "option", "figcaption"})
# Elements without content, and those that end without a closing tag.
_FLAT = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr", "p", "li", "td", "th", "tr", "dt", "dd", "option",
})  # fmt: skip
_SPACE = re.compile(r"[ \t\r\n\f]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A tag ("p", "/p"; `source` is its markup) or, with an empty tag, a stretch of text."""

    tag: str
    source: str


@dataclass(frozen=True, slots=True)
class Markup:
    """A page without scripts, styles and comments; `json_ld` are its structured-data blocks."""

    pieces: tuple[Piece, ...]
    json_ld: tuple[str, ...]
    depth: int  # how many elements may lie in one another, counting unclosed ones

    def format(self) -> str:
        """The page as HTML again."""
        return "".join(piece.source for piece in self.pieces)


class TooManyTagsError(ValueError):
    """A page of more than MAX_TAGS tags."""


def parse_markup(page: str) -> Markup:
    """The page in pieces; TooManyTagsError beyond MAX_TAGS."""
    json_ld: list[str] = []
    pieces: list[Piece] = []
    depth = deepest = 0
    for piece in _split(page, json_ld):
        pieces.append(piece)
        if piece.tag and piece.tag.removeprefix("/") not in _FLAT:
            depth = max(0, depth - 1) if piece.tag.startswith("/") else depth + 1
            deepest = max(deepest, depth)
        if len(pieces) > 2 * MAX_TAGS:
            raise TooManyTagsError
    return Markup(tuple(pieces), tuple(json_ld), deepest)


def _split(page: str, json_ld: list[str]) -> Iterator[Piece]:
    at = 0
    unclosed: set[str] = set()  # elements without a closing tag ahead, so that none is sought twice
    while found := _OPENING.search(page, at):
        if found.start() > at:
            yield Piece("", page[at : found.start()])
        start = found.start()
        if page.startswith("<!--", start):
            at = _find_after(page, "-->", start + 4)
        elif page[start + 1] in "!?":
            at = _find_after(page, ">", start)
        elif tag := _TAG.match(page, start):
            at = tag.end()
            name = tag["name"].lower()
            if name in _DROPPED and not tag["slash"]:
                at = _skip_element(page, tag, json_ld, unclosed)
            elif name not in _DROPPED:
                source = (
                    tag.group() if len(tag.group()) <= MAX_TAG_LENGTH else f"<{tag['slash']}{name}>"
                )
                yield Piece(tag["slash"] + name, source)
        elif len(page) - start > MAX_TAG_LENGTH:
            return  # an unclosed tag: the rest of the page is inside it
        else:
            yield Piece("", html.escape(page[start:]))
            return
    yield Piece("", page[at:])


def _skip_element(page: str, tag: re.Match[str], json_ld: list[str], unclosed: set[str]) -> int:
    """Where the element that `tag` opens ends; what it holds is dropped or noted."""
    name = tag["name"].lower()
    if name in unclosed or (tag.group().endswith("/>") and name in ("svg", "math")):
        return tag.end()
    closing = re.compile(rf"</{name}\b[^>]{{0,200}}>", re.IGNORECASE).search(page, tag.end())
    if closing is None:
        unclosed.add(name)
        # An unclosed script runs to the end of the page; other elements are then only a stray tag.
        return len(page) if name in ("script", "style", "textarea") else tag.end()
    if name == "script" and _JSON_LD.search(tag.group()[:1_000]):
        json_ld.append(page[tag.end() : closing.start()])
    return closing.end()


def _find_after(page: str, mark: str, start: int) -> int:
    end = page.find(mark, start)
    return len(page) if end < 0 else end + len(mark)


def format_text(markup: Markup, *, only: str | None = None) -> str:
    """The visible text, a line for each block, without navigation and footers.

    `only` takes the text inside elements of one name ("p").
    """
    lines: list[str] = []
    line: list[str] = []
    silent = inside = 0
    for piece in markup.pieces:
        name = piece.tag.removeprefix("/")
        step = -1 if piece.tag.startswith("/") else 1
        if name in _NO_CONTENT:
            silent = max(0, silent + step)
        if name and name == only:
            inside = max(0, step)
        if name in _BLOCKS:
            lines.append("".join(line))
            line = []
        elif name in ("td", "th") and step > 0 and line:
            line.append(" | ")
        elif not name and not silent and (only is None or inside):
            line.append(html.unescape(piece.source))
    lines.append("".join(line))
    texts = (_SPACE.sub(" ", text).strip() for text in lines)
    return "\n\n".join(text for text in texts if text)
