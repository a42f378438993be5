"""Hand-made annotations: what a careful reader would have the graph say of an article."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from kg.errors import UsageError
from kg.evaluation.plain import format_plain

Amount = tuple[float, str]  # value and unit


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldEntity:
    """A thing of an article; `forms` are its names in plain form, `nominal` says that it has none.

    `identity` is told where names do not tell which things of several articles are one.
    """

    id: str
    type: str
    names: tuple[str, ...]
    forms: frozenset[str]
    nominal: bool
    optional: bool
    identity: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldStatement:
    """A fact; `object` is an entity's id, or the plain form of a literal."""

    subject: str
    predicate: str
    object: str
    modality: str
    optional: bool
    evidence: str
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
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldArticle:
    """All annotations of one article, in the order of the file; `name` is the file's stem."""

    name: str
    entities: dict[str, GoldEntity]
    statements: tuple[GoldStatement, ...]
    observations: tuple[GoldObservation, ...]


def find_gold(paths: Iterable[str | Path]) -> list[Path]:
    """The files of annotations: those named, and of a folder all .jsonl directly in it, by name.

    Raises UsageError for a path that is not there and for a folder without such files.
    """
    found: list[Path] = []
    for path in map(Path, paths):
        if path.is_dir():
            inside = sorted(path.glob("*.jsonl"))
            if not inside:
                raise UsageError(f"The folder {path} has no annotations (*.jsonl); name another.")
            found += inside
        elif path.is_file():
            found.append(path)
        else:
            raise UsageError(f"There are no annotations at {path}; name a .jsonl file or a folder.")
    return found


def read_gold(path: str | Path) -> GoldArticle:
    """One file of annotations; its stem names the article.

    Raises UsageError, with the line, for what is no annotation or names an entity that is not there.
    """
    source = Path(path)
    entities: dict[str, GoldEntity] = {}
    statements: list[GoldStatement] = []
    observations: list[GoldObservation] = []
    for number, row in _read_rows(source):
        place = f"{source}:{number}"
        kind = row.get("kind")
        if kind == "entity":
            entity = _read(place, row, _read_entity)
            entities[entity.id] = entity
        elif kind == "statement":
            statements.append(_read(place, row, _read_statement))
        elif kind == "observation":
            observations.append(_read(place, row, _read_observation))
        else:
            raise UsageError(
                f"{place}: the kind is '{kind}'; it must be entity, statement or observation."
            )
    _check_ends(source, entities, statements, observations)
    return GoldArticle(
        name=source.stem,
        entities=entities,
        statements=tuple(statements),
        observations=tuple(observations),
    )


def _read_rows(source: Path) -> list[tuple[int, dict[str, Any]]]:
    try:
        lines = source.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise UsageError(f"The annotations {source} cannot be read: {reason}.") from error
    rows = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise UsageError(f"{source}:{number}: this is no JSON; mend the line.") from error
        if not isinstance(row, dict):
            raise UsageError(f"{source}:{number}: a line must be a JSON object.")
        rows.append((number, row))
    return rows


RowT = TypeVar("RowT", GoldEntity, GoldStatement, GoldObservation)


def _read(place: str, row: dict[str, Any], read: Callable[[dict[str, Any]], RowT]) -> RowT:
    try:
        return read(row)
    except KeyError as error:
        raise UsageError(f"{place}: the field {error} is missing.") from error
    except (TypeError, ValueError, AttributeError) as error:
        raise UsageError(f"{place}: a field has a wrong value ({error}).") from error


def _read_entity(row: dict[str, Any]) -> GoldEntity:
    return GoldEntity(
        id=row["id"],
        type=row["type"],
        names=tuple(row["names"]),
        forms=frozenset(format_plain(name) for name in row["names"]),
        nominal=row.get("nominal", False),
        optional=row.get("optional", False),
        identity=row.get("identity"),
    )


def _read_statement(row: dict[str, Any]) -> GoldStatement:
    qualifiers = row.get("q", {})
    amount = qualifiers.get("amount")
    return GoldStatement(
        subject=row["s"],
        predicate=row["p"],
        object=format_plain(str(row["o"])) if row.get("literal") else row["o"],
        modality=row["modality"],
        optional=row.get("optional", False),
        evidence=row.get("evidence", ""),
        title=qualifiers.get("title"),
        amount=(float(amount["value"]), amount["unit"]) if amount else None,
        attributed_to=row.get("attributedTo"),
    )


def _read_observation(row: dict[str, Any]) -> GoldObservation:
    return GoldObservation(
        subject=row["s"],
        measure=row["measure"],
        value=_read_number(row.get("value")),
        change=_read_number(row.get("change")),
        unit=row.get("unit"),
        comparator=row.get("comparator"),
        period=row.get("period"),
        optional=row.get("optional", False),
        evidence=row.get("evidence", ""),
    )


def _read_number(value: Any) -> float | None:
    return None if value is None else float(value)


def _check_ends(
    source: Path,
    entities: dict[str, GoldEntity],
    statements: list[GoldStatement],
    observations: list[GoldObservation],
) -> None:
    subjects = [row.subject for row in statements] + [row.subject for row in observations]
    for subject in subjects:
        if subject not in entities:
            raise UsageError(
                f"{source}: '{subject}' is the subject of a row and no entity of the file."
            )
