"""Among whom a thing ranks, as whole as the text tells it: "the world's largest copper exporters"."""

from kg.extraction.arguments import ArgumentFinder
from kg.model.mention import MentionKind

_TAILS = frozenset(["of", "in", "by", "for", "to", "on"])
_INNER = frozenset(["NN", "NNS", "NNP", "NNPS", "JJ", "DT", "POS", "HYPH", "VBG", "CC", "IN"])
_NOUNS = frozenset(["NN", "NNS", "NNP", "NNPS"])
_EVERYWHERE = frozenset(["worldwide", "globally", "nationally", "nationwide"])
_BEST = frozenset(["top", "leading", "main", "most", "chief"])
_KINDS = frozenset(["amod", "compound", "nmod", "nummod"])
_POSSESSIVE = "'s"
_LONGEST = 9  # tokens of "in the Middle East by market value"


def name_rank(arguments: ArgumentFinder, best: int, noun: int) -> str:
    """ "rank among Africa's largest tea producers by volume", of a superlative and the noun it stands at."""
    parse = arguments.parse
    kinds = _name_kinds(arguments, best, noun)
    whose = _name_owner(arguments, best, noun)
    last = max(best, noun)
    tail = _name_tail(arguments, last)
    plural = _plural(parse.words[noun] if parse.tags[noun][:3] != "NNP" else parse.lemmas[noun])
    plural = parse.words[noun] if parse.tags[noun] == "NNS" else plural
    return f"rank among {whose}{parse.words[best].lower()} {kinds}{plural}{tail}".replace("\n", " ")


def _name_kinds(arguments: ArgumentFinder, best: int, noun: int) -> str:
    """ "copper " of "third-largest copper exporter", "trading " of "trading partner and its third largest"."""
    parse, first = arguments.parse, best + 1
    if noun < best:
        beside = [c for c in parse.children[noun] if c < noun and parse.deps[c] in _KINDS]
        plain = [c for c in beside if parse.tags[c] != "CD" and not _is_best(parse.words[c])]
        first = min((c for c in plain if c > noun - 3), default=noun)
    return f"{arguments.slice(first, noun)} " if first < noun else ""


def _is_best(word: str) -> bool:
    return word.endswith("est") or word.lower() in _BEST


def _name_owner(arguments: ArgumentFinder, best: int, noun: int) -> str:
    """ "the world's ", "Africa's ": among whose things it ranks; a pronoun's by name."""
    parse = arguments.parse
    near = [*parse.children[best], *parse.children[noun]]
    owner = next((c for c in near if parse.deps[c] == "poss" and c < best), None)
    if owner is None:
        return ""
    mention = next((m for m in arguments.find_all(owner, ("Agent", "Place", "Named"))), None)
    known = arguments.find_first(mention) if mention is not None else None
    if known is not None and known.kind is MentionKind.NAME:
        return f"{known.text.removesuffix(_POSSESSIVE)}'s "
    if parse.tags[owner] == "PRP$":
        return ""
    first = min([owner, *(c for c in parse.children[owner] if c < owner)])
    return f"{arguments.slice(first, owner + 1).lower()}'s "


def _name_tail(arguments: ArgumentFinder, last: int) -> str:
    """ " in Peru by assets", " globally"."""
    parse, limit = arguments.parse, arguments.parse.sentences[arguments.parse.sentence_of[last]][1]
    first = last + 1
    if first < limit and parse.words[first].lower() in _EVERYWHERE:
        return f" {parse.words[first].lower()}"
    if first >= limit or parse.words[first].lower() not in _TAILS:
        return ""
    k = first
    while k < min(limit, first + _LONGEST) and _goes_on(arguments, k):
        k += 1
    while k > first and parse.tags[k - 1] not in _NOUNS:
        k -= 1
    return f" {arguments.slice(first, k)}" if k > first else ""


def _goes_on(arguments: ArgumentFinder, k: int) -> bool:
    """Whether a token still tells among whom: no time, no number, no other clause."""
    parse = arguments.parse
    timed = any(
        m.kind in {MentionKind.PERIOD, MentionKind.QUANTITY} for m in arguments.by_token.get(k, ())
    )
    plain = parse.tags[k] in _INNER
    return plain and not timed and (parse.tags[k] != "IN" or parse.words[k].lower() in _TAILS)


def _plural(kind: str) -> str:
    """ "economies", "banks"."""
    vowel = kind[-2:-1] in set("aeiou")
    if kind.endswith("y") and not vowel:
        return f"{kind[:-1]}ies"
    return f"{kind}es" if kind.endswith(("s", "x", "ch", "sh")) else f"{kind}s"
