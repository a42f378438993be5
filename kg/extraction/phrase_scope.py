"""The modality of what a phrase rule matches: what the verbs inside its words say."""

from collections.abc import Iterator

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.casting import CAST
from kg.extraction.double_denials import denies_denial
from kg.extraction.pattern_walking import Binding
from kg.extraction.rule import Rule
from kg.extraction.scope import ScopeReader
from kg.extraction.scope_nouns import is_hoped_for, list_furthering
from kg.extraction.unsettled import is_paper, read_unsettled
from kg.extraction.weakening import is_infinitive, weaken
from kg.lexicon import load_lexicon
from kg.model.claim import Modality
from kg.model.mention import MentionKind
from kg.model.parse import Parse

_ATTENDING = load_lexicon("scope").get("attending")
_DEALS, _TIES = load_lexicon("scope").get("deal_nouns"), load_lexicon("scope").get("tie_nouns")
_TYING = "cooperatesWith"
_SIGNING = frozenset(
    ["sign", "ink", "conclude", "seal", "clinch", "win", "award", "secure", "land", "get"]
)
_SIGNED = load_lexicon("triggers").get("deal_nouns") - {"note", "programme", "program"}
_AT = frozenset(["at", "in", "to", "for"])
_MARKS = frozenset([",", "(", ")", "–", "—"])
_DEPTH = 5  # heads from a verb up to the one that opens its aside
_ARTICLES = 2  # words of a match before the occasion with which it begins: "at the"


def read_modality(
    bounds: tuple[int, int],
    binding: Binding,
    scope: ScopeReader,
    arguments: ArgumentFinder,
    rule: Rule,
) -> Modality:
    """What the verbs between two tokens say: "will succeed X as chairman" is planned.

    Those inside titles say nothing ("films like Isn't It Late"), nor do those of an aside ("X, which did not
    comment, bought Y").
    """
    parse, (start, end) = scope.parse, bounds
    modality = _read_coming(start, binding, scope, arguments)
    silent = list_furthering(parse, start, end) | _list_in_titles(binding, arguments)
    silent |= set(_list_agreed(start, end, scope)) if rule.predicate == _TYING else set()
    for token in (t for t in range(start, end) if t not in silent):
        if is_paper(parse, token):
            modality = weaken(modality, read_unsettled(parse, token))
        aside = parse.deps[token] == "pcomp" and parse.lemmas[parse.heads[token]] == "without"
        verbal = parse.tags[token].startswith("VB") or is_infinitive(parse, token)
        verbal = verbal and not parse.deps[token].startswith("aux")
        if verbal and not aside and not denies_denial(scope, token):
            read = scope.read(token)
            if weaken(modality, read) is not modality and not _is_set_off(
                token, binding, arguments
            ):
                modality = read
        elif parse.lemmas[token] in _DEALS and parse.deps[token] != "compound":
            modality = weaken(modality, _read_deal(token, bounds, scope))
        elif parse.lemmas[token] in _TIES or _is_gerund(parse, token):
            told = scope.read_nouns(token)
            if told is Modality.NEGATED or (
                parse.lemmas[token] in _TIES and told is not Modality.PLANNED
            ):
                modality = weaken(modality, told)  # what is only agreed on is a tie
        elif is_hoped_for(parse, token):
            modality = weaken(modality, Modality.POSSIBLE)
    return modality


def _read_deal(noun: int, bounds: tuple[int, int], scope: ScopeReader) -> Modality:
    """What tells of a deal, and the verb whose object it is where that is matched: "is weighing the takeover"."""
    parse, (start, end) = scope.parse, bounds
    carried = parse.deps[noun] == "dobj" and start <= parse.heads[noun] < end
    return scope.read_noun(noun) if carried else scope.read_nouns(noun)


def _list_in_titles(binding: Binding, arguments: ArgumentFinder) -> set[int]:
    cast = (m for found in binding.values() for m in found if m.origin == CAST)
    return {token for m in cast for token in range(*arguments.ranges[m])}


def _list_agreed(start: int, end: int, scope: ScopeReader) -> Iterator[int]:
    """ "signed a contract [to supply] rails to Y": the two are bound already, whatever is still to be done."""
    parse = scope.parse
    for verb in range(start, end):
        if not is_infinitive(parse, verb):
            continue
        above = parse.heads[verb]
        for _ in range(_DEPTH):  # "a contract worth 2 billion to supply"
            if parse.tags[above][:1] == "V":
                break
            above = parse.heads[above]
        bound = parse.lemmas[above] in _SIGNING and parse.tags[above][:1] == "V"
        signed = any(parse.lemmas[c] in _SIGNED for c in parse.children[above])
        if bound and signed and scope.read(above) is Modality.ACTUAL:
            yield verb


def _is_gerund(parse: Parse, token: int) -> bool:
    """ "denied partnering with Y", read as a noun."""
    return parse.tags[token] == "NN" and parse.words[token].endswith("ing")


def _is_set_off(verb: int, binding: Binding, arguments: ArgumentFinder) -> bool:
    """Whether a verb stands in words between commas that name nothing of the match: "X, due to pay Z, bought Y"."""
    parse = arguments.parse
    named = (m for found in binding.values() for m in found if m.kind is not MentionKind.PRONOUN)
    bound = [arguments.ranges[m] for m in named]  # "which" of the aside names nothing
    for _ in range(_DEPTH):
        low, high = _find_extent(verb, parse)
        if any(low < end and begin <= high for begin, end in bound):
            return False
        opens = low > 0 and parse.words[low - 1] in _MARKS
        if opens and (
            parse.words[high] in _MARKS or _MARKS.intersection(parse.words[high + 1 : high + 2])
        ):
            return True
        verb = parse.heads[verb]
    return False


def _find_extent(token: int, parse: Parse) -> tuple[int, int]:
    """The first and last token of what hangs on a token."""
    low, high, waiting = token, token, [token]
    while waiting:
        below = parse.children[waiting.pop()]
        waiting += below
        low, high = min([low, *below]), max([high, *below])
    return low, high


def _read_coming(
    start: int, binding: Binding, scope: ScopeReader, arguments: ArgumentFinder
) -> Modality:
    """ "will attend [the forum in Zenda]": planned, where the match begins with an occasion to come."""
    first = next((found[0] for found in binding.values() if found), None)
    if first is None or first.type != "Event":
        return Modality.ACTUAL
    parse, (begin, end) = scope.parse, arguments.ranges[first]
    if begin > start + _ARTICLES:
        return Modality.ACTUAL
    # the last word of "Conference on Glaciers" is no head
    hung = (k for k in range(begin, end) if not begin <= parse.heads[k] < end)
    head = next(hung, end - 1)
    governor = parse.heads[head]
    if parse.deps[head] == "pobj" and parse.lemmas[governor] in _AT:
        noun = parse.heads[governor]  # "deliver a speech at the forum"
        governor = parse.heads[noun] if parse.deps[noun] == "dobj" else noun
    elif parse.deps[head] not in {"dobj", "nsubjpass", "nsubj"}:
        return Modality.ACTUAL
    # "are set to begin": what is yet to begin
    aims = [c for c in parse.children[governor] if parse.deps[c] == "xcomp"]
    governor = aims[0] if aims and parse.deps[head] != "dobj" else governor
    if parse.lemmas[governor] not in _ATTENDING or parse.tags[governor][:1] != "V":
        return Modality.ACTUAL
    done = scope.read(governor) in {Modality.ACTUAL, Modality.NEGATED}
    return Modality.ACTUAL if done else Modality.PLANNED
