"""Our encoder and name decoder give what spaCy's own pipes give with the same weights."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.recognition import Model
from kg.recognition.model_loading import load_pipeline
from kg.recognition.name_decoding import NameDecoder, install_decoder
from kg.recognition.nlp import BUNDLED_MODEL, find_model
from kg.recognition.token_vectors import install_encoder

SEEDS = sorted((Path(__file__).parents[2] / "seeds" / "articles").glob("*.txt"))
WORDS = [
    "Norvik",
    "Group",
    "of",
    "Zenda",
    "Jane",
    "Doe",
    "said",
    "on",
    "Monday",
    "3",
    "May",
    "2025",
    "that",
    "$5",
    "billion",
    ",",
    "the",
    "Port",
    "Antwerp",
    "and",
    "EU",
    "signed",
    "(",
    ")",
    ".",
    '"',
    "'",
    ";",
    "-",
    "will",
    "be",
    "first",
    "Ltd",
    ".",
    "New",
    "York-based",
    "12",
    "%",
    "Chinese",
]
TEXTS = [
    "",
    " ",
    "\n\n  \n",
    "Zenda",
    "Jane Doe",
    "Jane  Doe\tof   Norvik",
    "New York",
    "On Monday. Jane Doe. Tuesday. Norvik Group Ltd. of Antwerp, Belgium.",
    "Antwerp " * 300,
    "2024 2025 $ 5 million",
    "日本 ÄÖÜ Łódź — “Norvik” 🚢",
]


@pytest.fixture(scope="module")
def stock() -> Any:
    """The same pipeline as spaCy runs it."""
    _, folder = find_model(BUNDLED_MODEL)
    nlp = load_pipeline(folder, ("attribute_ruler", "senter"))
    nlp.remove_pipe("lemmatizer")
    return nlp


def describe(docs: Iterator[Any]) -> list[Any]:
    """All that is read from a parse."""
    return [
        (
            doc.to_array(["TAG", "DEP", "HEAD", "SENT_START", "ENT_IOB", "ENT_TYPE"]).tolist(),
            [(e.start, e.end, e.label_) for e in doc.ents],
        )
        for doc in docs
    ]


def compare(stock: Any, model: Model, texts: Sequence[str]) -> list[Any]:
    """Asserts that both read the same, and gives it."""
    ours = describe(model.nlp.pipe(texts))
    assert ours == describe(stock.pipe(texts))
    return ours


def test_articles_are_read_the_same(stock: Any, model: Model) -> None:
    """Tags, trees, sentences and names of the seed articles, all paragraphs in one batch."""
    texts = [p for path in SEEDS for p in path.read_text(encoding="utf-8").split("\n") if p]
    found = compare(stock, model, texts)
    assert sum(len(names) for _, names in found) > 100


def test_odd_texts_are_read_the_same(stock: Any, model: Model) -> None:
    """Empty ones, spaces, one word, long ones, other scripts; alone and together."""
    compare(stock, model, TEXTS)
    for text in TEXTS:
        compare(stock, model, [text])


@settings(max_examples=60)
@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=40), min_size=1, max_size=6))
def test_any_words_are_read_the_same(stock: Any, model: Model, words: list[list[str]]) -> None:
    """Whatever order names, values and marks stand in."""
    compare(stock, model, [" ".join(text) for text in words])


def test_what_is_read_does_not_depend_on_the_batch(model: Model) -> None:
    """Every bit of the vectors of a text is the same alone and among others, and so is all that is read."""
    texts = [
        "Norvik Group opened a plant in Antwerp.",
        "Zenda",
        *["Jane Doe leads Zenda Port."] * 200,
    ]
    together, alone = list(model.nlp.pipe(texts)), [model.nlp(text) for text in texts]
    assert all(np.array_equal(a.tensor, b.tensor) for a, b in zip(together, alone, strict=True))
    assert describe(iter(together)) == describe(iter(alone))


def test_the_pipes_are_in_place(model: Model) -> None:
    """The bundled model is of the kind that is known: else all would be right and slow."""
    assert isinstance(model.nlp.get_pipe("ner"), NameDecoder)
    assert model.nlp.pipe_names == ["tok2vec", "tagger", "parser", "ner"]


def test_other_kinds_of_pipes_are_left_alone(stock: Any) -> None:
    """An encoder or recognizer of another build goes on as spaCy made it."""
    import spacy

    blank = spacy.blank("en")
    blank.add_pipe("ner", config={"model": {"@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "ner", "extra_state_tokens": True, "hidden_width": 8, "maxout_pieces": 2,
        "use_upper": True, "tok2vec": {"@architectures": "spacy.HashEmbedCNN.v2", "width": 8,
        "depth": 1, "embed_size": 50, "window_size": 2, "maxout_pieces": 2, "subword_features": True,
        "pretrained_vectors": None}}})  # fmt: skip
    kept: Any = blank.get_pipe("ner")
    kept.add_label("ORG")
    blank.initialize()
    assert not install_decoder(blank)
    assert not install_encoder(kept.model.layers[0].layers[0])
    assert blank.get_pipe("ner") is kept
    assert not install_encoder(stock.get_pipe("tagger").model)


def test_a_fast_encoder_is_not_trained(model: Model) -> None:
    """What computes no gradient says so."""
    doc = model.nlp.make_doc("Zenda")
    with pytest.raises(ValueError, match="load the model with spaCy to train it"):
        model.nlp.get_pipe("tok2vec").model([doc], is_train=True)
