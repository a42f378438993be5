"""The compact gazetteer file: equal to its sources, and whole."""

import csv
import importlib.util
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import KgError
from kg.recognition.gazetteer import load_gazetteer
from kg.recognition.gazetteer_rows import GazetteerEntry
from kg.recognition.gazetteer_table import Table, pack_entries

FOLDER = Path(__file__).parents[2] / "seeds" / "gazetteer"
SCHEMES = {"geonames": "https://sws.geonames.org/{}/"}


def load_script(name: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A script of the gazetteer's folder as a module."""
    monkeypatch.syspath_prepend(str(FOLDER))
    spec = importlib.util.spec_from_file_location(f"gazetteer_{name}", FOLDER / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    sys.modules.pop("rows", None)
    return module


def make_entry(number: int, **fields: object) -> GazetteerEntry:
    """An entry with a name of its own."""
    given_fields: dict[str, object] = {
        "id": f"city/tarka-{number}", "type": "City", "label": f"Tarka {number}", "aliases": (),
        "adjectives": (), "within": None, "same_as": (), "source": "test", "licence": "CC0-1.0",
        "ambiguous": (), "prominence": 0,
    }  # fmt: skip
    return GazetteerEntry(**{**given_fields, **fields})  # type: ignore[arg-type]


def test_the_committed_file_is_what_the_tables_give(monkeypatch: pytest.MonkeyPatch) -> None:
    """Packing the CSV files again gives the committed file, byte for byte: run pack.py after a change."""
    packed = load_script("pack", monkeypatch).pack()
    committed = (FOLDER / "gazetteer.bin").read_bytes()
    assert Table(packed).header["digest"] == Table(committed).header["digest"]
    assert packed == committed


def test_every_row_of_the_tables_is_in_the_file() -> None:
    """Each row has its entry, and no entry is without a row."""
    gazetteer = load_gazetteer()
    rows = 0
    for path in sorted(FOLDER.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                entry = gazetteer.get(row["id"])
                assert entry is not None, row["id"]
                names = (entry.label, "|".join(entry.aliases), "|".join(entry.adjectives))
                assert names == (row["label"], row["aliases"], row["adjectives"])
                assert (entry.within or "", entry.source) == (row["within"], row["source"])
                assert len(entry.same_as) == len(row["same_as"].split("|")) * bool(row["same_as"])
                rows += 1
    assert rows == len(gazetteer)


def test_the_file_tells_its_terms() -> None:
    """Attribution and licences travel in the file."""
    told = str(Table((FOLDER / "gazetteer.bin").read_bytes()).header["attribution"])
    for source in ("GeoNames", "CC-BY-4.0", "name-suggestion-index", "BSD-3-Clause", "searoute"):
        assert source in told


def test_a_damaged_file_is_told() -> None:
    """Bytes of another kind are an error, not a crash."""
    with pytest.raises(KgError, match="damaged or of another version"):
        Table(b"kg gazetteer 0\n{}\n")


def test_entries_come_back_as_they_were() -> None:
    """Every field survives, links and places of other tables too."""
    entries = [
        make_entry(1, within="country/karovia", same_as=("https://sws.geonames.org/17/",)),
        make_entry(2, within="city/tarka-1", same_as=("https://example.org/2",), prominence=7),
        make_entry(3, aliases=("Türka", "T. 3"), ambiguous=("T. 3",), link_only=True),
    ]
    table = Table(pack_entries(entries, SCHEMES, {}))
    assert sorted(table, key=lambda e: e.id) == entries
    assert [use.link_only for use in table.find_uses("Turka")] == [True]


@given(st.permutations([make_entry(n, prominence=n % 3) for n in range(6)]))
def test_the_order_of_rows_decides_only_among_equals(entries: list[GazetteerEntry]) -> None:
    """The same rows in another order are the same entries."""
    table = Table(pack_entries(entries, SCHEMES, {}))
    assert {entry.id: entry for entry in table} == {entry.id: entry for entry in entries}


@pytest.mark.parametrize(
    ("entry_id", "link"),
    [
        ("country/china", "http://www.wikidata.org/entity/Q148"),
        ("country/china", "https://sws.geonames.org/1814991/"),
        ("country/denmark", "http://www.wikidata.org/entity/Q35"),
        ("province/jiangsu", "https://sws.geonames.org/1806260/"),
        ("province/california", "https://sws.geonames.org/5332921/"),
        ("city/suzhou", "https://sws.geonames.org/1886760/"),
        ("city/suzhou-anhui", "https://sws.geonames.org/1793743/"),
        ("airport/singapore-changi-airport", "https://w3id.org/newskg/iata/SIN"),
        ("airport/singapore-changi-airport", "https://w3id.org/newskg/icao/WSSS"),
        ("port/port-of-rotterdam", "https://vocabulary.uncefact.org/unlocode#NLRTM"),
        ("port/port-of-colombo", "https://vocabulary.uncefact.org/unlocode#LKCMB"),
        ("intergovernmental-body/united-nations", "http://www.wikidata.org/entity/Q1065"),
        ("company/siemens", "http://www.wikidata.org/entity/Q81230"),
    ],
)
def test_known_things_are_linked(entry_id: str, link: str) -> None:
    """Places lead to GeoNames, countries and bodies to Wikidata, hubs to their codes."""
    entry = load_gazetteer().get(entry_id)
    assert entry is not None
    assert link in entry.same_as


def test_a_link_leads_from_one_entry() -> None:
    """No two entries are the same thing elsewhere."""
    links = Counter(link for entry in load_gazetteer() for link in entry.same_as)
    assert [link for link, times in links.items() if times > 1] == []


def test_names_of_organizations_make_no_mentions() -> None:
    """A company of the tables is not found in a text: only the text makes it a thing."""
    gazetteer = load_gazetteer()
    assert gazetteer.find("Siemens and Deutsche Bahn met at Deutsche Bank.") == []
    assert [entry.id for entry in gazetteer.find_linked("Siemens")] == ["company/siemens"]
