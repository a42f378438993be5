"""One build of the annotated articles for all tests of quality."""

import pytest

import kg
from kg.evaluation import Score

from .floors import build_graph, score_articles


@pytest.fixture(scope="session")
def graph() -> kg.Graph:
    """The graph of the annotated articles."""
    return build_graph()


@pytest.fixture(scope="session")
def score(graph: kg.Graph) -> Score:
    """Its score."""
    return score_articles(graph)
