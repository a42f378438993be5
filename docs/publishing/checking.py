"""Whether a built site stands alone: it asks no host for anything, and each link leads somewhere."""

import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

# What a browser fetches by itself; links that a reader may follow (a href) are none of it.
_FETCHED = {
    "script": ("src",), "img": ("src", "srcset"), "source": ("src", "srcset"), "iframe": ("src",),
    "link": ("href",), "audio": ("src",), "video": ("src", "poster"), "embed": ("src",),
    "object": ("data",), "use": ("href",), "image": ("href",),
}  # fmt: skip
_UNFETCHED_RELATIONS = {"canonical", "alternate", "license", "next", "prev", "index", "search"}
_CSS_URL = re.compile(
    r"url\(\s*['\"]?((?:https?:)?//[^'\")\s]+)|@import\s+['\"]((?:https?:)?//[^'\"]+)"
)


class _Page(HTMLParser):
    """The anchors, the links and what is fetched of one page."""

    def __init__(self) -> None:
        super().__init__()
        self.anchors: set[str] = set()
        self.links: list[str] = []
        self.fetched: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes what the tag names."""
        values = {name: value or "" for name, value in attrs}
        self.anchors |= {values[name] for name in ("id", "name") if values.get(name)}
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        relations = set(values.get("rel", "").split())
        if tag == "link" and relations & _UNFETCHED_RELATIONS:
            self.links.append(values.get("href", ""))
            return
        for name in _FETCHED.get(tag, ()):
            for part in values.get(name, "").split(","):
                kind = self.links if part.startswith("#") else self.fetched
                kind += part.split()[:1]


def find_faults(folder: Path) -> list[str]:
    """What is wrong in the pages and styles of a site, a line each; none where it is whole."""
    faults = [fault for page in sorted(folder.rglob("*.html")) for fault in _check(page, folder)]
    for style in sorted(folder.rglob("*.css")):
        found = _CSS_URL.finditer(style.read_text(encoding="utf-8"))
        faults += [f"{style}: asks for {f.group(1) or f.group(2)}; ship it instead." for f in found]
    return faults


def _check(path: Path, folder: Path) -> Iterator[str]:
    page = _read(path)
    for name in page.fetched:
        parts = urlsplit(name)
        if parts.netloc or parts.scheme not in ("", "data"):
            yield f"{path}: asks for {name}; ship it with the site instead."
        elif not parts.scheme and not (path.parent / unquote(parts.path)).is_file():
            yield f"{path}: there is no {name}; put it there or take the reference out."
    for name in page.links:
        yield from _check_link(path, name, folder)


def _check_link(path: Path, name: str, folder: Path) -> Iterator[str]:
    parts = urlsplit(name)
    if parts.scheme or parts.netloc:
        return
    target = (path.parent / unquote(parts.path)).resolve() if parts.path else path.resolve()
    target = target / "index.html" if target.is_dir() else target
    if not target.is_file() or not target.is_relative_to(folder.resolve()):
        yield f"{path}: the link to {name} leads nowhere; mend it."
        return
    known = _read(target).anchors | {"top"} if target.suffix == ".html" else set()
    if parts.fragment and known and unquote(parts.fragment) not in known:
        yield f"{path}: the link to {name} has no such anchor; mend it."


@cache
def _read(path: Path) -> _Page:
    page = _Page()
    page.feed(path.read_text(encoding="utf-8"))
    return page
