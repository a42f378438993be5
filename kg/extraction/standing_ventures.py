"""Ventures that act or are taken up stand, whatever their sentence plans, denies or prices.

"The joint venture of X and Y will put $5 million into a mill", "its venture with X is not for sale": X and Y
work together already, and the sum is the mill's.
"""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.lexicon import load_lexicon
from kg.model.claim import Modality
from kg.model.mention import Mention
from kg.model.parse import FINITE, SUBJECTS, Parse

_SCOPE = load_lexicon("scope")
_VENTURES = _SCOPE.get("venture_nouns")
_MAKING = _SCOPE.get("venture_verbs")
_COMING = _SCOPE.get("coming_ventures")
_LINKS = frozenset(["between", "of", "with", "by"])
_MAYBE = frozenset(["would", "could", "may", "might", "should"])
_TOLD = frozenset(["amount", "time"])
_SET_OFF = frozenset(["appos"])
_AGENTS = frozenset(["by", "from", "via", "through"])
_BEFORE, _BEHIND = 6, 26  # tokens between the noun and its sides


def settle_ventures(candidates: list[Candidate], arguments: ArgumentFinder) -> None:
    """Makes what standing ventures tie actual, and takes away sums that are of what they do."""
    parse = arguments.parse
    nouns = [k for k, lemma in enumerate(parse.lemmas) if lemma.lower() in _VENTURES]
    standing = [k for k in nouns if parse.words[k + 1 : k + 2] != [] and _stands(k, parse)]
    if not standing:
        return
    for candidate in candidates:
        if candidate.rule.predicate != "cooperatesWith":
            continue
        noun = next((k for k in standing if _ties(k, candidate, arguments)), None)
        if noun is None:
            continue
        candidate.modality = Modality.ACTUAL
        priced = _list_priced(noun, arguments)
        candidate.qualifiers[:] = [
            q for q in candidate.qualifiers if q.name not in _TOLD or q.value in priced
        ]


def _stands(noun: int, parse: Parse) -> bool:
    """Whether a venture acts, or is told as somebody's or beside a name, and is not just made or thought of."""
    below = [parse.words[c].lower() for c in parse.children[noun] if c < noun]
    if parse.words[noun + 1].lower() not in _LINKS or not _COMING.isdisjoint(below):
        return False
    dep, above = parse.deps[noun], parse.heads[noun]
    if dep in _SET_OFF:
        return True
    if dep == "pobj":
        return parse.words[above].lower() in _AGENTS
    if dep not in SUBJECTS or parse.lemmas[above].lower() in _MAKING:
        return False
    owned = any(parse.deps[c] == "poss" for c in parse.children[noun])
    told = owned or "the" in below
    return told or _MAYBE.isdisjoint(parse.words[c].lower() for c in parse.children[above])


def _ties(noun: int, candidate: Candidate, arguments: ArgumentFinder) -> bool:
    """Whether both sides stand behind the noun, or one right before it, and no verb between."""
    parse, ranges = arguments.parse, arguments.ranges
    sides = (candidate.subject, candidate.object)
    spans = sorted(ranges[m] for m in sides if isinstance(m, Mention) and m in ranges)
    if len(spans) != len(sides):
        return False
    (first, _), (last, _) = spans
    if not noun - _BEFORE <= first < last <= noun + _BEHIND or last < noun:
        return False
    between = range(min(first, noun), last)
    return all(parse.tags[k] not in FINITE for k in between)


def _list_priced(noun: int, arguments: ArgumentFinder) -> list[object]:
    """The sums in what stands before the noun: "their $5 million joint venture"."""
    near = range(max(noun - _BEFORE, 0), noun)
    return [m.value for k in near for m in arguments.by_token.get(k, ())]
