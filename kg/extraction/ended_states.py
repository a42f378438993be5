"""What held once and holds no more: "formerly part of X", "a former unit of X", "gave up its stake in X"."""

from itertools import pairwise

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.lexicon import load_lexicon
from kg.model.claim import Modality, Qualifier
from kg.model.mention import Mention, MentionKind

_STATES = frozenset(
    ["subsidiaryOf", "owns", "memberOf", "partOf", "operates", "headquarteredIn", "produces"]
)
_TIES = frozenset(["cooperatesWith", "spouseOf"])
_WORDS = load_lexicon("scope")
_ONCE, _FORMER = _WORDS.get("ended"), _WORDS.get("former_words")
_STATE_NOUNS, _ENDING = _WORDS.get("state_nouns"), _WORDS.get("ending_verbs")
_END = Qualifier(name="endTime", value="..")
_TIMES = frozenset(["endTime", "time"])
_NEAR = 6  # tokens between the sides: "its [40 percent stake in] X"
_REACH = 3  # tokens from a verb to the side behind it: "ended [its] partnership with X"


def settle_end(candidate: Candidate, arguments: ArgumentFinder) -> None:
    """Gives a state an open end where words between its two sides, or the verb before, tell that it is over."""
    predicate = candidate.rule.predicate
    if predicate not in _STATES | _TIES or not isinstance(candidate.object, Mention):
        return
    sides = (candidate.subject, candidate.object)
    if any(m not in arguments.ranges for m in sides) or candidate.modality is not Modality.ACTUAL:
        return
    (first, start), (end, _) = sorted(arguments.ranges[m] for m in sides)
    if not _TIMES.isdisjoint(q.name for q in candidate.qualifiers):
        return
    if _is_over_between(start, end, predicate, arguments) or (
        end - start <= _NEAR and _is_ended(first, start, arguments)
    ):
        candidate.qualifiers = [*candidate.qualifiers, _END]


def _is_over_between(start: int, end: int, predicate: str, arguments: ArgumentFinder) -> bool:
    """ "formerly part of", "used to own", "a former unit of": with no other name between."""
    words = [w.lower() for w in arguments.parse.words[start:end]]
    former = any(
        word in _FORMER and following in _STATE_NOUNS
        for word, following in zip(words, arguments.parse.lemmas[start + 1 : end], strict=False)
    )
    used = ("used", "to") in set(pairwise(words))
    once = predicate in _STATES and not _ONCE.isdisjoint(words)
    if not (once or former or used):
        return False
    between = {m for k in range(start, end) for m in arguments.by_token.get(k, ())}
    return not any(m.kind is MentionKind.NAME and not _is_owner(m, arguments) for m in between)


def _is_owner(mention: Mention, arguments: ArgumentFinder) -> bool:
    """ "formerly a member of [X]'s Orange Party": a name that only tells whose it is."""
    after = arguments.ranges[mention][1]
    return arguments.parse.tags[after : after + 1] == ["POS"]


def _is_ended(first: int, start: int, arguments: ArgumentFinder) -> bool:
    """ "gave up [its] stake in X", "spun off [its] unit X": the verb right before tells the end, in the past."""
    parse = arguments.parse
    if parse.tags[first] != "PRP$" or start != first + 1:
        return False
    for verb in range(max(first - _REACH, 0), first):
        behind = " ".join([parse.lemmas[verb], *(w.lower() for w in parse.words[verb + 1 : first])])
        if behind in _ENDING:
            past = parse.tags[verb] == "VBD"
            have = any(parse.lemmas[c] == "have" for c in parse.children[verb])
            return past or (parse.tags[verb] == "VBN" and have)
    return False
