"""The annotated articles, and what tells whether they have changed."""

import hashlib
from pathlib import Path

_TESTS = Path(__file__).resolve().parent.parent
GOLD = _TESTS / "gold"
ARTICLES = (_TESTS.parent / "seeds" / "articles", GOLD / "articles")


def find_articles() -> list[Path]:
    """The annotated articles, by name."""
    return sorted((p for folder in ARTICLES for p in folder.glob("*.txt")), key=lambda p: p.name)


def find_annotations() -> list[Path]:
    """The files of annotations, by name."""
    return sorted(GOLD.glob("*.jsonl"))


def digest_corpus() -> str:
    """Digest of the names and bytes of all articles and annotations."""
    digest = hashlib.sha256()
    for path in [*find_articles(), *find_annotations()]:
        digest.update(f"{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()
