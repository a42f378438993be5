"""The time of a whole text of statistics, told once."""

from kg.model.document import Document
from kg.model.mention import Mention
from kg.model.period import Period
from kg.pipeline import Pipeline

TEXT = """Zenda's trade gap widens

Kenya's exports reached $5 billion in January-October 2018, the statistics office said.

Peruvian imports amounted to $7 billion, and Malawi's exports to $2 billion.

In June alone, Kenya's exports came to $400 million.

Malawi shipped six percent of its exports to Kenya. Kenya has reserves of $9 billion.

Kenya plans exports of $8 billion. Peru's exports rose to $3 billion from $2 billion a year earlier.
"""


def test_figures_go_on_with_the_time_of_the_lead(pipeline: Pipeline) -> None:
    """What flows in a time does, in sentences without another; what stands or is planned does not."""
    periods = _read_periods(pipeline, TEXT)
    frame = "2018-01/2018-10"
    assert periods["$5 billion"] == periods["$7 billion"] == periods["six percent"] == frame
    assert periods["$400 million"] == "2018-06"
    assert periods.get("$9 billion") is None
    assert periods.get("$8 billion") is None
    assert periods["$3 billion"] == frame
    assert periods["$2 billion"] in {frame, "2017-01/2017-10"}


PLANNED = """Zenda Yarns' revenue grew 16 per cent to $38 million.

A mill that will lift its exports is expected to go on stream in the third quarter of 2027.

Imports of wool rose to $40 million.
"""
RATES = """Dutch exports reached $5 billion in May 2024, the statistics office said.

The port of Rotterdam handles imports of 640,000 tonnes annually.

The port of Hamburg handles exports of 80,000 tonnes a year.
"""


def test_a_planned_time_is_not_that_of_the_text(pipeline: Pipeline) -> None:
    """The quarter in which a mill is to open says nothing of its owner's revenue."""
    periods = _read_periods(pipeline, PLANNED)
    assert periods, "no figure read"
    assert set(periods.values()) == {None}


def test_a_rate_of_every_year_is_not_of_the_month_of_the_text(pipeline: Pipeline) -> None:
    """What a port handles a year is no figure of last May."""
    periods = _read_periods(pipeline, RATES)
    assert periods.pop("$5 billion") == "2024-05"
    assert "2024-05" not in periods.values()


def _read_periods(pipeline: Pipeline, text: str) -> dict[str, str | None]:
    """The period of each figure told, by its words."""
    return {
        claim.object.text: found.edtf if isinstance(found, Period) else None
        for claim in pipeline.read(Document(identifier="x", text=text)).claims
        if claim.predicate == "observes" and isinstance(claim.object, Mention)
        for found in (claim.find_qualifier("period"),)
    }
