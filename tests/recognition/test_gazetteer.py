"""The gazetteer: strict loading, matching, and the shipped names."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import RuleError
from kg.lexicon import load_lexicon
from kg.model.document import Span
from kg.ontology import load_ontology
from kg.recognition.gazetteer import Gazetteer, load_gazetteer

HEADER = "id,type,label,aliases,adjectives,within,same_as,source,licence,ambiguous,prominence"
KAROVIA = "country/karovia,Country,Karovia,Republic of Karovia|K.R.,Karovian,,,test,CC0-1.0,,500"


@pytest.fixture(scope="module")
def world() -> Gazetteer:
    """The shipped gazetteer."""
    return load_gazetteer()


def write(folder: Path, *rows: str, header: str = HEADER) -> Path:
    """A gazetteer file of these rows."""
    path = folder / "more.csv"
    path.write_text("\n".join((header, *rows)) + "\n", encoding="utf-8")
    return path


def find(gazetteer: Gazetteer, text: str) -> list[tuple[str, str]]:
    """What was found: the words and the id of the first candidate."""
    matches = gazetteer.find(text)
    return [(text[m.span.start : m.span.end], m.entry.id) for m in matches]


def test_extra_file_adds_names(tmp_path: Path) -> None:
    """A row of an extra file is found by label, alias and adjective, and under its id."""
    gazetteer = load_gazetteer([write(tmp_path, KAROVIA)])
    kinds = [m.alias_kind for m in gazetteer.find("Karovia, the K.R. and Karovian firms")]
    assert kinds == ["label", "alias", "adjective"]
    entry = gazetteer.get("country/karovia")
    assert entry is not None
    assert entry.prominence == 500
    assert gazetteer.find_by_name("Republic of Karovia") == (entry,)


def test_states_without_a_post_are_known(world: Gazetteer) -> None:
    """A country whose title is ruled out by its id must have that id."""
    ids = load_lexicon("posts").get_mapping("states_without")
    assert [one for one in ids if world.get(one) is None] == []


def test_digest_follows_content(tmp_path: Path, world: Gazetteer) -> None:
    """Equal files give an equal digest, one more row another."""
    more = load_gazetteer([write(tmp_path, KAROVIA)])
    assert load_gazetteer().digest == world.digest
    assert more.digest != world.digest


@pytest.mark.parametrize(
    ("row", "line", "reason"),
    [
        ("country/karovia,Country,Karovia,,,,,test", 2, "cells"),
        (KAROVIA.replace("country/karovia", "Karovia"), 2, "no graph id"),
        (KAROVIA.replace(",Country,", ",Planet,"), 2, "Planet"),
        (KAROVIA.replace(",Karovia,", ",,"), 2, "'label' is empty"),
        (KAROVIA.replace(",test,", ",,"), 2, "'source' is empty"),
        (KAROVIA.replace("CC0-1.0", " "), 2, "'licence' is empty"),
        (KAROVIA.replace(",,,test", ",region/nowhere,,test"), 2, "region/nowhere"),
        (KAROVIA.replace(",,,test", ",,not an iri,test"), 2, "no IRI"),
        (KAROVIA.replace(",,500", ",Korovia,500"), 2, "Korovia"),
        (KAROVIA.replace("500", "-5"), 2, "prominence"),
        (KAROVIA + "\n" + KAROVIA, 3, "already given at more.csv:2"),
        (
            KAROVIA.replace("country/karovia", "country/china"),
            2,
            "already given at the shipped gazetteer",
        ),
        ('country/karovia,Country,"Kar"ovia,,,,,test,CC0-1.0,,', 2, "not well-formed CSV"),
    ],
)
def test_wrong_row_is_refused(tmp_path: Path, row: str, line: int, reason: str) -> None:
    """A wrong row ends loading with an error that names file, line and reason."""
    with pytest.raises(RuleError, match=rf"^more\.csv:{line}: ") as caught:
        load_gazetteer([write(tmp_path, row)])
    assert reason in str(caught.value)


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        (HEADER.replace("licence,", ""), "'licence' is missing"),
        (HEADER + ",colour", "'colour' is unknown or given twice"),
        (HEADER + ",label", "'label' is unknown or given twice"),
        ("", "'id' is missing"),
    ],
)
def test_wrong_header_is_refused(tmp_path: Path, header: str, reason: str) -> None:
    """A header with too few, unknown or repeated columns is refused at line 1."""
    with pytest.raises(RuleError, match=r"^more\.csv:1: ") as caught:
        load_gazetteer([write(tmp_path, header=header)])
    assert reason in str(caught.value)


def test_unreadable_file_is_refused(tmp_path: Path) -> None:
    """A missing file and one that is not UTF-8 are errors that name the file."""
    path = tmp_path / "latin.csv"
    path.write_bytes(HEADER.encode() + b"\ncountry/k,Country,K\xf6nig,,,,,t,l,,\n")
    for wrong in (path, tmp_path / "absent.csv"):
        with pytest.raises(RuleError, match=rf"^{wrong.name}:1: "):
            load_gazetteer([wrong])


def test_byte_order_mark_is_skipped(tmp_path: Path) -> None:
    """A file saved with a byte order mark loads like any other."""
    path = write(tmp_path, KAROVIA)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert load_gazetteer([path]).get("country/karovia") is not None


def test_only_whole_words_match(world: Gazetteer) -> None:
    """A name inside a longer word is none; hyphens, possessives and brackets are borders."""
    text = "Malibu, Chinatown and Indianapolis; China's (Oman) U.S.-based Kenya-wide"
    assert find(world, text) == [
        ("Indianapolis", "city/indianapolis"),
        ("China", "country/china"),
        ("Oman", "country/oman"),
        ("U.S.", "country/united-states"),
        ("Kenya", "country/kenya"),
    ]


def test_longest_name_wins(world: Gazetteer) -> None:
    """A name that holds other names is one match."""
    text = "Papua New Guinea, South Sudan and the Democratic Republic of the Congo"
    assert [entry for _, entry in find(world, text)] == [
        "country/papua-new-guinea",
        "country/south-sudan",
        "country/democratic-republic-of-the-congo",
    ]


def test_shorter_name_is_found_where_the_longest_ends_inside_a_word(tmp_path: Path) -> None:
    """The longest match of whole words counts, not the longest match of letters."""
    longer = KAROVIA.replace("country/karovia", "city/k").replace(",Karovia,", ",Karovia City,")
    gazetteer = load_gazetteer([write(tmp_path, KAROVIA, longer.replace("K.R.", "K.C."))])
    assert find(gazetteer, "the Karovia Cityscape") == [("Karovia", "country/karovia")]


def test_typography_does_not_hide_names(world: Gazetteer) -> None:
    """Line breaks, no-break spaces, curly quotes and dashes match, with the text's offsets."""
    text = "Sri\nLanka, Saudi\u00a0Arabia, Xi’an, the China–Europe Railway Express 😀 Peru"
    found = find(world, text)
    assert [entry for _, entry in found] == [
        "country/sri-lanka",
        "country/saudi-arabia",
        "city/xian",
        "transport-corridor/china-europe-railway-express",
        "country/peru",
    ]
    assert found[-1][0] == "Peru"


