"""Partners that the parser takes for doers: "signed a deal [with the city government to invest] 5 million"."""

from kg.lexicon import load_lexicon
from kg.model.parse import Parse
from kg.recognition.joints import copy_parse
from kg.recognition.tokens import Tokens

_WORDS = load_lexicon("triggers")
_DEALS, _SIGNING = _WORDS.get("deal_nouns"), _WORDS.get("sign")
_SUBJECT = "nsubj"


def mend_partners(tokens: Tokens) -> Parse | None:
    """The parse with "with" as a preposition of the deal; None where no infinitive has taken its noun."""
    parse, mended = tokens.parse, None
    for link, word in enumerate(tokens.lower):
        found = _find_partner(parse, link) if word == "with" else None
        if found is None:
            continue
        partner, deal = found
        mended = mended or copy_parse(parse)
        mended.deps[link], mended.heads[link] = "prep", deal
        mended.deps[partner], mended.heads[partner] = "pobj", link
    if mended is not None:
        mended.rehang()
    return mended


def _find_partner(parse: Parse, link: int) -> tuple[int, int] | None:
    """(partner, deal) of "signed a deal with X to invest", where X is taken for who invests."""
    deed = parse.heads[link]
    verb = parse.heads[deed]
    if parse.tags[deed] != "VB" or parse.deps[link] not in {"mark", "prep"} or verb >= link:
        return None
    between = [c for c in parse.children[deed] if link < c < deed]
    partner = next((c for c in between if parse.deps[c] == _SUBJECT), None)
    to = any(parse.words[c].lower() == "to" for c in between)
    deals = [c for c in parse.children[verb] if parse.deps[c] == "dobj" and verb < c < link]
    known = [c for c in deals if parse.lemmas[c] in _DEALS]
    if partner is None or not to or not known or parse.lemmas[verb] not in _SIGNING:
        return None
    return partner, known[0]
