"""What rules read of documents is counted, and so is what they do not."""

from kg.model.document import Document, ErrorKind, Outcome, Status
from kg.pipeline import Pipeline
from kg.rule_coverage import Coverage, measure_coverage

TEXT = (
    "Norvik Group acquired Tarka Mills in 2024.\n\n"
    "Jane Doe admires the work of Norvik Group.\n\n"
    "Jane Doe envies the people of Tarka Mills.\n\n"
    "It rained."
)


def _measure(pipeline: Pipeline, **more: int) -> Coverage:
    failed = Outcome(identifier="b.pdf", status=Status.FAILED, kind=ErrorKind.BAD_PDF)
    return measure_coverage(pipeline, [Document(identifier="a.txt", text=TEXT), failed], **more)


def test_claims_are_counted_by_rule(pipeline: Pipeline) -> None:
    """Each rule stands there once, those that never fire too."""
    coverage = _measure(pipeline)
    uses = {use.rule: use for use in coverage.uses}
    assert list(uses) == [rule.id for rule in pipeline.rules.rules]
    fired = {use.predicate for use in coverage.uses if use.claims}
    assert "acquires" in fired
    assert coverage.claims > 0
    assert {use.rule for use in coverage.never} == {r for r, use in uses.items() if not use.claims}
    assert all(use.alone <= use.claims for use in coverage.uses)


def test_sentences_that_name_things_in_vain_are_shown(pipeline: Pipeline) -> None:
    """Three sentences name two things, two of them give no claim."""
    coverage = _measure(pipeline)
    assert (coverage.documents, coverage.failed) == (1, 1)
    assert (coverage.linked, coverage.silent) == (3, 2)
    assert [sample.names for sample in coverage.samples] == [
        ("Jane Doe", "Norvik Group"),
        ("Jane Doe", "Tarka Mills"),
    ]
    assert len(_measure(pipeline, samples=1).samples) == 1


def test_the_words_between_them_are_counted(pipeline: Pipeline) -> None:
    """The verb above both names; a pair with a claim gives none."""
    coverage = _measure(pipeline)
    words = {(link.word, link.kind): link for link in coverage.links}
    admire = words["admire", "verb"]
    assert (admire.sentences, admire.rules) == (1, 0)
    assert admire.sample.sentence == "Jane Doe admires the work of Norvik Group."
    assert ("acquire", "verb") not in words
    assert len(_measure(pipeline, links=1).links) == 1


def test_nothing_read_gives_nothing(pipeline: Pipeline) -> None:
    """No division by nothing."""
    coverage = measure_coverage(pipeline, [])
    assert (coverage.linked, coverage.silent_share, coverage.links) == (0, 0.0, ())
