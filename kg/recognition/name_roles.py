"""What a name with its title is to its verb."""

from collections.abc import Container

from kg.model.parse import SUBJECTS, Parse

_ACTING = frozenset(["nsubj", "nsubjpass", "agent"])
_OWNING = frozenset(["poss", "compound", "nmod"])
_MEASURED_BY = frozenset(["of", "in", "at", "by", "from"])
_ASIDES = frozenset(["relcl", "acl", "advcl"])


def find_head(parse: Parse, first: int, last: int) -> tuple[int, int]:
    """The head of a name and what governs it: of "the Port of Zenda" not "Zenda" is the subject."""
    inside = range(first, last + 1)
    head = next((k for k in inside if parse.heads[k] not in inside), last)
    return head, parse.heads[head]


def read_part(parse: Parse, first: int, last: int, title: Container[str]) -> tuple[str, bool]:
    """What a name with its title is to its verb, and whether it acts (behind "by", too)."""
    root = _pass_title(parse, _pass_kind(parse, find_head(parse, first, last)[0], first), title)
    dep, governor = parse.deps[root], parse.heads[root]
    by = dep == "pobj" and parse.deps[governor] == "agent"
    if parse.deps[governor] in _ASIDES:
        dep = ""  # "the road, which links Zenda": an object of an aside is hardly "it"
    # "a round led by X" is not X's; "Norvik fell after Tarka had left": Norvik is told of
    acts = parse.deps[root] in _ACTING and not _is_trailing(parse, governor)
    return dep, acts or (by and parse.deps[parse.heads[governor]] != "acl")


def _is_trailing(parse: Parse, verb: int) -> bool:
    """Whether a verb is that of a clause behind the main one that tells when or why."""
    return parse.deps[verb] == "advcl" and parse.heads[verb] < verb


def _pass_kind(parse: Parse, head: int, first: int) -> int:
    """What the parser hangs a name on that stands right behind it: "the [platform] X has raised"."""
    above = parse.heads[head]
    apposed = parse.deps[head] == "appos" and parse.tags[above] == "NN" and above < first
    # "the firm's [parent], the Zenda trader X, said": who is told so acts
    set_off = parse.deps[above] in SUBJECTS and "," in parse.words[above + 1 : first]
    return above if apposed and (above == first - 1 or set_off) else head


def owns_subject(parse: Parse, token: int) -> bool:
    """Whether a country is told before a common noun that acts: "[Ruritania]'s exports rose"."""
    head = parse.heads[token]
    owner = parse.deps[token] == "poss" and parse.tags[head] in {"NN", "NNS"}
    return owner and parse.deps[head] in SUBJECTS


def owns_measure(parse: Parse, first: int, last: int, measures: Container[str]) -> bool:
    """Whether what is measured of a firm is the subject: "[Norvik]'s profit fell", "shares in [Norvik] rose"."""
    head, noun = find_head(parse, first, last)
    if parse.deps[head] == "pobj" and parse.lemmas[noun] in _MEASURED_BY:
        noun = parse.heads[noun]
    elif parse.deps[head] not in _OWNING:
        return False
    told = parse.deps[noun] in SUBJECTS and parse.lemmas[noun] in measures
    return told and not _is_trailing(parse, parse.heads[noun])


def _pass_title(parse: Parse, token: int, title: Container[str]) -> int:
    """The head of a title that the parser hangs its holder on: "[Minister] of Trade X said"."""
    while parse.heads[token] != token and parse.deps[token] not in SUBJECTS:
        above = parse.heads[token]
        if parse.words[above].lower() not in title or above > token:
            break
        token = above
    return token


def find_speech(
    parse: Parse, first: int, last: int, title: Container[str], speech: Container[str]
) -> bool:
    """Whether somebody says something: "X said", "added X", "quoted X as saying", "according to X"."""
    root = _pass_title(parse, _pass_kind(parse, find_head(parse, first, last)[0], first), title)
    dep, governor = parse.deps[root], parse.heads[root]
    if dep in SUBJECTS:
        return parse.lemmas[governor] in speech
    if dep == "pobj" and parse.words[governor].lower() == "to":
        return parse.words[governor - 1].lower() == "according"
    return parse.words[last + 1 : last + 3] == ["as", "saying"]
