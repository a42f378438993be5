"""Puts the pages of the site together: those of docs/ and those that live beside what they tell of.

On a code host the same files are read where they stand, so their links are plain relative paths. Here each
link is found again by the file that it leads to; one to a file that is no page becomes plain text.
"""

import posixpath
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

# Pages outside docs/, and where they stand in the site.
ELSEWHERE = {
    "README.md": "readme.md",
    "ARCHITECTURE.md": "explanation/architecture.md",
    "CONTRIBUTING.md": "contributing.md",
    "CHANGELOG.md": "changelog.md",
    "kg/rules/README.md": "reference/rules.md",
    "benchmarks/README.md": "explanation/benchmarks.md",
    "notebooks/README.md": "notebooks.md",
    "seeds/gazetteer/README.md": "reference/gazetteer.md",
    "tests/README.md": "tests.md",
}
# Files that are shown by a page made from them.
MADE = {
    "ontology/kg.ttl": "ontology/index.html",
    "ontology/alignments.ttl": "ontology/alignments.ttl",
    "ontology/shapes.ttl": "ontology/shapes.ttl",
    "ontology/context.jsonld": "ontology/context.jsonld",
}
_LINK = re.compile(r"(?<!!)\[((?:[^\[\]]|\[[^\[\]]*\])+)\]\(([^()\s]+)\)")
_PICTURE = re.compile(r"(!\[[^\]]*\]\(|src(?:set)?=\")((?![a-z]+:)[^)\"\s]+)")
_FENCE = re.compile(r"^ *(```|~~~)")


def stage(root: Path, target: Path) -> None:
    """Writes all pages into the target folder, which is made anew; raises OSError where one is missing."""
    shutil.rmtree(target, ignore_errors=True)
    pages = list_pages(root)
    for source, place in pages.items():
        text = (root / source).read_text(encoding="utf-8")
        path = target / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(rewrite_links(text, source, place, pages), encoding="utf-8", newline="\n")
    shutil.copytree(root / "docs" / "images", target / "images")


def list_pages(root: Path) -> dict[str, str]:
    """Each page by its path in the repository, with its path in the site."""
    docs = root / "docs"
    own = sorted(path.relative_to(docs).as_posix() for path in docs.rglob("*.md"))
    return {**{f"docs/{name}": name for name in own}, **ELSEWHERE}


def rewrite_links(text: str, source: str, place: str, pages: Mapping[str, str]) -> str:
    """The text with its links and pictures as they are to be in the site; blocks of code stay."""
    fenced = False
    lines = []
    for line in text.split("\n"):
        if _FENCE.match(line):
            fenced = not fenced
        if not fenced:
            line = _LINK.sub(lambda found: _point(found, source, place, pages), line)
            line = _PICTURE.sub(lambda found: _show(found, source, place), line)
        lines.append(line)
    return "\n".join(lines)


def _point(found: re.Match[str], source: str, place: str, pages: Mapping[str, str]) -> str:
    words, link = found.groups()
    path, _, anchor = link.partition("#")
    if not path or re.match(r"[a-z]+:", link):
        return found.group()
    file = _resolve(source, path)
    if file in pages:
        relative = posixpath.relpath(pages[file], posixpath.dirname(place) or ".")
        return f"[{words}]({relative}{'#' + anchor if anchor else ''})"
    if file in MADE:
        # Sphinx knows no page of that name, so this link is none of its own.
        relative = posixpath.relpath(MADE[file], posixpath.dirname(place) or ".")
        return f'<a href="{relative}{"#" + anchor if anchor else ""}">{_strip_marks(words)}</a>'
    return words


def _show(found: re.Match[str], source: str, place: str) -> str:
    start, path = found.groups()
    inside = _resolve(source, path).removeprefix("docs/")
    return start + posixpath.relpath(inside, posixpath.dirname(place) or ".")


def _resolve(source: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), path))


def _strip_marks(words: str) -> str:
    return re.sub(r"`([^`]*)`", r"<code>\1</code>", words)
