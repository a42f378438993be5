"""Clauses on works without "which": in "the port Norvik is building at Zenda will open" Norvik builds the port."""

from kg.lexicon import load_lexicon
from kg.model.parse import SUBJECTS, Parse
from kg.recognition.joints import copy_parse
from kg.recognition.tokens import Tokens

_TRIGGERS = load_lexicon("triggers")
_DEEDS = _TRIGGERS.get("build") | _TRIGGERS.get("operate") | _TRIGGERS.get("buy") | {"open", "own"}
_AIMS = frozenset(["plan", "want", "hope", "intend", "aim", "propose", "expect", "agree", "be"])
_AUXILIARIES = frozenset(["be", "have", "will", "would", "'ll"])
_BETWEEN = frozenset(["also", "now", "currently", "recently", "already", "jointly", "still"])
_WORKS = frozenset(["Facility", "TransportCorridor", "Port", "LandPort", "Airport", "RailHub"])
_NOUNS = frozenset(
    noun
    for noun, kind in load_lexicon("nominals").get_mapping("nominals").items()
    if kind in _WORKS
)
_ARTICLES = frozenset(["the", "a", "an", "another", "this"])
_KIND = ("NN", "JJ", "HYPH", "CD", "VBG", "VBN", "$", "PRP$")
# What may follow a verb whose object stands before it.
_FOLLOWING = frozenset(["IN", "RB", "TO", "MD", "VBZ", "VBD", "VBP", "VBN", ",", ".", "CC", ":"])
_TIMES = frozenset(["last", "this", "next", "earlier", "two", "three", "four", "five"])
_LONGEST = 6  # tokens of the kind of work and of a name
_CHAIN = 6  # tokens from the name to the deed


def mend_contacts(parse: Parse) -> Parse:
    """The parse with such clauses hung on the works."""
    mended: Parse | None = None
    for noun in range(1, len(parse.words) - 2):
        if parse.tags[noun] not in {"NN", "NNS", "JJ"} or not _is_name(parse.tags[noun + 1]):
            continue
        if parse.lemmas[noun] not in _NOUNS or not _has_article(parse, noun):
            continue
        name = _find_name_end(parse, noun + 1)
        found = _find_deed(parse, name + 1)
        if found is None or (parse.deps[found], parse.heads[found]) == ("relcl", noun):
            continue
        mended = mended or copy_parse(parse)
        _hang(mended, noun, name, found)
    if mended is None:
        return parse
    mended.rehang()
    return mended if mended.is_sound() else parse


def is_called_before(tokens: Tokens, start: int, head: int) -> bool:
    """Whether what stands before a name may call it something; a work whose clause it begins does not."""
    parse, verb = tokens.parse, tokens.parse.heads[head]
    if start and parse.sentence_of[start - 1] != parse.sentence_of[start]:
        return False  # a headline's last word
    clause = parse.deps[head] == "nsubj" and parse.deps[verb] == "relcl"
    if clause and parse.heads[verb] == start - 1 and parse.lemmas[start - 1] in _NOUNS:
        return False
    return parse.deps[head] in {"appos", "nmod"} or (start > 0 and not tokens.capital[start - 1])


def _has_article(parse: Parse, noun: int) -> bool:
    for k in range(noun - 1, max(noun - _LONGEST, -1), -1):
        if parse.words[k].lower() in _ARTICLES:
            return k == 0 or parse.tags[k - 1] not in {"WDT", "WP"}  # "which the line Norvik runs"
        if not parse.tags[k].startswith(_KIND):
            return False
    return False


def _find_name_end(parse: Parse, k: int) -> int:
    last = k
    while last + 1 < len(parse.words) and last < k + _LONGEST and _is_name(parse.tags[last + 1]):
        last += 1
    return last


def _is_name(tag: str) -> bool:
    return tag in {"NNP", "NNPS"}


def _find_deed(parse: Parse, k: int) -> int | None:
    """The first full verb of what builds, runs or buys with no object of its own: "[plans] to build"."""
    end = parse.sentences[parse.sentence_of[k]][1] if k < len(parse.words) else k
    first: int | None = None
    for n in range(k, min(k + _CHAIN, end - 1)):
        lemma, word = parse.lemmas[n].lower(), parse.words[n].lower()
        verb = parse.tags[n][:1] == "V"
        if verb and lemma in _DEEDS:
            after = parse.tags[n + 1] in _FOLLOWING or parse.words[n + 1] in _TIMES
            return (first or n) if after else None
        if verb and lemma in _AIMS and lemma not in _AUXILIARIES:
            first = first or n
        elif lemma not in _AUXILIARIES and word not in _BETWEEN and word != "to":
            return None
    return None


def _hang(parse: Parse, noun: int, name: int, verb: int) -> None:
    """Hangs the clause on the work, and the work on what the clause or the name was taken for."""
    dep, head = _find_place(parse, noun, name, verb)
    if (
        parse.deps[head] == "relcl" and parse.heads[head] == noun
    ):  # "The mill Norvik built started up"
        root = parse.heads[noun] == noun
        parse.deps[head], parse.heads[head] = (
            parse.deps[noun],
            (head if root else parse.heads[noun]),
        )
    for k in range(noun):
        if noun < parse.heads[k] <= name and parse.deps[k] in {"det", "compound", "amod", "nummod"}:
            parse.heads[k] = noun
    parse.deps[noun], parse.heads[noun] = dep, head
    parse.tags[noun] = "NN" if parse.tags[noun] == "JJ" else parse.tags[noun]
    parse.deps[verb], parse.heads[verb] = "relcl", noun
    parse.deps[name], parse.heads[name] = "nsubj", verb


def _find_place(parse: Parse, noun: int, name: int, verb: int) -> tuple[str, int]:
    """What the work is to be, and of which word."""
    if parse.deps[verb] in SUBJECTS:
        return parse.deps[verb], parse.heads[verb]
    if parse.heads[verb] == name:
        return parse.deps[name], parse.heads[name]
    apart = parse.heads[noun] != verb and not noun < parse.heads[noun] <= name
    if apart:
        return parse.deps[noun], parse.heads[noun]
    for child in parse.children[verb]:  # "the factory Norvik plans to build will [open]"
        if child > verb and parse.deps[child] in {"ccomp", "conj", "advcl"}:
            root = parse.heads[verb] == verb
            parse.deps[child] = parse.deps[verb]
            parse.heads[child] = child if root else parse.heads[verb]
            return "nsubj", child
    before = next((k for k in range(noun - 1, -1, -1) if parse.tags[k] == "IN"), noun)
    return ("pobj", before) if before != noun else (parse.deps[noun], parse.heads[noun])
