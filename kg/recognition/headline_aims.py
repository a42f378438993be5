"""Infinitives of headlines that are misread: "Norvik to [ink] pact", "Norvik to invest $3m, [set] up mill"."""

from kg.model.parse import FINITE, Parse
from kg.recognition.headline_signers import DEALS, SIGNING, make_signing_verb
from kg.recognition.joints import copy_parse
from kg.recognition.tokens import Tokens

# Verbs whose infinitive is spelled as their past is.
_ALIKE = frozenset(["set", "cut", "put", "shut", "hit", "split", "spread", "let", "bid", "beat"])
_JOINTS = frozenset([",", "and", "&"])
_JOINED = frozenset(["ROOT", "dep", "conj"])
_LOOSE = frozenset(["dep", "advmod", "npadvmod", "nmod"])  # what hangs on an aim, and is who has it


def mend_aims(tokens: Tokens) -> Parse | None:
    """The parse with such words as what is to be done, or None where it has none."""
    mended: Parse | None = None
    for first, end in tokens.parse.sentences:
        aim = _find_aim(tokens, first, end)
        if aim is None:
            continue
        parse = mended or tokens.parse
        further = _find_further(parse, aim, end)
        loose = parse.deps[aim - 2] in _LOOSE and parse.heads[aim - 2] == aim
        hangs = parse.deps[aim] == "compound"  # "to [host] summit", a summit for the parser
        if parse.tags[aim] == "VB" and further is None and not loose and not hangs:
            continue
        mended = mended or copy_parse(parse)
        deal = parse.heads[aim]
        if hangs and (parse.tags[aim] == "VB" or parse.words[deal].lower() in DEALS):
            # "to [ink deal]": the deal hangs on "to"
            make_signing_verb(mended, aim, deal)
        mended.tags[aim], mended.lemmas[aim] = "VB", mended.words[aim]
        mended.tags[aim - 1] = "TO"
        mended.deps[aim - 1], mended.heads[aim - 1] = "aux", aim
        if loose:
            mended.deps[aim - 2] = "nsubj"
        if further is not None:
            _join(mended, first, aim, further)
            _join_names(mended, first, aim)
        mended.rehang()
    return mended


def _join_names(parse: Parse, first: int, aim: int) -> None:
    """ "[Norvik], Tarka to invest": two, and not one of whom the other says something."""
    names = [k for k in range(first, aim) if parse.heads[k] == aim and parse.tags[k][:2] == "NN"]
    if len(names) == 2 and parse.words[names[0] + 1] == "," and parse.deps[names[1]] == "nsubj":
        parse.deps[names[0]] = "nsubj"
        parse.deps[names[1]], parse.heads[names[1]] = "conj", names[0]


def _find_aim(tokens: Tokens, first: int, end: int) -> int | None:
    """The verb behind the "to" that follows the name or noun with which a headline begins."""
    tags = tokens.parse.tags
    to = next((k for k in range(first + 1, end - 1) if tokens.lower[k] == "to"), None)
    if to is None or tags[to - 1][:2] != "NN" or tokens.capital[to + 1]:
        return None
    if any(tag[:2] == "VB" for tag in tags[first:to]):
        return None
    signs = tokens.lower[to + 1] in SIGNING and tags[to + 1] == "NN"
    alone = all(tags[k] not in FINITE for k in range(to + 1, end) if not _is_alike(tokens, k))
    return to + 1 if alone and (signs or tags[to + 1] == "VB") else None


def _is_alike(tokens: Tokens, k: int) -> bool:
    return tokens.words[k] in _ALIKE and tokens.words[k - 1] in _JOINTS


def _find_further(parse: Parse, aim: int, end: int) -> int | None:
    """A second thing that is to be done, taken for what was done."""
    for k in range(aim + 2, end):
        alike = parse.words[k] in _ALIKE and parse.words[k - 1] in _JOINTS
        if alike and parse.tags[k] in {"VBD", "VBP", "VBN"} and parse.deps[k] in _JOINED:
            return k
    return None


def _join(parse: Parse, first: int, aim: int, further: int) -> None:
    """The headline hangs on what is first to be done, the second thing beside it."""
    parse.tags[further] = "VB"
    if parse.deps[further] == "ROOT":
        name = parse.heads[aim]
        parse.deps[aim], parse.heads[aim] = "ROOT", aim
        if first <= name < aim:
            parse.deps[name], parse.heads[name] = "nsubj", aim
        for k in range(first, aim):
            if parse.heads[k] == further:
                parse.heads[k] = aim
            if parse.heads[k] == name and parse.deps[k] == "appos":
                parse.deps[k] = "conj"  # "Norvik, Tarka to invest"
    parse.deps[further], parse.heads[further] = "conj", aim
