"""Airports of large cities and capitals, from airportsdata."""

from collections.abc import Iterable, Mapping, Sequence

import airportsdata
from rows import Row, make_id

LARGE = 600  # thousands of inhabitants of the city that an airport serves
_WORD = " International"


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
    for code, airport in sorted(airportsdata.load("IATA").items()):
        name = " ".join(airport["name"].split())
        city = next(
            (row for row in by_name.get(airport["city"], []) if _fits(row, airport, by_code)), None
        )
        row_id = make_id("Airport", name)
        if _WORD not in name or city is None or row_id in taken or name in spoken_for:
            continue
        rows[row_id] = Row(
            id=row_id,
            type="Airport",
            label=name,
            aliases=(name.replace(_WORD, ""),),
            within=city.id,
            source=f"airportsdata ({code})",
            licence="MIT",
            prominence=1,
        )
    return list(rows.values())


def _fits(city: Row, airport: Mapping[str, object], by_code: Mapping[str, str]) -> bool:
    """Whether the city lies in the airport's country, as far as its row tells."""
    country = by_code.get(str(airport["country"]), "")
    return not city.within.startswith("country/") or city.within == country
