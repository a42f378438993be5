"""A pipeline is loaded with less work than spaCy takes for it, and reads the same."""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, registry

from kg.recognition.model_loading import (
    _LEGAL_FORMS,
    _MORE_INFIXES,
    _ORTH,
    INITIALS,
    load_pipeline,
)
from kg.recognition.nlp import BUNDLED_MODEL, find_model

UNUSED = ("attribute_ruler", "senter")
TEXTS = (
    "The U.S.-based group can't say what they'll build; it's gonna cost $2.5m, i.e. a lot (:",
    "At 9 a.m. on Jan. 5, Dr. Jane Moreau's firm, Norvik Inc.-owned, re-opened www.norvik.example/a-b.",
)


def load_plainly() -> Any:
    """As spaCy loads it, its patterns and special words changed afterwards."""
    nlp: Any = spacy.load(find_model(BUNDLED_MODEL)[1])
    infixes = compile_infix_regex([*nlp.Defaults.infixes, *_MORE_INFIXES])
    nlp.tokenizer.infix_finditer = infixes.finditer
    nlp.tokenizer.rules = {k: v for k, v in nlp.tokenizer.rules.items() if k != "m."} | {
        form: [{_ORTH: form}] for form in (*_LEGAL_FORMS, *INITIALS)
    }
    return nlp


def describe(nlp: Any) -> list[tuple[str, str, str, str, str]]:
    """What the pipes say of the texts, and how every special word is split."""
    texts = [*TEXTS, " ".join(sorted(nlp.tokenizer.rules))]
    return [
        (token.text, token.norm_, token.tag_, token.dep_, token.ent_type_)
        for document in nlp.pipe(texts, disable=[*UNUSED, "lemmatizer"])
        for token in document
    ]


def test_it_reads_what_spacy_reads() -> None:
    """The same tokens, norms, tags, dependencies and names, with the same special words."""
    plain, mine = load_plainly(), load_pipeline(find_model(BUNDLED_MODEL)[1], UNUSED)
    assert mine.tokenizer.rules == plain.tokenizer.rules
    assert mine.tokenizer.to_bytes(exclude=["vocab"]) == plain.tokenizer.to_bytes(exclude=["vocab"])
    assert describe(mine) == describe(plain)


def test_a_tokenizer_of_another_kind_is_kept(tmp_path: Path) -> None:
    """A pipeline that names its own is loaded as spaCy does it."""
    made = []

    def make() -> Any:
        def create(nlp: Any) -> Any:
            made.append(nlp)
            return Tokenizer(nlp.vocab)

        return create

    registry.tokenizers("kg_tests.Tokenizer.v1", func=make)
    folder = tmp_path / "model"
    shutil.copytree(find_model(BUNDLED_MODEL)[1], folder)
    config = (folder / "config.cfg").read_text(encoding="utf-8")
    config = config.replace("spacy.Tokenizer.v1", "kg_tests.Tokenizer.v1")
    (folder / "config.cfg").write_text(config, encoding="utf-8")
    nlp = load_pipeline(folder, UNUSED)
    assert made == [nlp]
    assert [token.text for token in nlp.tokenizer("Inc.-owned")] == ["Inc.", "-", "owned"]


@pytest.mark.parametrize("wanted", ["spacy.cli.download", "spacy.info"])
def test_the_command_line_of_spacy_is_there_for_who_asks(wanted: str) -> None:
    """It is not loaded with kg, and is none the less what it was."""
    script = (
        "import sys\n"
        "from kg.recognition.model_loading import import_spacy\n"
        "spacy = import_spacy()\n"
        "assert 'spacy.cli' not in sys.modules\n"
        f"assert callable({wanted})\n"
        "assert not hasattr(spacy, 'no_such_thing')\n"
        "assert 'weasel' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_reading_needs_no_command_line_of_spacy() -> None:
    """Nothing that kg imports brings it along by the way; a start without it is a third shorter."""
    script = (
        "import sys\n"
        "from kg.pipeline import BuildOptions, Pipeline\n"
        "assert 'spacy' not in sys.modules\n"
        "Pipeline(BuildOptions()).check()\n"
        "assert 'spacy' in sys.modules\n"
        "assert 'spacy.cli' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
