"""Who buys in the deal told before: "X has bought Y. The deal follows the acquisition of Z"."""

from kg.extraction.arguments import ArgumentFinder
from kg.lexicon import load_lexicon
from kg.model.mention import SETTLED, Mention
from kg.model.parse import Parse

_VERBS = load_lexicon("nominals").get("buying_verbs")
_NOUNS = load_lexicon("nominals").get("takeover_nouns")
_BUYERS = ("Company",)
_BACK = 3  # sentences back to the deal
_STEPS = 5  # heads from "acquisition" to the verb whose subject makes it


def find_buyer(arguments: ArgumentFinder, token: int) -> Mention | None:
    """The only firm that the nearest such sentence before says to buy."""
    parse = arguments.parse
    sentence = parse.sentence_of[token]
    for before in range(sentence - 1, max(sentence - _BACK, 0) - 1, -1):
        start, end = parse.sentences[before]
        found = {buyer for k in range(start, end) for buyer in _list_buyers(k, arguments)}
        if found:
            return next(iter(found)) if len(found) == 1 else None
    return None


def _list_buyers(token: int, arguments: ArgumentFinder) -> list[Mention]:
    """Who does such a deed: "[X] has bought Y", "[X] has completed the takeover of Y"."""
    parse, verb = arguments.parse, token
    subjects: list[int] = []
    if parse.lemmas[token] in _NOUNS and parse.tags[token][:2] == "NN":
        by = [c for c in parse.children[token] if parse.words[c] == "by"]
        subjects = [k for c in by for k in parse.children[c]]
        verb = next(parse.list_verbs_above(token, _STEPS), token)
    elif parse.read_verb(token).lower() not in _VERBS or parse.tags[token][:2] != "VB":
        return []
    while not subjects and not parse.list_subjects(verb, passive=False) and _is_led(verb, parse):
        verb = parse.heads[verb]
    subjects = subjects or parse.list_subjects(verb, passive=False)
    return [
        arguments.find_first(m)
        for k in subjects
        for m in arguments.by_token.get(k, ())
        if arguments.fits(m, _BUYERS) and not arguments.fits(m, SETTLED)
    ]


def _is_led(verb: int, parse: Parse) -> bool:
    """ "has agreed [to buy]", "bought and [renamed]": whose subject is that of the verb above."""
    return parse.deps[verb] in {"xcomp", "conj"}