def test_accents_may_be_missing(world: Gazetteer) -> None:
    """A name with accents is found without them."""
    assert find(world, "Sao Paulo and São Paulo") == [
        ("Sao Paulo", "city/sao-paulo"),
        ("São Paulo", "city/sao-paulo"),
    ]


def test_marks_that_the_gazetteer_leaves_out_do_not_hide_names(world: Gazetteer) -> None:
    """ "Hải Phòng" is Hai Phong; a surname with a mark is no town without it."""
    assert find(world, "From Hải Phòng to Việt Nam's border") == [
        ("Hải Phòng", "city/hai-phong"),
        ("Việt Nam", "country/vietnam"),
    ]
    assert find(world, "José Martín spoke.") == []


def test_case_counts(world: Gazetteer) -> None:
    """Words in lower case are no names."""
    assert find(world, "a china plate, a turkey, who and us") == []


def test_capitals_match(world: Gazetteer) -> None:
    """Datelines and headlines in capitals match; short ones are marked as possible acronyms."""
    text = "COLOMBO, SRI LANKA: MALI AND RIO DE JANEIRO"
    assert [entry for _, entry in find(world, text)] == [
        "city/colombo",
        "country/sri-lanka",
        "country/mali",
        "city/rio-de-janeiro",
    ]
    (lima,) = world.find("LIMA, March 3")
    (lima_in_text,) = world.find("Lima, March 3")
    assert (lima.ambiguous, lima_in_text.ambiguous) == (True, False)


@pytest.mark.parametrize(
    "name", ["Jordan", "Georgia", "Chad", "Turkey", "Mali", "Reading", "Nice", "Mobile", "Split"]
)
def test_names_that_are_also_words_are_marked(world: Gazetteer, name: str) -> None:
    """A name that is also a word or a surname is found and called ambiguous."""
    (match,) = world.find(f"It was {name} again.")
    assert match.ambiguous


