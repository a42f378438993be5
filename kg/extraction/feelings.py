"""What somebody felt about what was done: "was pleased to win 13 seats", "has been lucky to find oil"."""

from kg.lexicon import load_lexicon
from kg.model.parse import Parse

_TOLD = frozenset(["VBD", "VBN"])


def is_felt(parse: Parse, verb: int, feeling: int) -> bool:
    """Whether the infinitive `verb` behind a past feeling tells what came about; "will be glad to" plans."""
    if parse.words[feeling].lower() not in load_lexicon("scope").get("felt"):
        return False
    copula = parse.heads[feeling]
    if parse.lemmas[copula] != "be" or parse.lemmas[verb] == "be":
        return False
    auxiliaries = {parse.lemmas[c] for c in parse.children[copula] if parse.deps[c] == "aux"}
    return parse.tags[copula] in _TOLD and auxiliaries <= {"have"}
