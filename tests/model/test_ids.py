"""Ids come from content alone, and different content has different ids."""

import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model.ids import format_digest, format_document_id, format_slug

PARTS = st.recursive(
    st.one_of(st.none(), st.integers(), st.text(max_size=10)),
    lambda inner: st.lists(inner, max_size=3).map(tuple),
    max_leaves=8,
)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Xie Yuansheng", "xie-yuansheng"),
        ("Klaipėda", "klaipeda"),
        ("Xi'an", "xian"),
        ("Xi’an", "xian"),
        ("AT&T Inc.", "at-t-inc"),
        ("  a  b  ", "a-b"),
        ("../../etc/passwd", "etc-passwd"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
    ],
)
def test_a_slug_reads_like_its_name(text: str, slug: str) -> None:
    """Accents, case and punctuation go, words stay."""
    assert format_slug(text) == slug


@given(st.text(max_size=200))
def test_a_slug_is_short_plain_and_the_same_each_time(text: str) -> None:
    """Lower-case ASCII letters, digits and hyphens, never empty, at most 80 characters."""
    slug = format_slug(text)
    assert re.fullmatch(r"[0-9a-z]+(-[0-9a-z]+)*", slug)
    assert len(slug) <= 80
    assert format_slug(text) == slug


@given(st.text(alphabet="重庆北京上海", min_size=1), st.text(alphabet="重庆北京上海", min_size=1))
def test_names_that_ascii_cannot_spell_stay_apart(left: str, right: str) -> None:
    """Where letters are lost, a digest tells names apart."""
    assert (format_slug(left) == format_slug(right)) == (left == right)


@given(st.text(alphabet="ab", min_size=81), st.text(alphabet="ab", min_size=81))
def test_long_names_stay_apart(left: str, right: str) -> None:
    """Cutting a long name does not make it another one's."""
    assert (format_slug(left) == format_slug(right)) == (left == right)


@given(st.lists(PARTS, max_size=4), st.lists(PARTS, max_size=4))
def test_a_digest_tells_contents_apart(left: list[object], right: list[object]) -> None:
    """Equal parts have equal digests, others have others: no part can slip into its neighbour."""
    assert (format_digest(*left) == format_digest(*right)) == (left == right)


@pytest.mark.parametrize("length", [8, 16, 64])
def test_a_digest_is_hexadecimal_of_the_length_asked_for(length: int) -> None:
    """Digests are lower-case hexadecimal digits."""
    assert re.fullmatch(rf"[0-9a-f]{{{length}}}", format_digest("a", length=length))


def test_a_digest_is_the_same_in_every_process() -> None:
    """The hash seed of the process plays no part."""
    code = "from kg.model.ids import format_digest as f; print(f('a', 1, None, ('b', 2)))"
    digests = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            timeout=60,
        ).stdout
        for seed in ("0", "1", "77")
    }
    assert digests == {f"{format_digest('a', 1, None, ('b', 2))}\n".encode()}


@pytest.mark.parametrize(
    ("identifier", "stem"),
    [
        ("articles/port-expo.txt", "port-expo"),
        ("port expo.html", "port-expo"),
        ("feed.jsonl#12", "feed"),
        (".hidden", "hidden"),
        ("a/b/", "b"),
    ],
)
def test_a_document_id_shows_the_file_name(identifier: str, stem: str) -> None:
    """The name of the file can be read in the id, its folder cannot."""
    assert re.fullmatch(rf"document/{stem}-[0-9a-f]{{8}}", format_document_id(identifier))


@given(st.text(max_size=40), st.text(max_size=40))
def test_documents_have_ids_of_their_own(left: str, right: str) -> None:
    """Files of one name in two folders have two ids."""
    assert (format_document_id(left) == format_document_id(right)) == (left == right)
