"""Values that somebody only foresaw: "beat forecasts of a 4% drop in profit", "its forecast of a 7% increase"."""

from kg.model.parse import Parse

_FORESIGHT = frozenset(
    ["forecast", "expectation", "estimate", "projection", "prediction", "consensus", "guidance"]
)
_CHANGES = frozenset(["rise", "fall", "drop", "increase", "decline", "growth", "gain", "jump"])
_PASSED = _CHANGES | {"a", "an", "the", "about", "around", "just", "only"}
_OWN = frozenset(["its", "their", "his", "her", "our"])
_LINKS = frozenset(["of", "for"])
_REACH = 6  # tokens from a value back to the forecast


def find_foresight(parse: Parse, start: int) -> int | None:
    """The noun of foresight whose content the value that begins at `start` is, or None."""
    first = max(parse.sentences[parse.sentence_of[start]][0], start - _REACH)
    k = start - 1
    while k > first and (
        parse.words[k].lower() in _PASSED | _LINKS or parse.tags[k] in {"JJ", "RB"}
    ):
        if parse.words[k].lower() in _LINKS and parse.lemmas[k - 1] in _FORESIGHT:
            return k - 1
        k -= 1
    return None


def is_of_others(parse: Parse, noun: int) -> bool:
    """Whether several foresaw it, and nobody of the text: not "its forecasts of", "Norvik's forecasts of"."""
    owners = [c for c in parse.children[noun] if parse.deps[c] == "poss"]
    if not any(parse.tags[k] == "NNS" for k in (noun, *owners)):
        return False
    named = any(parse.tags[c] in {"NNP", "NNPS"} for c in owners)
    return not named and all(parse.words[c].lower() not in _OWN for c in owners)
