"""What held once and holds no more: "formerly part of X", "which once belonged to X"."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.lexicon import load_lexicon
from kg.model.claim import Qualifier
from kg.model.mention import Mention, MentionKind

_STATES = frozenset(["subsidiaryOf", "owns", "memberOf", "partOf", "operates", "headquarteredIn"])
_ONCE = load_lexicon("scope").get("ended")
_END = Qualifier(name="endTime", value="..")
_TIMES = frozenset(["endTime", "time"])


def settle_end(candidate: Candidate, arguments: ArgumentFinder) -> None:
    """Gives a state an open end where a word between its two sides tells that it is over."""
    if candidate.rule.predicate not in _STATES or not isinstance(candidate.object, Mention):
        return
    sides = (candidate.subject, candidate.object)
    if any(m not in arguments.ranges for m in sides):
        return
    (_, start), (end, _) = sorted(arguments.ranges[m] for m in sides)
    told = not _TIMES.isdisjoint(q.name for q in candidate.qualifiers)
    if told or _ONCE.isdisjoint(w.lower() for w in arguments.parse.words[start:end]):
        return
    between = {m for k in range(start, end) for m in arguments.by_token.get(k, ())}
    if not any(m.kind is MentionKind.NAME for m in between):
        candidate.qualifiers = [*candidate.qualifiers, _END]
