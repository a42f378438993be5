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
    claims = pipeline.read(Document(identifier="x", text=TEXT)).claims
    periods = {
        claim.object.text: found.edtf if isinstance(found, Period) else None
        for claim in claims
        if claim.predicate == "observes" and isinstance(claim.object, Mention)
        for found in (claim.find_qualifier("period"),)
    }
    frame = "2018-01/2018-10"
    assert periods["$5 billion"] == periods["$7 billion"] == periods["six percent"] == frame
    assert periods["$400 million"] == "2018-06"
    assert periods.get("$9 billion") is None
    assert periods.get("$8 billion") is None
    assert periods["$3 billion"] == frame
    assert periods["$2 billion"] in {frame, "2017-01/2017-10"}
