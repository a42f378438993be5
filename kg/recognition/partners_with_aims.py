"""Partners that the parser takes for who does what is agreed: "signed a deal with [Ruritania] to invest $3 million"."""

from kg.lexicon import load_lexicon
from kg.model.parse import SUBJECTS, Parse
from kg.recognition.joints import copy_parse
from kg.recognition.tokens import Tokens

_WORDS = load_lexicon("triggers")
_DEALS, _SIGNING = _WORDS.get("deal_nouns"), _WORDS.get("sign")


def mend_partners(tokens: Tokens) -> Parse | None:
    """The parse with such names behind their "with" and the infinitive on the verb; None where it has none."""
    parse, mended = tokens.parse, None
    for verb, dep in enumerate(parse.deps):
        found = _find_partner(parse, verb) if dep == "pcomp" and parse.tags[verb] == "VB" else None
        if found is None:
            continue
        partner, above = found
        mended = mended or copy_parse(parse)
        mended.deps[partner], mended.heads[partner] = "pobj", parse.heads[verb]
        mended.deps[verb], mended.heads[verb] = "advcl", above
    if mended is not None:
        mended.rehang()
    return mended


def _find_partner(parse: Parse, verb: int) -> tuple[int, int] | None:
    """The partner before "to", and the verb of signing above it."""
    link = parse.heads[verb]
    if parse.lemmas[link] != "with" or all(
        parse.words[c].lower() != "to" or parse.deps[c] != "aux" for c in parse.children[verb]
    ):
        return None
    partners = [c for c in parse.children[verb] if parse.deps[c] in SUBJECTS and link < c < verb]
    above = next(parse.list_verbs_above(parse.heads[link], 4), None)
    if len(partners) != 1 or above is None:
        return None
    signed = {parse.lemmas[c] for c in parse.children[above] if parse.deps[c] == "dobj"}
    told = parse.lemmas[above] in _SIGNING and bool(signed & (_DEALS | {"memorandum", "memoranda"}))
    return (partners[0], above) if told else None


def mend_marked_partners(tokens: Tokens) -> Parse | None:
    """The parse with "with" as a preposition of the deal; None where no infinitive has taken its noun."""
    parse, mended = tokens.parse, None
    for link, word in enumerate(tokens.lower):
        found = _find_marked(parse, link) if word == "with" else None
        if found is None:
            continue
        partner, deal = found
        mended = mended or copy_parse(parse)
        mended.deps[link], mended.heads[link] = "prep", deal
        mended.deps[partner], mended.heads[partner] = "pobj", link
    if mended is not None:
        mended.rehang()
    return mended


def _find_marked(parse: Parse, link: int) -> tuple[int, int] | None:
    """(partner, deal) of "signed a deal with X to invest", where X is taken for who invests."""
    deed = parse.heads[link]
    verb = parse.heads[deed]
    if parse.tags[deed] != "VB" or parse.deps[link] not in {"mark", "prep"} or verb >= link:
        return None
    between = [c for c in parse.children[deed] if link < c < deed]
    partner = next((c for c in between if parse.deps[c] == "nsubj"), None)
    to = any(parse.words[c].lower() == "to" for c in between)
    deals = [c for c in parse.children[verb] if parse.deps[c] == "dobj" and verb < c < link]
    known = [c for c in deals if parse.lemmas[c] in _DEALS]
    if partner is None or not to or not known or parse.lemmas[verb] not in _SIGNING:
        return None
    return partner, known[0]
