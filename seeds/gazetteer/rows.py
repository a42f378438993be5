"""One row of the gazetteer while it is built."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kg.model.ids import format_slug

COLUMNS = (
    "id", "type", "label", "aliases", "adjectives", "within", "same_as", "source", "licence",
    "ambiguous", "prominence", "link_only",
)  # fmt: skip
SOURCES = Path(__file__).parent / "sources"
OWN_SOURCE = "written for kg"
OWN_LICENCE = "Apache-2.0"
GEONAMES_LICENCE = "CC-BY-4.0"
GEONAMES = "geonames:{}"  # prefixes of sources/schemes.txt
WIKIDATA = "wikidata:{}"
IATA = "iata:{}"
ICAO = "icao:{}"
LOCODE = "unlocode:{}"
_DROPPED = re.compile("[\u0300-\u036f'\u2019\u2018\u02bb\u02bc\u02bf`.]")
_MARK = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row to be written. `code`, not written, is a country's in ISO 3166-1, a division's in GeoNames."""

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
    link_only: bool = False
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
            "yes" if self.link_only else "",
        )


def make_id(entity_type: str, label: str, *more: str) -> str:
    """The graph id: "transport-corridor/china-europe-railway-express"."""
    kind = "".join(f"-{c.lower()}" if c.isupper() else c for c in entity_type).strip("-")
    return f"{kind}/{format_slug(' '.join((label, *more)))}"


def add_source(row: Row, link: str, source: str, licence: str) -> Row:
    """The row with one link more, and where that comes from."""
    if link in row.same_as:
        return row
    known = source in row.source.split("; ")
    return replace(
        row,
        same_as=(*row.same_as, link),
        source=row.source if known else f"{row.source}; {source}",
        licence=row.licence if known else f"{row.licence}; {licence}",
    )


def fold(name: str) -> str:
    """The name without case, accents, apostrophes and other marks: equal ones are spelled alike."""
    letters = unicodedata.normalize("NFKD", name.replace("ı", "i").replace("đ", "d").casefold())
    return " ".join(_MARK.sub(" ", _DROPPED.sub("", letters)).split())


def read_lines(path: Path) -> Iterator[list[str]]:
    """The cells of each line that is neither empty nor a comment."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield [cell.strip() for cell in line.split(" ;")]


def split(cell: str) -> tuple[str, ...]:
    """The parts of a |-separated cell."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())
