"""Names of wares inside the phrases that tell of them: "the Tarka 7 phone", "a phone called Tarka"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.casting import find_cast
from kg.extraction.kinds_behind import only_tells_kind
from kg.extraction.seats import find_maker_of
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind

if TYPE_CHECKING:
    from kg.extraction.arguments import ArgumentFinder
    from kg.model.parse import Parse

_TITLE = ("Title",)
_TRIGGERS = load_lexicon("triggers")
_KINDS = _TRIGGERS.get("works") | _TRIGGERS.get("goods") | _TRIGGERS.get("wares")
_CALLED = frozenset(["called", "named", "dubbed", "titled", "entitled", "branded", "nicknamed"])
_GOVERNING = frozenset(
    ["to", "from", "in", "at", "between", "near", "via", "for", "with", "by", "on"]
)
_CUES = frozenset(["as", "including", "like"])
_LONGEST = 5  # tokens that a name before its kind may have
_ANY = frozenset(["a", "an"])
_QUOTES = frozenset(["“", '"', "``", "‘"])
_NOUNS = frozenset(["NN", "NNS"])
_SURE = frozenset(["gazetteer", "head noun", "mark", "title"])


def find_named_thing(token: int, arguments: ArgumentFinder) -> Mention | None:
    """The name that the phrase headed by `token` gives to a ware; None where it gives none."""
    if _is_beside(token, arguments.parse) or _is_made(token, arguments):
        return None
    if _is_kind(token, arguments):
        found = _find_before(token, arguments) or _find_behind(token, arguments)
    else:
        found = _find_at(token, arguments)
    return None if found is None or _is_symbol(arguments.ranges[found][0], arguments) else found


def _is_made(token: int, arguments: ArgumentFinder) -> bool:
    """ "the maker of steel [pipes] Norvik": the name behind is that of who makes them."""
    firm = any(m.type == "Company" for m in arguments.by_token.get(token + 1, ()))
    return firm and find_maker_of(token + 1, arguments) is not None


def _is_symbol(start: int, arguments: ArgumentFinder) -> bool:
    """ "<TRK.AX>", "(DE:TRKG_p)": what a share is called stands without a space behind its mark."""
    parse, mark = arguments.parse, start - 1
    marked = mark >= 0 and parse.words[mark] in {"<", ":"}
    return marked and parse.ends[mark] == parse.starts[start]


def _is_kind(token: int, arguments: ArgumentFinder) -> bool:
    parse = arguments.parse
    word = parse.words[token]
    if not word.islower() or parse.tags[token] not in _NOUNS:
        return False
    return word in _KINDS or parse.lemmas[token] in _KINDS


def _find_before(token: int, arguments: ArgumentFinder) -> Mention | None:
    """ "the [Tarka 7] phone", "the [Tarka 7] electric car": capitals from some word on to the kind."""
    parse = arguments.parse
    end = token
    while (
        end > token - 3 and parse.words[end - 1].islower() and parse.tags[end - 1] in {"JJ", "NN"}
    ):
        end -= 1
    for mention in arguments.by_token.get(end - 1, ()):
        named = mention.kind is MentionKind.NAME and mention.type == "Product"
        if named and arguments.ranges[mention][1] == end:
            start = arguments.ranges[mention][0]
            return None if only_tells_kind(start, end, arguments) else mention
    start = end
    while start > max(end - _LONGEST, 0) and _is_of_name(start - 1, arguments):
        start -= 1
    if start == end or not _is_of_name(start, arguments) or parse.words[start][:1].isdigit():
        return None
    start += _is_article(start, arguments)
    if start < end and only_tells_kind(start, end, arguments):
        return None
    found = find_cast(start, _TITLE, arguments) if start < end else None
    return found if found is not None and arguments.ranges[found][1] == end else None


def _is_of_name(token: int, arguments: ArgumentFinder) -> bool:
    word = arguments.parse.words[token]
    model = word[:1].islower() and word[1:].isdigit()  # "i3"
    return word[:1].isupper() or word[:1].isdigit() or model


def _find_behind(token: int, arguments: ArgumentFinder) -> Mention | None:
    """ "the comedy [Tarka]", "a phone called [Tarka]", "its software, known as [Tarka]"."""
    words = arguments.parse.words
    k = token + 1
    k += words[k : k + 1] == [","]
    if words[k : k + 2] in (["which", "is"], ["which", "was"], ["that", "is"]):
        k += 2
    called = words[k : k + 1] and words[k] in _CALLED
    known = words[k : k + 2] in (["known", "as"], ["sold", "as"], ["marketed", "as"])
    k += 1 if called else 2 if known else 0
    apposed = k == token + 2 and words[k : k + 1] == ["the"]  # "a phone, the Tarka 7,"
    if k > token + 1 and not (called or known or apposed):
        return None
    k += words[k : k + 1] == ["the"]
    end = arguments.parse.sentences[arguments.parse.sentence_of[token]][1]
    found = find_cast(k, _TITLE, arguments) if k < end else None
    after = arguments.ranges[found][1] if found is not None else k
    goes_on = apposed and arguments.parse.tags[after : after + 1] in (["NN"], ["NNS"], ["JJ"])
    return None if goes_on else found  # "its small car, the BAFU export office said"


def _find_at(token: int, arguments: ArgumentFinder) -> Mention | None:
    """A name of which nothing sure is known, as the verb tells that it is made."""
    parse = arguments.parse
    if not parse.words[token][:1].isupper() and not parse.words[token][:1].isdigit():
        return None
    if _is_governed(token, parse) or _is_example(token, parse):
        return None
    start = token
    for mention in arguments.by_token.get(token, ()):
        if mention.kind is not MentionKind.NAME or mention.origin in _SURE:
            return None
        start = arguments.ranges[mention][0]
    first = parse.sentences[parse.sentence_of[token]][0]
    while start > max(first, token - _LONGEST) and _is_of_name(start - 1, arguments):
        start -= 1
    quoted = start > first and parse.words[start - 1] in _QUOTES
    start = start - 1 if quoted else start + _is_article(start, arguments)
    found = find_cast(start, _TITLE, arguments) if start <= token else None
    return found if found is not None and token < arguments.ranges[found][1] else None


def _is_governed(token: int, parse: Parse) -> bool:
    """ "a railway to [Zenda], which is built by": what a relative clause is about need not be the name."""
    return parse.deps[token] == "pobj" and parse.lemmas[parse.heads[token]] in _GOVERNING


def _is_beside(token: int, parse: Parse) -> bool:
    """ "a Zenda [glass] maker": a ware before one of many makers, of which the capitals tell where they are."""
    head = parse.heads[token]
    if parse.deps[token] not in {"compound", "nmod"} or head <= token:
        return False
    return any(parse.deps[c] == "det" and parse.lemmas[c] in _ANY for c in parse.children[head])


def _is_example(token: int, parse: Parse) -> bool:
    """ "shows for channels such as Tarka and [Norvik]": a member of others' list, which the parse misses."""
    first = token
    while parse.deps[first] == "conj" and parse.heads[first] < first:
        first = parse.heads[first]
    return not _CUES.isdisjoint(parse.words[first:token])


def _is_article(token: int, arguments: ArgumentFinder) -> bool:
    """The capital of "The [Tarka] was built" comes from where it stands."""
    parse = arguments.parse
    opens = parse.sentences[parse.sentence_of[token]][0] == token
    return opens and parse.words[token] in {"The", "A", "An", "Its", "Their"}
