"""Parses that were mended leave no circle of heads, in which a walk upwards would never end."""

import pytest

from kg.model.document import Document
from kg.model.parse import Parse
from kg.pipeline import Pipeline


def make_parse(heads: list[int]) -> Parse:
    """A parse with these heads and nothing else that counts."""
    plain = ["x"] * len(heads)
    places = list(range(len(heads)))
    return Parse(plain, plain, plain, plain, heads, places, places, [(0, len(heads))])


@pytest.mark.parametrize(
    ("heads", "sound"),
    [
        ([0], True),
        ([1, 1, 1], True),
        ([1, 2, 0], False),
        ([0, 2, 1, 0], False),
        ([2, 0, 2, 1], True),
    ],
)
def test_a_circle_is_no_tree(heads: list[int], sound: bool) -> None:
    """Each token leads to a root, or the parse is none."""
    assert make_parse(heads).is_sound() is sound


@pytest.mark.parametrize(
    "text",
    [
        "A total of 1,400 vessels called at the Port of Tema in 2023.",
        "An average of 300 boxes a day, in excess of plans, were shipped by Norvik Group.",
        "The logistics start-up Mbali Pay has raised upwards of $3 million.",
        "Norvik Group co-hosted the Baltic Ports Forum; Peru exports up 5 pct.",
        "### the-startup-mbali-pay\nThe startup Mbali Pay has 30 staff.",
        "State-owned group Tarka Fund-funded startup Zenda Pay cut jobs.",
    ],
)
def test_what_is_mended_stays_a_tree(text: str, pipeline: Pipeline) -> None:
    """Bounds, hyphens and prefixes are put right without a circle."""
    document = Document(identifier="x", text=text)
    recognized = pipeline.recognizer.recognize(document, pipeline.parse(document)[0])
    assert recognized.parse.is_sound()
