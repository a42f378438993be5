"""YAML and word lists are read strictly: text stays text, slips are told with their line."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import RuleError
from kg.lexicon import load_lexicon, read_word_lists
from kg.strictyaml import parse_yaml, read_yaml

PATH = Path("tried.yaml")
# JSON escapes characters beyond 0xFFFF in two halves, which YAML does not put together.
TEXT = st.text(st.characters(max_codepoint=0xFFFF, exclude_categories=["Cs"]), max_size=8)
CONTENT = st.recursive(
    TEXT,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(TEXT, inner, max_size=3)),
    max_leaves=10,
)


@given(CONTENT.filter(lambda c: not isinstance(c, str)))
def test_texts_lists_and_mappings_are_read_as_written(content: object) -> None:
    """What holds only text (here as JSON, which YAML contains) comes back unchanged."""
    assert parse_yaml(json.dumps(content), PATH) == content


WORDS = "NO yes on ~ null 0012 12:30 1e3 0x1f 2024-01-01 .5 1_000"


@pytest.mark.parametrize("word", WORDS.split())
def test_words_stay_text(word: str) -> None:
    """No word becomes a truth value, number, date or nothing."""
    assert parse_yaml(f"word: {word}", PATH) == {"word": word}


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, "'a' stands twice"),
        ("a:\n  b: 1\n  b: 2\n", 3, "'b' stands twice"),
        ("a: !!python/name:os.system x\n", 1, "tag"),
        ("a: 1\nb: !thing x\n", 2, "tag"),
        ("a: &x [1]\nb: *x\n", 2, "aliases"),
        ("a: [1\n", 2, "not valid YAML"),
        ("a: 1\n\tb: 2\n", 2, "not valid YAML"),
        ("? [a, b]\n: c\n", 1, "key must be plain text"),
        ("a: 1\n---\nb: 2\n", 2, "not valid YAML"),
        ("[" * 30 + "]" * 30, 1, "nested more than"),
        ("a: \0", 1, "not valid YAML"),
    ],
)
def test_a_slip_is_told_with_its_line(text: str, line: int, told: str) -> None:
    """Duplicate keys, tags, aliases, odd keys, further documents and depth are errors."""
    with pytest.raises(RuleError) as caught:
        parse_yaml(text, PATH)
    assert str(caught.value).startswith(f"tried.yaml:{line}: ")
    assert told in str(caught.value)


def test_an_empty_file_is_an_empty_mapping(tmp_path: Path) -> None:
    """Comments alone hold nothing."""
    path = tmp_path / "empty.yaml"
    path.write_text("# nothing yet\n", encoding="utf-8")
    assert read_yaml(path) == {}


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"a: x\n" * 500_000])
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, content: bytes) -> None:
    """Other encodings and huge files are errors that name the file."""
    path = tmp_path / "odd.yaml"
    path.write_bytes(content)
    with pytest.raises(RuleError, match=r"odd\.yaml:1: "):
        read_yaml(path)


def write(folder: Path, text: str) -> Path:
    """A word list of that text."""
    path = folder / "words.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_lists_and_mappings_of_words(tmp_path: Path) -> None:
    """Lists are written with commas or as lists; mappings are turned to word and target."""
    lists = read_word_lists(
        write(tmp_path, "verbs: buy, set  up\nnouns: [deal, pact]\nheads:\n  City: city, town\n")
    )
    assert lists.get("verbs") == {"buy", "set up"}
    assert lists.get("nouns") == {"deal", "pact"}
    assert lists.get_mapping("heads") == {"city": "City", "town": "City"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("verbs: buy,, sell\n", "empty word"),
        ("heads:\n  City: town\n  Town: town\n", "'town' stands twice"),
        ("- buy\n", "mapping"),
    ],
)
def test_a_slip_in_a_word_list_is_told(tmp_path: Path, text: str, told: str) -> None:
    """Empty words and words with two targets are errors."""
    with pytest.raises(RuleError, match=told):
        read_word_lists(write(tmp_path, text))


def test_an_unknown_list_names_those_there_are(tmp_path: Path) -> None:
    """Asking for a list, a mapping or a file that is not there says what there is."""
    lists = read_word_lists(write(tmp_path, "verbs: buy\nheads:\n  City: city\n"))
    with pytest.raises(RuleError, match="no list 'verb'; there are verbs"):
        lists.get("verb")
    with pytest.raises(RuleError, match="no mapping 'head'; there are heads"):
        lists.get_mapping("head")
    with pytest.raises(RuleError, match=r"there are .*names.*scope"):
        load_lexicon("no-such-lexicon")
