"""What stands between a subject and its verb, and the tense of the verb, hide nothing of what is told."""

import pytest

from kg.model.document import Document
from kg.pipeline import Pipeline
from kg.recognition import parse_documents


def _read(pipeline: Pipeline, text: str) -> set[tuple[str, str, str, str]]:
    document = Document(identifier="document", text=text)
    (parsed,) = parse_documents([document], pipeline.model)
    reading = pipeline.extractor.extract(pipeline.recognizer.recognize(document, parsed))
    return {
        (c.subject.text, c.predicate, text[c.object.span.start : c.object.span.end], c.modality)
        for c in reading.claims
    }


@pytest.mark.parametrize(
    ("subject", "modality"),
    [
        ("Norvik Video hired", "actual"),
        ("Norvik Video, a family business, hired", "actual"),
        ("Norvik Video, which makes films in Zenda, on Tuesday hired", "actual"),
        ("Norvik Video — long the biggest of its kind — has also hired", "actual"),
        ("Norvik Video last week hired", "actual"),
        ("Norvik Video is hiring", "actual"),
        ("Norvik Video, according to a statement, plans to hire", "planned"),
        ("Norvik Video has agreed to hire", "planned"),
        ("Norvik Video could hire", "possible"),
        ("Norvik Video will not hire", "negated"),
        ("Norvik Video did not hire", "negated"),
    ],
)
def test_a_verb_is_found_in_every_tense_and_behind_asides(
    pipeline: Pipeline, subject: str, modality: str
) -> None:
    """The rule spells "hired" alone."""
    found = _read(pipeline, f"{subject} Leixo Staff to train its moderators.")
    assert ("Leixo Staff", "supplies", "Norvik Video", modality) in found


@pytest.mark.parametrize(
    "text",
    [
        "Norvik Group beat a bid from Hentz Video to hire Leixo Staff to train its moderators.",
        "Tarka Oil, Hentz Video, hired Leixo Staff to train its moderators.",
        "Hentz Video-listed firms will hire Leixo Staff to train its moderators.",
        "Hentz Video was previously expected to hire Leixo Staff to train its moderators.",
    ],
)
def test_another_s_verb_is_not_taken(pipeline: Pipeline, text: str) -> None:
    """An infinitive of another noun, a row, a word that a name only describes, and what has changed since."""
    assert not [c for c in _read(pipeline, text) if c[1] == "supplies"]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Norvik Video has now hired Leixo Staff to train its moderators.",
            ("Leixo Staff", "supplies", "Norvik Video", "actual"),
        ),
        (
            "Leixo Media signed on Tuesday its first client, Norvik Bank.",
            ("Leixo Media", "supplies", "Norvik Bank", "actual"),
        ),
        (
            "Zenda Rail relies on Hentz Works, a family business, for spare parts.",
            ("Hentz Works", "supplies", "Zenda Rail", "actual"),
        ),
    ],
)
def test_words_inside_of_what_is_told_hide_nothing(
    pipeline: Pipeline, text: str, claim: tuple[str, str, str, str]
) -> None:
    """An adverb or a day behind the verb, an aside behind the second name."""
    assert claim in _read(pipeline, text)


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Leixo Foods is partly owned by Tarka Holdings.", "subsidiaryOf"),
        ("Nina Aalto runs past the office of Norvik Group each day.", "affiliatedWith"),
    ],
)
def test_what_weighs_or_leads_elsewhere_is_not_passed_over(
    pipeline: Pipeline, text: str, predicate: str
) -> None:
    """An adverb that parts what is told, and a preposition that looks like a time."""
    assert not [c for c in _read(pipeline, text) if c[1] == predicate]


def test_a_place_that_only_describes_a_firm_does_nothing(pipeline: Pipeline) -> None:
    """The firm agreed, and not its town."""
    text = "The Vancouver-based company has agreed with Aguas Claras, a Chilean utility, to build a plant."
    assert {c[0] for c in _read(pipeline, text) if c[1] == "cooperatesWith"} == {"company"}
