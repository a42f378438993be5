"""Reads a text as far as recognition goes, and says what it found in words."""

from kg.model.document import Document
from kg.model.mention import Coreference, Mention
from kg.model.recognized import Recognized
from kg.pipeline import Pipeline
from kg.recognition import parse_documents


def recognize(pipeline: Pipeline, text: str) -> Recognized:
    """The text's mentions and coreferences."""
    document = Document(identifier="case", text=text)
    parsed = next(parse_documents([document], pipeline.model))
    return pipeline.recognizer.recognize(document, parsed)


def find_chain_name(recognized: Recognized, mention: Mention) -> str:
    """The text of the mention at the end of the chain of antecedents, its own if there is none."""
    links: dict[Mention, Coreference] = {c.mention: c for c in recognized.coreferences}
    seen = {mention}
    while mention in links and links[mention].antecedent not in seen:
        mention = links[mention].antecedent
        seen.add(mention)
    return mention.text
