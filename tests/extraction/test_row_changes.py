"""The changes of a row, each with its sign, owner and measure."""

import pytest

from kg.model.document import Document
from kg.model.quantity import Quantity
from kg.pipeline import Pipeline

CASES = {
    "Sugar output was down 8 percent in Peru, 5 percent in Chile and 2 percent in Kenya.": {
        "Peru: Sugar output -8",
        "Chile: Sugar output -5",
        "Kenya: Sugar output -2",
    },
    "Output fell in Austria (down 2.1%) and Belgium (-1.8%).": {
        "Austria: Output -2.1",
        "Belgium: Output -1.8",
    },
    "Unemployment fell to 5.1% in Spain, 6.3% in Italy and 7% in Greece.": {
        "Spain: Unemployment None",
        "Italy: Unemployment None",
        "Greece: Unemployment None",
    },
    "Production of wheat in Peru fell by 4.1%, barley by 6% and rye by 2.5%.": {
        "Peru: Production of wheat -4.1",
        "Peru: Production of barley -6",
        "Peru: Production of rye -2.5",
    },
    "Steel output in India was up 6.2%, while Japan and Peru were down 3.1% and 2.4%.": {
        "India: Steel output 6.2",
        "Japan: Steel output -3.1",
        "Peru: Steel output -2.4",
    },
    "Cocoa shipments from Ghana fell by 8%, from Togo by 6% and from Benin by 3%, traders said.": {
        "Ghana: Cocoa shipments -8",
        "Togo: Cocoa shipments -6",
        "Benin: Cocoa shipments -3",
    },
}


@pytest.mark.parametrize("text", CASES)
def test_each_of_a_row_has_its_own_change(pipeline: Pipeline, text: str) -> None:
    """What goes on with a row rises or falls as the one before, and has an owner or measure of its own."""
    told = set()
    for claim in pipeline.read(Document(identifier="case", text=text)).claims:
        if claim.predicate == "observes":
            change = claim.find_qualifier("change")
            value = change.value if isinstance(change, Quantity) else None
            told.add(f"{claim.subject.text}: {claim.find_qualifier('measure')} {value}")
    assert told == CASES[text]
