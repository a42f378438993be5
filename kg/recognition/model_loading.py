"""Loads a spaCy pipeline without what reading needs not: a start is half of what one document costs.

spaCy brings its command line along, loads pipes that nobody asks for, and splits its list of special
words once for the language, once for the model and once for each change of a pattern.
"""

import importlib
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

_COMMAND_LINE = ("spacy.cli", "spacy.cli.info")
_STANDARD_TOKENIZER, _BARE_TOKENIZER = "spacy.Tokenizer.v1", "kg.BareTokenizer.v1"
# "U.S.-based" and "Inc.-owned" are three tokens, as "Norvik-based" is, and so is "U.S.-Canada".
_MORE_INFIXES = (
    r"(?<=[A-Za-z][.!])-(?=[a-z]{3})",
    r"(?<=[A-Z]\.[A-Z]\.)[-–](?=[A-Z][a-z]{2})",
    r"(?<=\d)%(?=-[a-z]{3})",  # "40%-owned by Norvik"
    r"(?<=\d%)-(?=[a-z]{3})",
    r"(?<=[a-z])\((?=[A-Z][A-Za-z]{0,6}[A-Z](?:\)|$))",  # "Zenda Container Terminals(ZCT)", "(DoT)"
)
# Initials that stand for one letter of other scripts; "Yu." and "Ye." end sentences with family names.
INITIALS = ("Sh.", "Kh.", "Zh.", "Ts.", "Dzh.", "Gh.", "Sch.")
# Generations of mobile networks, which the tokenizer takes for numbers and a unit as in "5 g".
_NETWORKS = ("2G", "3G", "4G", "5G", "6G")
_LEGAL_FORMS = (  # and other words that stay whole
    *("S.p.A.", "S.r.l.", "S.r.L.", "d.o.o.", "s.r.o.", "d.d.", "a.s.", "a.d."),
    *_NETWORKS,
)
_ORTH = 65  # spaCy's number of the attribute that holds a token's text


def import_spacy() -> ModuleType:
    """Imports spaCy without its command line: a third of what it loads else, none of it used.

    The package takes one function from there, `info`, to offer it. Whoever asks for it or for
    `spacy.cli` gets them still.
    """
    if any(name in sys.modules for name in ("spacy", *_COMMAND_LINE)):
        return importlib.import_module("spacy")
    standing_in = {name: ModuleType(name) for name in _COMMAND_LINE}
    vars(standing_in["spacy.cli.info"])["info"] = None
    sys.modules.update(standing_in)
    try:
        spacy = importlib.import_module("spacy")
    finally:
        for name in _COMMAND_LINE:
            del sys.modules[name]
    vars(spacy).pop("info", None)
    vars(spacy)["__getattr__"] = _find_command
    return spacy


def _find_command(name: str) -> Any:
    """What spaCy offers of its command line, loaded when it is first asked for."""
    if name == "info":
        return importlib.import_module("spacy.cli.info").info
    if name == "cli":
        return importlib.import_module("spacy.cli")
    raise AttributeError(f"module 'spacy' has no attribute '{name}'")


def load_pipeline(folder: Path, unused: Sequence[str]) -> Any:
    """The pipeline of a folder without the `unused` pipes, with more places where words are split.

    The same tokens as with spacy.load and the patterns and special words changed afterwards.
    """
    spacy = import_spacy()
    stored = folder / "tokenizer"
    if not (stored.is_file() and _has_standard_tokenizer(folder)):
        nlp = spacy.load(folder, exclude=unused)
        nlp.tokenizer.infix_finditer = _find_infixes(nlp)
        nlp.tokenizer.rules = _mend_special_words(nlp.tokenizer.rules)
        return nlp
    if not spacy.registry.has("tokenizers", _BARE_TOKENIZER):
        spacy.registry.tokenizers(_BARE_TOKENIZER, func=_make_bare_tokenizer)
    bare = {"nlp": {"tokenizer": {"@tokenizers": _BARE_TOKENIZER}}}
    nlp = spacy.load(folder, exclude=[*unused, "tokenizer"], config=bare)
    # The special words come last: each change of a pattern before would split them all again.
    nlp.tokenizer.from_disk(stored, exclude=["vocab", "infix_finditer", "exceptions"])
    nlp.tokenizer.infix_finditer = _find_infixes(nlp)
    nlp.tokenizer.rules = _mend_special_words(_read_special_words(stored))
    return nlp


def _has_standard_tokenizer(folder: Path) -> bool:
    from thinc.api import Config

    config = Config().from_disk(folder / "config.cfg", interpolate=False)
    tokenizer = config.get("nlp", {}).get("tokenizer", {})
    return bool(tokenizer == {"@tokenizers": _STANDARD_TOKENIZER})


def _make_bare_tokenizer() -> Any:
    from spacy.tokenizer import Tokenizer

    return lambda nlp: Tokenizer(nlp.vocab)


def _find_infixes(nlp: Any) -> Any:
    from spacy.util import compile_infix_regex

    return compile_infix_regex([*nlp.Defaults.infixes, *_MORE_INFIXES]).finditer


def _mend_special_words(rules: Any) -> Any:
    """The special words without "m.", with legal forms, initials of two letters and kinds of networks.

    Of "for £210m. Norvik grew" the point ends the sentence; "S.p.A." is one word, "Sh." of "Sh. Karim" too.
    """
    kept = {word: parts for word, parts in rules.items() if word != "m."}
    return kept | {form: [{_ORTH: form}] for form in (*_LEGAL_FORMS, *INITIALS)}


def _read_special_words(stored: Path) -> Any:
    from spacy.util import from_bytes

    found: list[Any] = []
    from_bytes(stored.read_bytes(), {"exceptions": found.append}, [])
    return found[0]
