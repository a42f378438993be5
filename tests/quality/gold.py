"""Hand-made annotations: what a careful reader would have the graph say of an article."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .plain import format_plain

_TESTS = Path(__file__).resolve().parent.parent
GOLD = _TESTS / "gold"
ARTICLES = (_TESTS.parent / "seeds" / "articles", GOLD / "articles")

Amount = tuple[float, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldEntity:
    """A thing of an article; `forms` are its names in plain form."""

    id: str
    type: str
    forms: frozenset[str]
    nominal: bool
    optional: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldStatement:
    """A fact; `object` is an entity's id, or the plain form of a literal."""

    subject: str
    predicate: str
    object: str
    modality: str
    optional: bool
    title: str | None = None
    amount: Amount | None = None
    attributed_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldObservation:
    """A measured value; without `value` the change alone is given."""

    subject: str
    measure: str
    value: float | None
    change: float | None
    unit: str | None
    comparator: str | None
    period: str | None
    optional: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldArticle:
    """All annotations of one article, in the order of the file; `name` is the file's stem."""

    name: str
    entities: dict[str, GoldEntity]
    statements: tuple[GoldStatement, ...]
    observations: tuple[GoldObservation, ...]


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


def read_article(path: Path) -> GoldArticle:
    """One file of annotations."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    entities = [
        GoldEntity(
            id=row["id"],
            type=row["type"],
            forms=frozenset(format_plain(name) for name in row["names"]),
            nominal=row.get("nominal", False),
            optional=row.get("optional", False),
        )
        for row in rows
        if row["kind"] == "entity"
    ]
    return GoldArticle(
        name=path.stem,
        entities={entity.id: entity for entity in entities},
        statements=tuple(_read_statement(row) for row in rows if row["kind"] == "statement"),
        observations=tuple(_read_observation(row) for row in rows if row["kind"] == "observation"),
    )


def _read_statement(row: dict[str, Any]) -> GoldStatement:
    qualifiers = row.get("q", {})
    amount = qualifiers.get("amount")
    return GoldStatement(
        subject=row["s"],
        predicate=row["p"],
        object=format_plain(row["o"]) if row.get("literal") else row["o"],
        modality=row["modality"],
        optional=row.get("optional", False),
        title=qualifiers.get("title"),
        amount=(float(amount["value"]), amount["unit"]) if amount else None,
        attributed_to=row.get("attributedTo"),
    )


def _read_observation(row: dict[str, Any]) -> GoldObservation:
    return GoldObservation(
        subject=row["s"],
        measure=row["measure"],
        value=row["value"],
        change=row["change"],
        unit=row["unit"],
        comparator=row["comparator"],
        period=row["period"],
        optional=row.get("optional", False),
    )
