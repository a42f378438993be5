"""Confidence in articles that nobody has read: at most the rule's, less where the sentence is long."""

from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.certainty import temper
from kg.model.document import Document
from kg.model.mention import Mention
from kg.pipeline import Pipeline

_SHARES = st.floats(min_value=0.01, max_value=1.0)
_DISTANCES = st.none() | st.integers(min_value=0, max_value=2_000)


@given(_SHARES, _DISTANCES, st.booleans())
def test_no_claim_is_surer_than_its_rule(
    stated: float, distance: int | None, nameless: bool
) -> None:
    """Rounding to two digits aside."""
    assert 0 <= temper(stated, distance, nameless=nameless) <= stated + 0.005


@given(_SHARES, _SHARES, _DISTANCES, st.booleans())
def test_the_order_of_rules_stays(
    one: float, other: float, distance: int | None, nameless: bool
) -> None:
    """A surer rule's claim is surer, the rest being the same."""
    low, high = sorted([one, other])
    assert temper(low, distance, nameless=nameless) <= temper(high, distance, nameless=nameless)


@given(_SHARES, st.integers(0, 2_000), st.integers(0, 2_000), st.booleans())
def test_farther_is_never_surer(stated: float, near: int, far: int, nameless: bool) -> None:
    """What stands far apart was wrong more often."""
    near, far = sorted([near, far])
    assert temper(stated, far, nameless=nameless) <= temper(stated, near, nameless=nameless)


def test_a_long_sentence_tells_the_same_less_surely(pipeline: Pipeline) -> None:
    """The same rule, with an aside between its two things."""
    aside = ", which was founded in 1990 and has had several owners in the years since then,"
    found = []
    for text in ("Norvik Group bought Zenda Foods.", f"Norvik Group{aside} bought Zenda Foods."):
        claims = pipeline.read(Document(identifier="x", text=text)).claims
        found += [
            c.confidence
            for c in claims
            if isinstance(c.object, Mention) and c.object.text == "Zenda Foods"
        ]
    assert len(found) == 2
    assert found[1] < found[0] <= 0.95
