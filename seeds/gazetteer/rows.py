"""One row of the gazetteer while it is built."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.model.ids import format_slug

COLUMNS = (
    "id", "type", "label", "aliases", "adjectives", "within", "same_as", "source", "licence",
    "ambiguous", "prominence",
)  # fmt: skip
SOURCES = Path(__file__).parent / "sources"
OWN_SOURCE = "written for kg"
OWN_LICENCE = "Apache-2.0"
GEONAMES_LICENCE = "CC-BY-4.0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row to be written. `code` is the ISO 3166-1 code of a country and is not written."""

    id: str
    type: str
    label: str
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    within: str = ""
    same_as: tuple[str, ...] = ()
    source: str
    licence: str
    ambiguous: tuple[str, ...] = ()
    prominence: int = 0
    code: str = ""

    def cells(self) -> tuple[str, ...]:
        """The row in the order of COLUMNS."""
        return (
            self.id,
            self.type,
            self.label,
            "|".join(self.aliases),
            "|".join(self.adjectives),
            self.within,
            "|".join(self.same_as),
            self.source,
            self.licence,
            "|".join(self.ambiguous),
            str(self.prominence or ""),
        )


def make_id(entity_type: str, label: str, *more: str) -> str:
    """The graph id: "transport-corridor/china-europe-railway-express"."""
    kind = "".join(f"-{c.lower()}" if c.isupper() else c for c in entity_type).strip("-")
    return f"{kind}/{format_slug(' '.join((label, *more)))}"


def read_lines(path: Path) -> Iterator[list[str]]:
    """The cells of each line that is neither empty nor a comment."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield [cell.strip() for cell in line.split(" ;")]


def split(cell: str) -> tuple[str, ...]:
    """The parts of a |-separated cell."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())
