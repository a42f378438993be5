"""Airports, from airportsdata: rows of those of large cities, links of all, link-only rows of the rest."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import airportsdata
from rows import IATA, ICAO, Row, add_source, fold, make_id

LARGE = 600  # thousands of inhabitants of the city that an airport serves
_WORD = " International"
_SOURCE, _LICENCE = "airportsdata (IATA, ICAO)", "MIT"


def build_airports(
    by_code: Mapping[str, str], cities: Iterable[Row], named: Sequence[Row]
) -> list[Row]:
    """The international airports in large cities that `named` does not have."""
    places: dict[tuple[str, str], Row] = {}
    for row in cities:
        if row.prominence >= LARGE:
            for name in (row.label, *row.aliases):
                places.setdefault((name, row.within), row)
    by_name: dict[str, list[Row]] = {}
    for (name, _), row in places.items():
        by_name.setdefault(name, []).append(row)
    taken = {row.id for row in named}
    spoken_for = {name for row in named for name in (row.label, *row.aliases)}
    rows: dict[str, Row] = {}
    for airport in _list_airports():
        name = _name(airport)
        city = next(
            (row for row in by_name.get(airport["city"], []) if _fits(row, airport, by_code)), None
        )
        row_id = make_id("Airport", name)
        if _WORD not in name or city is None or row_id in taken or name in spoken_for:
            continue
        rows[row_id] = _make_row(row_id, name, city.id, airport)
    return list(rows.values())


def link_airports(named: Sequence[Row], countries: Mapping[str, str]) -> list[Row]:
    """The rows with the codes of the one airport of their names in their country.

    `countries` are the codes of the countries by the ids of all places in them.
    """
    by_name: dict[tuple[str, str], list[Mapping[str, str]]] = defaultdict(list)
    for airport in _list_airports():
        by_name[airport["country"], _reduce(_name(airport))].append(airport)
    rows = []
    for row in named:
        if row.same_as:
            rows.append(row)
            continue
        country = countries.get(row.within, "")
        found = {
            airport["iata"]: airport
            for name in (row.label, *row.aliases)
            for airport in by_name.get((country, _reduce(name)), ())
        }
        if len(found) == 1:
            (airport,) = found.values()
            for link in _list_codes(airport):
                row = add_source(row, link, _SOURCE, _LICENCE)
        rows.append(row)
    return rows


def join_airports(named: Sequence[Row], made: Iterable[Row]) -> list[Row]:
    """All rows; one of `made` with the codes of a named airport only gives it its names."""
    by_code = {link: row.id for row in named for link in row.same_as}
    rows = {row.id: row for row in named}
    for row in made:
        known = rows.get(by_code.get(row.same_as[0], ""))
        if known is None:
            rows[row.id] = row
            continue
        names = dict.fromkeys((*known.aliases, row.label, *row.aliases))
        names.pop(known.label, None)
        rows[known.id] = replace(known, aliases=tuple(names))
    return list(rows.values())


def build_other_airports(
    by_code: Mapping[str, str], known: Iterable[Row], cities: Mapping[tuple[str, str], str]
) -> list[Row]:
    """Link-only rows of the other international airports with a name of their own in the country.

    `cities` are ids by country code and name.
    """
    linked = {link for row in known for link in row.same_as}
    spoken_for = {_reduce(name) for row in known for name in (row.label, *row.aliases)}
    by_name: dict[tuple[str, str], list[Mapping[str, str]]] = defaultdict(list)
    for airport in _list_airports():
        by_name[airport["country"], _reduce(_name(airport))].append(airport)
    rows: dict[str, Row] = {}
    for (country, reduced), (airport, *others) in sorted(by_name.items()):
        name = _name(airport)
        if others or country not in by_code or reduced in spoken_for or _WORD not in name:
            continue
        if any(link in linked for link in _list_codes(airport)):
            continue
        within = cities.get((country, airport["city"]), by_code[country])
        row_id = make_id("Airport", name, by_code[country].split("/")[1])
        rows[row_id] = _make_row(row_id, name, within, airport, link_only=True)
    return list(rows.values())


def _list_airports() -> list[Mapping[str, str]]:
    """The airports with an IATA code, by that code."""
    return [airport for _, airport in sorted(airportsdata.load("IATA").items())]


def _name(airport: Mapping[str, str]) -> str:
    return " ".join(airport["name"].split())


def _reduce(name: str) -> str:
    """The name without the words of its kind: "Munich Airport" and "Munich International"."""
    words = fold(name.replace("/", " ")).split()
    kept = [word for word in words if word not in {"airport", "international"}]
    return " ".join(kept or words)


def _list_codes(airport: Mapping[str, str]) -> list[str]:
    codes = [IATA.format(airport["iata"])]
    return [*codes, ICAO.format(airport["icao"])] if airport["icao"].isalnum() else codes


def _make_row(
    row_id: str, name: str, within: str, airport: Mapping[str, str], *, link_only: bool = False
) -> Row:
    return Row(
        id=row_id,
        type="Airport",
        label=name,
        aliases=(name.replace(_WORD, ""),) if _WORD in name else (),
        within=within,
        same_as=tuple(_list_codes(airport)),
        source=_SOURCE,
        licence=_LICENCE,
        prominence=0 if link_only else 1,
        link_only=link_only,
    )


def _fits(city: Row, airport: Mapping[str, str], by_code: Mapping[str, str]) -> bool:
    """Whether the city lies in the airport's country, as far as its row tells."""
    country = by_code.get(airport["country"], "")
    return not city.within.startswith("country/") or city.within == country
