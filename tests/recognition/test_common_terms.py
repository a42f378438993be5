"""Terms in capitals that name nothing, and the names that hold such words."""

import pytest

from kg.model.document import Document
from kg.model.mention import MentionKind
from kg.pipeline import Pipeline

TERMS = [
    "Foreign Direct Investment (FDI)",
    "Profit After Tax (PAT)",
    "Letter of Intent (LoI)",
    "Memoranda of Understanding (MoUs)",
    "Build-Operate-Transfer (BOT)",
    "Micro, Small and Medium Enterprises (MSMEs)",
    "Compressed Natural Gas (CNG)",
    "Final Investment Decision (FID)",
    "Engineering, Procurement and Construction (EPC)",
    "Very Large Crude Carriers (VLCCs)",
    "Return on Equity (ROE)",
    "Artificial Intelligence (AI)",
]
NAMES = [
    "Norvik Electric Vehicles Ltd",
    "Natural Gas Corporation of Peru",
    "Ministry of Information Technology",
    "Zenda Special Economic Zone (ZSEZ)",
]


@pytest.mark.parametrize("term", TERMS)
def test_a_term_in_capitals_is_no_name(pipeline: Pipeline, term: str) -> None:
    """Neither the words nor the letters in brackets; what stands beside it is still found."""
    text = f"Norvik AG told Peru that more {term} is needed this year.\n"
    told = pipeline.read(Document(identifier="x", text=text)).mentions
    assert [m.text for m in told if m.kind is MentionKind.NAME] == ["Norvik AG", "Peru"]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_holds_a_term_stays_whole(pipeline: Pipeline, name: str) -> None:
    """More capitals beside the term make a name of it."""
    text = f"Tarka Group signed a deal with the {name} on Monday.\n"
    told = pipeline.read(Document(identifier="x", text=text)).mentions
    assert name.split(" (")[0] in {m.text for m in told if m.kind is MentionKind.NAME}


def test_a_term_in_capitals_is_what_is_measured(pipeline: Pipeline) -> None:
    """As it is in small letters."""
    text = "Peru received $1.4 billion in Foreign Direct Investment (FDI) in 2025.\n"
    (figure,) = pipeline.read(Document(identifier="x", text=text)).claims
    assert (figure.predicate, figure.subject.text) == ("observes", "Peru")
