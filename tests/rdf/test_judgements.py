"""Judgements in the graph: each once, the surest, tied to the things that bear the names."""

from kg.model.entity import Judgement
from kg.rdf.blocks import parse_blocks
from kg.rdf.formatting import TermFormatter
from kg.rdf.judgements import describe_judgements
from kg.rdf.terms import TermMaker

from .sample import FAIR, JUDGEMENTS, NORDWIND, PACT

TERMS = TermFormatter(TermMaker("https://w3id.org/newskg/id/"))


def describe(*judgements: Judgement) -> list[str]:
    """The quads, in words."""
    return [str(quad) for quad in parse_blocks(describe_judgements(judgements, TERMS))]


def judge(score: float, *documents: str, reason: str = "short form") -> Judgement:
    """That Nordwind is Nordwind Group."""
    return Judgement(
        left="Nordwind", right="Nordwind Group", same=True, score=score, reason=reason,
        left_id=NORDWIND.id, right_id=NORDWIND.id, documents=documents,
    )  # fmt: skip


def test_one_reason_for_one_pair_is_one_judgement() -> None:
    """With the best score and all documents, in whatever order they come."""
    both = [judge(0.7, PACT.identifier), judge(0.9, FAIR.identifier)]
    (whole,) = [judge(0.9, FAIR.identifier, PACT.identifier)]
    assert describe(*both) == describe(*reversed(both)) == describe(whole)
    assert len(describe(whole, judge(0.9, reason="ledger"))) == 10 + 8


def test_a_judgement_between_names_alone_is_left_out() -> None:
    """What no thing of the graph bears cannot be asked for."""
    assert describe(JUDGEMENTS[-1]) == []


def test_the_link_to_a_document_is_in_its_graph() -> None:
    """All else stands in the default graph, as with statements."""
    quads = list(parse_blocks(describe_judgements(JUDGEMENTS, TERMS)))
    linked = [quad for quad in quads if quad.predicate.value.endswith("#judgedFrom")]
    assert len(linked) == 4
    assert all(quad.graph_name == quad.object for quad in linked)
    assert {str(q.graph_name) for q in quads if q not in linked} == {"DEFAULT"}


def test_a_verdict_is_one_of_three() -> None:
    """A likeness that nobody decided is neither same nor different."""
    assert [j.verdict for j in JUDGEMENTS] == ["same", "different", "undecided", "different"]
