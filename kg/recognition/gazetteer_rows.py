"""Strict reading of gazetteer files: CSV text to entries."""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import RuleError

_REQUIRED = (
    "id", "type", "label", "aliases", "adjectives", "within", "same_as", "source", "licence",
)  # fmt: skip
_OPTIONAL = ("ambiguous", "prominence", "link_only")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*")
_IRI = re.compile(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class GazetteerEntry:
    """One known thing.

    `id` is its graph id, `within` that of the place that contains it. `ambiguous` are those of its
    names that also mean other things. `prominence` orders entries that share a name (for places it
    is thousands of inhabitants). The names of a `link_only` entry make no mentions: they tell which
    thing a name is that the text itself shows to be one.
    """

    id: str
    type: str
    label: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    within: str | None
    same_as: tuple[str, ...]
    source: str
    licence: str
    ambiguous: tuple[str, ...]
    prominence: int
    link_only: bool = False


def read_text(path: Path) -> str:
    """The content of a gazetteer file. Raises RuleError where it is no readable UTF-8 text."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError(
            f"{path.name}:1: the gazetteer file cannot be read ({error}); give a CSV file in UTF-8."
        ) from error


def parse_rows(
    content: str, name: str, schemes: Mapping[str, str]
) -> Iterator[tuple[int, GazetteerEntry]]:
    """Line number and entry of every row. Raises RuleError at the first row that is wrong.

    `schemes` are the IRIs, with {} for a code, that the prefixes of links stand for.
    """
    reader = csv.reader(io.StringIO(content, newline=""), strict=True)
    try:
        header = next(reader, [])
        _check_header(header, name)
        for cells in reader:
            if not cells:
                continue
            if len(cells) != len(header):
                raise RuleError(
                    f"{name}:{reader.line_num}: {len(cells)} cells where the header has "
                    f"{len(header)}; quote cells that hold a comma."
                )
            row = dict(zip(header, cells, strict=True))
            yield reader.line_num, _parse_entry(row, f"{name}:{reader.line_num}", schemes)
    except csv.Error as error:
        raise RuleError(
            f"{name}:{reader.line_num}: not well-formed CSV ({error}); mend the quotes of the row."
        ) from error


def _check_header(header: Sequence[str], name: str) -> None:
    missing = [column for column in _REQUIRED if column not in header]
    if missing:
        raise RuleError(f"{name}:1: the column '{missing[0]}' is missing; add it to the header.")
    known = (*_REQUIRED, *_OPTIONAL)
    wrong = [c for i, c in enumerate(header) if c not in known or c in header[:i]]
    if wrong:
        raise RuleError(
            f"{name}:1: the column '{wrong[0]}' is unknown or given twice; "
            f"the columns are {', '.join(known)}."
        )


def _parse_entry(row: Mapping[str, str], where: str, schemes: Mapping[str, str]) -> GazetteerEntry:
    for column in ("type", "label", "source", "licence"):
        if not row[column].strip():
            raise RuleError(f"{where}: the cell '{column}' is empty; fill it in.")
    if not _ID.fullmatch(row["id"]):
        raise RuleError(
            f"{where}: '{row['id']}' is no graph id; write type/slug, like country/sri-lanka."
        )
    same_as = tuple(expand_link(link, schemes) for link in _split(row["same_as"]))
    for iri in same_as:
        if not _IRI.fullmatch(iri):
            raise RuleError(f"{where}: '{iri}' in same_as is no IRI; write it in full.")
    prominence = row.get("prominence", "") or "0"
    if not (prominence.isascii() and prominence.isdigit() and len(prominence) < 10):
        raise RuleError(f"{where}: the prominence '{prominence}' is no whole number; correct it.")
    if row.get("link_only", "") not in ("", "yes"):
        raise RuleError(f"{where}: link_only is '{row['link_only']}'; write yes or nothing.")
    aliases = _split(row["aliases"])
    label = row["label"]
    return GazetteerEntry(
        id=row["id"],
        type=row["type"],
        label=label,
        aliases=aliases,
        adjectives=_split(row["adjectives"]),
        within=row["within"] or None,
        same_as=same_as,
        source=row["source"],
        licence=row["licence"],
        ambiguous=_parse_ambiguous(row.get("ambiguous", ""), (label, *aliases), where),
        prominence=int(prominence),
        link_only=row.get("link_only") == "yes",
    )


def _parse_ambiguous(cell: str, names: tuple[str, ...], where: str) -> tuple[str, ...]:
    """The ambiguous names: "yes" means label and aliases, otherwise the cell lists them."""
    if cell in ("", "no"):
        return ()
    if cell == "yes":
        return names
    listed = _split(cell)
    for name in listed:
        if name not in names:
            raise RuleError(
                f"{where}: '{name}' in ambiguous is neither label nor alias of the row; "
                "write yes, or names that the row has."
            )
    return listed


def expand_link(link: str, schemes: Mapping[str, str]) -> str:
    """The IRI of a link that may be written with the prefix of a scheme: "geonames:1886760"."""
    prefix, _, code = link.partition(":")
    return schemes[prefix].replace("{}", code) if prefix in schemes else link


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part) if cell else ()