def test_other_names_of_an_ambiguous_entry_are_not_marked(world: Gazetteer) -> None:
    """Only the listed names are ambiguous: "Jordanian" is no surname."""
    assert [m.ambiguous for m in world.find("Jordanian and Türkiye, not Jordan")] == [
        False,
        False,
        True,
    ]


def test_shared_names_give_all_candidates(world: Gazetteer) -> None:
    """Two cities of one name are two candidates, the more prominent first, those that only link last."""
    (suzhou,) = world.find("in Suzhou")
    above = ["province/jiangsu", "province/anhui", "city/jiuquan"]
    assert [c.within for c in suzhou.candidates] == above
    assert [c.link_only for c in suzhou.candidates] == [False, False, True]
    (wuxi,) = world.find("in Wuxi")
    assert [c.id for c in wuxi.candidates] == ["city/wuxi", "district/wuxi"]


def test_country_stands_before_its_namesakes(world: Gazetteer) -> None:
    """Of a country and a province with one name the country comes first."""
    (georgia,) = world.find("Georgia")
    assert [c.type for c in georgia.candidates][:2] == ["Country", "Province"]


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("ChinaOman U.S-’\n😀"), max_size=60))
def test_matches_are_ordered_and_apart(text: str) -> None:
    """Whatever the text, matches are in order, do not overlap and lie inside it."""
    matches = load_gazetteer_once().find(text)
    ends = [0]
    for match in matches:
        assert ends[-1] <= match.span.start < match.span.end <= len(text)
        ends.append(match.span.end)


@cache
def load_gazetteer_once() -> Gazetteer:
    """The shipped gazetteer, kept over the examples of a property."""
    return load_gazetteer()


def test_matching_is_repeatable(world: Gazetteer) -> None:
    """Two loads and two calls give equal matches."""
    text = "KUALA LUMPUR: Sydney, London, Hyderabad, the AU and Congo"
    assert world.find(text) == load_gazetteer().find(text) == world.find(text)
    assert world.find(text)[0].span == Span(0, 12)


def test_shipped_rows_are_sound(world: Gazetteer) -> None:
    """Shipped types are in the ontology, ids start with the type, places of places are places."""
    types = load_ontology().types
    for entry in world:
        kind = "".join(f"-{c.lower()}" if c.isupper() else c for c in entry.type).strip("-")
        assert entry.type in types
        assert entry.id.startswith(f"{kind}/"), entry.id
        assert entry.within != entry.id
        names = (entry.label, *entry.aliases, *entry.adjectives)
        assert max(Counter(names).values()) == 1, entry.id
        assert all(name == name.strip() and len(name) > 1 for name in names), entry.id


def test_shipped_places_contain_no_circle(world: Gazetteer) -> None:
    """Following `within` ends for every row."""
    for entry in world:
        steps, place = 0, entry.within
        while place is not None:
            container = world.get(place)
            assert container is not None
            place, steps = container.within, steps + 1
            assert steps < 8, entry.id


def test_gazetteer_stays_small() -> None:
    """The file that is read stays a few megabytes."""
    folder = Path(__file__).parents[2] / "seeds" / "gazetteer"
    assert (folder / "gazetteer.bin").stat().st_size < 5_000_000


@pytest.mark.parametrize(
    ("name", "entry_id"),
    [
        ("UAE", "country/united-arab-emirates"),
        ("Lao PDR", "country/laos"),
        ("Chongqing", "city/chongqing"),
        ("Wanzhou District", "district/wanzhou"),
        ("Rotterdam port", "port/port-of-rotterdam"),
        ("Horgos", "land-port/khorgos"),
        ("Middle Corridor", "transport-corridor/trans-caspian-international-transport-route"),
        ("China-Europe freight trains", "transport-corridor/china-europe-railway-express"),
        ("Hamad International Airport", "airport/hamad-international-airport"),
        ("BRI", "project/belt-and-road-initiative"),
        ("UNESCO", "intergovernmental-body/unesco"),
        ("Southeast Asian", "region/southeast-asia"),
        ("Strait of Hormuz", "natural-feature/strait-of-hormuz"),
    ],
)  # fmt: skip
def test_well_known_names_are_there(world: Gazetteer, name: str, entry_id: str) -> None:
    """Names that world news use every day lead to their entry."""
    assert find(world, f"about {name}, they said") == [(name, entry_id)]
