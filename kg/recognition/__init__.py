"""Text to mentions: the spaCy pipeline, names, titles, values, nominals and what they refer to."""

from kg.recognition.gazetteer import Gazetteer, GazetteerEntry, load_gazetteer
from kg.recognition.nlp import Model, load_model
from kg.recognition.parsing import ParsedDocument, parse_documents
from kg.recognition.recognizing import Recognizer

__all__ = [
    "Gazetteer",
    "GazetteerEntry",
    "Model",
    "ParsedDocument",
    "Recognizer",
    "load_gazetteer",
    "load_model",
    "parse_documents",
]
