import datetime
from pathlib import Path

import pytest

from kg.readers.markdown import split_front_matter

from .making import read_document, read_outcome, write

PAGE = """---
title: "Acme: a new port"
date: 2025-11-26
url: https://news.example/acme
publisher: Harbour Daily
---
# A *new* port

Acme opened a [new **terminal**](https://x.example) in
Newtown.  \r
It cost `$3 billion` &amp; more. ![the port](port.jpg)

```python
not_news()
```

- Beta built it
- Gamma paid

> Good, said Jane Doe.

| Year | TEU |
|------|-----|
| 2024 | 1.2 million |

After the table.

<div>raw html</div>
"""


def test_gives_words_without_markup(tmp_path: Path) -> None:
    """Links keep words, headings and rows are lines; code, images and HTML are left out."""
    document = read_document(write(tmp_path / "a.md", PAGE))
    assert document.text.split("\n\n") == [
        "A new port",
        "Acme opened a new terminal in Newtown.\nIt cost $3 billion & more.",
        "Beta built it",
        "Gamma paid",
        "Good, said Jane Doe.",
        "Year | TEU",
        "2024 | 1.2 million",
        "After the table.",
    ]


def test_front_matter_gives_metadata(tmp_path: Path) -> None:
    """Title, day, address and publisher come from the block at the top, which leaves the text."""
    document = read_document(write(tmp_path / "a.md", PAGE))
    assert (document.title, document.published) == ("Acme: a new port", datetime.date(2025, 11, 26))
    assert (document.url, document.publisher) == ("https://news.example/acme", "Harbour Daily")


def test_first_heading_is_the_title_without_front_matter(tmp_path: Path) -> None:
    """Without a named title, the first heading is it."""
    document = read_document(write(tmp_path / "a.md", "Intro.\n\n## Acme opens\n\nText."))
    assert document.title == "Acme opens"


@pytest.mark.parametrize(
    ("block", "title"),
    [
        ("title: Acme: a new port", "Acme: a new port"),
        ("title: &a x\nother: *a", "&a x"),
        ("title: !!python/object/apply:os.system [x]", "!!python/object/apply:os.system [x]"),
        ("title: one\ntitle: two", "two"),
        ("title: T\nlist: " + "[" * 15_000, "T"),
        ("title: NO", "NO"),
    ],
)
def test_hostile_front_matter_is_only_text(block: str, title: str) -> None:
    """Invalid or dangerous YAML runs nothing and expands nothing; its lines are read as text."""
    metadata, body = split_front_matter(f"---\n{block}\n---\nText.")
    assert (metadata["title"], body) == (title, "Text.")


def test_rulers_are_no_front_matter(tmp_path: Path) -> None:
    """Text between two rulers stays text."""
    document = read_document(write(tmp_path / "a.md", "---\nAcme opened.\n\n---\n\nBeta closed."))
    assert document.text == "Acme opened.\n\nBeta closed."


def test_code_alone_is_empty(tmp_path: Path) -> None:
    """A file without words outside its code is empty."""
    assert read_outcome(write(tmp_path / "a.md", "```\nx = 1\n```\n")).status == "empty"


def test_what_nests_deeply_keeps_its_words(tmp_path: Path) -> None:
    """Sixty quotations in one another, and more than can be parsed, are text."""
    for depth in (60, 20_000):
        path = write(tmp_path / f"{depth}.md", ">" * depth + " Acme opened.\n")
        assert read_document(path).text == "Acme opened."
