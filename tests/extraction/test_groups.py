"""Which names a plural such as "the companies" stands for, against a table of texts."""

from pathlib import Path
from typing import Any

import pytest
from case_tables import read_table

from kg.extraction.arguments import ArgumentFinder
from kg.model.document import Document
from kg.pipeline import Pipeline
from kg.recognition import parse_documents

CASES = read_table(Path(__file__).parent / "cases" / "groups.yaml")


@pytest.mark.parametrize("case", CASES)
def test_a_plural_stands_for_names(pipeline: Pipeline, case: dict[str, Any]) -> None:
    """The names are found in order, none where they do not stand out."""
    document = Document(identifier="case", text=case["text"])
    parsed = next(parse_documents([document], pipeline.model))
    recognized = pipeline.recognizer.recognize(document, parsed)
    arguments = ArgumentFinder(recognized, pipeline.ontology)
    token = max(k for k, word in enumerate(parsed.parse.words) if word == case["word"])
    assert [m.text for m in arguments.groups.find(token)] == case["are"]
